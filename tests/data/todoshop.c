/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due in a shop for tests. */
#include "tests/data/todoshop.h"

#include "data/agenda/careplan.h"
#include "data/agenda/interaction.h"
#include "data/agenda/reminder.h"
#include "data/customer/consent.h"
#include "data/diary/complaint.h"
#include "data/diary/loss.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"
#include "data/diary/visit.h"

Todo *todoshop_load_for(Db *db, gint64 branch, gint64 clerk)
{
    g_autoptr(GError) error = NULL;
    const TodoAsk ask = {.today = TODOSHOP_TODAY,
                         .minute = TODOSHOP_NOON,
                         .until = TODOSHOP_TODAY,
                         .branch_id = branch,
                         .clerk_id = clerk};
    Todo *todo = todo_load(db, &ask, &error);
    expect_done(todo != NULL, error);
    return todo;
}

Todo *todoshop_load(Db *db, gint64 branch)
{
    return todoshop_load_for(db, branch, 0);
}

GPtrArray *todoshop_list(Db *db, gint64 clerk)
{
    g_autoptr(GError) error = NULL;
    const TodoAsk ask = {.today = TODOSHOP_TODAY,
                         .minute = TODOSHOP_NOON,
                         .until = day_plus(TODOSHOP_TODAY, 7),
                         .clerk_id = clerk,
                         .with_days = true};
    GPtrArray *items = todo_list(db, &ask, NULL, &error);
    expect_done(items != NULL, error);
    return items;
}

char *todoshop_told(const GPtrArray *items)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < items->len; i++) {
        const TodoItem *item = g_ptr_array_index(items, i);
        g_autofree char *day = day_to_text(item->day);
        g_string_append_printf(text, "%s%d %s %s", i > 0 ? "; " : "", (int)item->kind,
                               item->customer != NULL ? item->customer->family_name : "?", day);
        if (item->words != NULL) {
            g_string_append_printf(text, " %s", item->words);
        } else if (item->rhythm > 0) {
            g_string_append_printf(text, " /%d", (int)item->rhythm);
        }
    }
    return g_string_free(text, FALSE);
}

gint64 todoshop_customer(Db *db, const char *name)
{
    const Person person = {.family = name};
    return people_add(db, &person);
}

void todoshop_promise(Db *db, gint64 customer, const char *until, const char *words)
{
    g_autoptr(GError) error = NULL;
    Promise *promise = record_new(&promise_type);
    promise->customer_id = customer;
    record_set_text(&promise->due_day, until);
    record_set_text(&promise->words, words);
    Deed *deed = people_begin(db);
    expect_done(promise_save(deed, promise, &error), error);
    people_commit(deed);
    record_free(promise);
}

void todoshop_preorder(Db *db, gint64 customer, const char *day, gint64 branch, const char *words)
{
    g_autoptr(GError) error = NULL;
    Preorder *preorder = record_new(&preorder_type);
    preorder->customer_id = customer;
    preorder->branch_id = branch;
    record_set_text(&preorder->day, day);
    record_set_text(&preorder->words, words);
    Deed *deed = people_begin(db);
    expect_done(preorder_save(deed, preorder, &error), error);
    people_commit(deed);
    record_free(preorder);
}

void todoshop_complaint(Db *db, gint64 customer, const char *day, const char *due,
                        const char *state)
{
    g_autoptr(GError) error = NULL;
    Complaint *complaint = record_new(&complaint_type);
    complaint->customer_id = customer;
    record_set_text(&complaint->day, day);
    record_set_text(&complaint->due_day, due);
    record_set_text(&complaint->words, "falsch");
    complaint_set_state(complaint, state, TODOSHOP_TODAY);
    Deed *deed = people_begin(db);
    expect_done(complaint_add(deed, complaint, &error), error);
    people_commit(deed);
    record_free(complaint);
}

void todoshop_loss(Db *db, gint64 customer, const char *how, const char *ask_day)
{
    g_autoptr(GError) error = NULL;
    Loss *loss = record_new(&loss_type);
    loss->customer_id = customer;
    record_set_text(&loss->day, "2026-02-01");
    record_set_text(&loss->how, how);
    record_set_text(&loss->ask_day, ask_day);
    Deed *deed = people_begin(db);
    expect_done(loss_save(deed, loss, TODOSHOP_TODAY, &error), error);
    people_commit(deed);
    record_free(loss);
}

void todoshop_visits(Db *db, gint64 customer, int count, int rhythm, int ago)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    for (int i = 0; i < count; i++) {
        g_autofree char *day = day_to_text(day_plus(TODOSHOP_TODAY, -ago - i * rhythm));
        VisitOrder order = visit_order(customer, day);
        gint64 id = 0;
        expect_done(visit_add(deed, &order, &id, NULL, &error), error);
    }
    people_commit(deed);
}

gint64 todoshop_reminder(Db *db, gint64 customer, const char *day, gint64 minute, gint64 clerk,
                         const char *words)
{
    g_autoptr(GError) error = NULL;
    const Series once = {.unit = SERIES_ONCE};
    Reminder *reminder = record_new(&reminder_type);
    Moment due = {.minute = minute};
    assert_true(day_from_text(day, &due.day));
    reminder->customer_id = customer;
    reminder->clerk_id = clerk;
    record_set_text(&reminder->words, words);
    reminder_set_due(reminder, due, &once);
    Deed *deed = people_begin(db);
    expect_done(reminder_save(deed, reminder, &error), error);
    people_commit(deed);
    gint64 id = reminder->head.id;
    record_free(reminder);
    return id;
}

gint64 todoshop_dear(Db *db, const char *name)
{
    g_autoptr(GError) error = NULL;
    const Person person = {.family = name, .phone = "0421 123456"};
    gint64 id = people_add(db, &person);
    Deed *deed = people_begin(db);
    Customer *customer = record_load(db, &customer_type, id, &error);
    record_set_text(&customer->class, "A");
    expect_done(record_update(deed, customer, &error), error);
    record_free(customer);
    Interaction *last = record_new(&interaction_type);
    last->customer_id = id;
    record_set_text(&last->day, "2026-01-10");
    record_set_text(&last->direction, "out");
    record_set_text(&last->channel, "phone");
    expect_done(interaction_save(deed, last, &error), error);
    record_free(last);
    expect_done(consent_note(deed, id, "news_phone", "given", "2026-01-01", NULL, &error), error);
    people_commit(deed);
    return id;
}

void todoshop_plan(Db *db)
{
    g_autoptr(GError) error = NULL;
    CarePlan *plan = record_new(&care_plan_type);
    record_set_text(&plan->class, "A");
    record_set_text(&plan->channel, "phone");
    record_set_text(&plan->unit, "month");
    record_set_text(&plan->from_day, "2025-01-01");
    record_set_text(&plan->words, "wie es war");
    plan->every = 1;
    Deed *deed = people_begin(db);
    expect_done(care_plan_save(deed, plan, &error), error);
    people_commit(deed);
    record_free(plan);
}

bool todoshop_do(Db *db, TodoKind kind, gint64 id, GError **error)
{
    const Moment now = {TODOSHOP_TODAY, TODOSHOP_NOON};
    Deed *deed = people_begin(db);
    bool ok = todo_done(deed, kind, id, now, 0, error);
    if (ok) {
        people_commit(deed);
    } else {
        deed_free(deed);
    }
    return ok;
}
