/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts and quiet times of a customer, and what the card and the customer form tell of care. */
#include "tests/tui/desk.h"

#include "data/agenda/careplan.h"
#include "data/agenda/interaction.h"
#include "data/agenda/quiet.h"
#include "data/agenda/reminder.h"
#include "data/customer/customer.h"
#include "tests/data/people.h"
#include "tui/screens/card.h"
#include "tui/screens/edit.h"
#include "tui/screens/interaction.h"

#include <string.h>

static void open_card(Desk *desk, const char *number)
{
    const CardArg arg = {emma_customer(desk->emma, number)};
    desk_open(desk, &screen_card, &arg);
}

/* The only row of TYPE in the shop. */
static gpointer only(const Desk *desk, const RecordType *type)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list =
        record_list(desk->emma->shop->db, type, "ORDER BY id", DB_NO_VALUES, &error);
    expect_done(list != NULL, error);
    assert_int_equal(list->len, 1);
    return record_copy(g_ptr_array_index(list, 0));
}

static void contact__is_noted_on_the_card__with_what_is_to_be_done_then(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_card(desk, "1003");
    harness_press(desk->harness, "k");
    assert_string_equal(desk_top(desk), "interaction");
    harness_type(desk->harness, "will Muster sehen");
    harness_press(desk->harness, "Tab Tab Tab");
    harness_press(desk->harness, "Right Right Right");
    harness_press(desk->harness, "Tab Tab Tab");
    harness_type(desk->harness, "montag 9 uhr anrufen");
    harness_golden(desk->harness, "interaction");
    harness_press(desk->harness, "F4");
    assert_string_equal(desk_top(desk), "card");
    harness_expect(desk->harness, "Noted. Ctrl-Z takes it back.");
    Interaction *interaction = only(desk, &interaction_type);
    assert_string_equal(interaction->words, "will Muster sehen");
    /* No number of theirs is known. */
    assert_string_equal(interaction->channel, "counter");
    assert_string_equal(interaction->direction, "out");
    assert_string_equal(interaction->outcome, "call_back");
    assert_null(interaction->mood);
    assert_string_equal(interaction->day, "2026-11-21");
    assert_int_equal(interaction->minute, 14 * 60 + 32);
    record_free(interaction);
    Reminder *next = only(desk, &reminder_type);
    assert_string_equal(next->words, "anrufen");
    assert_string_equal(next->due_day, "2026-11-23");
    assert_int_equal(next->due_minute, 540);
    record_free(next);
    harness_press(desk->harness, "Ctrl-Z");
    assert_int_equal(people_number(desk->emma->shop->db,
                                   "SELECT (SELECT COUNT(*) FROM interaction) + "
                                   "(SELECT COUNT(*) FROM reminder)",
                                   DB_NO_VALUES),
                     0);
}

static void contact__is_changed_from_the_history__and_keeps_its_time(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_card(desk, "1003");
    harness_press(desk->harness, "k");
    harness_type(desk->harness, "ruft morgen an");
    harness_press(desk->harness, "F4");
    harness_press(desk->harness, "t");
    harness_expect(desk->harness, "Contact");
    harness_expect(desk->harness, "At the counter · ruft morgen an");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "interaction");
    harness_type(desk->harness, " oder Montag");
    harness_press(desk->harness, "F4");
    Interaction *interaction = only(desk, &interaction_type);
    assert_string_equal(interaction->words, "ruft morgen an oder Montag");
    assert_int_equal(interaction->minute, 14 * 60 + 32);
    record_free(interaction);
}

static void quiet__is_said_as_people_say_it__and_stands_on_the_card(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    open_card(desk, "1003");
    harness_press(desk->harness, "q");
    assert_string_equal(desk_top(desk), "prompt");
    harness_type(desk->harness, "egal");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "Not understood.");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "samstags 14-16 uhr");
    harness_golden(desk->harness, "quiet-typed");
    harness_press(desk->harness, "Enter");
    assert_string_equal(desk_top(desk), "quiet");
    harness_golden(desk->harness, "quiet");
    Quiet *quiet = only(desk, &quiet_type);
    assert_int_equal(quiet->weekdays, 32);
    assert_int_equal(quiet->from_minute, 14 * 60);
    assert_int_equal(quiet->to_minute, 16 * 60);
    assert_string_equal(quiet->words, "samstags 14-16 uhr");
    record_free(quiet);
    harness_press(desk->harness, "Esc");
    harness_expect(desk->harness, "Quiet now:");
    harness_expect(desk->harness, "Quiet times");
    harness_press(desk->harness, "q");
    assert_string_equal(desk_top(desk), "quiet");
    harness_press(desk->harness, "Enter");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "im dezember");
    harness_press(desk->harness, "Enter");
    quiet = only(desk, &quiet_type);
    assert_int_equal(quiet->from_month, 12);
    assert_int_equal(quiet->weekdays, RECORD_NONE);
    record_free(quiet);
    harness_press(desk->harness, "Delete");
    harness_expect(desk->harness, "Any time is fine so far.");
}

