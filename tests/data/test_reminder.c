/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reminders: noting, doing, skipping, putting off, moving, removing, series, what comes up when. */
#include "tests/data/people.h"

#include "data/agenda/reminder.h"
#include "data/agenda/reminderevent.h"
#include "data/agenda/reminderwords.h"
#include "data/base/fault.h"
#include "data/diary/loss.h"

#include <string.h>

/* A Sunday, nine o'clock. */
static const Moment now = {{2026, 3, 1}, 540};
static const ReminderFor everybody = {0, 0};

static Day day(const char *text)
{
    Day result;
    assert_true(day_from_text(text, &result));
    return result;
}

static gint64 someone(Db *db, const char *number)
{
    const Person person = {.number = number, .given = "Hilde", .family = "Wagner"};
    return people_add(db, &person);
}

static Reminder *from_words(gint64 customer, const char *typed)
{
    ReminderWords read;
    reminder_words_read(typed, now, &read);
    Reminder *one = record_new(&reminder_type);
    one->customer_id = customer;
    record_set_text(&one->words, read.words);
    reminder_set_due(one, read.due, &read.series);
    reminder_words_clear(&read);
    return one;
}

static gint64 save(Db *db, Reminder *one)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(reminder_save(deed, one, &error), error);
    people_commit(deed);
    return one->head.id;
}

static gint64 remind(Db *db, gint64 customer, const char *typed)
{
    Reminder *one = from_words(customer, typed);
    gint64 id = save(db, one);
    record_free(one);
    return id;
}

/* Returns the deed. */
static gint64 settle_at(Db *db, gint64 id, bool is_skipped, const char *on, gint64 minute)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    const Moment moment = {day(on), minute};
    Reminder *seen = record_load(db, &reminder_type, id, &error);
    const Moment due = reminder_due(seen);
    expect_done(reminder_settle(deed, id, is_skipped ? &due : NULL, moment, &error), error);
    record_free(seen);
    return people_commit(deed);
}

static gint64 settle(Db *db, gint64 id, bool is_skipped, const char *on)
{
    return settle_at(db, id, is_skipped, on, 720);
}

static gint64 snooze(Db *db, gint64 id, const char *to, gint64 minute)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(reminder_snooze(deed, id, (Moment){day(to), minute}, &error), error);
    return people_commit(deed);
}

static Reminder *load(Db *db, gint64 id)
{
    g_autoptr(GError) error = NULL;
    Reminder *one = record_load(db, &reminder_type, id, &error);
    expect_done(one != NULL, error);
    return one;
}

/* "due 2026-03-06 540, up 2026-03-07, open". */
static void expect_state(Db *db, gint64 id, const char *wanted)
{
    Reminder *one = load(db, id);
    GString *text = g_string_new("due ");
    g_string_append(text, one->due_day);
    if (one->due_minute != MINUTE_NONE) {
        g_string_append_printf(text, " %d", (int)one->due_minute);
    }
    g_string_append_printf(text, ", up %s", one->day);
    if (one->minute != MINUTE_NONE) {
        g_string_append_printf(text, " %d", (int)one->minute);
    }
    g_string_append_printf(text, ", %s", one->state);
    if (one->done_day != NULL) {
        g_string_append_printf(text, " %s", one->done_day);
    }
    assert_string_equal(text->str, wanted);
    g_string_free(text, TRUE);
    record_free(one);
}

/* "done 2026-03-06; snoozed 2026-03-01 > 2026-03-02 600; …", the latest first. */
static void expect_history(Db *db, gint64 id, const char *wanted)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) events = reminder_event_list(db, id, &error);
    expect_done(events != NULL, error);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < events->len; i++) {
        const ReminderEvent *event = g_ptr_array_index(events, i);
        g_string_append_printf(text, "%s%s %s", i > 0 ? "; " : "", event->what, event->day);
        if (event->to_day != NULL) {
            g_string_append_printf(text, " > %s", event->to_day);
        }
        if (event->to_minute != MINUTE_NONE) {
            g_string_append_printf(text, " %d", (int)event->to_minute);
        }
    }
    assert_string_equal(text->str, wanted);
    g_string_free(text, TRUE);
}

static void expect_words(GPtrArray *list, const char *wanted)
{
    GString *text = g_string_new(NULL);
    assert_non_null(list);
    for (guint i = 0; i < list->len; i++) {
        g_string_append_printf(text, "%s%s", i > 0 ? ", " : "",
                               ((const Reminder *)g_ptr_array_index(list, i))->words);
    }
    g_ptr_array_unref(list);
    assert_string_equal(text->str, wanted);
    g_string_free(text, TRUE);
}

