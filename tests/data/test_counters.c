/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two counters of one shop, one after the other: what one does to what the other has open, and to
 * the shop itself. */
#include "data/base/fault.h"
#include "data/customer/fact.h"
#include "data/db/migrate.h"
#include "data/diary/visit.h"
#include "data/move.h"
#include "data/setting.h"
#include "tests/data/people.h"
#include "tests/data/place.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const Person wagner = {.family = "Wagner", .facts = "likes: Erdbeere"};

/* The shop of FIXTURE at another counter. */
static Db *other_counter(const Fixture *fixture)
{
    g_autoptr(GError) error = NULL;
    Db *db = db_open(fixture->where, DB_READ_WRITE, &error);
    expect_done(db != NULL, error);
    return db;
}

static Sheet *load(Db *db, gint64 id)
{
    g_autoptr(GError) error = NULL;
    Sheet *sheet = sheet_load(db, id, &error);
    expect_done(sheet != NULL, error);
    return sheet;
}

/* Stores SHEET in a deed of its own. */
static bool save(Db *db, Sheet *sheet, GError **error)
{
    g_autoptr(Deed) deed = people_begin(db);
    return sheet_save(deed, sheet, error) && deed_commit(deed, NULL, error);
}

static void remove_customer(Db *db, gint64 id)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(sheet_remove(deed, id, &error), error);
    people_commit(deed);
}

static gint64 count(Db *db, const char *sql)
{
    return people_number(db, sql, DB_NO_VALUES);
}

static void sheet_save__of_somebody_removed_elsewhere__says_that_they_are_gone(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL, again = NULL;
    people_furnish(fixture->db);
    gint64 id = people_add(fixture->db, &wagner);
    g_autoptr(Db) other = other_counter(fixture);
    g_autoptr(Sheet) sheet = load(fixture->db, id);
    remove_customer(other, id);
    record_set_text(&sheet->customer->title, "Dr.");
    assert_false(save(fixture->db, sheet, &error));
    expect_fault(error, FAULT_MISSING);
    g_autoptr(Deed) deed = people_begin(fixture->db);
    assert_false(sheet_remove(deed, id, &again));
    expect_fault(again, FAULT_MISSING);
    deed_free(g_steal_pointer(&deed));
    assert_int_equal(count(fixture->db, "SELECT count(*) FROM customer"), 0);
    people_expect_sound(fixture->db);
}

static void record_insert__for_somebody_removed_elsewhere__says_that_they_are_gone(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    people_furnish(fixture->db);
    gint64 id = people_add(fixture->db, &wagner);
    g_autoptr(Db) other = other_counter(fixture);
    g_autoptr(Sheet) sheet = load(fixture->db, id);
    remove_customer(other, id);
    Fact *fact = record_copy(g_ptr_array_index(sheet->facts, 0));
    g_autoptr(Deed) deed = people_begin(fixture->db);
    bool ok = record_insert(deed, fact, &error);
    record_free(fact);
    assert_false(ok);
    expect_fault(error, FAULT_MISSING);
    deed_free(g_steal_pointer(&deed));
    assert_int_equal(count(fixture->db, "SELECT count(*) FROM fact"), 0);
}

static void sheet_remove__takes_along__what_another_counter_added_meanwhile(void **state)
{
    Fixture *fixture = *state;
    people_furnish(fixture->db);
    gint64 id = people_add(fixture->db, &wagner);
    g_autoptr(Db) other = other_counter(fixture);
    g_autoptr(Sheet) sheet = load(other, id);
    Fact *fact = sheet_add(sheet, &fact_type);
    fact->kind_id = ((const Fact *)g_ptr_array_index(sheet->facts, 0))->kind_id;
    record_set_text(&fact->words, "mag es warm");
    g_autoptr(GError) error = NULL;
    expect_done(save(other, sheet, &error), error);
    g_autofree char *before = people_dump(fixture->db);
    remove_customer(fixture->db, id);
    assert_int_equal(count(fixture->db, "SELECT count(*) FROM fact"), 0);
    people_undo(fixture->db, people_last(fixture->db, 0));
    g_autofree char *after = people_dump(fixture->db);
    assert_string_equal(after, before);
}

