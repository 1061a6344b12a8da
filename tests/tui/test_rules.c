/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules: the list and the form, the text they offer, and that they are carried out by themselves.
 */
#include "tests/tui/desk.h"

#include "data/agenda/interaction.h"
#include "data/agenda/reminder.h"
#include "data/agenda/rule.h"
#include "data/customer/consent.h"
#include "tests/data/people.h"
#include "tui/clipboard.h"
#include "tui/screens/card.h"
#include "tui/screens/letter.h"
#include "tui/screens/rule.h"
#include "tui/screens/rules.h"
#include "tui/tending.h"

#include <glib/gstdio.h>

static gint64 count(const Desk *desk, const char *what)
{
    g_autofree char *sql = g_strdup_printf("SELECT COUNT(*) FROM %s", what);
    return people_number(desk->emma->shop->db, sql, DB_NO_VALUES);
}

static char *text(const Desk *desk, const char *sql)
{
    g_autoptr(GError) error = NULL;
    char *value = NULL;
    expect_done(db_get_text(desk->emma->shop->db, sql, DB_NO_VALUES, &value, &error), error);
    return value;
}

static void expect_text(const Desk *desk, const char *sql, const char *wanted)
{
    g_autofree char *value = text(desk, sql);
    assert_string_equal(value, wanted);
}

/* ---- list and form ---- */

static void rules__say_when_and_what__and_act_or_rest(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_rules, NULL);
    harness_expect(desk->harness, "7 days after a complaint was closed");
    harness_golden(desk->harness, "rules");
    assert_int_equal(count(desk, "rule WHERE is_active = 1"), 2);
    harness_press(desk->harness, "Down Down Space");
    assert_int_equal(count(desk, "rule WHERE is_active = 1"), 3);
    expect_text(desk, "SELECT from_day FROM rule WHERE code = 'after_purchase'", "2026-11-21");
    harness_press(desk->harness, "Ctrl-Z");
    assert_int_equal(count(desk, "rule WHERE is_active = 1"), 2);
}

static void rule__is_made_with_an_article__and_goes_again(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_rules, NULL);
    harness_press(desk->harness, "n Tab");
    harness_type(desk->harness, "Torte");
    harness_press(desk->harness, "Tab");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "3");
    harness_expect(desk->harness, "3 days after a purchase of Torte");
    harness_press(desk->harness, "Tab Tab");
    harness_type(desk->harness, "ask {nobody}");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "{nobody} is nothing");
    harness_press(desk->harness, "Ctrl-U");
    harness_type(desk->harness, "ask {name} how it was");
    harness_golden(desk->harness, "rule");
    harness_press(desk->harness, "F4");
    assert_string_equal(desk_top(desk), "rules");
    harness_expect(desk->harness, "3 days after a purchase of Torte");
    assert_int_equal(count(desk, "rule WHERE code IS NULL AND is_active = 1 AND days = 3 AND "
                                 "from_day = '2026-11-21'"),
                     1);
    harness_press(desk->harness, "Delete");
    assert_int_equal(count(desk, "rule WHERE code IS NULL"), 0);
}

static void rule__asks_for_the_way_of_a_text(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_rule, NULL);
    harness_press(desk->harness, "Tab Tab Tab Right Tab");
    harness_type(desk->harness, "{salutation}, // thank you. / {clerk}");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "by which way the text would go");
    harness_press(desk->harness, "Right Right F4");
    expect_text(desk, "SELECT words FROM rule WHERE code IS NULL",
                "{salutation},\n\nthank you.\n{clerk}");
    expect_text(desk, "SELECT channel FROM rule WHERE code IS NULL", "email");
}

static void rule__keeps_the_programs_words__unless_they_were_changed(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    desk_open(desk, &screen_rules, NULL);
    harness_press(desk->harness, "Enter Tab Tab Ctrl-U");
    harness_type(desk->harness, "10");
    harness_press(desk->harness, "F4");
    assert_int_equal(
        count(desk, "rule WHERE code = 'after_complaint' AND words IS NULL AND days = 10"), 1);
}

/* ---- the text ---- */

/* A reminder of today with a text to 1001, Hilde Wagner, by e-mail. */
static LetterArg offer(const Desk *desk)
{
    g_autoptr(GError) error = NULL;
    LetterArg arg = {.customer_id = emma_customer(desk->emma, "1001")};
    Deed *deed = people_begin(desk->emma->shop->db);
    Reminder *reminder = record_new(&reminder_type);
    reminder->customer_id = arg.customer_id;
    record_set_text(&reminder->words, "Write to them");
    record_set_text(&reminder->due_day, "2026-11-21");
    record_set_text(&reminder->channel, "email");
    record_set_text(&reminder->draft, "Liebe Frau Wagner,\n\ndanke für Ihren Besuch am 20.11.2026."
                                      "\n\n{clerk}\nKonditorei Emma");
    expect_done(reminder_save(deed, reminder, &error), error);
    arg.reminder_id = reminder->head.id;
    record_free(reminder);
    people_commit(deed);
    return arg;
}