static void reminder_save__refuses__without_words_or_a_day(void **state)
{
    static const char *const typed[] = {"freitag", "anrufen", ""};
    Db *db = ((Fixture *)*state)->db;
    for (gsize i = 0; i < G_N_ELEMENTS(typed); i++) {
        g_autoptr(GError) error = NULL;
        Deed *deed = people_begin(db);
        Reminder *one = from_words(0, typed[i]);
        assert_false(reminder_save(deed, one, &error));
        expect_fault(error, FAULT_REFUSED);
        record_free(one);
        deed_free(deed);
    }
}

static void reminder_settle__ends_what_comes_once__and_is_taken_back(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = someone(db, "1"), id = remind(db, hilde, "freitag 15 uhr anrufen");
    expect_state(db, id, "due 2026-03-06 900, up 2026-03-06 900, open");
    gint64 deed = settle(db, id, false, "2026-03-02");
    expect_state(db, id, "due 2026-03-06 900, up 2026-03-06 900, done 2026-03-02");
    expect_history(db, id, "done 2026-03-06");
    assert_int_equal(settle(db, id, true, "2026-03-03"), 0);
    expect_history(db, id, "done 2026-03-06");
    people_undo(db, deed);
    expect_state(db, id, "due 2026-03-06 900, up 2026-03-06 900, open");
    expect_history(db, id, "");
    settle(db, id, true, "2026-03-02");
    expect_state(db, id, "due 2026-03-06 900, up 2026-03-06 900, skipped 2026-03-02");
    people_expect_sound(db);
    g_autoptr(GError) error = NULL;
    Deed *next = people_begin(db);
    assert_false(reminder_settle(next, 4711, NULL, now, &error));
    expect_fault(error, FAULT_MISSING);
    deed_free(next);
}

static void reminder_settle__lets_a_series_go_on(void **state)
{
    static const struct {
        const char *typed, *done_on, *wanted;
    } cases[] = {
        {"jeden montag x", "2026-03-02", "due 2026-03-09, up 2026-03-09, open 2026-03-02"},
        {"jeden montag um 9 x", "2026-03-01",
         "due 2026-03-09 540, up 2026-03-09 540, open 2026-03-01"},
        {"jeden montag x", "2026-03-30", "due 2026-04-06, up 2026-04-06, open 2026-03-30"},
        {"alle 2 wochen am montag x", "2026-03-05",
         "due 2026-03-16, up 2026-03-16, open 2026-03-05"},
        {"monatlich am 31. x", "2026-03-31", "due 2026-04-30, up 2026-04-30, open 2026-03-31"},
        {"monatlich am 31. x", "2026-04-30", "due 2026-05-31, up 2026-05-31, open 2026-04-30"},
        {"jedes jahr am 29.2. x", "2027-02-28", "due 2028-02-29, up 2028-02-29, open 2027-02-28"},
        {"täglich x", "2026-12-31", "due 2027-01-01, up 2027-01-01, open 2026-12-31"},
    };
    Db *db = ((Fixture *)*state)->db;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        gint64 id = remind(db, 0, cases[i].typed);
        settle(db, id, i % 2 == 1, cases[i].done_on);
        expect_state(db, id, cases[i].wanted);
    }
}

/* Yesterday's, ticked this morning, does not swallow what comes up tonight. */
static void reminder_settle__keeps_what_is_still_to_come_today(void **state)
{
    static const struct {
        const char *typed;
        gint64 done_at;
        const char *wanted;
    } cases[] = {
        {"täglich um 18 uhr x", 540, "due 2026-03-04 1080, up 2026-03-04 1080, open 2026-03-04"},
        {"täglich um 18 uhr x", 1080, "due 2026-03-05 1080, up 2026-03-05 1080, open 2026-03-04"},
        {"täglich um 18 uhr x", MINUTE_NONE,
         "due 2026-03-05 1080, up 2026-03-05 1080, open 2026-03-04"},
        {"täglich x", 540, "due 2026-03-05, up 2026-03-05, open 2026-03-04"},
        {"jeden sonntag um 18 uhr x", 540,
         "due 2026-03-08 1080, up 2026-03-08 1080, open 2026-03-04"},
    };
    Db *db = ((Fixture *)*state)->db;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        gint64 id = remind(db, 0, cases[i].typed);
        settle_at(db, id, false, "2026-03-04", cases[i].done_at);
        expect_state(db, id, cases[i].wanted);
    }
}

