/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A crowd of invented customers. */
#include "tests/bench/corpus.h"

#include "data/lookup/fold.h"
#include "tests/bench/names.h"
#include "tests/bench/remarks.h"

#include <math.h>

const Day corpus_today = {2026, 3, 2};

/* Shares of a hundred customers. */
enum {
    NAMELESS_PERCENT = 2,
    COMPANY_PERCENT = 2,
    FAMILY_ONLY_PERCENT = 5,
    PHONE_PERCENT = 55,
    MOBILE_PERCENT = 60,
    EMAIL_PERCENT = 45,
    ADDRESS_PERCENT = 60,
    BIRTHDAY_PERCENT = 55,
    YEAR_KNOWN_PERCENT = 60,
    PARTNER_PERCENT = 25,
    CHILD_PERCENT = 10,
    NEVER_CAME_PERCENT = 15
};
/* Once a day for five years. */
#define MOST_VISITS 1500.0
/* The longest that somebody on the list has been away. */
#define MOST_DAYS 2500.0
#define FIRST_NUMBER 1001

struct Corpus {
    guint64 seed;
    BenchNames *names;
    BenchRemarks *remarks;
};

Corpus *corpus_new(guint64 seed)
{
    Corpus *corpus = g_new0(Corpus, 1);
    corpus->seed = seed;
    corpus->names = bench_names_new();
    corpus->remarks = bench_remarks_new();
    return corpus;
}

void corpus_free(Corpus *corpus)
{
    if (corpus != NULL) {
        bench_names_free(corpus->names);
        bench_remarks_free(corpus->remarks);
        g_free(corpus);
    }
}

void corpus_person_free(CorpusPerson *person)
{
    if (person == NULL) {
        return;
    }
    char **texts[] = {&person->number,      &person->given,    &person->family,  &person->company,
                      &person->description, &person->phone,    &person->mobile,  &person->email,
                      &person->street,      &person->postcode, &person->partner, &person->child,
                      &person->last_visit};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_free(*texts[i]);
    }
    g_array_unref(person->facts);
    g_free(person);
}

static double fraction(Chance *chance)
{
    return (chance_below(chance, G_MAXUINT32) + 0.5) / (double)G_MAXUINT32;
}

/* Zipf's law, cut off at both ends: the n-th best of N customers has come N / n times. */
static void draw_visits(CorpusPerson *person, Chance *chance)
{
    if (chance_of(chance, NEVER_CAME_PERCENT)) {
        return;
    }
    double visits = 1 / fraction(chance);
    person->visits = (guint)MIN(visits, MOST_VISITS);
    /* Who is still a customer was here about as long ago as visits lie apart; others stay away. */
    double apart = 5 * 365.0 / person->visits;
    double days = chance_of(chance, 80) ? -log(fraction(chance)) * apart : MOST_DAYS;
    if (days >= MOST_DAYS) {
        days = fraction(chance) * MOST_DAYS;
    }
    Day last = day_plus(corpus_today, -1 - (int)days);
    person->last_visit = day_to_text(last);
}

static Day draw_birthday(Chance *chance, int born)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int month = chance_between(chance, 1, 12);
    return (Day){chance_of(chance, YEAR_KNOWN_PERCENT) ? born : 0, month,
                 chance_between(chance, 1, days[month - 1])};
}

static char *plain(const char *name)
{
    char *folded = fold_text(name);
    g_strdelimit(folded, " ", '.');
    return folded;
}

static char *draw_email(const CorpusPerson *person, Chance *chance)
{
    static const char *const domains[] = {"mail.example",  "post.example", "web.example",
                                          "inbox.example", "example.org",  "example.net"};
    g_autofree char *given = plain(person->given), *family = plain(person->family);
    const char *domain = chance_pick(chance, domains, G_N_ELEMENTS(domains));
    int digits = chance_between(chance, 1, 9999);
    switch (chance_below(chance, 6)) {
    case 0:
        return g_strdup_printf("%c%c%d@%s", *given, *family, digits, domain);
    case 1:
        return g_strdup_printf("%s%d@%s", given, digits % 100, domain);
    case 2:
        return g_strdup_printf("%c.%s@%s", *given, family, domain);
    case 3:
        return g_strdup_printf("%s.%s%d@%s", given, family, digits % 100, domain);
    default:
        return g_strdup_printf("%s.%s@%s", given, family, domain);
    }
}

static void draw_contacts(CorpusPerson *person, Chance *chance)
{
    static const char *const areas[] = {"0421", "0421",  "0421",  "0421", "04221",
                                        "0441", "04202", "04298", "0471", "040"};
    static const char *const nets[] = {"0151", "0152", "0157", "0160", "0162",
                                       "0170", "0171", "0172", "0175", "0176"};
    if (chance_of(chance, PHONE_PERCENT)) {
        person->phone = g_strdup_printf("%s %d", chance_pick(chance, areas, G_N_ELEMENTS(areas)),
                                        chance_between(chance, 10000, 999999));
    }
    if (chance_of(chance, MOBILE_PERCENT)) {
        person->mobile = g_strdup_printf("%s %07d", chance_pick(chance, nets, G_N_ELEMENTS(nets)),
                                         chance_between(chance, 1000000, 9999999));
    }
    if (person->given != NULL && person->family != NULL && chance_of(chance, EMAIL_PERCENT)) {
        person->email = draw_email(person, chance);
    }
}