/* An allergy that somebody has just written down must not go with the note it was written over. */
static void sheet_save__of_an_emptied_note__spares_what_was_written_there_meanwhile(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL, late = NULL;
    people_furnish(fixture->db);
    gint64 id = people_add(fixture->db, &wagner);
    g_autoptr(Db) other = other_counter(fixture);
    g_autoptr(Sheet) open = load(fixture->db, id);
    g_autoptr(Sheet) quick = load(other, id);
    Fact *written = g_ptr_array_index(quick->facts, 0);
    Fact *emptied = g_ptr_array_index(open->facts, 0);
    record_set_text(&written->words, "ALLERGY: Erdbeere");
    expect_done(save(other, quick, &error), error);
    record_set_text(&emptied->words, NULL);
    assert_false(save(fixture->db, open, &late));
    expect_fault(late, FAULT_CONFLICT);
    assert_int_equal(
        count(fixture->db, "SELECT count(*) FROM fact WHERE words = 'ALLERGY: Erdbeere'"), 1);
}

static Visit *load_visit(Db *db, gint64 id)
{
    g_autoptr(GError) error = NULL;
    Visit *visit = record_load(db, &visit_type, id, &error);
    expect_done(visit != NULL, error);
    return visit;
}

/* Stores VISIT, which it frees, with ARTICLE alone. */
static bool sell_instead(Db *db, Visit *visit, const char *article, GError **error)
{
    const OrderItem items[] = {{.name = article, .quantity = 1, .amount = RECORD_NONE}};
    g_autoptr(Deed) deed = people_begin(db);
    bool ok = visit_change(deed, visit, items, 1, error) && deed_commit(deed, NULL, error);
    record_free(visit);
    return ok;
}

static void visit_change__of_articles_changed_elsewhere__is_a_conflict(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL, late = NULL;
    people_furnish(fixture->db);
    const VisitOrder order = visit_order(people_add(fixture->db, &wagner), "2026-03-01");
    gint64 id = 0;
    Deed *deed = people_begin(fixture->db);
    expect_done(visit_add(deed, &order, &id, NULL, &error), error);
    people_commit(deed);
    g_autoptr(Db) other = other_counter(fixture);
    Visit *open = load_visit(fixture->db, id), *quick = load_visit(other, id);
    bool done = sell_instead(other, quick, "Brezel", &error);
    bool done_late = sell_instead(fixture->db, open, "Torte", &late);
    expect_done(done, error);
    assert_false(done_late);
    expect_fault(late, FAULT_CONFLICT);
    g_autofree char *items = visit_items_text(fixture->db, id, &error);
    assert_string_equal(items, "Brezel");
    people_expect_sound(fixture->db);
}

static gint64 add_at(Db *db, const char *at)
{
    g_autoptr(GError) error = NULL;
    Who who = people_who(0);
    g_strlcpy(who.at, at, sizeof who.at);
    Deed *deed = deed_begin(db, &who, "a test", &error);
    expect_done(deed != NULL, error);
    people_add_in(deed, &wagner);
    return people_commit(deed);
}

/* The clocks of counters may differ: what was last is what was done last. */
static void deed_last__is_the_last_one__whatever_the_clocks_say(void **state)
{
    Fixture *fixture = *state;
    people_furnish(fixture->db);
    g_autoptr(Db) other = other_counter(fixture);
    gint64 first = add_at(fixture->db, "2026-03-01T10:00:00Z");
    gint64 second = add_at(other, "2026-03-01T09:00:00Z");
    assert_int_equal(people_last(fixture->db, 0), second);
    people_undo(fixture->db, second);
    assert_int_equal(people_last(other, 0), first);
    people_undo(other, first);
    assert_int_equal(count(fixture->db, "SELECT count(*) FROM customer"), 0);
    people_expect_sound(fixture->db);
}