/* Put off, done late, the clock set back in between: no day of the series comes twice. */
static void reminder_settle__does_a_series_once_a_day__when_two_tick_it(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    gint64 id = remind(db, 0, "jeden tag Kasse");
    settle(db, id, false, "2026-03-01");
    const Moment later = {{2026, 3, 1}, 721};
    Deed *second = people_begin(db);
    assert_false(reminder_settle(second, id, NULL, later, &error));
    expect_fault(error, FAULT_REFUSED);
    deed_free(second);
    settle(db, id, true, "2026-03-01"); /* tomorrow's can still be skipped, … */
    g_clear_error(&error);
    const Moment tomorrow = {{2026, 3, 2}, MINUTE_NONE};
    Deed *third = people_begin(db);
    assert_false(reminder_settle(third, id, &tomorrow, later, &error)); /* … once */
    expect_fault(error, FAULT_CONFLICT);
    deed_free(third);
    settle(db, id, false, "2026-03-03");
}

static void reminder_settle__never_gives_a_day_twice__when_the_clock_is_set_back(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 id = remind(db, 0, "täglich um 10 lüften");
    settle(db, id, false, "2026-03-01");
    expect_state(db, id, "due 2026-03-02 600, up 2026-03-02 600, open 2026-03-01");
    settle(db, id, false, "2026-02-27");
    expect_state(db, id, "due 2026-03-03 600, up 2026-03-03 600, open 2026-02-27");
    snooze(db, id, "2026-03-05", 660);
    expect_state(db, id, "due 2026-03-03 600, up 2026-03-05 660, open 2026-02-27");
    settle(db, id, false, "2026-03-05");
    expect_state(db, id, "due 2026-03-06 600, up 2026-03-06 600, open 2026-03-05");
    expect_history(db, id,
                   "done 2026-03-03; snoozed 2026-03-03 > 2026-03-05 660; done 2026-03-02; "
                   "done 2026-03-01");
}

static void reminder_snooze__keeps_what_was_agreed(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    gint64 id = remind(db, someone(db, "1"), "heute um 10 anrufen");
    gint64 deed = snooze(db, id, "2026-03-01", 660);
    expect_state(db, id, "due 2026-03-01 600, up 2026-03-01 660, open");
    assert_int_equal(snooze(db, id, "2026-03-01", 660), 0);
    snooze(db, id, "2026-03-08", MINUTE_NONE);
    expect_state(db, id, "due 2026-03-01 600, up 2026-03-08, open");
    expect_history(db, id, "snoozed 2026-03-01 > 2026-03-08; snoozed 2026-03-01 > 2026-03-01 660");
    assert_true(deed != 0);
    settle(db, id, false, "2026-03-08");
    Deed *late = people_begin(db);
    assert_false(reminder_snooze(late, id, now, &error));
    expect_fault(error, FAULT_REFUSED);
    deed_free(late);
}

static void reminder_save__writes_down__when_it_was_moved(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 id = remind(db, someone(db, "1"), "jeden montag Kasse");
    Reminder *one = load(db, id);
    record_set_text(&one->words, "Kasse zählen");
    save(db, one);
    expect_history(db, id, "");
    const Series series = reminder_series(one);
    reminder_set_due(one, (Moment){{2026, 3, 3}, 720}, &series);
    save(db, one);
    record_free(one);
    expect_state(db, id, "due 2026-03-03 720, up 2026-03-03 720, open");
    expect_history(db, id, "moved 2026-03-02 > 2026-03-03 720");
    /* The series stays on its Mondays. */
    settle(db, id, false, "2026-03-03");
    expect_state(db, id, "due 2026-03-09 720, up 2026-03-09 720, open 2026-03-03");
}

static void reminder_remove__takes_the_history_along__and_brings_it_back(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    gint64 hilde = someone(db, "1");
    g_autofree char *empty = people_dump(db);
    gint64 id = remind(db, hilde, "freitag anrufen");
    snooze(db, id, "2026-03-07", 600);
    g_autofree char *before = people_dump(db);
    Deed *deed = people_begin(db);
    expect_done(reminder_remove(deed, id, &error), error);
    gint64 removed = people_commit(deed);
    g_autofree char *gone = people_dump(db);
    assert_string_equal(gone, empty);
    people_undo(db, removed);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    people_expect_sound(db);
}

static void reminder_open_of__gives__the_next_first__any_time_before_a_time(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = someone(db, "1");
    remind(db, hilde, "morgen um 9 c");
    remind(db, 0, "heute shop");
    remind(db, hilde, "morgen b");
    remind(db, hilde, "heute a");
    gint64 put_off = remind(db, hilde, "heute d");
    snooze(db, put_off, "2026-03-02", 600);
    settle(db, remind(db, hilde, "heute done"), false, "2026-03-01");
    expect_words(reminder_open_of(db, hilde, NULL), "a, b, c, d");
}

