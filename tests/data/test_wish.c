/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wishes: new ones, those that are alike, who asked, and telling them. */
#include "tests/data/people.h"

#include "data/base/fault.h"
#include "data/diary/feedback.h"
#include "data/diary/wish.h"

#include <string.h>

/* Somebody (0: nobody known) asks for WORDS, which is the wish WISH_ID (0: a new one). Returns the
 * wish. */
static gint64 ask(Db *db, gint64 whose, const char *words, gint64 wish_id, const char *day)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    FeedbackOrder order = feedback_order(day);
    order.customer_id = whose;
    order.kind = "wish";
    order.words = words;
    order.wish_id = wish_id;
    Deed *deed = people_begin(db);
    expect_done(feedback_add(deed, &order, &id, &error), error);
    people_commit(deed);
    Feedback *feedback = record_load(db, &feedback_type, id, &error);
    expect_done(feedback != NULL, error);
    gint64 wish = feedback->wish_id;
    record_free(feedback);
    assert_true(wish != 0);
    return wish;
}

static gint64 set_state(Db *db, gint64 id, const char *state, const char *day)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(wish_set_state(deed, id, state, day, &error), error);
    return people_commit(deed);
}

static gint64 tell(Db *db, gint64 id, gint64 whose, const char *day)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(wish_tell(deed, id, whose, day, &error), error);
    return people_commit(deed);
}

/* "Open Dinkelbrot 2/1/0; …": how often asked, by how many, how many to be told. */
static char *list(Db *db)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) wishes = wish_list(db, 0, 100, &error);
    expect_done(wishes != NULL, error);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < wishes->len; i++) {
        const WishEntry *entry = g_ptr_array_index(wishes, i);
        g_string_append_printf(text, "%s%s %s %d/%d/%d", i > 0 ? "; " : "", entry->wish->state,
                               entry->wish->words, (int)entry->asked, (int)entry->known,
                               (int)entry->untold);
    }
    return g_string_free(text, FALSE);
}

static void expect_list(Db *db, const char *expected)
{
    g_autofree char *text = list(db);
    assert_string_equal(text, expected);
}

/* The words of those like WORDS, with ";" between them. */
static void expect_similar(Db *db, const char *words, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) wishes = wish_similar(db, words, 3, &error);
    expect_done(wishes != NULL, error);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < wishes->len; i++) {
        const WishEntry *entry = g_ptr_array_index(wishes, i);
        g_string_append_printf(text, "%s%s", i > 0 ? ";" : "", entry->wish->words);
    }
    assert_string_equal(text->str, expected);
    g_string_free(text, TRUE);
}

static void wish_list__stands_in_order_of_state_and_of_who_asked(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 hilde = people_add(db, &people_hilde);
    gint64 bread = ask(db, hilde, "Dinkelbrot", 0, "2026-11-01");
    gint64 cake = ask(db, 0, "Mohnkuchen", 0, "2026-11-02");
    gint64 milk = ask(db, hilde, "Hafermilch", 0, "2026-11-03");
    gint64 late = ask(db, 0, "länger offen", 0, "2026-11-04");
    ask(db, hilde, "Mohnkuchen bitte", cake, "2026-11-05");
    ask(db, hilde, "Mohnkuchen!", cake, "2026-11-06");
    ask(db, 0, "Hafermilch", milk, "2026-11-07");
    expect_list(db, "open Mohnkuchen 3/1/0; open Hafermilch 2/1/0; open länger offen 1/0/0; "
                    "open Dinkelbrot 1/1/0");
    set_state(db, late, "declined", "2026-11-08");
    set_state(db, milk, "planned", "2026-11-08");
    set_state(db, bread, "fulfilled", "2026-11-09");
    expect_list(db, "open Mohnkuchen 3/1/0; planned Hafermilch 2/1/0; "
                    "fulfilled Dinkelbrot 1/1/1; declined länger offen 1/0/0");
    people_expect_sound(db);
}

static void wish__is_the_same__in_the_same_words(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 first = ask(db, 0, "Mohnkuchen am Samstag", 0, "2026-11-01");
    assert_int_equal(ask(db, 0, "mohnkuchen  am samstag!", 0, "2026-11-02"), first);
    assert_true(ask(db, 0, "Mohnkuchen", 0, "2026-11-02") != first);
    assert_true(ask(db, 0, "🍰", 0, "2026-11-03") != ask(db, 0, "🍕", 0, "2026-11-03"));
    set_state(db, first, "declined", "2026-11-09");
    assert_true(ask(db, 0, "Mohnkuchen am Samstag", 0, "2026-11-10") != first);
}

