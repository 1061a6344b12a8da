/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read of customers who are found. */
#include "tests/data/foundtext.h"
#include "tests/data/people.h"

enum { LIMIT = 20 };

/* Of each the query finds: contacts and relations, in the order of the matches. */
static char *read_of(const Found *found)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < found->matches->len; i++) {
        const Match *match = g_ptr_array_index(found->matches, i);
        g_string_append_printf(text, "%s%s %u+%u", i > 0 ? ", " : "",
                               match->sheet->customer->number, match->sheet->contacts->len,
                               match->sheet->relations->len);
    }
    return g_string_free(text, FALSE);
}

static void expect_read(const Found *found, const char *expected)
{
    g_autofree char *text = read_of(found);
    assert_string_equal(text, expected);
}

static void add_contacts(Db *db, Found *found, bool all)
{
    g_autoptr(GError) error = NULL;
    expect_done(found_add_contacts(db, found, all, &error), error);
}

static void add_people(Db *db)
{
    static const Person people[] = {
        {.number = "1", .family = "Ott", .phone = "0421 5551", .place = "Bremen", .visits = 9},
        {.number = "2", .family = "Ott", .phone = "0421 5552", .email = "ott@example.org"},
        {.number = "3", .family = "Ottlar", .partner = "Renate", .phone = "0421 5553"},
        {.number = "4",
         .family = "Ottmann",
         .phone = "0421 5554",
         .partner = "Else",
         .partner_birthday = "1950-01-02"},
    };
    people_furnish(db);
    for (guint i = 0; i < G_N_ELEMENTS(people); i++) {
        people_add(db, &people[i]);
    }
}

static void contacts__are_read__of_whom_no_address_tells_apart(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    g_autoptr(Found) found = found_by(db, NULL, "ott", LIMIT);
    expect_read(found, "1 0+0, 2 0+0, 3 0+0, 4 0+1");
    add_contacts(db, found, false);
    expect_read(found, "1 0+0, 2 2+0, 3 1+0, 4 1+1");
    add_contacts(db, found, true);
    expect_read(found, "1 1+0, 2 2+0, 3 1+0, 4 1+1");
}

static void contacts_and_relations__are_read__where_they_fit(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    g_autoptr(Found) reached = found_by(db, NULL, "5551", LIMIT);
    expect_read(reached, "1 1+0");
    g_autoptr(Found) mailed = found_by(db, NULL, "ott@example.org", LIMIT);
    expect_read(mailed, "2 2+0");
    g_autoptr(Found) related = found_by(db, NULL, "renate", LIMIT);
    expect_read(related, "3 0+1");
    const Match *match = g_ptr_array_index(related->matches, 0);
    assert_string_equal(match->hit_words, "Renate");
    add_contacts(db, reached, true);
    expect_read(reached, "1 1+0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contacts__are_read__of_whom_no_address_tells_apart),
        cmocka_unit_test(contacts_and_relations__are_read__where_they_fit),
    };
    return fixture_for_each_engine("what is read of matches", tests, G_N_ELEMENTS(tests));
}
