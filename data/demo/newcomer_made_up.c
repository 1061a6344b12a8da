/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards made up by chance. The shares are what a small cake shop might have. */
#include "data/demo/newcomer.h"

#include "data/demo/contacts.h"
#include "data/demo/names.h"
#include "data/demo/words.h"

enum {
    COMPANY_PERCENT = 4,
    NAMELESS_PERCENT = 6,
    SPARED_DAYS = 8,
    YOUNGEST = 16,
    OLDEST = 91,
    LONG_GONE_PERCENT = 8,
};

static const char *any(Newcomers *all, const WordTable *table)
{
    return chance_pick(&all->chance, table->texts, table->count);
}

static void add_any(Newcomers *all, Guest *guest, const char *kind, const WordTable *table,
                    guint percent)
{
    if (chance_of(&all->chance, percent)) {
        guest_add_fact(guest, kind, any(all, table));
    }
}

/* Whether BIRTHDAY falls among the days that belong to the stories. */
static bool is_spared(const Newcomers *all, Day birthday)
{
    for (int in = -SPARED_DAYS; all->spares_week && in <= SPARED_DAYS; in++) {
        Day day = day_plus(all->today, in);
        if (day.month == birthday.month && day.day == birthday.day) {
            return true;
        }
    }
    return false;
}

/* A day in the year BORN. */
static Day any_birthday(Newcomers *all, int born)
{
    for (;;) {
        Day day = day_plus((Day){born, 1, 1}, (int)chance_below(&all->chance, 365));
        if (!is_spared(all, day)) {
            return day;
        }
    }
}

/* People know only some of it. */
static Day as_known(Newcomers *all, Day birthday)
{
    guint dice = chance_below(&all->chance, 100);
    if (dice < 20) {
        birthday.year = 0;
    } else if (dice < 24) {
        birthday.day = 0;
    } else if (dice < 26) {
        birthday.month = birthday.day = 0;
    }
    return birthday;
}

/* How often, and how lately for that. */
static void add_visits(Newcomers *all, Customer *customer)
{
    int visits = 1 + (int)chance_ranked(&all->chance, 220);
    int rhythm = visits > 120 ? 4 : visits > 40 ? 14 : visits > 10 ? 35 : 120;
    int ago = chance_between(&all->chance, 1, rhythm);
    if (chance_of(&all->chance, LONG_GONE_PERCENT)) {
        ago = chance_between(&all->chance, 60, 500);
    }
    g_autofree char *last = day_to_text(day_plus(all->today, -ago));
    g_autofree char *since = g_strdup_printf("%04d", all->today.year - (ago + 364) / 365 -
                                                         (int)chance_ranked(&all->chance, 24));
    customer->visits_before = visits;
    record_set_text(&customer->last_visit_before, last);
    record_set_text(&customer->since, chance_of(&all->chance, 70) ? since : NULL);
}

static bool is_told(const char *phone)
{
    for (guint i = 0; i < stories_count(); i++) {
        if (g_strcmp0(stories_at(i)->phone, phone) == 0) {
            return true;
        }
    }
    return false;
}

/* The next number of NUMBERS that is nobody's in the stories. */
static char *next_number(char *(*numbers)(guint place), guint *given_out)
{
    char *number = numbers((*given_out)++);
    while (is_told(number)) {
        g_free(number);
        number = numbers((*given_out)++);
    }
    return number;
}

static void add_phones(Newcomers *all, Guest *guest, guint mobile_percent)
{
    if (chance_of(&all->chance, mobile_percent)) {
        g_autofree char *number = next_number(contacts_mobile, &all->mobiles);
        guest_add_contact(guest, "phone", "mobil", number);
    }
    if (chance_of(&all->chance, 28)) {
        g_autofree char *number = next_number(contacts_landline, &all->landlines);
        guest_add_contact(guest, "phone", NULL, number);
    }
}

static void add_email(Newcomers *all, Guest *guest, const char *given, const char *family,
                      const char *day, gint64 who)
{
    if (!chance_of(&all->chance, 38)) {
        return;
    }
    g_autofree char *email = contacts_email(given, family, all->made);
    guest_add_contact(guest, "email", NULL, email);
    if (chance_of(&all->chance, 50)) {
        guest_add_answer(guest, "news_email", chance_of(&all->chance, 60) ? "given" : "refused",
                         day, who);
    }
}

static void add_address(Newcomers *all, Guest *guest, guint percent)
{
    if (!chance_of(&all->chance, percent)) {
        return;
    }
    const WordPlace *place =
        &words_place[chance_of(&all->chance, 80) ? 0
                                                 : chance_below(&all->chance, words_place_count)];
    const char *street = any(all, &words_street);
    g_autofree char *line = g_strdup_printf("%s %d", street, chance_between(&all->chance, 1, 88));
    guest_add_address(guest, line, place->postcode, place->name);
}

/* What is about health or belief is noted with the customer's word; now and then nobody asked. */
static void add_sensitive(Newcomers *all, Guest *guest, const char *day, gint64 who)
{
    if (chance_of(&all->chance, 7)) {
        guest_add_fact(guest, "allergy", any(all, &words_allergy));
        if (chance_of(&all->chance, 92)) {
            guest_add_answer(guest, "health", "given", day, who);
        }
    }
    if (chance_of(&all->chance, 2)) {
        guest_add_fact(guest, "belief", any(all, &words_belief));
        guest_add_answer(guest, "belief", "given", day, who);
    }
}

