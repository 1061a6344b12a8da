/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search index: both engines give what a plain look at every customer gives, in the same order;
 * and it can be checked and made anew. */
#include "tests/data/crowd.h"
#include "tests/data/foundtext.h"
#include "tests/data/plainlook.h"

#include "data/base/fault.h"
#include "data/lookup/words.h"
#include "data/setting.h"

#include <sqlite3.h>

enum { CUSTOMERS = 500, QUERIES = 2000 };

/* Answers every query on DB; the list of answers. */
static GPtrArray *answers(Db *db)
{
    GPtrArray *list = g_ptr_array_new_with_free_func(g_free);
    people_furnish(db);
    crowd_add(db, 1956, CUSTOMERS);
    g_autoptr(GPtrArray) all = plain_everybody(db);
    g_autoptr(GRand) chance = g_rand_new_with_seed(42);
    guint empty = 0;
    for (guint i = 0; i < QUERIES; i++) {
        g_autofree char *query = crowd_query(chance);
        char *answer = plain_compare(db, all, query);
        empty += *answer == '\0';
        g_ptr_array_add(list, answer);
    }
    /* Else the queries would not fit the crowd. */
    assert_true(empty > QUERIES / 50 && empty < QUERIES / 2);
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
    expect_done(index_check(db, NULL, NULL, list, &error), error);
    for (guint i = 0; i < list->len; i++) {
        assert_true(g_str_has_suffix(g_ptr_array_index(list, i), "."));
    }
    return list->len;
}

/* A row of the index of nobody. */
#define STRANGER                                                                                   \
    "INSERT INTO lookup_doc (customer_id, place, words, visits, sort_key) "                        \
    "VALUES (4711, 4711, 'wx', 0, 'x')"

