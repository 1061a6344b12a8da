/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done, and whom to watch out for. */
#include "tests/data/people.h"

#include "data/agenda/todo.h"
#include "data/branch.h"
#include "data/diary/complaint.h"
#include "data/diary/loss.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"
#include "data/diary/visit.h"

static const Day today = {2026, 3, 1};

static Todo *load(Db *db, gint64 branch)
{
    g_autoptr(GError) error = NULL;
    Todo *todo = todo_load(db, today, branch, &error);
    expect_done(todo != NULL, error);
    return todo;
}

/* LIST as "0 Ott 2026-03-01 Torte; …": kind, customer, day, words or rhythm. */
static char *told(const GPtrArray *list)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < list->len; i++) {
        const TodoItem *item = g_ptr_array_index(list, i);
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

static gint64 add_customer(Db *db, const char *name)
{
    const Person person = {.family = name};
    return people_add(db, &person);
}

static gint64 add_branch(Db *db, const char *name)
{
    g_autoptr(GError) error = NULL;
    Branch *branch = record_new(&branch_type);
    record_set_text(&branch->name, name);
    Deed *deed = people_begin(db);
    expect_done(record_insert(deed, branch, &error), error);
    people_commit(deed);
    gint64 id = branch->head.id;
    record_free(branch);
    return id;
}

static void add_promise(Db *db, gint64 customer, const char *until, const char *words)
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

static void add_preorder(Db *db, gint64 customer, const char *day, gint64 branch, const char *words)
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

static void add_complaint(Db *db, gint64 customer, const char *day, const char *due,
                          const char *state)
{
    g_autoptr(GError) error = NULL;
    Complaint *complaint = record_new(&complaint_type);
    complaint->customer_id = customer;
    record_set_text(&complaint->day, day);
    record_set_text(&complaint->due_day, due);
    record_set_text(&complaint->words, "falsch");
    complaint_set_state(complaint, state, today);
    Deed *deed = people_begin(db);
    expect_done(complaint_add(deed, complaint, &error), error);
    people_commit(deed);
    record_free(complaint);
}

static void add_loss(Db *db, gint64 customer, const char *how, const char *ask_day)
{
    g_autoptr(GError) error = NULL;
    Loss *loss = record_new(&loss_type);
    loss->customer_id = customer;
    record_set_text(&loss->day, "2026-02-01");
    record_set_text(&loss->how, how);
    record_set_text(&loss->ask_day, ask_day);
    Deed *deed = people_begin(db);
    expect_done(loss_save(deed, loss, today, &error), error);
    people_commit(deed);
    record_free(loss);
}

/* COUNT visits, one every RHYTHM days, the last one AGO days ago. */
static void add_visits(Db *db, gint64 customer, int count, int rhythm, int ago)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    for (int i = 0; i < count; i++) {
        g_autofree char *day = day_to_text(day_plus(today, -ago - i * rhythm));
        VisitOrder order = visit_order(customer, day);
        gint64 id = 0;
        expect_done(visit_add(deed, &order, &id, NULL, &error), error);
    }
    people_commit(deed);
}

static void todo__has_what_is_due__the_most_urgent_first(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 ott = add_customer(db, "Ott"), berg = add_customer(db, "Berg");
    gint64 dead = add_customer(db, "Tod"), lost = add_customer(db, "Weg");
    add_promise(db, ott, "2026-02-20", "anrufen");
    add_promise(db, ott, "2026-03-02", "Muster");
    add_promise(db, ott, "2026-03-03", "später");
    add_promise(db, dead, "2026-02-01", "nicht mehr");
    add_preorder(db, berg, "2026-03-01", 0, "Torte");
    add_preorder(db, berg, "2026-03-03", 0, "übermorgen");
    add_preorder(db, berg, "2026-01-03", 0, "vergessen");
    add_complaint(db, berg, "2026-02-25", "2026-02-28", "working");
    add_complaint(db, berg, "2026-02-25", "2026-02-28", "agreed");
    add_loss(db, dead, "died", NULL);
    add_loss(db, lost, "says", "2026-03-01");
    g_autoptr(Todo) todo = load(db, 0);
    g_autofree char *tasks = told(todo->tasks);
    assert_string_equal(tasks,
                        "1 Ott 2026-02-20 anrufen; 2 Berg 2026-02-28 falsch; "
                        "0 Berg 2026-03-01 Torte; 3 Weg 2026-03-01; 1 Ott 2026-03-02 Muster");
    assert_int_equal(todo->more_tasks, 0);
    assert_int_equal(todo->watch->len, 0);
}

