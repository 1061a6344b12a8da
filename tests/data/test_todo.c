/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done, and whom to watch out for. */
#include "tests/data/todoshop.h"

static void todo__has_what_is_due__the_most_urgent_first(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 ott = todoshop_customer(db, "Ott"), berg = todoshop_customer(db, "Berg");
    gint64 dead = todoshop_customer(db, "Tod"), lost = todoshop_customer(db, "Weg");
    todoshop_promise(db, ott, "2026-02-20", "anrufen");
    todoshop_promise(db, ott, "2026-03-02", "Muster");
    todoshop_promise(db, ott, "2026-03-03", "später");
    todoshop_promise(db, dead, "2026-02-01", "nicht mehr");
    todoshop_preorder(db, berg, "2026-03-01", 0, "Torte");
    todoshop_preorder(db, berg, "2026-03-03", 0, "übermorgen");
    todoshop_preorder(db, berg, "2026-01-03", 0, "vergessen");
    todoshop_complaint(db, berg, "2026-02-25", "2026-02-28", "working");
    todoshop_complaint(db, berg, "2026-02-25", "2026-02-28", "agreed");
    todoshop_loss(db, dead, "died", NULL);
    todoshop_loss(db, lost, "says", "2026-03-01");
    g_autoptr(Todo) todo = todoshop_load(db, 0);
    g_autofree char *tasks = todoshop_told(todo->tasks);
    assert_string_equal(tasks,
                        "1 Ott 2026-02-20 anrufen; 2 Berg 2026-02-28 falsch; "
                        "0 Berg 2026-03-01 Torte; 3 Weg 2026-03-01; 1 Ott 2026-03-02 Muster");
    assert_int_equal(todo->more_tasks, 0);
    assert_int_equal(todo->watch->len, 0);
}

static void todo__watches_open_complaints_and_who_stays_away(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 ott = todoshop_customer(db, "Ott"), klein = todoshop_customer(db, "Klein");
    gint64 here = todoshop_customer(db, "Hier"), gone = todoshop_customer(db, "Weg");
    gint64 long_ago = todoshop_customer(db, "Lange"), often = todoshop_customer(db, "Oft");
    gint64 dead = todoshop_customer(db, "Tod");
    todoshop_complaint(db, ott, "2026-02-26", NULL, "received");
    todoshop_complaint(db, 0, "2026-02-20", "2026-04-01", "acknowledged");
    todoshop_complaint(db, ott, "2026-02-01", NULL, "refused");
    todoshop_complaint(db, dead, "2026-02-20", NULL, "received");
    todoshop_complaint(db, dead, "2026-02-20", "2026-02-28", "working");
    todoshop_loss(db, dead, "died", NULL);
    todoshop_visits(db, klein, 5, 9, 31);
    todoshop_visits(db, often, 12, 7, 40);
    todoshop_visits(db, here, 5, 9, 12);
    todoshop_visits(db, long_ago, 5, 9, 300);
    todoshop_visits(db, gone, 20, 9, 40);
    todoshop_loss(db, gone, "stays_away", NULL);
    g_autoptr(Todo) todo = todoshop_load(db, 0);
    g_autofree char *watch = todoshop_told(todo->watch);
    assert_string_equal(watch, "7 ? 2026-02-20 falsch; 7 Ott 2026-02-26 falsch; "
                               "8 Oft 2026-01-20 /7; 8 Klein 2026-01-29 /9");
    assert_int_equal(todo->more_watch, 0);
    assert_int_equal(todo->tasks->len, 0);
}

static void todo__leaves_out_what_other_branches_have(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 ott = todoshop_customer(db, "Ott");
    gint64 market = people_add_branch(db, "Markt"), harbour = people_add_branch(db, "Hafen");
    todoshop_preorder(db, ott, "2026-03-01", market, "hier");
    todoshop_preorder(db, ott, "2026-03-01", harbour, "dort");
    todoshop_preorder(db, ott, "2026-03-02", 0, "egal");
    g_autoptr(Todo) here = todoshop_load(db, market);
    g_autofree char *tasks = todoshop_told(here->tasks);
    assert_string_equal(tasks, "0 Ott 2026-03-01 hier; 0 Ott 2026-03-02 egal");
    g_autoptr(Todo) all = todoshop_load(db, 0);
    assert_int_equal(all->tasks->len, 3);
}

