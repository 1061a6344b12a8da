/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Emma's counter with an alarm. */
#include "tests/tui/watch.h"

#include "data/agenda/reminder.h"
#include "tests/data/people.h"

int watch_setup(void **state)
{
    Watch *watch = g_new0(Watch, 1);
    watch->stage = stage_on(emma_new(), 24, 80);
    watch->app = harness_app(watch->stage->harness);
    watch->alarm = alarm_new(watch->app);
    harness_settle(watch->stage->harness);
    *state = watch;
    return 0;
}

int watch_teardown(void **state)
{
    Watch *watch = *state;
    alarm_free(watch->alarm);
    stage_free(watch->stage);
    g_free(watch);
    return 0;
}

gint64 watch_remind(const Watch *watch, const char *number, const char *words, const char *day,
                    int hour, int minute)
{
    g_autoptr(GError) error = NULL;
    Reminder *reminder = record_new(&reminder_type);
    Moment due = {.minute = hour * 60 + minute};
    assert_true(day_from_text(day, &due.day));
    reminder->customer_id = number != NULL ? emma_customer(watch->stage->emma, number) : 0;
    record_set_text(&reminder->words, words);
    const Series once = {.unit = SERIES_ONCE, .first = due.day};
    reminder_set_due(reminder, due, &once);
    Deed *deed = people_begin(watch->stage->emma->shop->db);
    expect_done(reminder_save(deed, reminder, &error), error);
    people_commit(deed);
    gint64 id = reminder->head.id;
    record_free(reminder);
    return id;
}

void watch_snooze(const Watch *watch, gint64 id, int hour, int minute)
{
    g_autoptr(GError) error = NULL;
    Moment to = {.day = {.year = 2026, .month = 11, .day = 21}, .minute = hour * 60 + minute};
    Deed *deed = people_begin(watch->stage->emma->shop->db);
    expect_done(reminder_snooze(deed, id, to, &error), error);
    people_commit(deed);
}

unsigned watch_strike(const Watch *watch, int hour, int minute)
{
    unsigned before = app_rings(watch->app);
    harness_set_time(watch->stage->harness, hour, minute);
    harness_strike(watch->stage->harness, 1);
    return app_rings(watch->app) - before;
}
