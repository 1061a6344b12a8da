/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Likely duplicates while a new card is typed. */
#include "tests/data/people.h"

#include "data/customer/contact.h"
#include "data/customer/duplicate.h"

static const Person people[] = {
    {.number = "1",
     .given = "Anna",
     .family = "Müller",
     .phone = "0421 84220",
     .email = "Anna@Example.org"},
    {.number = "2", .given = "Müller", .family = "Anna"},
    {.number = "3", .given = "Annabel", .family = "Müller"},
    {.number = "4",
     .given = "Ida",
     .family = "Ott",
     .phone = "+49 421 84220",
     .facts = "note: Freundin von Anna Müller"},
    {.number = "5", .company = "Anna Müller GmbH"},
    {.number = "6", .given = "Änne", .family = "Mueller", .email = "anna@example.org"},
};

static void add_people(Db *db)
{
    people_furnish(db);
    for (guint i = 0; i < G_N_ELEMENTS(people); i++) {
        people_add(db, &people[i]);
    }
}

/* "1 same phone (5), …" */
static char *told(Db *db, const Sheet *sheet, guint limit)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = duplicate_list(db, sheet, limit, &error);
    expect_done(list != NULL, error);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < list->len; i++) {
        const Duplicate *one = g_ptr_array_index(list, i);
        assert_non_null(one->call);
        g_string_append_printf(text, "%s%s %s", i > 0 ? ", " : "", one->number, one->why);
    }
    return g_string_free(text, FALSE);
}

static void duplicate_list__finds_the_likely_ones__likeliest_first(void **state)
{
    static const struct {
        Person typed;
        const char *wanted;
    } cases[] = {
        {{.given = "ANNA", .family = "Mueller"},
         "1 same name, 2 same name, 5 same name, 6 sounds alike"},
        {{.given = "Müller", .family = "Anna"},
         "1 same name, 2 same name, 5 same name, 6 sounds alike"},
        {{.given = "Anna"}, ""},
        {{.family = "Müller"}, ""},
        {{.given = "Ann", .family = "Müller"},
         "1 sounds alike, 2 sounds alike, 5 sounds alike, 6 sounds alike"},
        {{.given = "An", .family = "Müll"}, ""},
        {{.family = "X", .phone = "0049 (0)421/84220"}, "1 same phone, 4 same phone"},
        {{.family = "X", .email = "ANNA@example.ORG"}, "1 same e-mail, 6 same e-mail"},
        {{.given = "Anna", .family = "Müller", .phone = "0421 84220"},
         "1 same phone, 4 same phone, 2 same name, 5 same name, 6 sounds alike"},
        {{.given = "Ida", .family = "Ott", .phone = "0421 84220"}, "4 same phone, 1 same phone"},
        {{.family = "X", .phone = "0421 8422"}, ""},
        {{.family = "X", .phone = "1"}, ""},
        {{.given = "\"", .family = "*"}, ""},
        {{.title = "Dr."}, ""},
    };
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Sheet) sheet = people_sheet(db, &cases[i].typed);
        g_autofree char *text = told(db, sheet, 10);
        assert_string_equal(text, cases[i].wanted);
    }
}

static void duplicate_list__leaves_out_the_customer__who_is_being_changed(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    add_people(db);
    gint64 anna = 0;
    expect_done(customer_find_number(db, "1", &anna, &error), error);
    g_autoptr(Sheet) sheet = sheet_load(db, anna, &error);
    g_autofree char *text = told(db, sheet, 10);
    assert_string_equal(text, "6 same e-mail, 4 same phone, 2 same name, 5 same name");
    g_autofree char *first = told(db, sheet, 1);
    assert_string_equal(first, "6 same e-mail");
}

static void duplicate_list__does_not_compare__web_pages(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    const Person person = {.family = "Ott"};
    for (guint i = 0; i < 2; i++) {
        g_autoptr(Sheet) sheet = people_sheet(db, &person);
        Contact *contact = sheet_add(sheet, &contact_type);
        record_set_text(&contact->kind, "web");
        record_set_text(&contact->value, "https://example.org");
        g_autofree char *text = told(db, sheet, 10);
        assert_string_equal(text, "");
        Deed *deed = people_begin(db);
        expect_done(sheet_save(deed, sheet, &error), error);
        people_commit(deed);
    }
}

static void duplicate_list__finds_the_misheard__below_the_others(void **state)
{
    static const Person heard[] = {
        {.number = "1", .given = "Anna", .family = "Meyer"},
        {.number = "2", .given = "Anna", .family = "Maier", .phone = "0421 84220"},
        {.number = "3", .given = "Udo", .family = "Meyer"},
        {.number = "4", .given = "Anna", .family = "Mohr", .description = "Meyer"},
        {.number = "5", .given = "Tomas", .family = "Schmidt"},
        {.number = "6", .given = "Anna Lena", .family = "Schmidt", .description = "bei Mayer"},
    };
    static const struct {
        Person typed;
        const char *wanted;
    } cases[] = {
        {{.given = "Anna", .family = "Mayer"}, "1 sounds alike, 2 sounds alike"},
        {{.given = "Meyer", .family = "Anna"}, "1 same name, 2 sounds alike"},
        {{.given = "Thomas", .family = "Schmidt"}, "5 sounds alike"},
        {{.given = "Tomas", .family = "Schmid"}, "5 sounds alike"},
        /* Two words, or only one: that is somebody else. */
        {{.given = "Thomas", .family = "Schmid"}, ""},
        {{.family = "Mayer"}, ""},
        {{.given = "Anna", .family = "Mayer", .phone = "0421 84220"},
         "2 same phone, 1 sounds alike"},
        {{.given = "Anna-Lena", .family = "Schmitt"}, "6 sounds alike"},
    };
    Db *db = ((Fixture *)*state)->db;
    for (guint i = 0; i < G_N_ELEMENTS(heard); i++) {
        people_add(db, &heard[i]);
    }
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Sheet) sheet = people_sheet(db, &cases[i].typed);
        g_autofree char *text = told(db, sheet, 10);
        assert_string_equal(text, cases[i].wanted);
    }
}

/* A name of many words somewhere does not hide the one who has it. */
static void duplicate_list__finds_the_namesake__behind_many_others(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    const Person neighbour = {.family = "Klein", .street = "Annaweg 1", .place = "Müllerstadt"},
                 anna = {.given = "Anna", .family = "Müller"};
    Deed *deed = people_begin(db);
    for (guint i = 0; i < 120; i++) {
        people_add_in(deed, &neighbour);
    }
    people_add_in(deed, &anna);
    people_commit(deed);
    g_autoptr(Sheet) sheet = people_sheet(db, &anna);
    g_autofree char *text = told(db, sheet, 10);
    assert_string_equal(text, "121 same name");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(duplicate_list__finds_the_likely_ones__likeliest_first),
        cmocka_unit_test(duplicate_list__leaves_out_the_customer__who_is_being_changed),
        cmocka_unit_test(duplicate_list__does_not_compare__web_pages),
        cmocka_unit_test(duplicate_list__finds_the_misheard__below_the_others),
        cmocka_unit_test(duplicate_list__finds_the_namesake__behind_many_others),
    };
    return fixture_for_each_engine("duplicate", tests, G_N_ELEMENTS(tests));
}
