/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All customers by name: the order, stretches of it, where somebody stands, and the keys after an
 * upgrade. */
#include "tests/data/crowd.h"

#include "data/lookup/index.h"
#include "data/lookup/roster.h"
#include "data/lookup/sortkey.h"
#include "data/shop.h"

#include <string.h>

enum { CROWD = 400 };

/* In the order in which they stand in the list. */
static const struct {
    const char *number, *company, *given_name, *family_name, *title, *description;
} in_order[] = {
    {.number = "17"},
    {.company = "Ächter GmbH"},
    {.family_name = "Bauer", .given_name = "Zoë"},
    {.family_name = "Baum", .given_name = "Anna"},
    {.given_name = "Carla"},
    {.family_name = "☺", .given_name = "Dora"},
    {.family_name = "Goethe"},
    {.family_name = "Gold", .given_name = "Uwe"},
    {.family_name = "Götz"},
    {.family_name = "Groß", .given_name = "A"},
    {.family_name = "Gross", .given_name = "B"},
    {.description = "Lina von gegenüber"},
    {.family_name = "Müller"},
    {.family_name = "Müller", .given_name = "Anna", .title = "Dr."},
    {.family_name = "Müller", .given_name = "Anna Lena"},
    {.family_name = "MÜLLER", .given_name = "Änne"},
    {.family_name = "Muller", .given_name = "Max"},
    {.family_name = "Müller-Lüdenscheidt", .given_name = "Karl"},
    {.family_name = "O'Hara", .given_name = "Sean"},
    {.family_name = "Ott", .given_name = "Zoe"},
    {.family_name = "Ott Maier", .given_name = "Anna"},
    {.family_name = "von Buchholz", .given_name = "Ada"},
    {.family_name = "Zorn"},
    {.family_name = "Иванова", .given_name = "Ирина"},
    {.description = "☺"},
};

static char *key_of(guint index)
{
    Customer *customer = record_new(&customer_type);
    record_set_text(&customer->number, in_order[index].number);
    record_set_text(&customer->company, in_order[index].company);
    record_set_text(&customer->given_name, in_order[index].given_name);
    record_set_text(&customer->family_name, in_order[index].family_name);
    record_set_text(&customer->title, in_order[index].title);
    record_set_text(&customer->description, in_order[index].description);
    char *key = sortkey_of(customer);
    record_free(customer);
    return key;
}

static void sortkey_of__sorts__as_people_do(void **state)
{
    (void)state;
    g_autofree char *before = g_strdup("");
    for (guint i = 0; i < G_N_ELEMENTS(in_order); i++) {
        g_autofree char *key = key_of(i);
        if (strcmp(before, key) >= 0) {
            fail_msg("“%s” does not come before “%s”", before, key);
        }
        g_free(before);
        before = g_steal_pointer(&key);
    }
}

static void sortkey_of__is_short__and_whole(void **state)
{
    (void)state;
    g_autoptr(GString) name = g_string_new("x");
    for (guint i = 0; i < 300; i++) {
        g_string_append(name, "И");
    }
    const Customer customer = {.family_name = name->str};
    g_autofree char *key = sortkey_of(&customer);
    assert_in_range(strlen(key), 190, 200);
    assert_true(g_utf8_validate(key, -1, NULL));
}

static void sortkey_typed__knows_both_readings(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"mü", "mu", NULL},
        {"Müller, A", "muller a", NULL},
        {"müller a", "muller a", "muller-a"},
        {"von buch h", "von-buch h", "von-buch-h"},
        {"Ott ", "ott", NULL},
        {"  !", NULL, NULL},
        {"", NULL, NULL},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(GStrv) keys = sortkey_typed(cases[i][0]);
        guint count = (cases[i][1] != NULL) + (cases[i][2] != NULL);
        assert_int_equal(g_strv_length(keys), count);
        for (guint k = 0; k < count; k++) {
            assert_string_equal(keys[k], cases[i][k + 1]);
        }
    }
}

static Roster *load(Db *db, gint64 first, guint count)
{
    g_autoptr(GError) error = NULL;
    Tally tally = {0};
    Roster *roster = roster_load(db, &tally, 0, first, count, &error);
    expect_done(roster != NULL, error);
    return roster;
}

static const RosterEntry *entry_at(const Roster *roster, guint index)
{
    return g_ptr_array_index(roster->entries, index);
}

static void roster_load__reads_names__in_one_order_on_every_engine(void **state)
{
    static const Person people[] = {
        {.given = "Zoë", .family = "Ott", .number = "7", .phone = "0421 55"},
        {.given = "Anna",
         .family = "Müller",
         .street = "Weg 1",
         .place = "Bremen",
         .phone = "0421 66"},
        {.description = "Mann mit dem Dackel"},
        {.given = "Änne",
         .family = "Mueller",
         .place = "Köln",
         .visits = 3,
         .last_visit = "2026-02-01"},
        {.company = "Café Zoë"},
        {.given = "Ida", .family = "Muhle"},
    };
    static const char *const names[] = {"Café Zoë",   "“Mann mit dem Dackel”", "Mueller, Änne",
                                        "Muhle, Ida", "Müller, Anna",          "Ott, Zoë"};
    static const char *const places[] = {NULL, NULL, "Köln", NULL, "Weg 1, Bremen", "0421 55"};
    Db *db = ((Fixture *)*state)->db;
    for (guint i = 0; i < G_N_ELEMENTS(people); i++) {
        people_add(db, &people[i]);
    }
    g_autoptr(Roster) roster = load(db, 0, 100);
    assert_int_equal(roster->total, G_N_ELEMENTS(people));
    assert_int_equal(roster->entries->len, G_N_ELEMENTS(names));
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        assert_string_equal(entry_at(roster, i)->name, names[i]);
        assert_true(g_strcmp0(entry_at(roster, i)->where, places[i]) == 0);
    }
    assert_string_equal(entry_at(roster, 5)->number, "7");
    assert_int_equal(entry_at(roster, 2)->visits, 3);
    assert_string_equal(entry_at(roster, 2)->last_visit, "2026-02-01");
}