static void index_check__finds__what_does_not_fit(void **state)
{
    static const char *const harms[] = {
        "UPDATE lookup_doc SET words = 'wrong' WHERE customer_id = 3",
        "UPDATE lookup_doc SET visits = visits + 1 WHERE customer_id = 3",
        "UPDATE lookup_doc SET last_visit = '1999-01-01' WHERE customer_id = 3",
        "DELETE FROM lookup_doc WHERE customer_id = 3",
        STRANGER,
        "UPDATE lookup_doc SET words = 'wrong'",
        "UPDATE lookup_doc SET place = 1 WHERE customer_id = 3",
        "UPDATE lookup_doc SET sort_key = 'x' WHERE customer_id = 3",
        "DELETE FROM lookup_word WHERE token = (SELECT MIN(token) FROM lookup_word)",
        "UPDATE lookup_word SET sound = 'w99' WHERE token = (SELECT MAX(token) FROM lookup_word)",
        "INSERT INTO lookup_word (token, sound) VALUES ('wzzz', 'w8')",
        "DELETE FROM lookup_part WHERE part = (SELECT MIN(part) FROM lookup_part)",
        "INSERT INTO lookup_part (part, token) VALUES ('zzz', 'wzzzz')",
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

static bool add_somebody(guint done, guint total, gpointer data)
{
    (void)total;
    if (done == 0) {
        people_add(data, &(Person){.family = "Zwischendurch"});
    }
    return true;
}

static void index_check__finds_nothing__when_somebody_is_added_meanwhile(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(g_free);
    people_furnish(db);
    crowd_add(db, 7, 5);
    expect_done(index_check(db, add_somebody, db, list, &error), error);
    assert_int_equal(list->len, 0);
}

static void index_rebuild__makes_it_right__whatever_was_wrong(void **state)
{
    static const char *const harms[] = {
        "DELETE FROM lookup_doc",
        "UPDATE lookup_doc SET words = 'wrong'",
        STRANGER,
    };
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    crowd_add(db, 7, 40);
    g_autofree char *before = people_dump(db);
    for (guint i = 0; i < G_N_ELEMENTS(harms); i++) {
        g_autoptr(GError) error = NULL;
        expect_done(db_run(db, harms[i], DB_NO_VALUES, NULL, &error), error);
        assert_true(findings(db) > 0);
        expect_done(index_rebuild(db, NULL, NULL, &error), error);
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

/* Whom an upgrade has left out is taken in, and nobody else is touched. */
static void index_complete__takes_in__whom_an_upgrade_has_left_out(void **state)
{
    static const char *const left_out[] = {
        "SELECT id FROM customer",
        "SELECT id FROM customer WHERE id <= 20",
        "SELECT id FROM customer WHERE id > 1000",
    };
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    crowd_add(db, 7, 40);
    g_autofree char *before = people_dump(db);
    for (guint i = 0; i < G_N_ELEMENTS(left_out); i++) {
        g_autoptr(GError) error = NULL;
        bool complete = false;
        g_autoptr(GArray) ids = db_get_ids(db, left_out[i], DB_NO_VALUES, &error);
        g_autofree char *remove =
            g_strdup_printf("DELETE FROM lookup_doc WHERE customer_id IN (%s)", left_out[i]);
        for (guint j = 0; db_engine(db) == DB_SQLITE && j < ids->len; j++) {
            g_autofree char *forget = g_strdup_printf(
                "INSERT INTO lookup_words (lookup_words, rowid, words) SELECT 'delete', place, "
                "words FROM lookup_doc WHERE customer_id = %" G_GINT64_FORMAT,
                g_array_index(ids, gint64, j));
            expect_done(db_run(db, forget, DB_NO_VALUES, NULL, &error), error);
        }
        expect_done(db_run(db, remove, DB_NO_VALUES, NULL, &error), error);
        expect_done(setting_set(db, "lookup.begun", "1", &error), error);
        expect_done(index_is_complete(db, &complete, &error), error);
        assert_false(complete);
        expect_done(index_complete(db, NULL, NULL, &error), error);
        expect_done(index_is_complete(db, &complete, &error), error);
        assert_true(complete);
        g_autofree char *after = people_dump(db);
        assert_string_equal(after, before);
        people_expect_sound(db);
    }
}

static bool stop_at(guint done, guint total, gpointer data)
{
    const guint *last = data;
    assert_true(done < total);
    return done < *last;
}

static void index_rebuild__leaves_everything_as_it_was__when_broken_off(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    g_autoptr(GError) second = NULL;
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(g_free);
    guint last = 200;
    people_furnish(db);
    crowd_add(db, 7, 300);
    g_autofree char *before = people_dump(db);
    assert_false(index_rebuild(db, stop_at, &last, &error));
    expect_fault(error, FAULT_CANCELLED);
    assert_false(index_check(db, stop_at, &last, list, &second));
    expect_fault(second, FAULT_CANCELLED);
    g_autofree char *after = people_dump(db);
    assert_string_equal(after, before);
    people_expect_sound(db);
}

/* What a deed changes is found at once, and a word nobody has any more is forgotten. */
static void index_refresh__follows__what_is_learned_and_forgotten(void **state)
{
    static const char *const words = "SELECT COUNT(*) FROM lookup_word WHERE token = 'wwagner'";
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    assert_int_equal(people_number(db, words, DB_NO_VALUES), 0);
    people_add(db, &(Person){.family = "Wagner"});
    Deed *deed = people_begin(db);
    people_add_in(deed, &(Person){.family = "Wagner", .given = "Hilde"});
    gint64 second = people_commit(deed);
    assert_int_equal(people_number(db, words, DB_NO_VALUES), 1);
    people_undo(db, second);
    assert_int_equal(people_number(db, words, DB_NO_VALUES), 1);
    people_expect_sound(db);
    Deed *removing = people_begin(db);
    g_autoptr(GError) error = NULL;
    expect_done(sheet_remove(removing, 1, &error), error);
    people_commit(removing);
    assert_int_equal(people_number(db, words, DB_NO_VALUES), 0);
    people_expect_sound(db);
}

/* Whoever has an e-mail that begins like a word of an address does not hide the address. */
static void lookup_find__finds_addresses__among_e_mails_that_begin_like_them(void **state)
{
    enum { OTHERS = 260 };
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    Deed *deed = people_begin(db);
    for (guint i = 0; i < OTHERS; i++) {
        g_autofree char *email = g_strdup_printf("alexander.n%u@example.org", i);
        people_add_in(deed, &(Person){.given = "Alexander", .email = email, .visits = 9});
    }
    people_commit(deed);
    people_add(db, &(Person){.given = "Ida", .family = "Ott", .street = "Alexanderplatz 3"});
    static const char *const queries[] = {"alexanderp", "alexanderpl", "alexanderplatz ott"};
    for (guint i = 0; i < G_N_ELEMENTS(queries); i++) {
        g_autoptr(Found) found = found_by(db, NULL, queries[i], 5);
        assert_int_equal(found->alike_from, 1);
        assert_false(found->is_more);
        const Match *match = g_ptr_array_index(found->matches, 0);
        assert_string_equal(match->sheet->customer->given_name, "Ida");
    }
    g_autoptr(Found) all = found_by(db, NULL, "alexander", 5);
    assert_true(all->is_more);
    assert_int_equal(all->total, 50);
}

/* What the shop itself does not let anybody write. */
static void write_directly(const char *file, const char *sql)
{
    sqlite3 *direct = NULL;
    assert_int_equal(sqlite3_open(file, &direct), SQLITE_OK);
    assert_int_equal(sqlite3_exec(direct, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(direct);
}

/* What is damaged in the index alone is no reason not to save: a check makes it anew. */
static void index_tend__meets_damage__without_a_fault(void **state)
{
    const Fixture *fixture = *state;
    if (db_engine(fixture->db) != DB_SQLITE) {
        return;
    }
    g_autoptr(GError) error = NULL;
    people_furnish(fixture->db);
    write_directly(fixture->where,
                   "INSERT INTO lookup_words (lookup_words, rank) VALUES ('usermerge', 16)");
    for (guint i = 0; i < 4; i++) {
        crowd_add(fixture->db, 7 + i, 10);
    }
    write_directly(fixture->where,
                   "INSERT INTO lookup_words (lookup_words, rank) VALUES ('usermerge', 2);"
                   "UPDATE lookup_words_data SET block = zeroblob(length(block)) WHERE id > 1000");
    for (guint i = 0; i < 4; i++) {
        expect_done(db_begin(fixture->db, &error), error);
        expect_done(index_tend(fixture->db, &error), error);
        expect_done(db_commit(fixture->db, &error), error);
    }
    expect_done(index_rebuild(fixture->db, NULL, NULL, &error), error);
    people_expect_sound(fixture->db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(index_check__finds__what_does_not_fit),
        cmocka_unit_test(index_check__finds_nothing__when_somebody_is_added_meanwhile),
        cmocka_unit_test(index_rebuild__makes_it_right__whatever_was_wrong),
        cmocka_unit_test(index_check__can_be_asked__where_nothing_can_be_written),
        cmocka_unit_test(index_complete__takes_in__whom_an_upgrade_has_left_out),
        cmocka_unit_test(index_rebuild__leaves_everything_as_it_was__when_broken_off),
        cmocka_unit_test(index_refresh__follows__what_is_learned_and_forgotten),
        cmocka_unit_test(lookup_find__finds_addresses__among_e_mails_that_begin_like_them),
        cmocka_unit_test(index_tend__meets_damage__without_a_fault),
    };
    const struct CMUnitTest both[] = {
        cmocka_unit_test(lookup_find__gives_the_same_answers__on_every_engine),
    };
    return fixture_for_each_engine("index", tests, G_N_ELEMENTS(tests)) +
           cmocka_run_group_tests_name("index, both engines together", both, NULL, NULL);
}
