/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which backups are kept, as a matter of their instants alone. */
#include "data/backup/ladder.h"

#include "tests/data/fixture.h"

enum { DAY = 24 * 60 * 60 };

static void ladder_choose__of_a_quiet_month__keeps_days_then_weeks(void **state)
{
    (void)state;
    LadderStep steps[200];
    /* Noon of 2026-03-01, a Sunday, and 199 days before it, three a day. */
    const gint64 noon = 1772366400;
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        steps[i] = (LadderStep){.made = noon - (gint64)(i / 3) * DAY - (i % 3) * 3600};
    }
    ladder_choose(steps, G_N_ELEMENTS(steps), noon);
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        guint day = i / 3;
        bool is_last = i % 3 == 0;
        bool is_week = day % 7 == 0 && day / 7 < LADDER_WEEKS;
        /* The ends of February, January and December 2025. */
        bool is_month = day == 1 || day == 29 || day == 60;
        bool kept =
            day < LADDER_ALL_DAYS || (is_last && (day < LADDER_DAYS || is_week || is_month));
        if (steps[i].is_kept != kept) {
            fail_msg("step %u of day %u: %d", i, day, steps[i].is_kept);
        }
    }
}

static void ladder_choose__of_backups_from_the_future__lets_no_others_go(void **state)
{
    (void)state;
    const gint64 now = 1772366400;
    LadderStep steps[40] = {0};
    for (guint i = 0; i < 10; i++) {
        steps[i].made = now - (gint64)i * DAY;
    }
    for (guint i = 10; i < 40; i++) {
        steps[i].made = now + (gint64)i * 365 * DAY;
    }
    ladder_choose(steps, 40, now);
    for (guint i = 0; i < 40; i++) {
        assert_true(steps[i].is_kept);
    }
}

static void ladder_choose__when_the_clock_jumps_ahead__ages_nothing(void **state)
{
    (void)state;
    const gint64 now = 1772366400, ahead = now + (gint64)3650 * DAY;
    LadderStep steps[13] = {{.made = ahead}};
    for (guint i = 1; i < G_N_ELEMENTS(steps); i++) {
        steps[i].made = now - (gint64)i * DAY;
    }
    ladder_choose(steps, G_N_ELEMENTS(steps), ahead);
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        assert_true(steps[i].is_kept);
    }
}

static void ladder_choose__of_what_is_firm__keeps_it_for_its_days(void **state)
{
    (void)state;
    const gint64 now = 1772366400;
    LadderStep steps[40] = {0};
    for (guint i = 0; i < 20; i++) {
        steps[2 * i].made = now - (gint64)i * DAY;
        steps[2 * i + 1] = (LadderStep){.made = now - (gint64)i * DAY - 60, .is_firm = true};
    }
    ladder_choose(steps, 40, now);
    for (guint i = 0; i < 20; i++) {
        assert_true(steps[2 * i + 1].is_kept == (i < LADDER_DAYS));
    }
}

static void ladder_choose__before_1970__is_in_order_too(void **state)
{
    (void)state;
    LadderStep steps[30] = {0};
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        steps[i].made = -(gint64)i * DAY - 1;
    }
    ladder_choose(steps, G_N_ELEMENTS(steps), 0);
    for (guint i = 0; i < LADDER_DAYS; i++) {
        assert_true(steps[i].is_kept);
    }
    guint kept = 0;
    for (guint i = LADDER_DAYS; i < G_N_ELEMENTS(steps); i++) {
        kept += steps[i].is_kept ? 1 : 0;
    }
    assert_in_range(kept, 2, 4); /* ends of weeks */
    ladder_choose(NULL, 0, 0);
}

/* After 400 years every day is the same day of the week and of the month again. */
static void ladder_choose__before_1970__keeps_what_it_would_keep_today(void **state)
{
    (void)state;
    const gint64 now = 1772366400, years = (gint64)146097 * DAY;
    LadderStep steps[400] = {0}, early[400] = {0};
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        steps[i].made = now - (gint64)i * DAY / 4;
        early[i].made = steps[i].made - years;
    }
    ladder_choose(steps, G_N_ELEMENTS(steps), now);
    ladder_choose(early, G_N_ELEMENTS(early), now - years);
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        if (early[i].is_kept != steps[i].is_kept) {
            fail_msg("step %u: %d", i, early[i].is_kept);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ladder_choose__of_a_quiet_month__keeps_days_then_weeks),
        cmocka_unit_test(ladder_choose__of_backups_from_the_future__lets_no_others_go),
        cmocka_unit_test(ladder_choose__when_the_clock_jumps_ahead__ages_nothing),
        cmocka_unit_test(ladder_choose__of_what_is_firm__keeps_it_for_its_days),
        cmocka_unit_test(ladder_choose__before_1970__is_in_order_too),
        cmocka_unit_test(ladder_choose__before_1970__keeps_what_it_would_keep_today),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
