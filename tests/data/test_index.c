/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search index: both engines give what a plain look at every customer gives, in the same order;
 * and it can be checked and made anew. */
#include "tests/data/crowd.h"

#include "data/base/fault.h"
#include "data/lookup/lookup.h"
#include "data/lookup/rank.h"
#include "data/lookup/words.h"

#include <string.h>

enum { CUSTOMERS = 500, QUERIES = 2000 };

static const char all_docs[] =
    "SELECT customer_id, words, visits, last_visit FROM lookup_doc ORDER BY customer_id";

static void candidate_free(gpointer data)
{
    Candidate *candidate = data;
    g_free(candidate->words);
    g_free(candidate->last_visit);
    g_free(candidate);
}

/* Every customer of the shop. */
static GPtrArray *everybody(Db *db)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *list = g_ptr_array_new_with_free_func(candidate_free);
    g_autoptr(Rows) rows = db_query(db, all_docs, DB_NO_VALUES, &error);
    while (rows != NULL && rows_next(rows, &error)) {
        Candidate *candidate = g_new0(Candidate, 1);
        candidate->customer_id = rows_int(rows, 0);
        candidate->words = g_strdup(rows_text(rows, 1));
        candidate->visits = rows_int(rows, 2);
        candidate->last_visit = g_strdup(rows_text(rows, 3));
        g_ptr_array_add(list, candidate);
    }
    expect_done(rows != NULL, error);
    return list;
}

/* The ids of those of CANDIDATES who fit, best first. */
static char *ranked_ids(const GPtrArray *candidates, char *const *terms)
{
    GString *ids = g_string_new(NULL);
    g_autoptr(GArray) ranked = rank_candidates(candidates, terms, 0);
    for (guint i = 0; terms[0] != NULL && i < ranked->len; i++) {
        g_string_append_printf(ids, "%" G_GINT64_FORMAT " ",
                               g_array_index(ranked, Ranked, i).candidate->customer_id);
    }
    return g_string_free(ids, FALSE);
}

/* What the index finds is what a look at everybody finds. */
static char *checked_answer(Db *db, const GPtrArray *all, char *const *terms, const char *query)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) candidates = index_candidates(db, terms, CUSTOMERS, &error);
    expect_done(candidates != NULL, error);
    g_autofree char *right = ranked_ids(all, terms);
    char *answer = ranked_ids(candidates, terms);
    if (strcmp(answer, right) != 0) {
        fail_msg("“%s” found %s and not %s", query, answer, right);
    }
    return answer;
}

/* Whether the ids of FOUND are the first ones of ANSWER. */
static void expect_first(const Found *found, const char *answer, const char *query)
{
    g_autoptr(GString) ids = g_string_new(NULL);
    for (guint i = 0; i < found->matches->len; i++) {
        g_string_append_printf(ids, "%" G_GINT64_FORMAT " ",
                               ((const Match *)g_ptr_array_index(found->matches, i))->customer_id);
    }
    if (!g_str_has_prefix(answer, ids->str)) {
        fail_msg("“%s” found %s and not %s", query, ids->str, answer);
    }
}

/* Answers every query on DB; the list of answers. */
static GPtrArray *answers(Db *db)
{
    GPtrArray *list = g_ptr_array_new_with_free_func(g_free);
    people_furnish(db);
    crowd_add(db, 1956, CUSTOMERS);
    g_autoptr(GPtrArray) all = everybody(db);
    g_autoptr(GRand) chance = g_rand_new_with_seed(42);
    guint empty = 0;
    for (guint i = 0; i < QUERIES; i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *query = crowd_query(chance);
        g_auto(GStrv) terms = words_of_query(query, "49", true);
        char *answer = checked_answer(db, all, terms, query);
        gint64 exact = 0;
        expect_done(customer_find_number(db, query, &exact, &error), error);
        if (i % 10 == 0 && exact == 0 && *answer != '\0') {
            Found *found = lookup_find(db, query, 5, &error);
            expect_done(found != NULL, error);
            expect_first(found, answer, query);
            found_free(found);
        }
        empty += *answer == '\0';
        g_ptr_array_add(list, answer);
    }
    /* Else the queries would not fit the crowd. */
    assert_true(empty > QUERIES / 20 && empty < QUERIES / 2);
    return list;
}

static void lookup_find__gives_the_same_answers__on_every_engine(void **state)
{
    (void)state;
    g_autoptr(Fixture) sqlite = fixture_sqlite();
    g_autoptr(Fixture) postgres = fixture_postgres();
    g_autoptr(GPtrArray) first = answers(sqlite->db);
    g_autoptr(GPtrArray) second = postgres != NULL ? answers(postgres->db) : NULL;
    for (guint i = 0; second != NULL && i < QUERIES; i++) {
        assert_string_equal(g_ptr_array_index(first, i), g_ptr_array_index(second, i));
    }
}