static void form__notes_class_closeness_and_who_looks_after_them(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const EditArg arg = {.customer_id = emma_customer(desk->emma, "1003"), .field = "class"};
    desk_open(desk, &screen_edit, &arg);
    harness_press(desk->harness, "Right Tab Right Tab Right");
    harness_golden(desk->harness, "edit-care");
    harness_press(desk->harness, "F4");
    g_autoptr(GError) error = NULL;
    Customer *customer = record_load(desk->emma->shop->db, &customer_type, arg.customer_id, &error);
    expect_done(customer != NULL, error);
    assert_string_equal(customer->class, "A");
    assert_string_equal(customer->closeness, "close");
    assert_int_not_equal(customer->clerk_id, 0);
    record_free(customer);
    open_card(desk, "1003");
    harness_expect(desk->harness, "no. 1003 · A");
    harness_expect(desk->harness, "Looked after by");
    harness_press(desk->harness, "e F4");
    harness_expect(desk->harness, "Nothing was changed.");
}

static void add_reminder(Deed *deed, gint64 customer, const char *words, Moment due,
                         SeriesUnit unit)
{
    g_autoptr(GError) error = NULL;
    const Series series = {.unit = unit, .step = 1, .first = due.day};
    Reminder *reminder = record_new(&reminder_type);
    reminder->customer_id = customer;
    record_set_text(&reminder->words, words);
    reminder_set_due(reminder, due, &series);
    expect_done(reminder_save(deed, reminder, &error), error);
    record_free(reminder);
}

/* Once a month by phone, from the beginning of the year on. */
static void add_plan(Deed *deed, gint64 customer)
{
    g_autoptr(GError) error = NULL;
    CarePlan *plan = record_new(&care_plan_type);
    plan->customer_id = customer;
    plan->every = 1;
    record_set_text(&plan->unit, "month");
    record_set_text(&plan->channel, "visit");
    record_set_text(&plan->from_day, "2026-01-01");
    expect_done(care_plan_save(deed, plan, &error), error);
    record_free(plan);
}

static void card__tells_what_is_to_be_done__and_when_not(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Desk) desk = desk_new(24, 80);
    Db *db = desk->emma->shop->db;
    gint64 id = emma_customer(desk->emma, "1003");
    Deed *deed = people_begin(db);
    add_reminder(deed, id, "nach dem Urlaub fragen", (Moment){{2026, 11, 21}, 900}, SERIES_ONCE);
    add_reminder(deed, id, "Zeitung zurücklegen", (Moment){{2026, 11, 27}, MINUTE_NONE},
                 SERIES_WEEKS);
    add_plan(deed, id);
    Quiet *quiet = record_new(&quiet_type);
    quiet->customer_id = id;
    quiet->weekdays = 32;
    expect_done(quiet_save(deed, quiet, &error), error);
    record_free(quiet);
    Customer *customer = record_load(db, &customer_type, id, &error);
    record_set_text(&customer->class, "B");
    record_set_text(&customer->closeness, "close");
    customer->clerk_id = people_number(db, "SELECT MIN(id) FROM clerk", DB_NO_VALUES);
    expect_done(record_update(deed, customer, &error), error);
    record_free(customer);
    people_commit(deed);
    open_card(desk, "1003");
    harness_golden(desk->harness, "card-agenda");
    harness_resize(desk->harness, 12, 40);
    harness_golden(desk->harness, "card-agenda-small");
    harness_press(desk->harness, "F12");
    assert_false(harness_shows(desk->harness, "Urlaub"));
    assert_false(harness_shows(desk->harness, "Quiet"));
    assert_false(harness_shows(desk->harness, "· B"));
}

/* Enter on a line opens what it is about. */
static void card__opens_a_reminder_and_the_contact_that_is_due__by_their_lines(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    gint64 id = emma_customer(desk->emma, "1013");
    Deed *deed = people_begin(desk->emma->shop->db);
    add_reminder(deed, id, "fragen, wie er heißt", (Moment){{2026, 12, 4}, MINUTE_NONE},
                 SERIES_ONCE);
    add_plan(deed, id);
    people_commit(deed);
    open_card(desk, "1013");
    harness_press(desk->harness, "Down Enter");
    assert_string_equal(desk_top(desk), "reminder");
    harness_expect(desk->harness, "fragen, wie er heißt");
    harness_press(desk->harness, "Esc Down Enter");
    assert_string_equal(desk_top(desk), "interaction");
    harness_expect(desk->harness, "[Visit with them]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contact__is_noted_on_the_card__with_what_is_to_be_done_then),
        cmocka_unit_test(contact__is_changed_from_the_history__and_keeps_its_time),
        cmocka_unit_test(quiet__is_said_as_people_say_it__and_stands_on_the_card),
        cmocka_unit_test(card__tells_what_is_to_be_done__and_when_not),
        cmocka_unit_test(card__opens_a_reminder_and_the_contact_that_is_due__by_their_lines),
        cmocka_unit_test(form__notes_class_closeness_and_who_looks_after_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
