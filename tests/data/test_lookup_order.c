/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who stands first where several things that were typed fit in several ways. */
#include "tests/data/foundtext.h"
#include "tests/data/people.h"

static const Person people[] = {
    {.number = "1", .given = "Nikos", .family = "Pappas", .street = "Fliederweg 11", .visits = 1},
    {.number = "1101", .given = "Ida", .family = "Ott", .street = "Fliederweg 30", .visits = 50},
    {.number = "3",
     .given = "Jens",
     .family = "Berg",
     .street = "Fliederweg 24",
     .facts = "once: Schokotorte für 11",
     .visits = 60},
    {.number = "4", .given = "Marco", .family = "Rossi", .visits = 2},
    {.number = "5", .given = "Ute", .family = "Lang", .facts = "likes: Rosinenbrot", .visits = 9},
    {.number = "6", .given = "Eva", .family = "Kurz", .facts = "likes: Rosinen", .visits = 8},
    {.number = "7", .given = "Jan", .family = "Busch", .facts = "likes: Rosinen", .visits = 7},
    {.number = "8", .given = "Pia", .family = "Winter", .facts = "likes: Rosinen", .visits = 6},
    {.number = "9", .given = "Tim", .family = "Sommer", .facts = "likes: Rosinen", .visits = 5},
    {.number = "10", .given = "Markus", .family = "Meier", .visits = 3},
    {.number = "12", .given = "Uwe", .family = "Fuchs", .phone = "040 66969713"},
    {.number = "13", .given = "Kim", .family = "Renault", .phone = "0171 3920011", .visits = 90},
    {.number = "14", .given = "Khaled", .family = "Hassan", .visits = 1},
    {.number = "16", .given = "Sean", .family = "O'Brien"},
    {.number = "17", .given = "Liam", .family = "OBrian"},
    {.number = "18", .given = "Ewan", .family = "Mc Gregor"},
    {.number = "19", .given = "Ada", .family = "Brandt", .birthday = "1956-05-03"},
    {.number = "20", .given = "Gustav", .family = "Wagner", .visits = 1},
    {.number = "21", .given = "August", .family = "Krause", .visits = 40},
    {.number = "15", .given = "Lea", .family = "Stein", .facts = "note: sammelt alte Karten"},
};

static void add_people(Db *db)
{
    people_furnish(db);
    people_add_all(db, people, G_N_ELEMENTS(people));
}

static void lookup_find__puts_first__who_is_meant(void **state)
{
    static const struct {
        const char *query, *numbers;
    } cases[] = {
        /* The house, and not a customer number that begins so or a cake for eleven. */
        {"fliederweg 11", "1 1101 3"},
        {"11 fliederweg", "1 1101 3"},
        {"fliederweg 24", "3"},
        /* The end of a phone number before its middle. */
        {"713", "12 13"},
        /* What many notes have is a name as well. */
        {"rosi", "5 6 7 8 9 ~ 4"},
        /* Heard so, though hardly a letter is the same. */
        {"mayr", "~ 10 4"},
        {"fux", "~ 12"},
        {"reno", "~ 13"},
        /* A name that is a letter off before a note that sounds alike. */
        {"haled", "~ 14"},
        {"teier", "~ 10"},
        /* One name heard as two. */
        {"o brien", "16 ~ 17"},
        {"sean o brien", "16"},
        {"mac gregor", "~ 18"},
        {"ewan mac gregor", "~ 18"},
        /* A day beside a misheard name. */
        {"brant 3.5.", "~ 19"},
        /* Two names are not one because both have the same short form. */
        {"gustav", "20"},
        {"gustl", "21 20"},
    };
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    add_people(db);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        expect_found(db, vocabulary, cases[i].query, cases[i].numbers);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lookup_find__puts_first__who_is_meant),
    };
    return fixture_for_each_engine("order of matches", tests, G_N_ELEMENTS(tests));
}