static void todo__tells_a_few_and_counts_the_others(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 ott = todoshop_customer(db, "Ott");
    for (int i = 0; i < 9; i++) {
        todoshop_promise(db, ott, "2026-03-01", "anrufen");
        todoshop_complaint(db, ott, "2026-02-26", NULL, "received");
    }
    g_autoptr(Todo) todo = todoshop_load(db, 0);
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
        todoshop_visits(db, todoshop_customer(db, name), 5, 9, 31);
    }
    g_autoptr(Todo) todo = todoshop_load(db, 0);
    assert_int_equal(todo->watch->len, TODO_AWAYS);
    assert_int_equal(todo->more_watch, TODO_COUNTED - TODO_AWAYS);
}

static void todo__begins_with_what_has_a_time_that_is_near(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 ott = todoshop_customer(db, "Ott"), dead = todoshop_customer(db, "Tod");
    todoshop_reminder(db, ott, "2026-03-01", 17 * 60, 0, "abends");
    todoshop_reminder(db, ott, "2026-03-01", TODOSHOP_NOON + 60, 0, "gleich");
    todoshop_reminder(db, ott, "2026-03-01", TODOSHOP_NOON - 10, 0, "eben");
    todoshop_reminder(db, 0, "2026-03-01", RECORD_NONE, 0, "irgendwann");
    todoshop_reminder(db, ott, "2026-02-27", 600, 0, "neulich");
    todoshop_reminder(db, ott, "2026-03-02", 60, 0, "morgen");
    todoshop_reminder(db, ott, "2026-03-03", 60, 0, "spaeter");
    todoshop_reminder(db, dead, "2026-03-01", 600, 0, "nicht mehr");
    todoshop_loss(db, dead, "died", NULL);
    g_autoptr(Todo) todo = todoshop_load(db, 0);
    g_autofree char *tasks = todoshop_told(todo->tasks);
    assert_string_equal(tasks, "4 Ott 2026-03-01 eben; 4 Ott 2026-03-01 gleich; "
                               "4 Ott 2026-02-27 neulich; 4 ? 2026-03-01 irgendwann; "
                               "4 Ott 2026-03-01 abends; 4 Ott 2026-03-02 morgen");
}

static void todo__begins_with_what_is_near__of_a_crowd(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    for (int i = 0; i < TODO_COUNTED; i++) {
        todoshop_reminder(db, 0, "2026-03-01", 17 * 60, 0, "abends");
        todoshop_reminder(db, 0, "2026-02-20", RECORD_NONE, 0, "neulich");
    }
    todoshop_reminder(db, 0, "2026-03-01", TODOSHOP_NOON + 10, 0, "gleich");
    g_autoptr(Todo) todo = todoshop_load(db, 0);
    assert_string_equal(((const TodoItem *)g_ptr_array_index(todo->tasks, 0))->words, "gleich");
}

static void todo_is_overdue__knows_the_minute(void **state)
{
    (void)state;
    const Moment now = {TODOSHOP_TODAY, TODOSHOP_NOON};
    TodoItem item = {.kind = TODO_REMINDER, .day = TODOSHOP_TODAY, .minute = TODOSHOP_NOON};
    assert_false(todo_is_overdue(&item, now));
    item.minute = TODOSHOP_NOON - 1;
    assert_true(todo_is_overdue(&item, now));
    item.minute = RECORD_NONE;
    assert_false(todo_is_overdue(&item, now));
    item.day = day_plus(TODOSHOP_TODAY, -1);
    assert_true(todo_is_overdue(&item, now));
    item.kind = TODO_CONTACT;
    assert_false(todo_is_overdue(&item, now));
}

static void todo__leaves_to_others_what_they_see_to__until_its_day_is_over(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 lina = people_add_clerk(db, "Lina"), emma = people_add_clerk(db, "Emma");
    todoshop_reminder(db, 0, "2026-03-01", RECORD_NONE, lina, "Lina heute");
    todoshop_reminder(db, 0, "2026-02-28", RECORD_NONE, lina, "Lina gestern");
    todoshop_reminder(db, 0, "2026-03-01", RECORD_NONE, emma, "Emma heute");
    todoshop_reminder(db, 0, "2026-03-01", RECORD_NONE, 0, "wer da ist");
    g_autoptr(Todo) todo = todoshop_load_for(db, 0, emma);
    g_autofree char *tasks = todoshop_told(todo->tasks);
    assert_string_equal(tasks, "4 ? 2026-02-28 Lina gestern; 4 ? 2026-03-01 Emma heute; "
                               "4 ? 2026-03-01 wer da ist");
    g_autoptr(GPtrArray) strictly = todoshop_list(db, emma);
    g_autofree char *own = todoshop_told(strictly);
    assert_string_equal(own, "4 ? 2026-03-01 Emma heute; 4 ? 2026-03-01 wer da ist");
}

