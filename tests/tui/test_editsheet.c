/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between a customer's sheet and the texts of the form. */
#include "tui/screens/editsheet.h"

#include "data/agenda/occasion.h"
#include "tui/screens/values.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const Day today = {2026, 3, 1};

static void edit_sheet__takes_every_day__that_has_a_field(void **state)
{
    (void)state;
    static const struct {
        const char *field, *typed;
        Day day;
    } cases[] = {
        {"birthday", "3.5.1956", {1956, 5, 3}},
        {"name_day", "24.6.", {0, 6, 24}},
        {"wedding", "12. Juni 1980", {1980, 6, 12}},
        {"own_day", "1.9.", {0, 9, 1}},
    };
    g_autoptr(Sheet) sheet = sheet_new();
    g_autoptr(GHashTable) values = edit_sheet_values(sheet);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        values_set(values, cases[i].field, cases[i].typed);
    }
    values_set(values, "own_label", "Einschulung");
    edit_sheet_apply(sheet, values, today);
    assert_int_equal(sheet->occasions->len, G_N_ELEMENTS(cases));
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        Day day = occasion_day(g_ptr_array_index(sheet->occasions, i));
        assert_memory_equal(&day, &cases[i].day, sizeof day);
    }
    const Occasion *own = g_ptr_array_index(sheet->occasions, 3);
    assert_string_equal(own->kind, "other");
    assert_string_equal(own->label, "Einschulung");

    /* What is shown again and not touched stays; what is emptied is empty. */
    g_autoptr(GHashTable) shown = edit_sheet_values(sheet);
    assert_string_equal(values_get(shown, "own_label"), "Einschulung");
    values_set(shown, "wedding", "");
    edit_sheet_apply(sheet, shown, today);
    assert_int_equal(sheet->occasions->len, G_N_ELEMENTS(cases));
    assert_true(day_is_none(occasion_day(g_ptr_array_index(sheet->occasions, 2))));
    assert_int_equal(occasion_day(own).month, 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edit_sheet__takes_every_day__that_has_a_field),
    };
    return cmocka_run_group_tests_name("editsheet", tests, NULL, NULL);
}