static void todo__watches_open_complaints_and_who_stays_away(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 ott = add_customer(db, "Ott"), klein = add_customer(db, "Klein");
    gint64 here = add_customer(db, "Hier"), gone = add_customer(db, "Weg");
    gint64 long_ago = add_customer(db, "Lange"), often = add_customer(db, "Oft");
    add_complaint(db, ott, "2026-02-26", NULL, "received");
    add_complaint(db, 0, "2026-02-20", "2026-04-01", "acknowledged");
    add_complaint(db, ott, "2026-02-01", NULL, "refused");
    add_visits(db, klein, 5, 9, 31);
    add_visits(db, often, 12, 7, 40);
    add_visits(db, here, 5, 9, 12);
    add_visits(db, long_ago, 5, 9, 300);
    add_visits(db, gone, 20, 9, 40);
    add_loss(db, gone, "stays_away", NULL);
    g_autoptr(Todo) todo = load(db, 0);
    g_autofree char *watch = told(todo->watch);
    assert_string_equal(watch, "4 ? 2026-02-20 falsch; 4 Ott 2026-02-26 falsch; "
                               "5 Oft 2026-01-20 /7; 5 Klein 2026-01-29 /9");
    assert_int_equal(todo->more_watch, 0);
    assert_int_equal(todo->tasks->len, 0);
}

static void todo__leaves_out_what_other_branches_have(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 ott = add_customer(db, "Ott");
    gint64 market = add_branch(db, "Markt"), harbour = add_branch(db, "Hafen");
    add_preorder(db, ott, "2026-03-01", market, "hier");
    add_preorder(db, ott, "2026-03-01", harbour, "dort");
    add_preorder(db, ott, "2026-03-02", 0, "egal");
    g_autoptr(Todo) here = load(db, market);
    g_autofree char *tasks = told(here->tasks);
    assert_string_equal(tasks, "0 Ott 2026-03-01 hier; 0 Ott 2026-03-02 egal");
    g_autoptr(Todo) all = load(db, 0);
    assert_int_equal(all->tasks->len, 3);
}

static void todo__tells_a_few_and_counts_the_others(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 ott = add_customer(db, "Ott");
    for (int i = 0; i < 9; i++) {
        add_promise(db, ott, "2026-03-01", "anrufen");
        add_complaint(db, ott, "2026-02-26", NULL, "received");
    }
    g_autoptr(Todo) todo = load(db, 0);
    assert_int_equal(todo->tasks->len, TODO_TASKS);
    assert_int_equal(todo->more_tasks, 9 - TODO_TASKS);
    assert_int_equal(todo->watch->len, TODO_COMPLAINTS);
    assert_int_equal(todo->more_watch, 9 - TODO_COMPLAINTS);
}

static void todo__counts_who_stays_away__up_to_a_number(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    for (int i = 0; i < TODO_COUNTED + 3; i++) {
        g_autofree char *name = g_strdup_printf("Weg%d", i);
        add_visits(db, add_customer(db, name), 5, 9, 31);
    }
    g_autoptr(Todo) todo = load(db, 0);
    assert_int_equal(todo->watch->len, TODO_AWAYS);
    assert_int_equal(todo->more_watch, TODO_COUNTED - TODO_AWAYS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(todo__has_what_is_due__the_most_urgent_first),
        cmocka_unit_test(todo__watches_open_complaints_and_who_stays_away),
        cmocka_unit_test(todo__leaves_out_what_other_branches_have),
        cmocka_unit_test(todo__tells_a_few_and_counts_the_others),
        cmocka_unit_test(todo__counts_who_stays_away__up_to_a_number),
    };
    return fixture_for_each_engine("todo", tests, G_N_ELEMENTS(tests));
}
