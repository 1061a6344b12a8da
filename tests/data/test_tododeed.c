/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doing what is due, and putting it off. */
#include "tests/data/todoshop.h"

#include "data/agenda/interaction.h"
#include "data/agenda/reminder.h"
#include "data/base/fault.h"

static void todo__has_contacts_of_the_plan__and_logs_them_when_they_are_done(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    people_furnish(db);
    todoshop_plan(db);
    gint64 ott = todoshop_dear(db, "Ott");
    g_autoptr(Todo) todo = todoshop_load(db, 0);
    assert_int_equal(todo->contacts->len, 1);
    const TodoItem *item = g_ptr_array_index(todo->contacts, 0);
    g_autofree char *words = todo_words(item, TODOSHOP_TODAY);
    assert_string_equal(words, "call: wie es war");
    expect_done(todoshop_do(db, TODO_CONTACT, ott, &error), error);
    g_autoptr(GPtrArray) log =
        record_list(db, &interaction_type, "WHERE customer_id = $1 ORDER BY id DESC",
                    DB_VALUES(db_int(ott)), &error);
    assert_int_equal(log->len, 2);
    const Interaction *call = g_ptr_array_index(log, 0);
    assert_string_equal(call->day, "2026-03-01");
    assert_int_equal(call->minute, TODOSHOP_NOON);
    assert_string_equal(call->channel, "phone");
    assert_string_equal(call->direction, "out");
    assert_string_equal(call->outcome, "reached");
    g_autoptr(Todo) after = todoshop_load(db, 0);
    assert_int_equal(after->contacts->len, 0);
    assert_false(todoshop_do(db, TODO_CONTACT, ott, &error));
    expect_fault(error, FAULT_REFUSED);
}

static void todo_done__does_what_each_kind_needs(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    const Person person = {.family = "Ott", .birthday = "1956-12-30"};
    gint64 ott = people_add(db, &person);
    gint64 reminder = todoshop_reminder(db, ott, "2026-03-01", RECORD_NONE, 0, "anrufen");
    todoshop_promise(db, ott, "2026-03-01", "Muster");
    todoshop_preorder(db, ott, "2026-03-01", 0, "Torte");
    g_autoptr(Todo) todo = todoshop_load(db, 0);
    assert_int_equal(todo->tasks->len, 3);
    for (guint i = 0; i < todo->tasks->len; i++) {
        const TodoItem *item = g_ptr_array_index(todo->tasks, i);
        expect_done(todoshop_do(db, item->kind, item->id, &error), error);
    }
    g_autoptr(Todo) after = todoshop_load(db, 0);
    assert_int_equal(after->tasks->len, 0);
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM visit", DB_NO_VALUES), 1);
    assert_int_equal(
        people_number(db, "SELECT COUNT(*) FROM promise WHERE state = 'kept'", DB_NO_VALUES), 1);
    assert_int_equal(
        people_number(db, "SELECT COUNT(*) FROM reminder WHERE state = 'done'", DB_NO_VALUES), 1);
    expect_done(todoshop_do(db, TODO_REMINDER, reminder, &error), error);
    gint64 day = people_number(db, "SELECT id FROM occasion", DB_NO_VALUES);
    expect_done(todoshop_do(db, TODO_DAY, day, &error), error);
    /* A day of late December is that of the year before. */
    assert_int_equal(people_number(db, "SELECT year FROM greeting", DB_NO_VALUES), 2025);
}

static void todo_done__refuses_with_the_way__what_a_tick_does_not_do(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    static const TodoKind kinds[] = {TODO_ANSWER, TODO_ASK, TODO_COMPLAINT, TODO_AWAY};
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_autoptr(GError) error = NULL;
        assert_false(todo_can_tick(kinds[i]));
        assert_false(todoshop_do(db, kinds[i], 1, &error));
        expect_fault(error, FAULT_REFUSED);
    }
    g_autoptr(GError) error = NULL;
    assert_false(todoshop_do(db, TODO_REMINDER, 4711, &error));
    expect_fault(error, FAULT_MISSING);
}

static void todo_snooze__lets_it_come_up_later(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    people_furnish(db);
    todoshop_plan(db);
    gint64 ott = todoshop_dear(db, "Ott"), lost = todoshop_customer(db, "Weg");
    gint64 reminder = todoshop_reminder(db, ott, "2026-03-01", 600, 0, "anrufen");
    todoshop_loss(db, lost, "says", "2026-03-01");
    gint64 loss = people_number(db, "SELECT id FROM loss", DB_NO_VALUES);
    const Moment to = {{2026, 3, 3}, 900};
    Deed *deed = people_begin(db);
    expect_done(todo_snooze(deed, TODO_REMINDER, reminder, to, &error), error);
    expect_done(todo_snooze(deed, TODO_CONTACT, ott, to, &error), error);
    expect_done(todo_snooze(deed, TODO_ASK, loss, to, &error), error);
    assert_false(todo_snooze(deed, TODO_PROMISE, 1, to, &error));
    expect_fault(error, FAULT_REFUSED);
    people_commit(deed);
    g_autoptr(Todo) todo = todoshop_load(db, 0);
    assert_int_equal(todo->tasks->len + todo->contacts->len, 0);
    g_autoptr(GPtrArray) items = todoshop_list(db, 0);
    g_autofree char *later = todoshop_told(items);
    assert_string_equal(later, "3 Weg 2026-03-03; 5 Ott 2026-03-03 wie es war; "
                               "4 Ott 2026-03-03 anrufen");
    const TodoItem *item = g_ptr_array_index(items, 2);
    assert_int_equal(item->minute, 900);
    assert_int_equal(item->agreed.minute, 600);
    assert_int_equal(day_compare(item->agreed.day, TODOSHOP_TODAY), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(todo__has_contacts_of_the_plan__and_logs_them_when_they_are_done),
        cmocka_unit_test(todo_done__does_what_each_kind_needs),
        cmocka_unit_test(todo_done__refuses_with_the_way__what_a_tick_does_not_do),
        cmocka_unit_test(todo_snooze__lets_it_come_up_later),
    };
    return fixture_for_each_engine("tododeed", tests, G_N_ELEMENTS(tests));
}
