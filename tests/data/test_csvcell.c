/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a spreadsheet would run, kept from it, and back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/list/csvcell.h"

#include <string.h>

static void csv_cell_read__takes_off_what_was_put_on__and_no_more(void **state)
{
    static const struct {
        const char *cell, *text;
    } cases[] = {
        {"'=1+1", "=1+1"},
        {"'@x", "@x"},
        {"'-x", "-x"},
        {"'+49 421 84220", "+49 421 84220"},
        {"'0421", "0421"},
        {"'3.5.1956", "3.5.1956"},
        {"''=1", "'=1"},
        {"'t Hooft", "'t Hooft"},
        {"'s-Gravenhage", "'s-Gravenhage"},
        {"'68er", "'68er"},
        {"'", "'"},
        {"''", "''"},
        {"=1", "=1"},
        {"", ""},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_string_equal(csv_cell_read(cases[i].cell), cases[i].text);
    }
}

/* Of all short texts of the characters that matter. */
static void csv_cell_guard__is_undone_by_reading__whatever_the_text(void **state)
{
    static const char letters[] = "'=+-@\t\n\r1 x";
    enum { LONGEST = 5 };
    (void)state;
    guint places[LONGEST] = {0};
    guint guarded = 0;
    for (guint length = 0; length < LONGEST;) {
        char text[LONGEST + 1] = {0};
        for (guint i = 0; i <= length; i++) {
            text[i] = letters[places[i]];
        }
        g_autofree char *cell = csv_cell_guard(text);
        assert_string_equal(csv_cell_read(cell), text);
        g_autofree char *bare = g_strdelimit(g_strdup(cell), "\n", ' ');
        bool is_numbers = bare[strspn(bare, "+-0123456789 ")] == '\0';
        assert_true(strchr("=@\t\r", *cell) == NULL || *cell == '\0');
        assert_true(strchr("+-\n", *cell) == NULL || is_numbers);
        guarded += *cell != *text || cell[1] != text[1];
        guint at = 0;
        while (at <= length && ++places[at] == sizeof letters - 1) {
            places[at++] = 0;
        }
        length += at > length;
    }
    assert_true(guarded > 1000);
}

static void csv_cell_guard_record__guards_each_cell__and_leaves_the_rest(void **state)
{
    static const struct {
        const char *raw, *safe;
    } cases[] = {
        {"1;Ott;x", "1;Ott;x"},
        {"=1;Ott;@x", "'=1;Ott;'@x"},
        {"\"=1\";\"a;=b\";\"=x\"\"y\"", "\"'=1\";\"a;=b\";\"'=x\"\"y\""},
        {"+49 421 84220;-5;'=1;'t Hooft", "+49 421 84220;-5;'=1;'t Hooft"},
        {"\"a\n=b\";=c", "\"a\n=b\";'=c"},
        {"1;\"=x;2", "1;\"'=x;2"},
        {";;", ";;"},
        {"", ""},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *safe = csv_cell_guard_record(cases[i].raw, ';');
        assert_string_equal(safe, cases[i].safe);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_cell_read__takes_off_what_was_put_on__and_no_more),
        cmocka_unit_test(csv_cell_guard__is_undone_by_reading__whatever_the_text),
        cmocka_unit_test(csv_cell_guard_record__guards_each_cell__and_leaves_the_rest),
    };
    return cmocka_run_group_tests_name("csvcell", tests, NULL, NULL);
}