static void wish_tell__ticks_each_person_once__and_is_taken_back(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    gint64 hilde = people_add(db, &people_hilde);
    const Person other = {.given = "Kurt", .family = "Ott"};
    gint64 kurt = people_add(db, &other);
    gint64 cake = ask(db, hilde, "Mohnkuchen", 0, "2026-11-01");
    ask(db, hilde, "wieder Mohnkuchen", cake, "2026-11-03");
    ask(db, kurt, "Mohnkuchen", cake, "2026-11-02");
    ask(db, 0, "Mohnkuchen", cake, "2026-11-04");
    set_state(db, cake, "fulfilled", "2026-11-10");
    g_autoptr(GPtrArray) untold = wish_untold_of(db, hilde, &error);
    expect_done(untold != NULL, error);
    assert_int_equal(untold->len, 1);
    gint64 told = tell(db, cake, hilde, "2026-11-11");
    expect_list(db, "fulfilled Mohnkuchen 4/2/1");
    g_autoptr(GPtrArray) none = wish_untold_of(db, hilde, &error);
    expect_done(none != NULL, error);
    assert_int_equal(none->len, 0);
    g_autoptr(GPtrArray) askers = wish_askers(db, cake, &error);
    expect_done(askers != NULL, error);
    assert_int_equal(askers->len, 3);
    const WishAsker *first = g_ptr_array_index(askers, 0);
    const WishAsker *last = g_ptr_array_index(askers, 2);
    assert_string_equal(first->call, "Wagner, Hilde");
    assert_int_equal(first->times, 2);
    assert_string_equal(first->day, "2026-11-03");
    assert_string_equal(first->told_day, "2026-11-11");
    assert_string_equal(first->words, "wieder Mohnkuchen");
    assert_null(((const WishAsker *)g_ptr_array_index(askers, 1))->told_day);
    assert_int_equal(last->customer_id, 0);
    assert_null(last->call);
    people_undo(db, told);
    expect_list(db, "fulfilled Mohnkuchen 4/2/2");
    tell(db, cake, kurt, "2026-11-11");
    tell(db, cake, kurt, NULL);
    expect_list(db, "fulfilled Mohnkuchen 4/2/2");
}

static void wish_similar__forgives_endings_and_slips__and_skips_what_is_done(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    ask(db, 0, "Dinkelbrot am Freitag", 0, "2026-11-01");
    gint64 done = ask(db, 0, "Mohnkuchen", 0, "2026-11-02");
    ask(db, 0, "Roggenbrot mit Kümmel", 0, "2026-11-03");
    ask(db, 0, "bitte mehr Sitzplätze", 0, "2026-11-04");
    expect_similar(db, "hätte gern Dinkelbrote", "Dinkelbrot am Freitag");
    expect_similar(db, "Dinklebrot", "Dinkelbrot am Freitag");
    expect_similar(db, "Mohnkuchen", "Mohnkuchen");
    expect_similar(db, "gern mehr Sitzplatz draußen", "bitte mehr Sitzplätze");
    expect_similar(db, "Kümmel und Roggenbrot am Freitag",
                   "Roggenbrot mit Kümmel;Dinkelbrot am Freitag");
    expect_similar(db, "bitte mehr", "");
    expect_similar(db, "", "");
    set_state(db, done, "fulfilled", "2026-11-09");
    expect_similar(db, "Mohnkuchen", "");
    set_state(db, done, "planned", "2026-11-09");
    expect_similar(db, "Mohnkuchen", "Mohnkuchen");
}

static void wish_set_state__keeps_the_day_only_while_it_is_done(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    gint64 id = ask(db, 0, "Mohnkuchen", 0, "2026-11-02");
    set_state(db, id, "fulfilled", "2026-11-09");
    Wish *wish = record_load(db, &wish_type, id, &error);
    expect_done(wish != NULL, error);
    assert_string_equal(wish->done_day, "2026-11-09");
    record_free(wish);
    assert_int_equal(set_state(db, id, "fulfilled", "2026-11-10"), 0);
    set_state(db, id, "open", "2026-11-10");
    wish = record_load(db, &wish_type, id, &error);
    expect_done(wish != NULL, error);
    assert_null(wish->done_day);
    record_free(wish);
    g_autoptr(Deed) deed = people_begin(db);
    assert_false(wish_set_state(deed, id, "someday", "2026-11-10", &error));
    expect_fault(error, FAULT_REFUSED);
}

static void wish_join__moves_who_asked__and_is_taken_back(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    gint64 hilde = people_add(db, &people_hilde);
    gint64 first = ask(db, hilde, "Mohnkuchen", 0, "2026-11-01");
    gint64 second = ask(db, 0, "Kuchen mit Mohn", 0, "2026-11-02");
    g_autofree char *before = people_dump(db);
    Deed *deed = people_begin(db);
    expect_done(wish_join(deed, second, first, &error), error);
    gint64 done = people_commit(deed);
    expect_list(db, "open Mohnkuchen 2/1/0");
    people_undo(db, done);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    g_autoptr(Deed) same = people_begin(db);
    assert_false(wish_join(same, first, first, &error));
    expect_fault(error, FAULT_REFUSED);
}

static void wish_reword__wants_words(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    gint64 id = ask(db, 0, "Mohnkuchn", 0, "2026-11-02");
    Deed *deed = people_begin(db);
    expect_done(wish_reword(deed, id, " Mohnkuchen ", &error), error);
    people_commit(deed);
    expect_list(db, "open Mohnkuchen 1/0/0");
    g_autoptr(Deed) empty = people_begin(db);
    assert_false(wish_reword(empty, id, "  ", &error));
    expect_fault(error, FAULT_REFUSED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wish_list__stands_in_order_of_state_and_of_who_asked),
        cmocka_unit_test(wish__is_the_same__in_the_same_words),
        cmocka_unit_test(wish_tell__ticks_each_person_once__and_is_taken_back),
        cmocka_unit_test(wish_similar__forgives_endings_and_slips__and_skips_what_is_done),
        cmocka_unit_test(wish_set_state__keeps_the_day_only_while_it_is_done),
        cmocka_unit_test(wish_join__moves_who_asked__and_is_taken_back),
        cmocka_unit_test(wish_reword__wants_words),
    };
    return fixture_for_each_engine("wish", tests, G_N_ELEMENTS(tests));
}