static void draw_kin(const Corpus *corpus, CorpusPerson *person, Chance *chance, int born)
{
    const char *family = person->family;
    if (family != NULL && chance_of(chance, PARTNER_PERCENT)) {
        g_autofree char *given =
            bench_name_given(corpus->names, chance, born, chance_of(chance, 50));
        person->partner = g_strconcat(given, " ", family, NULL);
    }
    if (family != NULL && chance_of(chance, CHILD_PERCENT)) {
        person->child =
            bench_name_given(corpus->names, chance, MIN(born + 30, 2020), chance_of(chance, 50));
    }
}

static void fact_clear(gpointer data)
{
    CorpusFact *fact = data;
    g_free(fact->words);
}

static bool knows(const CorpusPerson *person, const char *words)
{
    for (guint i = 0; i < person->facts->len; i++) {
        if (g_strcmp0(g_array_index(person->facts, CorpusFact, i).words, words) == 0) {
            return true;
        }
    }
    return false;
}

static void draw_facts(const Corpus *corpus, CorpusPerson *person, Chance *chance)
{
    static const guint counts[] = {0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 6};
    guint count = counts[chance_below(chance, G_N_ELEMENTS(counts))];
    for (guint i = 0; i < count; i++) {
        CorpusFact fact;
        fact.words = bench_remarks_fact(corpus->remarks, chance, &fact.kind);
        if (knows(person, fact.words)) {
            g_free(fact.words);
        } else {
            g_array_append_val(person->facts, fact);
        }
    }
}

static void draw_name(const Corpus *corpus, CorpusPerson *person, Chance *chance, int born)
{
    guint dice = chance_below(chance, 100);
    if (dice < NAMELESS_PERCENT) {
        person->description = bench_remarks_description(chance);
        return;
    }
    BenchName name = bench_name_draw(corpus->names, chance, born);
    if (dice < NAMELESS_PERCENT + COMPANY_PERCENT) {
        person->company = bench_remarks_company(chance, name.family);
        bench_name_clear(&name);
        return;
    }
    person->family = name.family;
    person->title = name.title;
    if (chance_of(chance, FAMILY_ONLY_PERCENT)) {
        g_free(name.given);
    } else {
        person->given = name.given;
    }
}

CorpusPerson *corpus_person(const Corpus *corpus, guint place)
{
    /* Neighbouring seeds would give neighbouring people the same dice: mixed once more. */
    Chance seeds = {corpus->seed + place};
    guint64 upper = chance_below(&seeds, G_MAXUINT32), lower = chance_below(&seeds, G_MAXUINT32);
    Chance chance = {upper << 32 | lower};
    CorpusPerson *person = g_new0(CorpusPerson, 1);
    int born = MIN(chance_between(&chance, 1932, 2012), chance_between(&chance, 1945, 2030));
    person->place = place;
    person->number = g_strdup_printf("%u", place + FIRST_NUMBER);
    person->facts = g_array_new(FALSE, FALSE, sizeof(CorpusFact));
    g_array_set_clear_func(person->facts, fact_clear);
    draw_name(corpus, person, &chance, born);
    draw_contacts(person, &chance);
    if (chance_of(&chance, ADDRESS_PERCENT)) {
        person->street = bench_remarks_street(corpus->remarks, &chance);
        person->town = bench_remarks_town(corpus->remarks, &chance, &person->postcode);
    }
    if (person->company == NULL && chance_of(&chance, BIRTHDAY_PERCENT)) {
        person->birthday = draw_birthday(&chance, born);
    }
    draw_kin(corpus, person, &chance, born);
    draw_facts(corpus, person, &chance);
    draw_visits(person, &chance);
    return person;
}

char *corpus_line(const CorpusPerson *person)
{
    GString *line = g_string_new(person->number);
    g_autofree char *birthday = day_to_text(person->birthday);
    const char *const texts[] = {
        person->family, person->given,   person->company, person->description, person->phone,
        person->mobile, person->email,   person->street,  person->postcode,    person->town,
        birthday,       person->partner, person->child,
    };
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        if (texts[i] != NULL && *texts[i] != '\0') {
            g_string_append_printf(line, "; %s", texts[i]);
        }
    }
    for (guint i = 0; i < person->facts->len; i++) {
        g_string_append_printf(line, "; %s", g_array_index(person->facts, CorpusFact, i).words);
    }
    return g_string_free(line, FALSE);
}