static void add_facts(Newcomers *all, Guest *guest)
{
    add_any(all, guest, "usual", &words_usual, 80);
    add_any(all, guest, "likes", &words_likes, 34);
    add_any(all, guest, "dislikes", &words_dislikes, 14);
    add_any(all, guest, "interest", &words_interest, 14);
    add_any(all, guest, "occasion", &words_occasion, 6);
    add_any(all, guest, "no_call", &words_no_call, 4);
    add_any(all, guest, "caution", &words_caution, 3);
}

/* A partner or a child of somebody born in the year BORN. */
static void add_people(Newcomers *all, Guest *guest, int born, bool is_woman)
{
    if (!chance_of(&all->chance, 15)) {
        return;
    }
    bool is_partner = chance_of(&all->chance, 60) || born > all->today.year - 40;
    int year = born + (is_partner ? chance_between(&all->chance, -5, 5)
                                  : chance_between(&all->chance, 24, 36));
    year = MIN(year, all->today.year - 2);
    bool woman = is_partner ? !is_woman : chance_of(&all->chance, 50);
    Day birthday = chance_of(&all->chance, 55) ? any_birthday(all, year) : DAY_NONE;
    guest_add_person(guest, is_partner ? "partner" : "child",
                     names_given(&all->chance, year, woman), NULL, birthday, 0);
}

static void make_person(Newcomers *all, Guest *guest, const char *day, gint64 who)
{
    Customer *customer = guest->sheet->customer;
    int born = all->today.year - chance_between(&all->chance, YOUNGEST, OLDEST);
    PersonName name = names_draw(&all->chance, born);
    guint form = chance_below(&all->chance, 100);
    record_set_text(&customer->salutation, name.is_woman ? "Frau" : "Herr");
    record_set_text(&customer->title, name.title);
    record_set_text(&customer->given_name, chance_of(&all->chance, 93) ? name.given : NULL);
    record_set_text(&customer->family_name, name.family);
    record_set_text(&customer->address_form, form < 62 ? "sie" : form < 88 ? "du" : NULL);
    add_phones(all, guest, 58);
    add_email(all, guest, customer->given_name, name.family, day, who);
    add_address(all, guest, 55);
    if (chance_of(&all->chance, 60)) {
        guest_add_day(guest, "birthday", NULL, as_known(all, any_birthday(all, born)));
    }
    add_people(all, guest, born, name.is_woman);
    add_facts(all, guest);
    add_sensitive(all, guest, day, who);
    names_clear(&name);
}

/* The table first, each once; then there are as many as there are family names. */
static char *company_name(Newcomers *all)
{
    static const char *const trades[] = {"Praxis",   "Kanzlei", "Malerbetrieb", "Gärtnerei",
                                         "Autohaus", "Friseur", "Steuerbüro",   "Elektro"};
    guint place = all->companies++;
    if (place < words_company.count) {
        return g_strdup(words_company.texts[place]);
    }
    const char *trade = chance_pick(&all->chance, trades, G_N_ELEMENTS(trades));
    return g_strdup_printf("%s %s", trade,
                           names_family[chance_ranked(&all->chance, names_family_count)]);
}

static char *description(Newcomers *all)
{
    static const char *const who[] = {"Studentin",  "Student",  "Ältere Dame", "Älterer Herr",
                                      "Handwerker", "Lehrerin", "Junge Frau",  "Junger Mann"};
    static const char *const with[] = {"mit Rucksack",     "mit Pudel",       "mit Kinderwagen",
                                       "mit Schirmmütze",  "vom Markt",       "von gegenüber",
                                       "mit roter Tasche", "mit Fahrradhelm", "aus Bus 4"};
    guint place = all->nameless++;
    if (place < words_description.count) {
        return g_strdup(words_description.texts[place]);
    }
    const char *first = chance_pick(&all->chance, who, G_N_ELEMENTS(who));
    return g_strdup_printf("%s %s", first, chance_pick(&all->chance, with, G_N_ELEMENTS(with)));
}

static void make_company(Newcomers *all, Guest *guest, const char *day, gint64 who)
{
    Customer *customer = guest->sheet->customer;
    g_autofree char *company = company_name(all);
    record_set_text(&customer->company, company);
    record_set_text(&customer->address_form, "sie");
    g_autofree char *number = next_number(contacts_landline, &all->landlines);
    guest_add_contact(guest, "phone", NULL, number);
    add_email(all, guest, NULL, company, day, who);
    add_address(all, guest, 90);
    add_any(all, guest, "usual", &words_company_usual, 85);
}

static void make_nameless(Newcomers *all, Guest *guest)
{
    Customer *customer = guest->sheet->customer;
    g_autofree char *words = description(all);
    record_set_text(&customer->description, words);
    record_set_text(&customer->address_form, chance_of(&all->chance, 50) ? "du" : "sie");
    add_facts(all, guest);
}

Guest *newcomer_made_up(Newcomers *all, Day day, gint64 who)
{
    Guest *guest = guest_new(all->kinds);
    g_autofree char *number = newcomer_number(all);
    g_autofree char *today = day_to_text(day);
    guint dice = chance_below(&all->chance, 100);
    record_set_text(&guest->sheet->customer->number, number);
    add_visits(all, guest->sheet->customer);
    if (dice < COMPANY_PERCENT) {
        make_company(all, guest, today, who);
    } else if (dice < COMPANY_PERCENT + NAMELESS_PERCENT) {
        make_nameless(all, guest);
    } else {
        make_person(all, guest, today, who);
    }
    return guest;
}
