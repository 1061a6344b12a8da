/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seeing that the sums of visits are wrong, and making them anew. */
#include "data/base/fault.h"
#include "data/diary/article.h"
#include "data/diary/sums.h"
#include "tests/data/people.h"

static gint64 insert_visit(Deed *deed, gint64 customer_id, const char *kind, const char *day,
                           gint64 amount)
{
    g_autoptr(GError) error = NULL;
    Visit *visit = record_new(&visit_type);
    visit->customer_id = customer_id;
    record_set_text(&visit->kind, kind);
    record_set_text(&visit->day, day);
    record_set_text(&visit->channel, "counter");
    visit->minute = 600;
    visit->amount = amount;
    expect_done(record_insert(deed, visit, &error), error);
    gint64 id = visit->head.id;
    record_free(visit);
    return id;
}

/* Hilde Wagner, who came once, bought two pretzels and brought one back. */
static void add_visit(Db *db)
{
    static const Person wagner = {.given = "Hilde", .family = "Wagner"};
    g_autoptr(GError) error = NULL;
    people_furnish(db);
    gint64 id = people_add(db, &wagner);
    Deed *deed = people_begin(db);
    VisitItem *item = record_new(&visit_item_type);
    item->customer_id = id;
    item->visit_id = insert_visit(deed, id, "visit", "2026-01-10", 450);
    item->quantity = 2;
    expect_done(article_named(deed, "Brezel", &item->article_id, &error), error);
    expect_done(record_insert(deed, item, &error), error);
    record_free(item);
    insert_visit(deed, id, "return", "2026-01-11", -100);
    people_commit(deed);
}

/* Damages the sums by SQL and expects that the check sees it and the rebuilding mends it. */
static void expect_mended(Db *db, const char *sql)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    expect_done(db_run(db, sql, DB_NO_VALUES, NULL, &error), error);
    expect_done(sums_check(db, NULL, NULL, findings, &error), error);
    assert_int_equal(findings->len, 1);
    expect_done(sums_rebuild(db, NULL, NULL, &error), error);
    people_expect_sound(db);
}

static void sums_check__sees__what_does_not_fit(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    add_visit(db);
    people_expect_sound(db);
    expect_mended(db, "UPDATE visit_day SET visits = 2");
    expect_mended(db, "UPDATE visit_day SET visitors = '7'");
    expect_mended(db, "UPDATE visit_day SET visitors = 'x'");
    expect_mended(db, "DELETE FROM visit_day");
    expect_mended(db, "UPDATE visit_sum SET amount = 1");
    expect_mended(db, "UPDATE visit_sum SET last_day = '2026-01-12'");
    expect_mended(db, "DELETE FROM visit_sum");
    expect_mended(db, "UPDATE article_sum SET uses = 5");
    expect_mended(db, "UPDATE visit_day SET visitors = '7' WHERE day = '2026-01-11'");
}

static bool refuse(guint done, guint total, gpointer data)
{
    (void)done;
    (void)total;
    (void)data;
    return false;
}

static void sums_rebuild__leaves_everything__when_broken_off(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    add_visit(db);
    assert_false(sums_rebuild(db, refuse, NULL, &error));
    expect_fault(error, FAULT_CANCELLED);
    people_expect_sound(db);
}

static void visit_day_list__says_so__when_it_is_damaged(void **state)
{
    static const char *const damages[] = {"UPDATE visit_day SET hours = 'x'",
                                          "UPDATE visit_day SET hours = '1 2'",
                                          "UPDATE visit_day SET visitors = '5 -3'"};
    Db *db = ((Fixture *)*state)->db;
    add_visit(db);
    for (guint i = 0; i < G_N_ELEMENTS(damages); i++) {
        g_autoptr(GError) error = NULL;
        expect_done(db_run(db, damages[i], DB_NO_VALUES, NULL, &error), error);
        assert_null(visit_day_list(db, "2026-01-01", "2026-12-31", 0, &error));
        expect_fault(error, FAULT_DAMAGED);
        g_clear_error(&error);
        expect_done(sums_rebuild(db, NULL, NULL, &error), error);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_check__sees__what_does_not_fit),
        cmocka_unit_test(sums_rebuild__leaves_everything__when_broken_off),
        cmocka_unit_test(visit_day_list__says_so__when_it_is_damaged),
    };
    return fixture_for_each_engine("sumscheck", tests, G_N_ELEMENTS(tests));
}