static void roster_load__gives_any_stretch__of_the_same_order(void **state)
{
    static const gint64 firsts[] = {0, 1, 37, CROWD - 10, CROWD - 1, CROWD, CROWD + 50, -5};
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    crowd_add(db, 3, CROWD);
    g_autoptr(Roster) all = load(db, 0, CROWD);
    assert_int_equal(all->total, CROWD);
    assert_int_equal(all->entries->len, CROWD);
    for (guint i = 0; i < G_N_ELEMENTS(firsts); i++) {
        g_autoptr(Roster) part = load(db, firsts[i], 25);
        gint64 first = MAX(firsts[i], 0);
        assert_int_equal(part->first, first);
        assert_int_equal(part->entries->len, CLAMP(CROWD - first, 0, 25));
        for (guint k = 0; k < part->entries->len; k++) {
            assert_int_equal(entry_at(part, k)->customer_id,
                             entry_at(all, (guint)first + k)->customer_id);
        }
    }
    for (guint i = 0; i < CROWD; i += 7) {
        g_autoptr(GError) error = NULL;
        gint64 place = -2;
        expect_done(roster_place(db, 0, entry_at(all, i)->customer_id, &place, &error), error);
        assert_int_equal(place, i);
    }
}

static void roster_place__is_none__for_who_is_not_there(void **state)
{
    g_autoptr(GError) error = NULL;
    gint64 place = 0;
    expect_done(roster_place(((Fixture *)*state)->db, 0, 4711, &place, &error), error);
    assert_int_equal(place, -1);
}

static void roster_seek__finds_the_first__whose_name_begins_so(void **state)
{
    static const Person people[] = {
        {.family = "Berg"},
        {.given = "Anna", .family = "Ott"},
        {.given = "Zoe", .family = "Ott"},
        {.given = "Bert", .family = "Ott Maier"},
        {.given = "Uwe", .family = "Zorn"},
    };
    static const struct {
        const char *typed;
        gint64 place;
        bool fits;
    } cases[] = {
        {"", 0, false},           {"b", 0, true},      {"O", 1, true},     {"ott", 1, true},
        {"ott z", 2, true},       {"Ott, Z", 2, true}, {"ott m", 3, true}, {"ott maier", 3, true},
        {"ott maier b", 3, true}, {"ö", 1, true},      {"p", 4, false},    {"zz", 5, false},
    };
    Db *db = ((Fixture *)*state)->db;
    for (guint i = 0; i < G_N_ELEMENTS(people); i++) {
        people_add(db, &people[i]);
    }
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        gint64 place = -1;
        bool fits = !cases[i].fits;
        expect_done(roster_seek(db, 0, cases[i].typed, &place, &fits, &error), error);
        if (place != cases[i].place || fits != cases[i].fits) {
            fail_msg("“%s” leads to %d", cases[i].typed, (int)place);
        }
    }
}

static void roster_load__follows__when_a_name_changes_or_somebody_goes(void **state)
{
    g_autoptr(GError) error = NULL;
    Db *db = ((Fixture *)*state)->db;
    gint64 anna = people_add(db, &(Person){.given = "Anna", .family = "Berg"});
    gint64 uwe = people_add(db, &(Person){.given = "Uwe", .family = "Zorn"});
    Customer *customer = record_load(db, &customer_type, anna, &error);
    expect_done(customer != NULL, error);
    record_set_text(&customer->family_name, "Zundel");
    Deed *deed = people_begin(db);
    expect_done(record_update(deed, customer, &error), error);
    gint64 renamed = people_commit(deed);
    record_free(customer);
    g_autoptr(Roster) after = load(db, 0, 10);
    assert_int_equal(entry_at(after, 0)->customer_id, uwe);
    assert_int_equal(entry_at(after, 1)->customer_id, anna);
    people_undo(db, renamed);
    g_autoptr(Roster) before = load(db, 0, 10);
    assert_int_equal(entry_at(before, 0)->customer_id, anna);
    people_expect_sound(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(roster_load__reads_names__in_one_order_on_every_engine),
        cmocka_unit_test(roster_load__gives_any_stretch__of_the_same_order),
        cmocka_unit_test(roster_place__is_none__for_who_is_not_there),
        cmocka_unit_test(roster_seek__finds_the_first__whose_name_begins_so),
        cmocka_unit_test(roster_load__follows__when_a_name_changes_or_somebody_goes),
    };
    const struct CMUnitTest keys[] = {
        cmocka_unit_test(sortkey_of__sorts__as_people_do),
        cmocka_unit_test(sortkey_of__is_short__and_whole),
        cmocka_unit_test(sortkey_typed__knows_both_readings),
    };
    return fixture_for_each_engine("roster", tests, G_N_ELEMENTS(tests)) +
           cmocka_run_group_tests_name("sort keys", keys, NULL, NULL);
}