static void reminder_list_between__is_for_somebody_and_somewhere__when_asked(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 lina = people_add_clerk(db, "Lina"), jan = people_add_clerk(db, "Jan");
    gint64 nord = people_add_branch(db, "Nord");
    static const char *const typed[] = {"um 10 alle", "um 10 lina", "um 10 jan", "um 10 nord"};
    gint64 clerks[] = {0, lina, jan, 0}, branches[] = {0, 0, 0, nord};
    for (gsize i = 0; i < G_N_ELEMENTS(typed); i++) {
        Reminder *one = from_words(0, typed[i]);
        one->clerk_id = clerks[i];
        one->branch_id = branches[i];
        save(db, one);
        record_free(one);
    }
    const ReminderFor for_lina = {.clerk_id = lina}, in_nord = {.branch_id = nord};
    const ReminderFor elsewhere = {.branch_id = nord + 1}, both = {jan, nord + 1};
    const Moment at_ten = {now.day, 600};
    expect_words(reminder_list_between(db, now, at_ten, &everybody, 10, NULL),
                 "alle, lina, jan, nord");
    expect_words(reminder_list_between(db, now, at_ten, &for_lina, 10, NULL), "alle, lina, nord");
    expect_words(reminder_list_between(db, now, at_ten, &in_nord, 10, NULL),
                 "alle, lina, jan, nord");
    expect_words(reminder_list_between(db, now, at_ten, &elsewhere, 10, NULL), "alle, lina, jan");
    expect_words(reminder_list_between(db, now, at_ten, &both, 10, NULL), "alle, jan");
}

static void reminders__are_nothing_to_do__for_the_dead(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    const Moment at_ten = {now.day, 600};
    gint64 hilde = someone(db, "1");
    remind(db, hilde, "heute um 10 anrufen");
    Deed *deed = people_begin(db);
    Loss *loss = record_new(&loss_type);
    loss->customer_id = hilde;
    record_set_text(&loss->day, "2026-02-01");
    record_set_text(&loss->how, "died");
    expect_done(loss_save(deed, loss, now.day, &error), error);
    record_free(loss);
    gint64 died = people_commit(deed);
    expect_words(reminder_list_between(db, now, at_ten, &everybody, 10, NULL), "");
    expect_words(reminder_open_of(db, hilde, NULL), "");
    people_undo(db, died);
    expect_words(reminder_list_between(db, now, at_ten, &everybody, 10, NULL), "anrufen");
    expect_words(reminder_open_of(db, hilde, NULL), "anrufen");
}

static void reminder_list_between__has_what_comes_up_meanwhile(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    remind(db, 0, "heute um 10 zehn");
    remind(db, 0, "heute 10:30 halb");
    remind(db, 0, "heute irgendwann");
    remind(db, 0, "morgen 8:00 acht");
    const Moment at_ten = {now.day, 600}, at_half = {now.day, 630}, late = {{2026, 3, 2}, 480};
    const Moment today = {now.day, MINUTE_NONE}, tomorrow = {{2026, 3, 2}, MINUTE_NONE};
    expect_words(reminder_list_between(db, now, at_ten, &everybody, 9, NULL), "zehn");
    expect_words(reminder_list_between(db, at_ten, at_half, &everybody, 9, NULL), "halb");
    expect_words(reminder_list_between(db, at_ten, late, &everybody, 9, NULL), "halb, acht");
    expect_words(reminder_list_between(db, today, late, &everybody, 2, NULL), "zehn, halb");
    expect_words(reminder_list_between(db, at_half, tomorrow, &everybody, 9, NULL), "");
    /* A clock that was set back asks for nothing that is over. */
    expect_words(reminder_list_between(db, late, at_ten, &everybody, 9, NULL), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reminder_save__refuses__without_words_or_a_day),
        cmocka_unit_test(reminder_settle__ends_what_comes_once__and_is_taken_back),
        cmocka_unit_test(reminder_settle__lets_a_series_go_on),
        cmocka_unit_test(reminder_settle__keeps_what_is_still_to_come_today),
        cmocka_unit_test(reminder_settle__does_a_series_once_a_day__when_two_tick_it),
        cmocka_unit_test(reminder_settle__never_gives_a_day_twice__when_the_clock_is_set_back),
        cmocka_unit_test(reminder_snooze__keeps_what_was_agreed),
        cmocka_unit_test(reminder_save__writes_down__when_it_was_moved),
        cmocka_unit_test(reminder_remove__takes_the_history_along__and_brings_it_back),
        cmocka_unit_test(reminder_open_of__gives__the_next_first__any_time_before_a_time),
        cmocka_unit_test(reminder_list_between__is_for_somebody_and_somewhere__when_asked),
        cmocka_unit_test(reminders__are_nothing_to_do__for_the_dead),
        cmocka_unit_test(reminder_list_between__has_what_comes_up_meanwhile),
    };
    return fixture_for_each_engine("reminder", tests, G_N_ELEMENTS(tests));
}
