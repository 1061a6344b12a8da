/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What completes the typing, in the forms and in notes. */
#include "tests/data/people.h"
#include "tests/tui/desk.h"

#include "data/customer/address.h"
#include "data/customer/fact.h"
#include "tui/screens/card.h"
#include "tui/screens/edit.h"

#include <string.h>

/* The form of a customer without an address, with FIELD listening. */
static Desk *at_field(int rows, int cols, const char *field)
{
    Desk *desk = desk_new(rows, cols);
    const EditArg arg = {.customer_id = emma_customer(desk->emma, "1012"), .field = field};
    desk_open(desk, &screen_edit, &arg);
    return desk;
}

static Sheet *sheet_of(const Desk *desk, const char *number)
{
    g_autoptr(GError) error = NULL;
    gint64 id = emma_customer(desk->emma, number);
    Sheet *sheet = sheet_load(desk->emma->shop->db, id, &error);
    expect_done(sheet != NULL, error);
    return sheet;
}

static void expect_street(const Desk *desk, const char *street)
{
    g_autoptr(Sheet) sheet = sheet_of(desk, "1012");
    assert_int_equal(sheet->addresses->len, 1);
    const Address *address = g_ptr_array_index(sheet->addresses, 0);
    assert_string_equal(address->street, street);
}

static void suggesting__shows_the_rest__and_takes_it_with_a_key(void **state)
{
    (void)state;
    static const char *const keys[] = {"Right", "End"};
    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
        g_autoptr(Desk) desk = at_field(24, 80, "street");
        harness_type(desk->harness, "am m");
        harness_expect(desk->harness, "am markt 3   → takes it");
        harness_press(desk->harness, keys[i]);
        harness_expect(desk->harness, "Am Markt 3");
        assert_false(harness_shows(desk->harness, "takes it"));
        harness_press(desk->harness, "F4");
        expect_street(desk, "Am Markt 3");
    }
}

static void suggesting__puts_nothing_in__unasked(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = at_field(24, 80, "street");
    harness_type(desk->harness, "Am M");
    harness_expect(desk->harness, "Am Markt 3");
    harness_press(desk->harness, "Tab F4");
    expect_street(desk, "Am M");
}

static void suggesting__is_gone__when_something_else_is_typed(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = at_field(24, 80, "street");
    harness_type(desk->harness, "Am Ma");
    harness_type(desk->harness, "ir 5");
    assert_false(harness_shows(desk->harness, "takes it"));
    harness_press(desk->harness, "Right End F4");
    expect_street(desk, "Am Mair 5");
}

/* Inside the text both keys only move. */
static void suggesting__is_taken__at_the_end_only(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = at_field(24, 80, "street");
    harness_type(desk->harness, "Am M");
    harness_press(desk->harness, "Left Right");
    harness_type(desk->harness, "x");
    harness_press(desk->harness, "F4");
    expect_street(desk, "Am Mx");
}

/* Before the shop has answered there is nothing to take. */
static void suggesting__never_holds_up__who_types_fast(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = at_field(24, 80, "street");
    harness_type_fast(desk->harness, "Am M");
    harness_press(desk->harness, "Right Tab F4");
    expect_street(desk, "Am M");
}

static void suggesting__is_taken_back__inside_the_field(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = at_field(24, 80, "street");
    harness_type(desk->harness, "am m");
    harness_press(desk->harness, "Right Ctrl-Z");
    harness_expect(desk->harness, "am markt 3");
    harness_press(desk->harness, "Ctrl-Y F4");
    expect_street(desk, "Am Markt 3");
}

static void suggesting__knows_the_place__of_a_postcode(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = at_field(24, 80, "street");
    harness_type(desk->harness, "Am Markt 11");
    harness_press(desk->harness, "Tab");
    harness_expect(desk->harness, "28195   → takes it");
    harness_press(desk->harness, "Right Tab");
    /* Whoever has taken one knows the key. */
    harness_expect(desk->harness, " Place            Bremen");
    assert_false(harness_shows(desk->harness, "takes it"));
    harness_golden(desk->harness, "suggesting-place");
    harness_press(desk->harness, "Right F4");
    g_autoptr(Sheet) sheet = sheet_of(desk, "1012");
    const Address *address = g_ptr_array_index(sheet->addresses, 0);
    assert_string_equal(address->postcode, "28195");
    assert_string_equal(address->place, "Bremen");
}

