/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sums of visits, and that they follow each change. */
#include "data/diary/sums.h"
#include "data/lookup/index.h"
#include "tests/data/people.h"

#include <string.h>

enum { CROWD = 250 };

static const char count_stale[] = "SELECT COUNT(*) FROM lookup_stale";

static gint64 add_visit(Deed *deed, gint64 customer_id, const char *kind, const char *day,
                        gint64 minute, gint64 amount)
{
    g_autoptr(GError) error = NULL;
    Visit *visit = record_new(&visit_type);
    visit->customer_id = customer_id;
    record_set_text(&visit->kind, kind);
    record_set_text(&visit->day, day);
    record_set_text(&visit->channel, "counter");
    visit->minute = minute;
    visit->amount = amount;
    expect_done(record_insert(deed, visit, &error), error);
    gint64 id = visit->head.id;
    record_free(visit);
    return id;
}

/* One visit in a deed of its own, whose number is returned. */
static gint64 come(Db *db, gint64 customer_id, const char *day)
{
    Deed *deed = people_begin(db);
    add_visit(deed, customer_id, "visit", day, 9 * 60 + 15, 450);
    return people_commit(deed);
}

static gint64 add_wagner(Db *db)
{
    static const Person wagner = {
        .given = "Hilde", .family = "Wagner", .visits = 3, .last_visit = "2025-12-01"};
    people_furnish(db);
    return people_add(db, &wagner);
}

static VisitSum *sum_of(Db *db, gint64 id)
{
    g_autoptr(GError) error = NULL;
    VisitSum *sum = visit_sum_load(db, id, &error);
    expect_done(sum != NULL, error);
    return sum;
}

static void undo(Db *db, gint64 deed)
{
    g_autoptr(GError) error = NULL;
    const Who who = people_who(0);
    expect_done(deed_undo(db, &who, deed, NULL, &error), error);
}

static GPtrArray *days(Db *db, const char *from, const char *to)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *list = visit_day_list(db, from, to, 0, &error);
    expect_done(list != NULL, error);
    return list;
}

static void visit_sum__is_empty__without_visits(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(VisitSum) sum = sum_of(db, add_wagner(db));
    assert_int_equal(sum->visits, 0);
    assert_null(sum->last_day);
    assert_null(sum->away_from);
    people_expect_sound(db);
}

static void visit_sum__follows__visits_and_returns(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 id = add_wagner(db);
    come(db, id, "2026-01-10");
    come(db, id, "2026-01-03");
    Deed *deed = people_begin(db);
    add_visit(deed, id, "return", "2026-02-01", RECORD_NONE, -450);
    people_commit(deed);
    g_autoptr(VisitSum) sum = sum_of(db, id);
    assert_int_equal(sum->visits, 2);
    assert_int_equal(sum->returns, 1);
    assert_int_equal(sum->amount, 450);
    assert_string_equal(sum->first_day, "2026-01-03");
    assert_string_equal(sum->last_day, "2026-01-10");
    assert_int_equal(sum->rhythm, 0);
    people_expect_sound(db);
}

static void visit_sum__is_as_before__when_a_visit_is_taken_back(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 id = add_wagner(db);
    come(db, id, "2026-01-10");
    gint64 deed = come(db, id, "2026-01-17");
    undo(db, deed);
    g_autoptr(VisitSum) sum = sum_of(db, id);
    assert_int_equal(sum->visits, 1);
    assert_string_equal(sum->last_day, "2026-01-10");
    g_autoptr(GPtrArray) list = days(db, "2026-01-01", "2026-12-31");
    assert_int_equal(list->len, 1);
    people_expect_sound(db);
    /* And again as after it. */
    g_autoptr(GError) error = NULL;
    const Who who = people_who(0);
    const char *verb;
    expect_done(deed_last_undone(db, 0, &deed, &verb, &error), error);
    undo(db, deed);
    (void)who;
    g_autoptr(VisitSum) again = sum_of(db, id);
    assert_int_equal(again->visits, 2);
    people_expect_sound(db);
}

