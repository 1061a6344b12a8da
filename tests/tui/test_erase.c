/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing a customer from their card. */
#include "tests/data/people.h"
#include "tests/tui/emma.h"
#include "tests/tui/harness.h"

#include "data/customer/customer.h"
#include "tui/screens/card.h"
#include "tui/screens/erase.h"

static void erase__shows_what_goes_and_stays__and_asks_for_the_number(void **state)
{
    (void)state;
    g_autoptr(Emma) emma = emma_new();
    g_autoptr(Harness) harness = harness_new(24, 80, emma->shop);
    const CardArg arg = {emma_customer(emma, "1001")};
    harness_open(harness, &screen_card, &arg);
    harness_open(harness, &screen_card, &arg);
    harness_press(harness, "x Down Enter");
    harness_golden(harness, "erase");
    harness_press(harness, "F4");
    harness_type(harness, "1002");
    harness_press(harness, "Enter");
    harness_expect(harness, "That is not their number.");
    harness_press(harness, "Esc Esc");
    harness_expect(harness, "Wagner, Hilde");
    harness_press(harness, "x Down Enter F4");
    harness_type(harness, "1001");
    harness_press(harness, "Enter");
    harness_expect(harness, "Erased for ever.");
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    expect_done(customer_find_number(emma->shop->db, "1001", &id, &error), error);
    assert_int_equal(id, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(erase__shows_what_goes_and_stays__and_asks_for_the_number),
    };
    return cmocka_run_group_tests_name("erase", tests, NULL, NULL);
}
