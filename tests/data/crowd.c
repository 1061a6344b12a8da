/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented customers, and what people might type to find them. */
#include "tests/data/crowd.h"

#include "data/customer/address.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
#include "data/customer/factkind.h"

static const char *const given_names[] = {
    "Anna", "Änne",   "Jürgen", "Juergen", "Søren", "Zoë",    "Jean-Luc", "Ida",
    "Kurt", "Renate", "Hilde",  "Özlem",   "Maria", "Łukasz", "Ирина",
};
static const char *const family_names[] = {
    "Müller", "Mueller", "Mühlbauer", "Weiß",     "Weiss",  "Wagner", "von Buchholz", "O'Hara",
    "Ott",    "Klein",   "Çelik",     "Sørensen", "Goethe", "Göthe",  "Иванова",
};
static const char *const places[] = {"Bremen", "Köln", "Koeln", "Åhus", "Bad Zwischenahn", "Łódź"};
static const char *const streets[] = {"Am Markt 3", "Müllerstraße 12", "Große Gasse 7a", "Weg 1"};
static const char *const facts[] = {
    "likes: Erdbeere, Schoko", "allergy: Nüsse",          "usual: Torte für 12",
    "dislikes: Marzipan",      "once: Schirm liegt hier", "talk: Dackel Waldi",
};
static const char *const descriptions[] = {"Studentin von gegenüber", "Mann mit dem Dackel",
                                           "Chor, donnerstags"};
static const char *const companies[] = {"Bäckerei Groß & Söhne", "Café Zoë", "ÖPNV Bremen GmbH"};
static const char *const domains[] = {"example.org", "web.example", "müller.example"};

/* One of a table, or NULL in so many of a hundred cases. */
static const char *pick(GRand *chance, const char *const *table, guint count, int missing)
{
    const char *choice = table[g_rand_int_range(chance, 0, (gint32)count)];
    return g_rand_int_range(chance, 0, 100) < missing ? NULL : choice;
}

#define PICK(table, missing) pick(chance, table, G_N_ELEMENTS(table), missing)

static void add_invented(Deed *deed, GRand *chance)
{
    const char *domain = PICK(domains, 40);
    int year = g_rand_int_range(chance, 1930, 2015), month = g_rand_int_range(chance, 1, 13),
        day = g_rand_int_range(chance, 1, 29);
    g_autofree char *phone = g_strdup_printf("0421 %d", g_rand_int_range(chance, 100, 99999));
    g_autofree char *mobile =
        g_strdup_printf("+49 (0)171/%d", g_rand_int_range(chance, 10000, 999999));
    g_autofree char *email =
        g_strdup_printf("k%d@%s", g_rand_int_range(chance, 1, 400), domain != NULL ? domain : "");
    g_autofree char *born = g_strdup_printf("%04d-%02d-%02d", year, month, day);
    g_autofree char *last = g_strdup_printf("2025-%02d-%02d", g_rand_int_range(chance, 1, 13), day);
    g_autofree char *postcode = g_strdup_printf("%05d", g_rand_int_range(chance, 1000, 99999));
    Person person = {
        .given = PICK(given_names, 20),
        .family = PICK(family_names, 10),
        .company = PICK(companies, 90),
        .description = PICK(descriptions, 80),
        .phone = phone,
        .phone2 = day % 3 == 0 ? mobile : NULL,
        .email = domain != NULL ? email : NULL,
        .street = PICK(streets, 50),
        .postcode = month % 2 == 0 ? postcode : NULL,
        .place = PICK(places, 30),
        .birthday = day % 2 == 0 ? born : NULL,
        .partner = PICK(given_names, 85),
        .facts = PICK(facts, 50),
        .visits = g_rand_int_range(chance, 0, 4),
        .last_visit = day % 4 == 0 ? last : NULL,
    };
    people_add_in(deed, &person);
}

void crowd_add(Db *db, guint32 seed, guint count)
{
    g_autoptr(GRand) chance = g_rand_new_with_seed(seed);
    Deed *deed = people_begin(db);
    for (guint i = 0; i < count; i++) {
        add_invented(deed, chance);
    }
    people_commit(deed);
}