static void visit_sum__moves__with_a_visit_that_is_changed(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    gint64 id = add_wagner(db);
    Deed *deed = people_begin(db);
    gint64 visit_id = add_visit(deed, id, "visit", "2026-01-10", 600, 450);
    people_commit(deed);
    Visit *visit = record_load(db, &visit_type, visit_id, &error);
    expect_done(visit != NULL, error);
    record_set_text(&visit->day, "2026-01-11");
    visit->amount = RECORD_NONE;
    deed = people_begin(db);
    expect_done(record_update(deed, visit, &error), error);
    gint64 number = people_commit(deed);
    record_free(visit);
    g_autoptr(VisitSum) sum = sum_of(db, id);
    assert_int_equal(sum->amount, 0);
    assert_string_equal(sum->first_day, "2026-01-11");
    g_autoptr(GPtrArray) list = days(db, "2026-01-10", "2026-01-11");
    assert_int_equal(list->len, 1);
    people_expect_sound(db);
    undo(db, number);
    people_expect_sound(db);
}

static void visit_sum__goes__with_the_customer_and_comes_back(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    gint64 id = add_wagner(db);
    come(db, id, "2026-01-10");
    Deed *deed = people_begin(db);
    expect_done(sheet_remove(deed, id, &error), error);
    gint64 number = people_commit(deed);
    g_autoptr(GPtrArray) list = days(db, "2026-01-01", "2026-12-31");
    assert_int_equal(list->len, 0);
    people_expect_sound(db);
    undo(db, number);
    g_autoptr(VisitSum) sum = sum_of(db, id);
    assert_int_equal(sum->visits, 1);
    people_expect_sound(db);
}

static void visit_day_list__tells__hours_amounts_and_visitors(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    static const Person others[] = {{.family = "Ott"}, {.family = "Berg"}};
    gint64 wagner = add_wagner(db), ott = people_add(db, &others[0]),
           berg = people_add(db, &others[1]);
    Deed *deed = people_begin(db);
    add_visit(deed, berg, "visit", "2026-01-10", 9 * 60, 300);
    add_visit(deed, wagner, "visit", "2026-01-10", 9 * 60 + 59, 450);
    add_visit(deed, berg, "visit", "2026-01-10", 23 * 60 + 59, RECORD_NONE);
    add_visit(deed, ott, "visit", "2026-01-11", RECORD_NONE, 100);
    add_visit(deed, ott, "return", "2026-01-11", 10 * 60, -100);
    people_commit(deed);
    g_autoptr(GPtrArray) list = days(db, "2026-01-10", "2026-01-11");
    assert_int_equal(list->len, 2);
    const VisitDay *first = g_ptr_array_index(list, 0), *second = g_ptr_array_index(list, 1);
    assert_string_equal(first->day, "2026-01-10");
    assert_int_equal(first->visits, 3);
    assert_int_equal(first->amount, 750);
    assert_int_equal(first->hours[9], 2);
    assert_int_equal(first->hours[23], 1);
    assert_int_equal(first->visitors->len, 3);
    assert_int_equal(g_array_index(first->visitors, gint64, 0), wagner);
    assert_int_equal(g_array_index(first->visitors, gint64, 1), berg);
    assert_int_equal(g_array_index(first->visitors, gint64, 2), berg);
    assert_int_equal(second->visits, 1);
    assert_int_equal(second->returns, 1);
    assert_int_equal(second->amount, 0);
    people_expect_sound(db);
}

static void visit_sum__knows_the_day__from_which_somebody_is_missed(void **state)
{
    static const char *const when[] = {"2026-01-01", "2026-01-10", "2026-01-19", "2026-01-28"};
    Db *db = ((Fixture *)*state)->db;
    gint64 id = add_wagner(db);
    for (guint i = 0; i < G_N_ELEMENTS(when); i++) {
        come(db, id, when[i]);
    }
    g_autoptr(VisitSum) sum = sum_of(db, id);
    assert_int_equal(sum->rhythm, 9);
    assert_string_equal(sum->away_from, "2026-02-24");
}

static void the_index__knows_how_often_somebody_comes__at_once(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    gint64 id = add_wagner(db);
    come(db, id, "2026-02-10");
    g_autoptr(GPtrArray) found = index_customer(db, id, &error);
    expect_done(found != NULL, error);
    const Candidate *candidate = g_ptr_array_index(found, 0);
    assert_int_equal(candidate->visits, 4);
    assert_string_equal(candidate->last_visit, "2026-02-10");
}

