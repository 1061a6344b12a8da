/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Free extras: who was given one lately. */
#include "tests/data/people.h"

#include "data/base/fault.h"
#include "data/diary/extra.h"

static const Day today = {2026, 3, 1};

static void give(Db *db, gint64 customer, Day day, const char *words)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(extra_add(deed, customer, day, 0, words, NULL, &error), error);
    people_commit(deed);
}

/* WORDS of the last one since DAY; NULL: none. */
static void expect_last(Db *db, gint64 customer, Day since, const char *words)
{
    g_autoptr(GError) error = NULL;
    Extra *extra = NULL;
    expect_done(extra_last_of(db, customer, since, &extra, &error), error);
    if (words == NULL) {
        assert_null(extra);
    } else {
        assert_non_null(extra);
        assert_string_equal(extra->words, words);
    }
    record_free(extra);
}

static void extra_last_of__tells_what_was_given_lately(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Person person = {.family = "Ott"};
    people_furnish(db);
    gint64 ott = people_add(db, &person), berg = people_add(db, &person);
    expect_last(db, ott, day_plus(today, -EXTRA_DAYS), NULL);
    give(db, ott, day_plus(today, -20), "Keks");
    give(db, ott, day_plus(today, -3), " Cake-\nPops ");
    expect_last(db, ott, day_plus(today, -30), "Cake- Pops");
    expect_last(db, ott, day_plus(today, -3), "Cake- Pops");
    expect_last(db, ott, day_plus(today, -2), NULL);
    expect_last(db, berg, day_plus(today, -30), NULL);
    people_undo(db, people_last(db, 0));
    expect_last(db, ott, day_plus(today, -30), "Keks");
    expect_last(db, ott, day_plus(today, -3), NULL);
}

static void extra_add__refuses_nothing_and_strangers(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Person person = {.family = "Ott"};
    people_furnish(db);
    gint64 ott = people_add(db, &person);
    g_autoptr(GError) empty = NULL, stranger = NULL;
    g_autoptr(Deed) deed = people_begin(db);
    assert_false(extra_add(deed, ott, today, 0, " \n ", NULL, &empty));
    expect_fault(empty, FAULT_REFUSED);
    assert_false(extra_add(deed, 4711, today, 0, "Keks", NULL, &stranger));
    assert_non_null(stranger);
}

static void extra_usual__is_what_was_given_most_often(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Person person = {.family = "Ott"};
    g_autoptr(GError) error = NULL;
    g_autofree char *nothing = NULL, *usual = NULL;
    people_furnish(db);
    gint64 ott = people_add(db, &person);
    expect_done(extra_usual(db, &nothing, &error), error);
    assert_null(nothing);
    give(db, ott, today, "Cake-Pops");
    give(db, ott, today, "Cake-Pops");
    give(db, ott, today, "Keks");
    expect_done(extra_usual(db, &usual, &error), error);
    assert_string_equal(usual, "Cake-Pops");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(extra_last_of__tells_what_was_given_lately),
        cmocka_unit_test(extra_add__refuses_nothing_and_strangers),
        cmocka_unit_test(extra_usual__is_what_was_given_most_often),
    };
    return fixture_for_each_engine("extra", tests, G_N_ELEMENTS(tests));
}