static void suggesting__keeps_to_its_field__in_a_small_window(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = at_field(12, 40, "company");
    harness_type(desk->harness, "blum");
    harness_golden(desk->harness, "suggesting-small");
    harness_press(desk->harness, "Right F4");
    g_autoptr(Sheet) sheet = sheet_of(desk, "1012");
    assert_string_equal(sheet->customer->company, "Blumen Schröder GmbH");
}

static void suggesting__shows_nothing__while_the_app_is_discreet(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = at_field(24, 80, "street");
    app_set_discreet(harness_app(desk->harness), true);
    harness_type(desk->harness, "am m");
    assert_false(harness_shows(desk->harness, "am markt 3"));
    harness_press(desk->harness, "Right F4");
    expect_street(desk, "am m");
}

static Desk *at_note(const char *number)
{
    Desk *desk = desk_new(24, 80);
    const CardArg arg = {.customer_id = emma_customer(desk->emma, number)};
    desk_open(desk, &screen_card, &arg);
    harness_press(desk->harness, "n");
    return desk;
}

static const char *last_words(const Sheet *sheet)
{
    const Fact *fact = g_ptr_array_index(sheet->facts, sheet->facts->len - 1);
    return fact->words;
}

static void suggesting__completes_a_note__with_what_others_like(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = at_note("1012");
    harness_type(desk->harness, "mag rogg");
    harness_expect(desk->harness, "mag roggenbrot   → takes it");
    harness_golden(desk->harness, "suggesting-note");
    harness_press(desk->harness, "Right Enter");
    assert_string_equal(desk_top(desk), "card");
    g_autoptr(Sheet) sheet = sheet_of(desk, "1012");
    assert_string_equal(last_words(sheet), "mag Roggenbrot");
}

/* Nobody reads here what is noted about one other customer, or about anybody's health. */
static void suggesting__keeps_secrets(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = at_note("1012");
    harness_type(desk->harness, "Die Enkelin");
    assert_false(harness_shows(desk->harness, "spielt"));
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "Allergie: Man");
    assert_false(harness_shows(desk->harness, "takes it"));
}

static void suggesting__follows_the_kind__of_the_note(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = at_note("1012");
    harness_type(desk->harness, "Dink");
    for (int i = 0; i < 20 && !harness_shows(desk->harness, "Dinkelbrötchen"); i++) {
        harness_press(desk->harness, "Tab");
    }
    harness_expect(desk->harness, "Dinkelbrötchen");
    harness_press(desk->harness, "End Enter");
    g_autoptr(Sheet) sheet = sheet_of(desk, "1012");
    assert_string_equal(last_words(sheet), "Dinkelbrötchen");
}

static void suggesting__completes_the_name_of_a_kind(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = at_note("1012");
    harness_type(desk->harness, "Inter");
    harness_expect(desk->harness, "Interest:    → takes it");
    harness_press(desk->harness, "Right");
    harness_type(desk->harness, "Jazz");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "card");
    harness_expect(desk->harness, " Interest   Jazz");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(suggesting__shows_the_rest__and_takes_it_with_a_key),
        cmocka_unit_test(suggesting__puts_nothing_in__unasked),
        cmocka_unit_test(suggesting__is_gone__when_something_else_is_typed),
        cmocka_unit_test(suggesting__is_taken__at_the_end_only),
        cmocka_unit_test(suggesting__never_holds_up__who_types_fast),
        cmocka_unit_test(suggesting__is_taken_back__inside_the_field),
        cmocka_unit_test(suggesting__knows_the_place__of_a_postcode),
        cmocka_unit_test(suggesting__keeps_to_its_field__in_a_small_window),
        cmocka_unit_test(suggesting__shows_nothing__while_the_app_is_discreet),
        cmocka_unit_test(suggesting__completes_a_note__with_what_others_like),
        cmocka_unit_test(suggesting__keeps_secrets),
        cmocka_unit_test(suggesting__follows_the_kind__of_the_note),
        cmocka_unit_test(suggesting__completes_the_name_of_a_kind),
    };
    return cmocka_run_group_tests_name("suggesting", tests, NULL, NULL);
}
