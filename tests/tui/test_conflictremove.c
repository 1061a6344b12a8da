/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Removing what another counter has changed or removed meanwhile, and settings, which have no
 * version. */
#include "tests/tui/conflictstage.h"

#include "data/customer/fact.h"
#include "data/diary/promise.h"
#include "data/setting.h"
#include "tui/screens/card.h"
#include "tui/screens/settings.h"
#include "tui/screens/timeline.h"

#include <stddef.h>
#include <string.h>

/* The id of the note of the customer that says WORDS. */
static gint64 fact_id(const ConflictStage *stage, gint64 customer, const char *words)
{
    g_autoptr(Sheet) sheet = conflict_sheet(stage, customer);
    for (guint i = 0; i < sheet->facts->len; i++) {
        const Fact *fact = g_ptr_array_index(sheet->facts, i);
        if (strcmp(fact->words, words) == 0) {
            return fact->head.id;
        }
    }
    fail_msg("there is no note \"%s\"", words);
    return 0;
}

static gint64 open_card(ConflictStage *stage, const char *number)
{
    const CardArg arg = {.customer_id = conflict_customer(stage, number)};
    conflict_open(stage, &screen_card, &arg);
    return arg.customer_id;
}

static void allergy__stays__when_somebody_has_just_changed_it(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    gint64 customer = open_card(stage, "1006"), id = fact_id(stage, customer, "Nüsse");
    harness_press(stage->harness, "End");
    conflict_change(stage, &fact_type, id, offsetof(Fact, words), "Nüsse und Soja");
    harness_press(stage->harness, "Delete");
    harness_expect(stage->harness, "Somebody else has just changed this");
    harness_expect(stage->harness, "Nüsse und Soja");
    assert_true(conflict_has(stage, &fact_type, id));
    /* Now it is seen. */
    harness_press(stage->harness, "Delete");
    assert_false(conflict_has(stage, &fact_type, id));
}

static void note__is_gone_already__when_two_remove_it(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    gint64 customer = open_card(stage, "1006"), id = fact_id(stage, customer, "Nüsse");
    harness_press(stage->harness, "End");
    conflict_remove(stage, &fact_type, id);
    harness_press(stage->harness, "Delete");
    harness_expect(stage->harness, "Somebody else has removed this.");
    assert_string_equal(conflict_top(stage), "card");
    assert_false(harness_shows(stage->harness, "Nüsse"));
}

static void card__stays__when_somebody_has_just_noted_something(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    gint64 customer = open_card(stage, "1006");
    harness_press(stage->harness, "x");
    Fact *old = conflict_load(stage, &fact_type, fact_id(stage, customer, "Nüsse"));
    Fact *fact = record_new(&fact_type);
    fact->customer_id = customer;
    fact->kind_id = old->kind_id;
    record_set_text(&fact->words, "Sellerie");
    record_free(old);
    conflict_add(stage, fact);
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "Somebody else has just changed this");
    harness_expect(stage->harness, "Sellerie");
    assert_true(conflict_has(stage, &customer_type, customer));
    harness_press(stage->harness, "x Enter");
    assert_false(conflict_has(stage, &customer_type, customer));
}

static void entry__stays__when_somebody_has_just_changed_it(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    const TimelineArg arg = {conflict_customer(stage, "1001"), &promise_type,
                             conflict_add_promise(stage)};
    conflict_open(stage, &screen_timeline, &arg);
    conflict_change(stage, &promise_type, arg.id, offsetof(Promise, words), "zwei Muster zeigen");
    harness_press(stage->harness, "Delete");
    harness_expect(stage->harness, "Somebody else has just changed this");
    harness_expect(stage->harness, "zwei Muster");
    assert_true(conflict_has(stage, &promise_type, arg.id));
    harness_press(stage->harness, "Delete");
    assert_false(conflict_has(stage, &promise_type, arg.id));
}

/* ---- settings ---- */

static void set_elsewhere(const ConflictStage *stage, const char *name, const char *value)
{
    g_autoptr(GError) error = NULL;
    expect_done(setting_set(stage->fixture->db, name, value, &error), error);
}

static void expect_setting(const ConflictStage *stage, const char *name, const char *wanted)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *value = NULL;
    expect_done(setting_get(stage->fixture->db, name, "?", &value, &error), error);
    assert_string_equal(value, wanted);
}

/* Asks for the row of the settings that is called LABEL. */
static void ask_for(const ConflictStage *stage, const char *label)
{
    int row = 0, col = 0;
    harness_press(stage->harness, "Home");
    for (int i = 0; i < 30; i++) {
        assert_true(harness_cursor(stage->harness, &row, &col));
        g_autofree char *line = harness_line(stage->harness, row);
        if (strstr(line, label) != NULL) {
            harness_press(stage->harness, "Enter");
            return;
        }
        harness_press(stage->harness, "Down");
    }
    fail_msg("there is no row \"%s\"", label);
}

static void setting__is_asked_about__when_somebody_else_set_it(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    conflict_open(stage, &screen_settings, NULL);
    ask_for(stage, "Home looks ahead");
    harness_type(stage->harness, "21");
    set_elsewhere(stage, SETTING_DAYS_AHEAD, "5");
    harness_press(stage->harness, "Enter");
    harness_golden(stage->harness, "conflict-setting");
    expect_setting(stage, SETTING_DAYS_AHEAD, "5");
    harness_press(stage->harness, "Esc");
    expect_setting(stage, SETTING_DAYS_AHEAD, "5");

    ask_for(stage, "Contacts a month");
    harness_type(stage->harness, "3");
    set_elsewhere(stage, SETTING_CONTACTS_PER_MONTH, "9");
    harness_press(stage->harness, "Enter");
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "Saved. It holds from now on.");
    expect_setting(stage, SETTING_CONTACTS_PER_MONTH, "3");
}

static void setting__is_written__when_both_set_the_same(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    conflict_open(stage, &screen_settings, NULL);
    ask_for(stage, "Country code");
    harness_type(stage->harness, "43");
    set_elsewhere(stage, SETTING_COUNTRY_CODE, "43");
    harness_press(stage->harness, "Enter");
    harness_expect(stage->harness, "Saved. It holds from now on.");
    expect_setting(stage, SETTING_COUNTRY_CODE, "43");
}

int main(void)
{
    g_setenv("TZ", "Europe/Berlin", TRUE);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(allergy__stays__when_somebody_has_just_changed_it),
        cmocka_unit_test(note__is_gone_already__when_two_remove_it),
        cmocka_unit_test(card__stays__when_somebody_has_just_noted_something),
        cmocka_unit_test(entry__stays__when_somebody_has_just_changed_it),
        cmocka_unit_test(setting__is_asked_about__when_somebody_else_set_it),
        cmocka_unit_test(setting__is_written__when_both_set_the_same),
    };
    return fixture_for_each_engine("conflictremove", tests, G_N_ELEMENTS(tests));
}