/* The first of RECORDS, or a new one. */
static gpointer first_of(Sheet *sheet, const GPtrArray *list, const RecordType *type)
{
    return list->len > 0 ? g_ptr_array_index(list, 0) : sheet_add(sheet, type);
}

static void change_contact(GRand *chance, Sheet *sheet)
{
    Contact *contact = first_of(sheet, sheet->contacts, &contact_type);
    bool is_phone = g_rand_boolean(chance);
    g_autofree char *phone = g_strdup_printf("0421 %d", g_rand_int_range(chance, 100, 99999));
    g_autofree char *email =
        g_strdup_printf("k%d@%s", g_rand_int_range(chance, 1, 400), PICK(domains, 0));
    record_set_text(&contact->kind, is_phone ? "phone" : "email");
    record_set_text(&contact->value, is_phone ? phone : email);
}

static void change_fact(Db *db, GRand *chance, Sheet *sheet)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) kinds = fact_kind_list(db, &error);
    g_auto(GStrv) halves = g_strsplit(PICK(facts, 0), ": ", 2);
    expect_done(kinds != NULL, error);
    Fact *fact = first_of(sheet, sheet->facts, &fact_type);
    fact->kind_id = fact_kind_by_code(kinds, halves[0])->head.id;
    record_set_text(&fact->words, halves[1]);
}

void crowd_change(Db *db, GRand *chance, Sheet *sheet)
{
    Customer *customer = sheet->customer;
    Address *address = NULL;
    switch (g_rand_int_range(chance, 0, 7)) {
    case 0:
        record_set_text(&customer->given_name, PICK(given_names, 10));
        break;
    case 1:
        record_set_text(&customer->company, PICK(companies, 50));
        break;
    case 2:
        record_set_text(&customer->description, PICK(descriptions, 30));
        break;
    case 3:
        change_contact(chance, sheet);
        break;
    case 4:
        address = first_of(sheet, sheet->addresses, &address_type);
        record_set_text(&address->street, PICK(streets, 30));
        record_set_text(&address->place, PICK(places, 0));
        break;
    case 5:
        change_fact(db, chance, sheet);
        break;
    default:
        record_set_text(&customer->family_name, PICK(family_names, 0));
    }
    if (customer->family_name == NULL) {
        record_set_text(&customer->family_name, PICK(family_names, 0));
    }
}

static const char *any_word(GRand *chance)
{
    static const struct {
        const char *const *table;
        guint count;
    } tables[] = {
        {given_names, G_N_ELEMENTS(given_names)},
        {family_names, G_N_ELEMENTS(family_names)},
        {places, G_N_ELEMENTS(places)},
        {streets, G_N_ELEMENTS(streets)},
        {descriptions, G_N_ELEMENTS(descriptions)},
        {companies, G_N_ELEMENTS(companies)},
        {domains, G_N_ELEMENTS(domains)},
    };
    guint table = (guint)g_rand_int_range(chance, 0, G_N_ELEMENTS(tables));
    return pick(chance, tables[table].table, tables[table].count, 0);
}

/* The first letters of WORD: at least one, often all. */
static char *beginning(GRand *chance, const char *word)
{
    glong length = g_utf8_strlen(word, -1);
    return g_utf8_substring(word, 0,
                            g_rand_int_range(chance, 1, (gint32)(length * 2)) % length + 1);
}

char *crowd_query(GRand *chance)
{
    g_autofree char *one = beginning(chance, any_word(chance));
    g_autofree char *other = beginning(chance, any_word(chance));
    switch (g_rand_int_range(chance, 0, 8)) {
    case 0:
        return g_strdup_printf("%d", g_rand_int_range(chance, 1, 99999));
    case 1:
        return g_strdup_printf("0421 %d", g_rand_int_range(chance, 10, 999));
    case 2:
        return g_strdup_printf("%s %s", one, other);
    case 3:
        return g_strdup_printf("  %s, %d", one, g_rand_int_range(chance, 1, 500));
    case 4:
        return g_utf8_strup(one, -1);
    default:
        return g_steal_pointer(&one);
    }
}