static void todo_list__puts_contacts_between_today_and_what_comes(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    todoshop_plan(db);
    gint64 ott = todoshop_dear(db, "Ott");
    const Person berg = {.family = "Berg", .birthday = "1956-03-01"};
    const Person late = {.family = "Spaet", .birthday = "--02-27"};
    people_add(db, &berg);
    people_add(db, &late);
    todoshop_promise(db, ott, "2026-03-03", "Muster");
    todoshop_reminder(db, ott, "2026-03-01", 1000, 0, "abends");
    g_autoptr(GPtrArray) items = todoshop_list(db, 0);
    GString *kinds = g_string_new(NULL);
    for (guint i = 0; i < items->len; i++) {
        const TodoItem *item = g_ptr_array_index(items, i);
        g_autofree char *call = todo_call(item, NAME_SPOKEN);
        g_string_append_printf(kinds, "%s%d %s", i > 0 ? "; " : "", (int)item->kind, call);
    }
    assert_string_equal(kinds->str, "6 Spaet; 6 Berg; 4 Ott; 5 Ott; 1 Ott");
    g_string_free(kinds, TRUE);
}

static void todo_list__counts_what_is_beyond_the_limit(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    for (int i = 0; i < 9; i++) {
        todoshop_reminder(db, 0, "2026-03-01", RECORD_NONE, 0, "x");
    }
    const TodoAsk ask = {
        .today = TODOSHOP_TODAY, .minute = TODOSHOP_NOON, .until = TODOSHOP_TODAY, .limit = 4};
    gint64 more = 0;
    g_autoptr(GPtrArray) items = todo_list(db, &ask, &more, &error);
    assert_int_equal(items->len, 4);
    assert_int_equal(more, 5);
}

/* ---- names ---- */

static void todo_of_id__reads_what_todo_id_writes(void **state)
{
    (void)state;
    for (TodoKind kind = TODO_PREORDER; kind <= TODO_AWAY; kind++) {
        TodoKind read;
        gint64 id = 0;
        g_autofree char *name = todo_id(kind, 12);
        assert_true(todo_of_id(name, &read, &id));
        assert_int_equal(id, 12);
        assert_int_equal(read, kind == TODO_COMPLAINT ? TODO_ANSWER : kind);
    }
}

static void todo_of_id__refuses_anything_else(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",   "r",   "12",  "x12", "r 12", "r-1", "r+1",
        "r0", "r1x", "rr1", " r1", "r1 ",  "ä1",  "r99999999999999999999"};
    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
        TodoKind kind;
        gint64 id;
        if (todo_of_id(wrong[i], &kind, &id)) {
            fail_msg("“%s” was read as an id", wrong[i]);
        }
    }
    TodoKind kind;
    gint64 id;
    assert_true(todo_of_id("R12", &kind, &id));
    assert_int_equal(kind, TODO_REMINDER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(todo__has_what_is_due__the_most_urgent_first),
        cmocka_unit_test(todo__watches_open_complaints_and_who_stays_away),
        cmocka_unit_test(todo__leaves_out_what_other_branches_have),
        cmocka_unit_test(todo__tells_a_few_and_counts_the_others),
        cmocka_unit_test(todo__counts_who_stays_away__up_to_a_number),
        cmocka_unit_test(todo__begins_with_what_has_a_time_that_is_near),
        cmocka_unit_test(todo__begins_with_what_is_near__of_a_crowd),
        cmocka_unit_test(todo_is_overdue__knows_the_minute),
        cmocka_unit_test(todo__leaves_to_others_what_they_see_to__until_its_day_is_over),
        cmocka_unit_test(todo_list__puts_contacts_between_today_and_what_comes),
        cmocka_unit_test(todo_list__counts_what_is_beyond_the_limit),
        cmocka_unit_test(todo_of_id__reads_what_todo_id_writes),
        cmocka_unit_test(todo_of_id__refuses_anything_else),
    };
    return fixture_for_each_engine("todo", tests, G_N_ELEMENTS(tests));
}
