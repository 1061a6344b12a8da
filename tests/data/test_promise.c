/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Promises: noting, keeping, breaking, what is due. */
#include "tests/data/people.h"

#include "data/base/fault.h"
#include "data/diary/loss.h"
#include "data/diary/promise.h"

#include <string.h>

static const Day today = {2026, 3, 1};

static gint64 someone(Db *db, const char *number, const char *family)
{
    const Person person = {.number = number, .given = "Hilde", .family = family};
    return people_add(db, &person);
}

static gint64 promise(Db *db, gint64 customer, const char *words, const char *until)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Promise *one = record_new(&promise_type);
    one->customer_id = customer;
    record_set_text(&one->words, words);
    record_set_text(&one->due_day, until);
    expect_done(promise_save(deed, one, &error), error);
    gint64 id = one->head.id;
    record_free(one);
    people_commit(deed);
    return id;
}

/* Returns the deed. */
static gint64 settle(Db *db, gint64 id, const char *state)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(promise_settle(deed, id, state, today, &error), error);
    return people_commit(deed);
}

/* "call back 2026-03-06 open; …" */
static char *told(GPtrArray *list)
{
    GString *text = g_string_new(NULL);
    assert_non_null(list);
    for (guint i = 0; i < list->len; i++) {
        const Promise *one = g_ptr_array_index(list, i);
        g_string_append_printf(text, "%s%s %s %s", i > 0 ? "; " : "", one->words, one->due_day,
                               one->state);
    }
    g_ptr_array_unref(list);
    return g_string_free(text, FALSE);
}

static void expect_told(GPtrArray *list, const char *wanted)
{
    g_autofree char *text = told(list);
    assert_string_equal(text, wanted);
}

static void promise_open_of__lists_the_next_first__until_they_are_settled(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = someone(db, "1", "Wagner"), kurt = someone(db, "2", "Ott");
    gint64 late = promise(db, hilde, "Muster zeigen", "2026-03-06");
    promise(db, hilde, "anrufen", "2026-03-02");
    promise(db, kurt, "liefern", "2026-03-01");
    expect_told(promise_open_of(db, hilde, NULL),
                "anrufen 2026-03-02 open; Muster zeigen 2026-03-06 open");
    settle(db, late, "kept");
    expect_told(promise_open_of(db, hilde, NULL), "anrufen 2026-03-02 open");
}

static void promise_due__lists_those_of_all__until_that_day(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = someone(db, "1", "Wagner"), kurt = someone(db, "2", "Ott");
    promise(db, hilde, "morgen", "2026-03-02");
    promise(db, kurt, "heute", "2026-03-01");
    gint64 kept = promise(db, kurt, "kept", "2026-02-01");
    promise(db, kurt, "late", "2026-02-27");
    settle(db, kept, "kept");
    expect_told(promise_due(db, today, 10, NULL), "late 2026-02-27 open; heute 2026-03-01 open");
    expect_told(promise_list(db, false, 0, 2, NULL), "late 2026-02-27 open; heute 2026-03-01 open");
    expect_told(promise_list(db, true, 0, 10, NULL), "kept 2026-02-01 kept");
}

static void promise_due__leaves_the_dead_in_peace(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = someone(db, "1", "Wagner");
    promise(db, hilde, "anrufen", "2026-03-01");
    Deed *deed = people_begin(db);
    Loss *loss = record_new(&loss_type);
    loss->customer_id = hilde;
    record_set_text(&loss->day, "2026-03-01");
    record_set_text(&loss->how, "died");
    expect_done(loss_save(deed, loss, today, &error), error);
    record_free(loss);
    people_commit(deed);
    expect_told(promise_due(db, today, 10, NULL), "");
    expect_told(promise_list(db, false, 0, 10, NULL), "");
    expect_told(promise_open_of(db, hilde, NULL), "anrufen 2026-03-01 open");
}

static void promise_settle__is_taken_back_and_done_again(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = someone(db, "1", "Wagner");
    gint64 id = promise(db, hilde, "anrufen", "2026-03-02");
    gint64 deed = settle(db, id, "broken");
    assert_int_equal(settle(db, id, "broken"), 0);
    expect_told(promise_list(db, true, 0, 10, NULL), "anrufen 2026-03-02 broken");
    gint64 undo = people_undo(db, deed);
    expect_told(promise_open_of(db, hilde, NULL), "anrufen 2026-03-02 open");
    people_undo(db, undo);
    expect_told(promise_list(db, true, 0, 10, NULL), "anrufen 2026-03-02 broken");
    settle(db, id, "open");
    assert_int_equal(
        people_number(db, "SELECT COUNT(*) FROM promise WHERE done_day IS NULL", DB_NO_VALUES), 1);
    people_expect_sound(db);
}

static void promise_save__refuses__without_words_or_a_day(void **state)
{
    static const char *const cases[][2] = {
        {NULL, "2026-03-02"}, {"anrufen", NULL}, {"anrufen", "2026-03"}, {"anrufen", "bald"}};
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = someone(db, "1", "Wagner");
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Deed) deed = people_begin(db);
        Promise *one = record_new(&promise_type);
        one->customer_id = hilde;
        record_set_text(&one->words, cases[i][0]);
        record_set_text(&one->due_day, cases[i][1]);
        assert_false(promise_save(deed, one, &error));
        expect_fault(error, FAULT_REFUSED);
        record_free(one);
    }
}

static void promises__go_and_come_back__with_their_customer(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = someone(db, "1", "Wagner");
    promise(db, hilde, "anrufen", "2026-03-02");
    g_autofree char *before = people_dump(db);
    Deed *deed = people_begin(db);
    expect_done(sheet_remove(deed, hilde, &error), error);
    gint64 removal = people_commit(deed);
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM promise", DB_NO_VALUES), 0);
    people_undo(db, removal);
    g_autofree char *after = people_dump(db);
    assert_string_equal(before, after);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(promise_open_of__lists_the_next_first__until_they_are_settled),
        cmocka_unit_test(promise_due__lists_those_of_all__until_that_day),
        cmocka_unit_test(promise_due__leaves_the_dead_in_peace),
        cmocka_unit_test(promise_settle__is_taken_back_and_done_again),
        cmocka_unit_test(promise_save__refuses__without_words_or_a_day),
        cmocka_unit_test(promises__go_and_come_back__with_their_customer),
    };
    return fixture_for_each_engine("promise", tests, G_N_ELEMENTS(tests));
}