static void the_index__moves_a_crowd__by_and_by(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 ids[CROWD];
    people_furnish(db);
    Deed *deed = people_begin(db);
    for (guint i = 0; i < CROWD; i++) {
        g_autofree char *family = g_strdup_printf("Zander%u", i);
        const Person person = {.family = family};
        ids[i] = people_add_in(deed, &person);
    }
    people_commit(deed);
    deed = people_begin(db);
    for (guint i = 0; i < CROWD; i++) {
        add_visit(deed, ids[i], "visit", "2026-02-10", RECORD_NONE, 100);
    }
    people_commit(deed);
    people_expect_sound(db);
    gint64 stale = people_number(db, count_stale, DB_NO_VALUES);
    assert_int_equal(stale, CROWD);
    /* Each deed moves some of them. */
    come(db, ids[0], "2026-02-11");
    assert_true(people_number(db, count_stale, DB_NO_VALUES) < stale);
    while (stale > 0) {
        come(db, ids[0], "2026-02-12");
        stale = people_number(db, count_stale, DB_NO_VALUES);
    }
    people_expect_sound(db);
}

static void sums_note_run__takes_back__an_import(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    gint64 id = add_wagner(db);
    come(db, id, "2026-02-09");
    Deed *deed = people_begin(db);
    for (guint i = 0; i < 1200; i++) {
        g_autofree char *day = g_strdup_printf("2026-02-%02u", 1 + i % 28);
        add_visit(deed, id, i % 7 == 0 ? "return" : "visit", day, (gint64)(i % 1440), 100);
    }
    gint64 number = people_commit(deed);
    people_expect_sound(db);
    undo(db, number);
    g_autoptr(VisitSum) sum = sum_of(db, id);
    assert_int_equal(sum->visits, 1);
    assert_int_equal(sum->amount, 450);
    people_expect_sound(db);
}

/* Another till: one visit on the day on which this one counts, too. */
typedef struct {
    Db *db;
    gint64 customer_id, deed_id;
} OtherTill;

static gpointer come_at_other_till(gpointer data)
{
    OtherTill *till = data;
    till->deed_id = come(till->db, till->customer_id, "2026-02-10");
    return NULL;
}

static void visit_day__counts_both__when_two_tills_write_at_once(void **state)
{
    /* SQLite lets only one write anyway. */
    static const char waiting[] = "SELECT COUNT(*) FROM pg_stat_activity "
                                  "WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))";
    Fixture *fixture = *state;
    if (db_engine(fixture->db) == DB_SQLITE) {
        skip();
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) other = db_open(fixture->where, DB_READ_WRITE, &error);
    expect_done(other != NULL, error);
    static const Person ott = {.family = "Ott"};
    gint64 id = add_wagner(fixture->db);
    OtherTill till = {.db = other, .customer_id = people_add(fixture->db, &ott)};
    Deed *deed = people_begin(fixture->db);
    add_visit(deed, id, "visit", "2026-02-10", 600, 100);
    expect_done(deed_follow(deed, &error), error);
    GThread *thread = g_thread_new("other till", come_at_other_till, &till);
    while (people_number(fixture->db, waiting, DB_NO_VALUES) == 0) {
        g_usleep(1000);
    }
    people_commit(deed);
    g_thread_join(thread);
    assert_true(till.deed_id != 0);
    g_autoptr(GPtrArray) list = days(fixture->db, "2026-02-10", "2026-02-10");
    assert_int_equal(list->len, 1);
    const VisitDay *day = g_ptr_array_index(list, 0);
    assert_int_equal(day->visits, 2);
    assert_int_equal(day->amount, 550);
    assert_int_equal(day->visitors->len, 2);
    people_expect_sound(fixture->db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(visit_sum__is_empty__without_visits),
        cmocka_unit_test(visit_sum__follows__visits_and_returns),
        cmocka_unit_test(visit_sum__is_as_before__when_a_visit_is_taken_back),
        cmocka_unit_test(visit_sum__moves__with_a_visit_that_is_changed),
        cmocka_unit_test(visit_sum__goes__with_the_customer_and_comes_back),
        cmocka_unit_test(visit_day_list__tells__hours_amounts_and_visitors),
        cmocka_unit_test(visit_sum__knows_the_day__from_which_somebody_is_missed),
        cmocka_unit_test(the_index__knows_how_often_somebody_comes__at_once),
        cmocka_unit_test(the_index__moves_a_crowd__by_and_by),
        cmocka_unit_test(sums_note_run__takes_back__an_import),
        cmocka_unit_test(visit_day__counts_both__when_two_tills_write_at_once),
    };
    return fixture_for_each_engine("sums", tests, G_N_ELEMENTS(tests));
}
