/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts as people write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/base/number.h"

#include <glib.h>

typedef struct {
    const char *text;
    int count; /* -1: not understood */
} Case;

static void check(const Case *cases, gsize count, NumberUnit unit)
{
    for (gsize i = 0; i < count; i++) {
        int read = -1;
        bool ok = number_read(cases[i].text, unit, &read);
        if (ok != (cases[i].count >= 0) || read != cases[i].count) {
            fail_msg("\"%s\" is read as %d, not %d", cases[i].text, read, cases[i].count);
        }
    }
}

static void number_read__understands_days__as_people_write_them(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"14", 14},
        {" 14 ", 14},
        {"14 Tage", 14},
        {"14 TAGEN", 14},
        {"14d", 14},
        {"2 Wochen", 14},
        {"zwei Wochen", 14},
        {"2w", 14},
        {"2 weeks", 14},
        {"two weeks", 14},
        {"a week", 7},
        {"eine Woche", 7},
        {"ein Monat", 30},
        {"fünf Tage", 5},
        {"fuenf tage", 5},
        {"FU\xCC\x88NF Tage", 5},
        {"zwölf", 12},
        {"dreißig Tage", 30},
        {"1 Woche und 2 Tage", 9},
        {"0", 0},
        {"kein Tag", 0},
        {"keine", 0},
        {"14 Tg.", 14},
        {"1 Woche, 3 Tage", 10},
    };
    check(cases, G_N_ELEMENTS(cases), NUMBER_DAYS);
}

static void number_read__understands_minutes__as_people_write_them(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"10", 10},
        {"10 min", 10},
        {"10 Min.", 10},
        {"10min", 10},
        {"10 Minuten", 10},
        {"ten minutes", 10},
        {"1 h", 60},
        {"1h30", 90},
        {"eine Stunde", 60},
        {"1 Stunde und 5 Minuten", 65},
        {"nach 5 Minuten", 5},
        {"nie", 0},
        {"never", 0},
        {"aus", 0},
        {"off", 0},
        {"Niemals", 0},
        {"keine Minute", 0},
        {"after an hour", 60},
    };
    check(cases, G_N_ELEMENTS(cases), NUMBER_MINUTES);
}

static void number_read__says_so__when_it_does_not_understand(void **state)
{
    (void)state;
    static const Case days[] = {
        {"", -1},
        {"  ", -1},
        {"bald", -1},
        {"-3", -1},
        {"3 4", -1},
        {"Woche", -1},
        {"und", -1},
        {"2 Wochen 3", -1},
        {"10 min", -1},
        {"1/2", -1},
        {"14 Hunde", -1},
        {"keine 3", -1},
        {"99999999999", -1},
        {"999999 Wochen", -1},
        {"\xFF", -1},
        {"1000000", 1000000},
        {"1000001", -1},
    };
    static const Case minutes[] = {{"2 Wochen", -1}, {"drei Tage", -1}, {"10:30", -1}};
    check(days, G_N_ELEMENTS(days), NUMBER_DAYS);
    check(minutes, G_N_ELEMENTS(minutes), NUMBER_MINUTES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(number_read__understands_days__as_people_write_them),
        cmocka_unit_test(number_read__understands_minutes__as_people_write_them),
        cmocka_unit_test(number_read__says_so__when_it_does_not_understand),
    };
    return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}
