/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two counters that save the same with any other form. */
#include "tests/tui/conflictstage.h"

#include "data/agenda/reminder.h"
#include "data/agenda/rule.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"
#include "tests/data/people.h"
#include "tui/screens/preorder.h"
#include "tui/screens/promise.h"
#include "tui/screens/reminder.h"
#include "tui/screens/rule.h"

#include <stddef.h>
#include <string.h>

static void form__closes__when_somebody_removed_what_nobody_changes(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    gint64 id = conflict_add_promise(stage);
    const PromiseArg arg = {conflict_customer(stage, "1001"), id};
    conflict_open(stage, &screen_promise, &arg);
    conflict_remove(stage, &promise_type, id);
    conflict_refresh(stage);
    assert_true(stage->opener->has_returned);
    harness_expect(stage->harness, "Somebody else has removed this.");
}

static void form__says_so__when_somebody_removed_what_is_being_changed(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    gint64 id = conflict_add_promise(stage);
    const PromiseArg arg = {conflict_customer(stage, "1001"), id};
    conflict_open(stage, &screen_promise, &arg);
    harness_type(stage->harness, "Neue ");
    conflict_remove(stage, &promise_type, id);
    conflict_refresh(stage);
    assert_string_equal(conflict_top(stage), "promise");
    harness_expect(stage->harness, "What you typed still stands here");
    harness_press(stage->harness, "F4");
    harness_press(stage->harness, "Enter");
    assert_true(stage->opener->has_result);
    Promise *promise = conflict_load(stage, &promise_type, id);
    assert_non_null(strstr(promise->words, "Neue"));
    record_free(promise);
}

/* ---- every other form ---- */

/* A form of something that is stored, in which "ZZ" is typed while another counter
 * writes TEXT at the place ELSEWHERE. */
typedef struct {
    const RecordType *type;
    gsize typed, elsewhere; /* places in the record */
    const char *text;
    const char *field; /* keys that lead to the field; NULL: it listens at once */
    Screen *(*open)(ConflictStage *stage, gint64 *id);
} FormRow;

static Screen *open_promise(ConflictStage *stage, gint64 *id)
{
    const PromiseArg arg = {conflict_customer(stage, "1001"), *id = conflict_add_promise(stage)};
    return conflict_open(stage, &screen_promise, &arg);
}

static Screen *open_reminder(ConflictStage *stage, gint64 *id)
{
    Reminder *reminder = record_new(&reminder_type);
    record_set_text(&reminder->words, "anrufen");
    record_set_text(&reminder->due_day, "2026-11-24");
    record_set_text(&reminder->day, "2026-11-24");
    record_set_text(&reminder->state, "open");
    reminder->step = 1;
    const ReminderArg arg = {.reminder_id = *id = conflict_add(stage, reminder)};
    return conflict_open(stage, &screen_reminder, &arg);
}

static Screen *open_preorder(ConflictStage *stage, gint64 *id)
{
    Preorder *preorder = record_new(&preorder_type);
    preorder->customer_id = conflict_customer(stage, "1001");
    record_set_text(&preorder->words, "Torte");
    record_set_text(&preorder->day, "2026-11-28");
    record_set_text(&preorder->state, "open");
    const PreorderArg arg = {preorder->customer_id, *id = conflict_add(stage, preorder)};
    return conflict_open(stage, &screen_preorder, &arg);
}

static Screen *open_rule(ConflictStage *stage, gint64 *id)
{
    Rule *rule = record_new(&rule_type);
    record_set_text(&rule->event, "purchase");
    record_set_text(&rule->action, "reminder");
    rule->is_active = 1;
    record_set_text(&rule->words, "ask");
    const RuleArg arg = { *id = conflict_add(stage, rule)};
    return conflict_open(stage, &screen_rule, &arg);
}

static const FormRow form_rows[] = {
    {&promise_type, offsetof(Promise, words), offsetof(Promise, due_day), "2026-11-26", NULL,
     open_promise},
    {&reminder_type, offsetof(Reminder, words), offsetof(Reminder, day), "2026-11-26", NULL,
     open_reminder},
    {&preorder_type, offsetof(Preorder, words), offsetof(Preorder, day), "2026-11-29", NULL,
     open_preorder},
    {&rule_type, offsetof(Rule, words), offsetof(Rule, event), "complaint", "Tab Tab Tab Tab",
     open_rule},
};

static void forms__save_both__where_only_one_side_touched_it(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    for (gsize i = 0; i < G_N_ELEMENTS(form_rows); i++) {
        const FormRow *row = &form_rows[i];
        gint64 id = 0;
        stage->opener->has_returned = false;
        assert_non_null(row->open(stage, &id));
        if (row->field != NULL) {
            harness_press(stage->harness, row->field);
        }
        harness_type(stage->harness, "ZZ");
        conflict_change(stage, row->type, id, row->elsewhere, row->text);
        harness_press(stage->harness, "F4");
        if (!stage->opener->has_returned) {
            g_autofree char *screen = harness_text(stage->harness);
            fail_msg("%s was not saved:\n%s", row->type->table, screen);
        }
        gpointer record = conflict_load(stage, row->type, id);
        assert_non_null(strstr(G_STRUCT_MEMBER(char *, record, row->typed), "ZZ"));
        assert_string_equal(G_STRUCT_MEMBER(char *, record, row->elsewhere), row->text);
        record_free(record);
    }
}

/* The name of who keeps the promise, as the form shows it, is kept, and nobody else's comes in its
 * place. */
static void promise__keeps_a_clerk__who_was_added_meanwhile(void **state)
{
    g_autoptr(ConflictStage) stage = conflict_stage_new(state);
    gint64 id = 0;
    open_promise(stage, &id);
    harness_type(stage->harness, "ZZ");
    gint64 clerk = people_add_clerk(stage->fixture->db, "Emma");
    Promise *promise = conflict_load(stage, &promise_type, id);
    promise->clerk_id = clerk;
    g_autoptr(GError) error = NULL;
    Deed *deed = conflict_begin(stage);
    expect_done(record_update(deed, promise, &error), error);
    conflict_commit(deed);
    record_free(promise);
    harness_press(stage->harness, "F4");
    assert_true(stage->opener->has_returned);
    promise = conflict_load(stage, &promise_type, id);
    assert_int_equal(promise->clerk_id, clerk);
    assert_non_null(strstr(promise->words, "ZZ"));
    record_free(promise);
}

int main(void)
{
    g_setenv("TZ", "Europe/Berlin", TRUE);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(form__closes__when_somebody_removed_what_nobody_changes),
        cmocka_unit_test(form__says_so__when_somebody_removed_what_is_being_changed),
        cmocka_unit_test(forms__save_both__where_only_one_side_touched_it),
        cmocka_unit_test(promise__keeps_a_clerk__who_was_added_meanwhile),
    };
    return fixture_for_each_engine("conflictform", tests, G_N_ELEMENTS(tests));
}