static void letter__asks_for_a_line__and_notes_the_contact(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const LetterArg arg = offer(desk);
    desk_open(desk, &screen_letter, &arg);
    harness_expect(desk->harness, "Has not agreed to news by this way.");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "A line of your own makes it a letter.");
    assert_int_equal(count(desk, "interaction"), 0);
    harness_type(desk->harness, "Grüßen Sie Kurt!");
    harness_golden(desk->harness, "letter");
    harness_press(desk->harness, "F4");
    harness_expect(desk->harness, "Copied and noted as a contact.");
    expect_text(desk, "SELECT words FROM interaction",
                "Liebe Frau Wagner,\n\ndanke für Ihren Besuch am 20.11.2026.\n\nGrüßen Sie "
                "Kurt!\n\nLina B.\nKonditorei Emma");
    assert_int_equal(count(desk, "interaction WHERE channel = 'email' AND direction = 'out' AND "
                                 "day = '2026-11-21' AND minute = 872"),
                     1);
    assert_int_equal(count(desk, "reminder WHERE state = 'done'"), 1);
    harness_press(desk->harness, "F4");
    assert_int_equal(count(desk, "interaction"), 1);
    harness_press(desk->harness, "Ctrl-Z");
    assert_int_equal(count(desk, "interaction"), 0);
    assert_int_equal(count(desk, "reminder WHERE state = 'open'"), 1);
}

static void letter__is_written_to_a_file(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const LetterArg arg = offer(desk);
    g_autofree char *path = g_build_filename(desk->emma->folder, "letter.txt", NULL);
    g_autofree char *written = NULL;
    desk_open(desk, &screen_letter, &arg);
    harness_press(desk->harness, "F4 F5 Ctrl-U");
    harness_type(desk->harness, path);
    harness_press(desk->harness, "Enter");
    expect_done(g_file_get_contents(path, &written, NULL, &error), error);
    assert_true(g_str_has_prefix(written, "Liebe Frau Wagner,\n\ndanke"));
    assert_int_equal(count(desk, "interaction"), 1);
    g_unlink(path);
}

static void letter__notes_nothing__when_the_file_cannot_be_written(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    const LetterArg arg = offer(desk);
    desk_open(desk, &screen_letter, &arg);
    harness_press(desk->harness, "F4 F5 Ctrl-U");
    harness_type(desk->harness, "/proc/nowhere/letter.txt");
    harness_press(desk->harness, "Enter");
    harness_expect(desk->harness, "cannot be written");
    assert_int_equal(count(desk, "interaction"), 0);
}

static void letter__is_opened_from_the_list_of_what_is_due(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    offer(desk);
    desk_open(desk, screen_class("due"), NULL);
    harness_press(desk->harness, "Down Enter");
    assert_string_equal(desk_top(desk), "letter");
}

static void clipboard_sequence__is_what_terminals_know(void **state)
{
    (void)state;
    g_autofree char *sequence = clipboard_sequence("Grüße");
    assert_string_equal(sequence, "\033]52;c;R3LDvMOfZQ==\033\\");
}

/* ---- by itself ---- */

/* A rule that asks after each purchase, from the day before on. */
static void add_rule(const Desk *desk)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(desk->emma->shop->db);
    Rule *rule = record_new(&rule_type);
    record_set_text(&rule->event, "purchase");
    record_set_text(&rule->action, "reminder");
    record_set_text(&rule->words, "Ask how it was");
    record_set_text(&rule->from_day, "2026-11-21");
    rule->is_active = 1;
    rule->days = 1;
    expect_done(rule_save(deed, rule, &error), error);
    record_free(rule);
    people_commit(deed);
}

static void rules__are_carried_out__after_deeds_and_on_a_new_day(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    add_rule(desk);
    app_set_follower(harness_app(desk->harness), tending_begin);
    harness_settle(desk->harness);
    assert_int_equal(count(desk, "reminder"), 0);
    const CardArg arg = {emma_customer(desk->emma, "1003")};
    desk_open(desk, &screen_card, &arg);
    harness_press(desk->harness, "v F4");
    harness_strike(desk->harness, 1);
    assert_int_equal(count(desk, "reminder"), 0);
    harness_set_day(desk->harness, 22);
    harness_strike(desk->harness, 1);
    assert_int_equal(count(desk, "reminder WHERE words = 'Ask how it was'"), 1);
    harness_expect(desk->harness, "Ask how it was");
    /* Taking the visit back takes the reminder away, and nothing else was there to take back. */
    harness_press(desk->harness, "Ctrl-Z Enter");
    assert_int_equal(count(desk, "reminder"), 0);
}

static void rules__load_nothing_again__when_nothing_was_made(void **state)
{
    (void)state;
    g_autoptr(Desk) desk = desk_new(24, 80);
    add_rule(desk);
    desk_open(desk, &screen_rules, NULL);
    gconstpointer model = app_top(harness_app(desk->harness))->model;
    app_set_follower(harness_app(desk->harness), tending_begin);
    harness_settle(desk->harness);
    assert_ptr_equal(app_top(harness_app(desk->harness))->model, model);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules__say_when_and_what__and_act_or_rest),
        cmocka_unit_test(rule__is_made_with_an_article__and_goes_again),
        cmocka_unit_test(rule__asks_for_the_way_of_a_text),
        cmocka_unit_test(rule__keeps_the_programs_words__unless_they_were_changed),
        cmocka_unit_test(letter__asks_for_a_line__and_notes_the_contact),
        cmocka_unit_test(letter__is_written_to_a_file),
        cmocka_unit_test(letter__notes_nothing__when_the_file_cannot_be_written),
        cmocka_unit_test(letter__is_opened_from_the_list_of_what_is_due),
        cmocka_unit_test(clipboard_sequence__is_what_terminals_know),
        cmocka_unit_test(rules__are_carried_out__after_deeds_and_on_a_new_day),
        cmocka_unit_test(rules__load_nothing_again__when_nothing_was_made),
    };
    return cmocka_run_group_tests_name("rules", tests, NULL, NULL);
}