static void deed_begin__after_a_newer_program_brought_the_shop_up_to_date__is_refused(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL, refusal = NULL;
    g_autoptr(Db) other = other_counter(fixture);
    const Who who = people_who(0);
    people_furnish(fixture->db);
    expect_done(db_run(other,
                       "INSERT INTO migration (version, name, applied_at) VALUES ($1, 'x', '')",
                       DB_VALUES(db_int(migrate_newest() + 1)), NULL, &error),
                error);
    Deed *deed = deed_begin(fixture->db, &who, "a test", &refusal);
    assert_null(deed);
    expect_fault(refusal, FAULT_NEWER);
    assert_false(db_in_transaction(fixture->db));
    assert_true(count(fixture->db, "SELECT count(*) FROM fact_kind") > 0);
}

/* ---- a move while another counter works ---- */

/* Adds one after another until the shop refuses, and tells OUT how many. Never returns. */
static void add_until_refused(const char *where, int out)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = db_open(where, DB_READ_WRITE, &error);
    const Who who = people_who(0);
    gint64 done = 0;
    bool ok = db != NULL;
    g_random_set_seed(g_random_int() + 1);
    while (ok && error == NULL) {
        g_autoptr(Deed) deed = deed_begin(db, &who, "a test", &error);
        g_autoptr(Sheet) sheet = sheet_new();
        record_set_text(&sheet->customer->family_name, "Ott");
        if (deed != NULL && sheet_save(deed, sheet, &error) && deed_commit(deed, NULL, &error)) {
            done++;
            ok = done > 1 || write(out, &done, sizeof done) == sizeof done;
        }
    }
    ok = ok && g_error_matches(error, FAULT, FAULT_READ_ONLY);
    if (!ok) {
        fprintf(stderr, "the other counter: %s\n", error != NULL ? error->message : "?");
    }
    place_leave(ok && write(out, &done, sizeof done) == sizeof done);
}

static void shop_move__carries_all_that_was_done__while_another_counter_works(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    int pipes[2];
    gint64 done = 0;
    people_furnish(fixture->db);
    g_clear_pointer(&fixture->db, db_close);
    assert_int_equal(pipe(pipes), 0);
    pid_t child = place_fork();
    if (child == 0) {
        add_until_refused(fixture->where, pipes[1]);
    }
    assert_true(read(pipes[0], &done, sizeof done) == sizeof done);
    g_autofree char *there = g_build_filename(fixture->folder, "there.tresen", NULL);
    g_autoptr(Shop) shop =
        shop_open(fixture->where, DB_READ_WRITE, fixture->folder, FIXTURE_NOW, &error);
    expect_done(shop != NULL, error);
    Moved moved = {0};
    bool ok = shop_move(shop, there, FIXTURE_NOW, NULL, NULL, &moved, &error);
    g_free(moved.hash);
    g_free(moved.place);
    assert_true(place_ended_well(child));
    expect_done(ok, error);
    assert_true(read(pipes[0], &done, sizeof done) == sizeof done);
    close(pipes[0]);
    close(pipes[1]);
    g_autoptr(Db) db = db_open(there, DB_READ_WRITE, &error);
    expect_done(db != NULL, error);
    assert_int_equal(count(db, "SELECT count(*) FROM customer"), done);
    people_expect_sound(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sheet_save__of_somebody_removed_elsewhere__says_that_they_are_gone),
        cmocka_unit_test(record_insert__for_somebody_removed_elsewhere__says_that_they_are_gone),
        cmocka_unit_test(sheet_remove__takes_along__what_another_counter_added_meanwhile),
        cmocka_unit_test(sheet_save__of_an_emptied_note__spares_what_was_written_there_meanwhile),
        cmocka_unit_test(visit_change__of_articles_changed_elsewhere__is_a_conflict),
        cmocka_unit_test(deed_last__is_the_last_one__whatever_the_clocks_say),
        cmocka_unit_test(deed_begin__after_a_newer_program_brought_the_shop_up_to_date__is_refused),
        cmocka_unit_test(shop_move__carries_all_that_was_done__while_another_counter_works),
    };
    return fixture_for_each_engine("counters", tests, G_N_ELEMENTS(tests));
}
