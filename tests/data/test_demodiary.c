/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened in the demo shop: as much of everything as a believable year has. */
#include "data/demo/demo.h"
#include "data/diary/sums.h"
#include "tests/data/people.h"

static const Day the_day = {2026, 11, 21};

/* The demo shop of the day, in the fixture's folder. */
static Db *made(const Fixture *fixture)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(fixture->folder, "demo.tresen", NULL);
    expect_done(demo_make(path, DEMO_CUSTOMERS, the_day, NULL, NULL, &error), error);
    Db *db = db_open(path, DB_READ_WRITE, &error);
    expect_done(db != NULL, error);
    return db;
}

static void demo_make__tells_a_whole_year(void **state)
{
    static const struct {
        const char *sql;
        int least, most;
    } cases[] = {
        {"SELECT count(*) FROM visit", 5000, 7000},
        {"SELECT count(*) FROM visit WHERE day >= '2026-11-21'", 0, 0},
        {"SELECT count(*) FROM visit v WHERE NOT EXISTS (SELECT 1 FROM visit_item i WHERE "
         "i.visit_id = v.id)",
         0, 0},
        {"SELECT count(*) FROM visit v WHERE amount <> (SELECT sum(i.amount) FROM visit_item i "
         "WHERE i.visit_id = v.id)",
         0, 0},
        {"SELECT count(*) FROM visit_sum WHERE rhythm IS NOT NULL", 120, 250},
        {"SELECT count(*) FROM customer WHERE visits_before = 0", 5, 120},
        {"SELECT count(*) FROM feedback WHERE csat IS NOT NULL", 80, 250},
        {"SELECT count(*) FROM feedback WHERE customer_id IS NULL", 3, 10},
        {"SELECT count(*) FROM complaint WHERE closed_day IS NULL", 4, 4},
        {"SELECT count(DISTINCT state) FROM complaint", 6, 6},
        {"SELECT count(*) FROM promise WHERE state = 'open'", 5, 5},
        {"SELECT count(*) FROM preorder WHERE state IN ('open', 'ready')", 6, 6},
        {"SELECT count(DISTINCT state) FROM wish", 4, 4},
        {"SELECT count(*) FROM loss", 3, 15},
        {"SELECT count(*) FROM loss WHERE how = 'died'", 1, 3},
        {"SELECT count(*) FROM visit_sum WHERE away_from <= '2026-11-21'", 5, 40},
        {"SELECT count(*) FROM extra", 40, 160},
    };
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = made(*state);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        gint64 count = people_number(db, cases[i].sql, DB_NO_VALUES);
        if (count < cases[i].least || count > cases[i].most) {
            fail_msg("%s: %d, wanted %d to %d", cases[i].sql, (int)count, cases[i].least,
                     cases[i].most);
        }
    }
    people_expect_sound(db);
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    expect_done(sums_check(db, NULL, NULL, findings, &error), error);
    assert_int_equal(findings->len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(demo_make__tells_a_whole_year),
    };
    return fixture_on_sqlite("demodiary", tests, G_N_ELEMENTS(tests));
}
