/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seals follow every change, and what was changed past the program no longer fits them. */
#include "data/db/seal.h"

#include "data/base/fault.h"
#include "data/customer/customer.h"
#include "data/setting.h"
#include "tests/data/people.h"

#include <string.h>

/* More than a run that is taken back without images, from within a block to within another. */
enum { MANY = 1100 };

static guint findings_of(Db *db)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    expect_done(seal_check(db, NULL, NULL, findings, &error), error);
    return findings->len;
}

static void run(Db *db, const char *sql)
{
    g_autoptr(GError) error = NULL;
    expect_done(db_run(db, sql, DB_NO_VALUES, NULL, &error), error);
}

static Db *with_hilde(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    people_add(db, &people_hilde);
    assert_int_equal(findings_of(db), 0);
    return db;
}

static void seal_check__sees__what_was_changed_past_the_program(void **state)
{
    static const char *const changes[] = {
        "UPDATE customer SET updated_at = 'x'",
        "UPDATE contact SET value = value || ' ' WHERE kind = 'email'",
        "DELETE FROM contact WHERE kind = 'email'",
    };
    Db *db = with_hilde(state);
    run(db, "UPDATE customer SET given_name = 'Hilda'");
    assert_int_equal(findings_of(db), 1);
    run(db, "UPDATE customer SET given_name = 'Hilde'");
    assert_int_equal(findings_of(db), 0);
    for (guint i = 0; i < G_N_ELEMENTS(changes); i++) {
        g_autoptr(GError) error = NULL;
        run(db, changes[i]);
        assert_int_equal(findings_of(db), 1);
        expect_done(seal_rebuild(db, NULL, NULL, &error), error);
        assert_int_equal(findings_of(db), 0);
    }
}

static void seal_check__names__the_entries(void **state)
{
    Db *db = with_hilde(state);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    run(db, "UPDATE customer SET family_name = 'Wagnerin'");
    expect_done(seal_check(db, NULL, NULL, findings, &error), error);
    assert_int_equal(findings->len, 1);
    assert_non_null(strstr(g_ptr_array_index(findings, 0), "0 to 63"));
    assert_non_null(strstr(g_ptr_array_index(findings, 0), "customer"));
}

/* A seal without rows and rows without a seal are as wrong as a sum that differs. */
static void seal_check__sees__lost_seals_and_lost_rows(void **state)
{
    Db *db = with_hilde(state);
    run(db, "DELETE FROM seal WHERE table_name = 'contact'");
    assert_int_equal(findings_of(db), 1);
    run(db, "INSERT INTO seal (table_name, block, count, digest) VALUES ('fact', 900, 1, 5)");
    assert_int_equal(findings_of(db), 2);
}

static gint64 add_many(Db *db)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) customers = g_ptr_array_new_with_free_func(record_free);
    for (guint i = 0; i < MANY; i++) {
        Customer *customer = record_new(&customer_type);
        g_autofree char *number = g_strdup_printf("%u", 5000 + i);
        record_set_text(&customer->number, number);
        record_set_text(&customer->family_name, "Viel");
        g_ptr_array_add(customers, customer);
    }
    Deed *deed = people_begin(db);
    expect_done(record_insert_all(deed, &customer_type, customers, &error), error);
    Customer *first = record_copy(g_ptr_array_index(customers, 0));
    record_set_text(&first->family_name, "Zuerst");
    expect_done(record_update(deed, first, &error), error);
    record_free(first);
    return people_commit(deed);
}

static void seals__follow__a_long_run_that_is_taken_back(void **state)
{
    Db *db = with_hilde(state);
    gint64 deed = add_many(db);
    assert_int_equal(findings_of(db), 0);
    people_undo(db, deed);
    assert_int_equal(findings_of(db), 0);
    people_expect_sound(db);
    assert_int_equal(people_number(db, "SELECT COUNT(*) FROM customer", DB_NO_VALUES), 1);
    assert_true(people_number(db, "SELECT SUM(count) FROM seal WHERE table_name = 'customer'",
                              DB_NO_VALUES) == 1);
}

static void seal_complete__seals__only_what_is_unsealed(void **state)
{
    Db *db = with_hilde(state);
    g_autoptr(GError) error = NULL;
    run(db, "UPDATE customer SET family_name = 'Wagnerin'");
    expect_done(seal_complete(db, NULL, NULL, &error), error);
    assert_int_equal(findings_of(db), 1);
    expect_done(setting_set(db, SETTING_UNSEALED, "1", &error), error);
    assert_int_equal(findings_of(db), 0);
    expect_done(seal_complete(db, NULL, NULL, &error), error);
    run(db, "UPDATE customer SET family_name = 'Wagner'");
    assert_int_equal(findings_of(db), 1);
}

static bool refuse(guint done, guint total, gpointer data)
{
    (void)done;
    (void)total;
    (void)data;
    return false;
}

static void seal_rebuild__leaves_everything__when_broken_off(void **state)
{
    Db *db = with_hilde(state);
    g_autoptr(GError) error = NULL;
    run(db, "UPDATE customer SET family_name = 'Wagnerin'");
    assert_false(seal_rebuild(db, refuse, NULL, &error));
    expect_fault(error, FAULT_CANCELLED);
    g_clear_error(&error);
    assert_int_equal(findings_of(db), 1);
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    assert_false(seal_check(db, refuse, NULL, findings, &error));
    expect_fault(error, FAULT_CANCELLED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(seal_check__sees__what_was_changed_past_the_program),
        cmocka_unit_test(seal_check__names__the_entries),
        cmocka_unit_test(seal_check__sees__lost_seals_and_lost_rows),
        cmocka_unit_test(seals__follow__a_long_run_that_is_taken_back),
        cmocka_unit_test(seal_complete__seals__only_what_is_unsealed),
        cmocka_unit_test(seal_rebuild__leaves_everything__when_broken_off),
    };
    return fixture_for_each_engine("seal", tests, G_N_ELEMENTS(tests));
}
