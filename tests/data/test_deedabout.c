/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a deed was about. */
#include "tests/data/people.h"

#include "data/base/fault.h"
#include "data/customer/sheet.h"
#include "data/db/deed.h"
#include "data/deedabout.h"

static const Person hilde = {.number = "1",
                             .given = "Hilde",
                             .family = "Wagner",
                             .phone = "0171 2345678",
                             .facts = "likes: Eis"};
static const Person jens = {.number = "2",
                            .given = "Jens",
                            .family = "Berg",
                            .partner = "Ida",
                            .partner_birthday = "1990-05-03"};

static void expect_about(Db *db, gint64 deed, gint64 customers, const char *name)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(DeedAbout) about = deed_about_load(db, deed, &error);
    expect_done(about != NULL, error);
    assert_int_equal(about->id, deed);
    assert_int_equal(about->customers, customers);
    if (name == NULL) {
        assert_null(about->name);
    } else {
        assert_string_equal(about->name, name);
    }
}

static gint64 insert(Db *db, const Person *person, gint64 *customer)
{
    Deed *deed = people_begin(db);
    *customer = people_add_in(deed, person);
    return people_commit(deed);
}

static void deed_about__names_the_customer__of_new_changed_and_removed_rows(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    expect_about(db, insert(db, &hilde, &id), 1, "Hilde Wagner");
    g_autoptr(Sheet) sheet = sheet_load(db, id, &error);
    expect_done(sheet != NULL, error);
    record_set_text(&sheet->customer->given_name, "Hildegard");
    Deed *deed = people_begin(db);
    expect_done(sheet_save(deed, sheet, &error), error);
    expect_about(db, people_commit(deed), 1, "Hildegard Wagner");
    deed = people_begin(db);
    expect_done(sheet_remove(deed, id, &error), error);
    expect_about(db, people_commit(deed), 1, "Hildegard Wagner");
}

static void deed_about__counts__several_customers(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    Deed *deed = people_begin(db);
    people_add_in(deed, &hilde);
    people_add_in(deed, &jens);
    expect_about(db, people_commit(deed), 2, NULL);
}

static void deed_about__names_the_clerk__who_was_added(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    people_add_clerk(db, "Lina");
    gint64 deed = 0;
    const char *verb = NULL;
    expect_done(deed_last(db, 0, &deed, &verb, &error), error);
    expect_about(db, deed, 0, "Lina");
}

static void deed_about__says_missing__when_there_is_no_such_deed(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    assert_null(deed_about_load(db, 4711, &error));
    assert_true(g_error_matches(error, FAULT, FAULT_MISSING));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deed_about__names_the_customer__of_new_changed_and_removed_rows),
        cmocka_unit_test(deed_about__counts__several_customers),
        cmocka_unit_test(deed_about__names_the_clerk__who_was_added),
        cmocka_unit_test(deed_about__says_missing__when_there_is_no_such_deed),
    };
    return fixture_for_each_engine("deedabout", tests, G_N_ELEMENTS(tests));
}
