/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented people's names. */
#include "data/demo/names.h"

#include <string.h>

/* Shares of a hundred German names. */
enum { COMPOUND_PERCENT = 12, DOUBLE_PERCENT = 4, NOBLE_PERCENT = 1, TITLE_PERCENT = 2 };

/* The long tail: two parts that make thousands of rare names. */
static const char *const heads[] = {
    "Acker",   "Birken", "Brand",  "Buchen", "Busch",  "Distel", "Eichen", "Feld",
    "Fichten", "Fuchs",  "Gold",   "Grün",   "Hafer",  "Hasel",  "Heide",  "Hirsch",
    "Hohen",   "Hopfen", "Kirch",  "Klee",   "Kessel", "Kupfer", "Lehm",   "Linden",
    "Loh",     "Moor",   "Mühl",   "Neu",    "Nieder", "Nuss",   "Ober",   "Oster",
    "Rosen",   "Schön",  "Silber", "Sonnen", "Stein",  "Tannen", "Weiden", "Winter",
};
static const char *const tails[] = {
    "acker",  "bach",  "bauer",   "berg",   "berger", "brink",  "brock", "burg",  "dorf",  "feld",
    "felder", "graf",  "hagen",   "haus",   "häuser", "heim",   "hof",   "hofer", "horst", "kamp",
    "mann",   "meier", "meister", "müller", "rath",   "reiter", "see",   "stein", "thal",  "wald",
};
static const char *const nobles[] = {
    "von Buchholz", "von der Heide", "von Lindau", "zu Rosenfeld", "van der Meer", "de Vries",
    "von Thalheim", "vom Brocke",    "zur Mühlen", "von Ahlefeld", "ter Haar",     "von Stetten",
};

#define DRAW(chance, table) chance_pick(chance, table, G_N_ELEMENTS(table))

static const char *common(Chance *chance)
{
    return names_family[chance_ranked(chance, names_family_count)];
}

static char *german_family(Chance *chance)
{
    guint dice = chance_below(chance, 100);
    if (dice < COMPOUND_PERCENT) {
        const char *head = DRAW(chance, heads);
        return g_strconcat(head, DRAW(chance, tails), NULL);
    }
    if (dice < COMPOUND_PERCENT + DOUBLE_PERCENT) {
        const char *first = common(chance), *second = common(chance);
        return first == second ? g_strdup(first) : g_strconcat(first, "-", second, NULL);
    }
    return g_strdup(dice < COMPOUND_PERCENT + DOUBLE_PERCENT + NOBLE_PERCENT ? DRAW(chance, nobles)
                                                                             : common(chance));
}

const char *names_given(Chance *chance, int born, bool is_woman)
{
    const NameYears *years = &names_years[0];
    for (guint i = 1; i < names_years_count && names_years[i].first <= born; i++) {
        years = &names_years[i];
    }
    return is_woman ? years->women[chance_ranked(chance, years->women_count)]
                    : years->men[chance_ranked(chance, years->men_count)];
}

/* NULL: a German name. */
static const NameSet *draw_set(Chance *chance)
{
    guint dice = chance_below(chance, 100);
    for (guint i = 0; i < names_foreign_count; i++) {
        if (dice < names_foreign[i].percent) {
            return &names_foreign[i];
        }
        dice -= names_foreign[i].percent;
    }
    return NULL;
}

static char *foreign_family(Chance *chance, const NameSet *set, bool is_woman)
{
    const char *family = set->family[chance_ranked(chance, set->families)];
    if (is_woman && set->by_gender && g_str_has_suffix(family, "ki")) {
        return g_strdup_printf("%.*sa", (int)strlen(family) - 1, family);
    }
    if (is_woman && set->by_gender && g_str_has_suffix(family, "ow")) {
        return g_strconcat(family, "a", NULL);
    }
    return g_strdup(family);
}

PersonName names_draw(Chance *chance, int born)
{
    PersonName name = {.is_woman = chance_of(chance, 58)};
    const NameSet *set = draw_set(chance);
    if (set == NULL) {
        name.family = german_family(chance);
        name.given = g_strdup(names_given(chance, born, name.is_woman));
    } else {
        name.family = foreign_family(chance, set, name.is_woman);
        name.given = g_strdup(name.is_woman ? chance_pick(chance, set->women, set->women_count)
                                            : chance_pick(chance, set->men, set->men_count));
    }
    if (chance_of(chance, TITLE_PERCENT)) {
        name.title = chance_of(chance, 12) ? "Prof. Dr." : "Dr.";
    }
    return name;
}

void names_clear(PersonName *name)
{
    g_clear_pointer(&name->given, g_free);
    g_clear_pointer(&name->family, g_free);
}
