/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves, and whether they are whole. */
#include "tests/faults/saving.h"

#include "data/agenda/occasion.h"
#include "data/customer/kin.h"
#include "data/shop.h"

static const ShopPlan emma = {.name = "Konditorei Emma",
                              .branch = "Markt",
                              .clerk = "Lina",
                              .country_code = "49",
                              .currency = "EUR"};
static const Person hilde = {
    .given = "Hilde",
    .family = "Wagner",
    .phone = "0421 84220",
    .email = "hilde@example.org",
    .birthday = "1956-05-03",
    .facts = "allergy: Nüsse",
};

bool saving_make(const char *path, GError **error)
{
    return shop_create(path, &emma, FIXTURE_NOW, error);
}

Db *saving_open(const char *path)
{
    g_autoptr(GError) error = NULL;
    Db *db = db_open(path, DB_READ_WRITE, &error);
    expect_done(db != NULL, error);
    return db;
}

static bool add_partner(Deed *deed, gint64 customer_id, GError **error)
{
    g_autoptr(GPtrArray) days = g_ptr_array_new_with_free_func(record_free);
    Relation *partner = record_new(&relation_type);
    partner->customer_id = customer_id;
    record_set_text(&partner->kind, "partner");
    record_set_text(&partner->name, "Kurt");
    Occasion *day = record_new(&occasion_type);
    record_set_text(&day->kind, "birthday");
    occasion_set_day(day, (Day){0, 2, 29});
    g_ptr_array_add(days, day);
    bool ok = kin_save(deed, partner, days, error);
    record_free(partner);
    return ok;
}

bool saving_add(Db *db, guint count, GError **error)
{
    Who nobody = people_who(0);
    bool ok = true;
    g_autoptr(GPtrArray) sheets = g_ptr_array_new_with_free_func((GDestroyNotify)sheet_free);
    for (guint i = 0; i < count; i++) {
        g_ptr_array_add(sheets, people_sheet(db, &hilde));
    }
    g_autoptr(Deed) deed = deed_begin(db, &nobody, "a test", error);
    for (guint i = 0; deed != NULL && ok && i < count; i++) {
        Sheet *sheet = g_ptr_array_index(sheets, i);
        ok = sheet_save(deed, sheet, error) && add_partner(deed, sheet->customer->head.id, error);
    }
    return deed != NULL && ok && deed_commit(deed, NULL, error);
}

static gint64 count(Db *db, const char *sql)
{
    return people_number(db, sql, DB_NO_VALUES);
}

gint64 saving_expect_whole(const char *path)
{
    g_autoptr(Db) db = saving_open(path);
    gint64 customers = count(db, "SELECT count(*) FROM customer");
    people_expect_sound(db);
    assert_int_equal(count(db, "SELECT count(*) FROM contact"), 2 * customers);
    assert_int_equal(count(db, "SELECT count(*) FROM relation"), customers);
    assert_int_equal(count(db, "SELECT count(*) FROM fact"), customers);
    assert_int_equal(count(db, "SELECT count(*) FROM occasion"), 2 * customers);
    assert_int_equal(count(db, "SELECT count(*) FROM lookup_doc"), customers);
    assert_int_equal(count(db, "SELECT coalesce(sum(last_id - first_id + 1), 0) FROM change WHERE "
                               "table_name = 'customer'"),
                     customers);
    return customers;
}
