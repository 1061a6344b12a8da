/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often somebody is to be contacted, as people say it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/agenda/careoften.h"
#include "data/agenda/careplan.h"

#include <string.h>

typedef struct {
    const char *text;
    int every; /* -1: not understood */
    const char *unit;
} Case;

static void check(const Case *cases, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        gint64 every = -1;
        const char *unit = NULL;
        bool ok = care_often_read(cases[i].text, &every, &unit);
        if (ok != (cases[i].every >= 0) || every != cases[i].every ||
            g_strcmp0(unit, cases[i].unit) != 0) {
            fail_msg("\"%s\" is read as %d %s, not %d %s", cases[i].text, (int)every,
                     unit != NULL ? unit : "(none)", cases[i].every,
                     cases[i].unit != NULL ? cases[i].unit : "(none)");
        }
    }
}

static void care_often_read__understands_what_people_say(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"every 6 weeks", 6, "week"},
        {"alle 6 Wochen", 6, "week"},
        {"6w", 6, "week"},
        {"alle sechs Wochen", 6, "week"},
        {"jede Woche", 1, "week"},
        {"jede zweite Woche", 2, "week"},
        {"every other week", 2, "week"},
        {"fortnightly", 2, "week"},
        {"vierzehntägig", 2, "week"},
        {"MONATLICH", 1, "month"},
        {"every month", 1, "month"},
        {"einmal im Monat", 1, "month"},
        {"zweimal im Monat", 2, "week"},
        {"every quarter", 3, "month"},
        {"quarterly", 3, "month"},
        {"vierteljährlich", 3, "month"},
        {"vierteljaehrlich", 3, "month"},
        {"jedes Quartal", 3, "month"},
        {"alle 2 Quartale", 6, "month"},
        {"jedes halbe Jahr", 6, "month"},
        {"every half year", 6, "month"},
        {"halbjährlich", 6, "month"},
        {"twice a year", 6, "month"},
        {"zweimal im Jahr", 6, "month"},
        {"4x im Jahr", 3, "month"},
        {"3 mal pro Jahr", 4, "month"},
        {"jährlich", 1, "year"},
        {"every 2 years", 2, "year"},
        {"alle 10 Tage", 10, "day"},
        {"täglich", 1, "day"},
        {"999 days", 999, "day"},
        {"never", 0, "month"},
        {"nie", 0, "month"},
        {"gar nicht", 0, "month"},
    };
    check(cases, G_N_ELEMENTS(cases));
}

static void care_often_read__leaves_what_it_does_not_know(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"", -1, NULL},
        {"6", -1, NULL},
        {"weeks 6 months", -1, NULL},
        {"every 0 weeks", -1, NULL},
        {"1000 days", -1, NULL},
        {"99999999999 weeks", -1, NULL},
        {"5 times a year", -1, NULL},
        {"sometimes", -1, NULL},
        {"half a week", -1, NULL},
        {"3 4 weeks", -1, NULL},
        {"never weeks", -1, NULL},
        {"500 quarters", -1, NULL},
        {"gar", -1, NULL},
        {"\xff\xfe", -1, NULL},
    };
    check(cases, G_N_ELEMENTS(cases));
}

/* The form shows a stored line in these words, and reads them again. */
static void care_often_read__understands__what_the_plan_says(void **state)
{
    (void)state;
    static const char *const units[] = {"day", "week", "month", "year"};
    for (gsize u = 0; u < G_N_ELEMENTS(units); u++) {
        for (gint64 every = 1; every <= 999; every++) {
            char unit[8];
            g_strlcpy(unit, units[u], sizeof unit);
            const CarePlan plan = {.every = every, .unit = unit};
            g_autofree char *words = care_plan_words(&plan);
            gint64 read = -1;
            const char *of = NULL;
            assert_true(care_often_read(words, &read, &of));
            assert_int_equal(read, every);
            assert_string_equal(of, units[u]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(care_often_read__understands_what_people_say),
        cmocka_unit_test(care_often_read__leaves_what_it_does_not_know),
        cmocka_unit_test(care_often_read__understands__what_the_plan_says),
    };
    return cmocka_run_group_tests_name("careoften", tests, NULL, NULL);
}