static guint findings(Db *db)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(g_free);
    expect_done(index_check(db, list, &error), error);
    for (guint i = 0; i < list->len; i++) {
        assert_true(g_str_has_suffix(g_ptr_array_index(list, i), "."));
    }
    return list->len;
}

static void index_check__finds__what_does_not_fit(void **state)
{
    static const char *const harms[] = {
        "UPDATE lookup_doc SET words = 'wrong' WHERE customer_id = 3",
        "UPDATE lookup_doc SET visits = visits + 1 WHERE customer_id = 3",
        "UPDATE lookup_doc SET last_visit = '1999-01-01' WHERE customer_id = 3",
        "DELETE FROM lookup_doc WHERE customer_id = 3",
        "INSERT INTO lookup_doc (customer_id, words, visits) VALUES (4711, 'x', 0)",
        "UPDATE lookup_doc SET words = 'wrong'",
    };
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    crowd_add(db, 7, 40);
    assert_int_equal(findings(db), 0);
    for (guint i = 0; i < G_N_ELEMENTS(harms); i++) {
        g_autoptr(GError) error = NULL;
        expect_done(db_begin(db, &error), error);
        expect_done(db_run(db, harms[i], DB_NO_VALUES, NULL, &error), error);
        guint count = findings(db);
        assert_true(count > 0 && count < 23);
        db_rollback(db);
        assert_int_equal(findings(db), 0);
    }
}

static void index_rebuild__makes_it_right__whatever_was_wrong(void **state)
{
    static const char *const harms[] = {
        "DELETE FROM lookup_doc",
        "UPDATE lookup_doc SET words = 'wrong'",
        "INSERT INTO lookup_doc (customer_id, words, visits) VALUES (4711, 'x', 0)",
    };
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    crowd_add(db, 7, 40);
    g_autofree char *before = people_dump(db);
    for (guint i = 0; i < G_N_ELEMENTS(harms); i++) {
        g_autoptr(GError) error = NULL;
        expect_done(db_run(db, harms[i], DB_NO_VALUES, NULL, &error), error);
        assert_true(findings(db) > 0);
        expect_done(index_rebuild(db, &error), error);
        g_autofree char *after = people_dump(db);
        assert_string_equal(after, before);
        people_expect_sound(db);
    }
}

static void index_check__can_be_asked__where_nothing_can_be_written(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    people_furnish(fixture->db);
    crowd_add(fixture->db, 7, 5);
    g_clear_pointer(&fixture->db, db_close);
    g_autoptr(Db) db = db_open(fixture->where, DB_READ_ONLY, &error);
    expect_done(db != NULL, error);
    assert_int_equal(findings(db), 0);
}

static void index_regulars__are_those_who_come_most__and_latest(void **state)
{
    static const Person people[] = {
        {.number = "1", .family = "A", .visits = 3},
        {.number = "2", .family = "B", .visits = 3, .last_visit = "2026-01-01"},
        {.number = "3", .family = "C", .visits = 0, .last_visit = "2026-02-01"},
        {.number = "4", .family = "D", .visits = 9},
        {.number = "5", .family = "E", .visits = 3, .last_visit = "2026-01-02"},
        {.number = "6", .family = "F", .visits = 3},
    };
    static const gint64 order[] = {4, 5, 2, 1, 6};
    Db *db = ((Fixture *)*state)->db;
    for (guint i = 0; i < G_N_ELEMENTS(people); i++) {
        people_add(db, &people[i]);
    }
    for (guint limit = 0; limit < 8; limit++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GPtrArray) list = index_regulars(db, limit, &error);
        assert_int_equal(list->len, MIN(limit, G_N_ELEMENTS(order)));
        for (guint i = 0; i < list->len; i++) {
            assert_int_equal(((const Candidate *)g_ptr_array_index(list, i))->customer_id,
                             order[i]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(index_check__finds__what_does_not_fit),
        cmocka_unit_test(index_rebuild__makes_it_right__whatever_was_wrong),
        cmocka_unit_test(index_check__can_be_asked__where_nothing_can_be_written),
        cmocka_unit_test(index_regulars__are_those_who_come_most__and_latest),
    };
    const struct CMUnitTest both[] = {
        cmocka_unit_test(lookup_find__gives_the_same_answers__on_every_engine),
    };
    return fixture_for_each_engine("index", tests, G_N_ELEMENTS(tests)) +
           cmocka_run_group_tests_name("index, both engines together", both, NULL, NULL);
}
