/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pre-orders: what waits, what was fetched, and what can be had again. */
#include "tests/data/people.h"

#include "data/base/fault.h"
#include "data/base/money.h"
#include "data/diary/preorder.h"
#include "data/diary/visit.h"

static const Day today = {2026, 3, 1};

static gint64 add_ott(Db *db)
{
    const Person person = {.family = "Ott"};
    return people_add(db, &person);
}

static gint64 add(Db *db, gint64 customer, const char *day, gint64 minute, gint64 branch,
                  const char *words)
{
    g_autoptr(GError) error = NULL;
    Preorder *preorder = record_new(&preorder_type);
    preorder->customer_id = customer;
    preorder->minute = minute;
    preorder->branch_id = branch;
    preorder->amount = 4500;
    record_set_text(&preorder->day, day);
    record_set_text(&preorder->words, words);
    record_set_text(&preorder->for_whom, "Kurt");
    Deed *deed = people_begin(db);
    expect_done(preorder_save(deed, preorder, &error), error);
    people_commit(deed);
    gint64 id = preorder->head.id;
    record_free(preorder);
    return id;
}

static void move(Db *db, gint64 id, const char *state)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(preorder_move(deed, id, state, today, 600, 0, &error), error);
    people_commit(deed);
}

static Preorder *stored(Db *db, gint64 id)
{
    g_autoptr(GError) error = NULL;
    Preorder *preorder = record_load(db, &preorder_type, id, &error);
    expect_done(preorder != NULL, error);
    return preorder;
}

static void expect_words(GPtrArray *list, const GError *error, const char *expected)
{
    expect_done(list != NULL, error);
    g_autoptr(GString) words = g_string_new(NULL);
    for (guint i = 0; i < list->len; i++) {
        g_string_append_printf(words, "%s%s", i > 0 ? " " : "",
                               ((const Preorder *)g_ptr_array_index(list, i))->words);
    }
    g_ptr_array_unref(list);
    assert_string_equal(words->str, expected);
}

static void preorder_lists__tell_what_waits__by_day_time_and_branch(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    people_furnish(db);
    gint64 ott = add_ott(db), berg = add_ott(db);
    gint64 market = people_add_branch(db, "Markt"), station = people_add_branch(db, "Bahnhof");
    add(db, ott, "2026-03-08", RECORD_NONE, market, "eight");
    add(db, ott, "2026-03-02", RECORD_NONE, station, "whenever");
    add(db, berg, "2026-03-02", 600, market, "ten");
    gint64 early = add(db, ott, "2026-03-02", 0, 0, "midnight");
    gint64 gone = add(db, ott, "2026-03-01", 900, market, "gone");
    add(db, ott, "2026-02-20", 900, market, "late");
    move(db, early, "ready");
    move(db, gone, "cancelled");
    const Day soon = {2026, 3, 2};
    expect_words(preorder_due(db, soon, 0, &error), error, "late midnight ten whenever");
    expect_words(preorder_due(db, soon, market, &error), error, "late midnight ten");
    expect_words(preorder_due(db, (Day){2026, 2, 19}, 0, &error), error, "");
    expect_words(preorder_open_of(db, ott, &error), error, "late whenever midnight eight");
    expect_words(preorder_earlier(db, ott, 3, &error), error, "eight midnight whenever");
}

static void preorder_move__makes_the_visit__when_it_is_fetched(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 market = people_add_branch(db, "Markt");
    gint64 id = add(db, add_ott(db), "2026-03-02", RECORD_NONE, market, "Torte für 12");
    g_autofree char *before = people_dump(db);
    move(db, id, "ready");
    g_autofree char *ready = people_dump(db);
    move(db, id, "fetched");
    Preorder *fetched = stored(db, id);
    assert_string_equal(fetched->done_day, "2026-03-01");
    Visit *visit = record_load(db, &visit_type, fetched->visit_id, NULL);
    assert_non_null(visit);
    assert_string_equal(visit->words, "Torte für 12");
    assert_string_equal(visit->for_whom, "Kurt");
    assert_string_equal(visit->day, "2026-03-01");
    assert_int_equal(visit->minute, 600);
    assert_int_equal(visit->branch_id, market);
    assert_int_equal(visit->amount, 4500);
    record_free(visit);
    record_free(fetched);
    people_expect_sound(db);
    /* The same state again is no change. */
    gint64 last = people_last(db, 0);
    move(db, id, "fetched");
    assert_int_equal(people_last(db, 0), last);
    people_undo(db, last);
    g_autofree char *back = people_dump(db);
    assert_string_equal(back, ready);
    people_undo(db, people_last(db, 0));
    g_autofree char *first = people_dump(db);
    assert_string_equal(first, before);
}

static void preorder_move__takes_the_visit_away__when_it_was_not_fetched_after_all(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    people_furnish(db);
    gint64 id = add(db, add_ott(db), "2026-03-02", RECORD_NONE, 0, "Torte");
    move(db, id, "fetched");
    move(db, id, "open");
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM visit", DB_NO_VALUES), 0);
    Preorder *open = stored(db, id);
    assert_null(open->done_day);
    assert_int_equal(open->visit_id, 0);
    record_free(open);
    /* The visit may go by itself, too. */
    move(db, id, "fetched");
    Preorder *fetched = stored(db, id);
    Deed *deed = people_begin(db);
    expect_done(visit_remove(deed, fetched->visit_id, &error), error);
    people_commit(deed);
    record_free(fetched);
    Preorder *ready = stored(db, id);
    assert_string_equal(ready->state, "ready");
    assert_int_equal(ready->visit_id, 0);
    record_free(ready);
    people_undo(db, people_last(db, 0));
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM visit", DB_NO_VALUES), 1);
}

static void preorder_save__refuses__what_says_nothing_or_too_much(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    gint64 ott = add_ott(db);
    static const struct {
        const char *words;
        gint64 amount;
    } cases[] = {{" \n", 0}, {"Torte", MONEY_MOST + 1}, {"Torte", -MONEY_MOST - 1}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Deed) deed = people_begin(db);
        Preorder *preorder = record_new(&preorder_type);
        preorder->customer_id = ott;
        preorder->amount = cases[i].amount;
        record_set_text(&preorder->day, "2026-03-02");
        record_set_text(&preorder->words, cases[i].words);
        assert_false(preorder_save(deed, preorder, &error));
        expect_fault(error, FAULT_REFUSED);
        record_free(preorder);
    }
    g_autoptr(GError) missing = NULL;
    g_autoptr(Deed) deed = people_begin(db);
    assert_false(preorder_move(deed, 4711, "ready", today, 0, 0, &missing));
    expect_fault(missing, FAULT_MISSING);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(preorder_lists__tell_what_waits__by_day_time_and_branch),
        cmocka_unit_test(preorder_move__makes_the_visit__when_it_is_fetched),
        cmocka_unit_test(preorder_move__takes_the_visit_away__when_it_was_not_fetched_after_all),
        cmocka_unit_test(preorder_save__refuses__what_says_nothing_or_too_much),
    };
    return fixture_for_each_engine("preorder", tests, G_N_ELEMENTS(tests));
}
