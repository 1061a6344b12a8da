/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding customers where more fit than are looked at. */
#include "tests/data/foundtext.h"
#include "tests/data/people.h"

enum { HUNDREDS = 450 };

/* Beyond the candidates that are looked at, regulars and exact numbers still come. */
static void lookup_find__misses_no_regular__among_thousands(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    Deed *deed = people_begin(db);
    for (gint64 i = 1; i <= 2100; i++) {
        Person person = {.family = "Klein", .visits = i == 2099 ? 5 : 0};
        people_add_in(deed, &person);
    }
    people_commit(deed);
    g_autoptr(Found) found = found_by(db, NULL, "klein", 2);
    g_autofree char *first = found_text(found);
    assert_string_equal(first, "2099 1");
    assert_int_equal(found->total, 50);
    assert_true(found->is_more);
    people_add(db, &(Person){.number = "klein", .family = "Zuletzt"});
    g_autoptr(Found) exact = found_by(db, NULL, "klein", 1);
    g_autofree char *only = found_text(exact);
    assert_string_equal(only, "klein");
}

/* Adds regulars who are called GIVEN and FAMILY. */
static void add_regulars(Db *db, const char *given, const char *family)
{
    Deed *deed = people_begin(db);
    for (guint i = 0; i < HUNDREDS; i++) {
        people_add_in(deed, &(Person){.given = given, .family = family, .visits = 100});
    }
    people_commit(deed);
}

static void expect_first(Db *db, const Vocabulary *vocabulary, const char *query,
                         const char *numbers)
{
    g_autoptr(Found) found = found_by(db, vocabulary, query, 2);
    g_autofree char *got = found_text(found);
    assert_string_equal(got, numbers);
    assert_true(found->is_more);
}

/* Of so many whose names only begin as typed, who has another form of the name comes first: one
 * that begins so, too, and one that does not. */
static void lookup_find__finds_other_forms__among_hundreds(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    people_add(db, &(Person){.number = "J", .given = "Johanna", .family = "Richter", .visits = 2});
    people_add(db, &(Person){.number = "S", .given = "Josef", .family = "Richter", .visits = 1});
    add_regulars(db, "Jorinde", "Richterin");
    add_regulars(db, "Seppine", "Richterin");
    expect_first(db, vocabulary, "richter jo", "J S");
    expect_first(db, vocabulary, "richter sepp", "S 451");
    expect_first(db, vocabulary, "jo", "J S");
    /* Without them nobody knows that Jo is Johanna. */
    expect_first(db, NULL, "richter jo", "1 10");
    /* While the first word is typed, they stand behind the regulars. */
    expect_found(db, vocabulary, "richter johan", "J");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lookup_find__misses_no_regular__among_thousands),
        cmocka_unit_test(lookup_find__finds_other_forms__among_hundreds),
    };
    return fixture_for_each_engine("lookup among many", tests, G_N_ELEMENTS(tests));
}
