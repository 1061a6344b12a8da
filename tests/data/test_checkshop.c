/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check of a whole shop tells damage from what is only behind. */
#include "data/check.h"

#include "data/base/fault.h"
#include "tests/data/people.h"

static Db *with_hilde(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    people_add(db, &people_hilde);
    return db;
}

static void run(Db *db, const char *sql)
{
    g_autoptr(GError) error = NULL;
    expect_done(db_run(db, sql, DB_NO_VALUES, NULL, &error), error);
}

static void expect_found(Db *db, CheckDepth depth, guint damage, guint behind)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Checked) checked = check_shop(db, depth, NULL, NULL, &error);
    expect_done(checked != NULL, error);
    assert_int_equal(checked->damage->len, damage);
    assert_int_equal(checked->behind->len, behind);
    assert_int_equal(checked->is_all, damage == 0 && depth == CHECK_FULL);
}

static void check_shop__finds_nothing__in_a_whole_one(void **state)
{
    Db *db = with_hilde(state);
    g_autoptr(GError) error = NULL;
    g_autoptr(Checked) checked = check_shop(db, CHECK_FULL, NULL, NULL, &error);
    expect_done(checked != NULL, error);
    assert_int_equal(checked->customers, 1);
    expect_found(db, CHECK_FULL, 0, 0);
    expect_found(db, CHECK_QUICK, 0, 0);
}

static void check_shop__tells__damage_from_what_is_behind(void **state)
{
    Db *db = with_hilde(state);
    g_autoptr(GError) error = NULL;
    run(db, "UPDATE lookup_doc SET words = 'nobody'");
    expect_found(db, CHECK_FULL, 0, db_engine(db) == DB_SQLITE ? 2 : 1);
    expect_done(check_mend(db, NULL, NULL, &error), error);
    expect_found(db, CHECK_FULL, 0, 0);
    run(db, "UPDATE contact SET value = '1' WHERE kind = 'email'");
    expect_found(db, CHECK_QUICK, 0, 0);
    expect_found(db, CHECK_FULL, 1, 0);
    expect_done(check_accept(db, NULL, NULL, &error), error);
    expect_done(check_mend(db, NULL, NULL, &error), error);
    expect_found(db, CHECK_FULL, 0, 0);
}

static void check_shop__sees__what_no_constraint_says(void **state)
{
    Db *db = with_hilde(state);
    g_autoptr(GError) error = NULL;
    gint64 deed = people_last(db, 0);
    gint64 undo = people_undo(db, deed);
    expect_found(db, CHECK_FULL, 0, 0);
    expect_done(db_run(db, "UPDATE deed SET undoes = NULL WHERE id = $1", DB_VALUES(db_int(undo)),
                       NULL, &error),
                error);
    expect_found(db, CHECK_FULL, 1, 0);
    expect_done(db_run(db, "UPDATE deed SET undoes = id WHERE id = $1", DB_VALUES(db_int(undo)),
                       NULL, &error),
                error);
    expect_found(db, CHECK_FULL, 2, 0);
}

/* Breaks off at the step *DATA. */
static bool until(CheckStep step, guint done, guint total, gpointer data)
{
    (void)done;
    (void)total;
    return step != *(const CheckStep *)data;
}

static void check_shop__breaks_off__where_it_is_wanted(void **state)
{
    Db *db = with_hilde(state);
    /* There are no visits to sum up. */
    static const CheckStep steps[] = {CHECK_SEALS, CHECK_CONTACTS, CHECK_INDEX};
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        g_autoptr(GError) error = NULL;
        CheckStep step = steps[i];
        assert_null(check_shop(db, CHECK_FULL, until, &step, &error));
        expect_fault(error, FAULT_CANCELLED);
        assert_true(*check_step_name(step) != '\0');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_shop__finds_nothing__in_a_whole_one),
        cmocka_unit_test(check_shop__tells__damage_from_what_is_behind),
        cmocka_unit_test(check_shop__sees__what_no_constraint_says),
        cmocka_unit_test(check_shop__breaks_off__where_it_is_wanted),
    };
    return fixture_for_each_engine("checkshop", tests, G_N_ELEMENTS(tests));
}
