/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding customers by an e-mail address, and by part of one. */
#include "tests/data/foundtext.h"
#include "tests/data/people.h"

enum { HUNDREDS = 250 };

static const Person people[] = {
    {.number = "1", .given = "Max", .family = "Steiner", .email = "m.steiner@web.de", .visits = 1},
    {.number = "2",
     .given = "Max",
     .family = "Steiner",
     .email = "max.steiner@gmx.de",
     .visits = 90},
    {.number = "3",
     .given = "Mia",
     .family = "Steinermann",
     .email = "m.steinermann@web.de",
     .visits = 80},
    {.number = "4",
     .given = "Moritz",
     .family = "Steiner",
     .email = "m.steiner@gmx.de",
     .place = "Wedel",
     .visits = 70},
    {.number = "5",
     .given = "Hilde",
     .facts = "talk: schreibt immer von h.weber72@web.de",
     .visits = 60},
    {.number = "6", .given = "Ute", .family = "Weber", .email = "Weber.72@posteo.de", .visits = 5},
    {.number = "7",
     .given = "Karl",
     .family = "Weber",
     .email = "weber@posteo.de",
     .phone = "0421 727272",
     .visits = 50},
    {.number = "8", .family = "Steiner", .place = "Dessau", .visits = 10},
    {.number = "9", .company = "Info Brunnen GmbH", .visits = 2},
    {.number = "10", .family = "Ott", .facts = "talk: ist der Mann von ute@ott.example"},
    {.number = "11", .family = "Ott", .email = "ute@ott.example"},
};

static void add_people(Db *db)
{
    people_furnish(db);
    people_add_all(db, people, G_N_ELEMENTS(people));
}

static void lookup_find__takes_an_address__as_one(void **state)
{
    static const struct {
        const char *query, *numbers;
    } cases[] = {
        /* Nobody with an address elsewhere, and nobody whose words only begin so. */
        {"m.steiner@web.de", "1"},
        {"m.steiner@web.d", "1"},
        {"m.steiner@web", "1"},
        {"M.STEINER@WEB.DE", "1"},
        {" m.steiner@web.de ", "1"},
        {"<m.steiner@web.de>", "1"},
        {"steiner@web.de", "1"},
        {"m.steiner@gmx", "4"},
        {"max.steiner@gmx.de", "2"},
        {"max@gmx.de", "2"},
        /* Wedel begins like "web.de", but is no address. */
        {"m.steiner@we", "1 4"},
        {"m.steiner@", "4 1"},
        /* Who is there. */
        {"@web.de", "3 1 5"},
        {"@web.", "3 1 5"},
        {"@web", "3 7 6 1 5"},
        {"@posteo", "7 6"},
        /* Its digits are no telephone number. */
        {"weber.72@posteo.de", "6"},
        {"weber72@web.de", "5"},
        /* In a note, behind whose address it is. */
        {"h.weber72@we", "5"},
        {"ute@ott.example", "11 10"},
        /* Beside other words. */
        {"max m.steiner@web.de", "1"},
        {"steiner @web", "1 3"},
        {"dessau m.steiner@web.de", ""},
    };
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        expect_found(db, NULL, cases[i].query, cases[i].numbers);
    }
}

static void lookup_find__takes_the_pieces__of_an_address_nobody_has(void **state)
{
    static const struct {
        const char *query, *numbers;
    } cases[] = {
        {"steiner@dessau", "8"},
        {"STEIN@DESSAU", "8"},
        {"info@brunnen", "9"},
        {"0421@weber", "7"},
        /* His name is known, the address is another. */
        {"moritz.steiner@gmx.de", "4"},
        /* In an address only the last word goes on; as a plain word each does. */
        {"m.steinerm@", "3"},
        {"weber.7@posteo.de", "7 6"},
        /* Misheard, too. */
        {"stainer@dessau", "~ 8"},
        {"nobody@dessau.example", ""},
    };
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        expect_found(db, NULL, cases[i].query, cases[i].numbers);
    }
}

static void lookup_find__says__which_address_it_was(void **state)
{
    static const struct {
        const char *query, *words;
        WordGroup hit;
    } cases[] = {
        {"steiner@web", "m.steiner@web.de", GROUP_EMAIL},
        {"weber72@", "schreibt immer von h.weber72@web.de", GROUP_FACT},
    };
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Found) found = found_by(db, NULL, cases[i].query, 1);
        assert_int_equal(found->matches->len, 1);
        const Match *match = g_ptr_array_index(found->matches, 0);
        assert_int_equal(match->hit, cases[i].hit);
        assert_string_equal(match->hit_words, cases[i].words);
    }
}

/* None of its words is rare. */
static void lookup_find__finds_an_address__among_hundreds(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    add_people(db);
    Deed *deed = people_begin(db);
    for (guint i = 0; i < HUNDREDS; i++) {
        g_autofree char *number = g_strdup_printf("A%u", i);
        g_autofree char *email = g_strdup_printf("n%u.steiner@web.de", i);
        people_add_in(
            deed, &(Person){.number = number, .family = "Steiner", .email = email, .visits = 200});
    }
    people_commit(deed);
    expect_found(db, NULL, "m.steiner@web.de", "1");
    expect_found(db, NULL, "n207.steiner@web.de", "A207");
    expect_found(db, NULL, "m.steiner@we", "1 4");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lookup_find__takes_an_address__as_one),
        cmocka_unit_test(lookup_find__takes_the_pieces__of_an_address_nobody_has),
        cmocka_unit_test(lookup_find__says__which_address_it_was),
        cmocka_unit_test(lookup_find__finds_an_address__among_hundreds),
    };
    return fixture_for_each_engine("lookup of e-mails", tests, G_N_ELEMENTS(tests));
}
