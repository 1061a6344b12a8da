/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways in which a clerk asks for somebody. */
#include "tests/bench/kinds.h"

#include "tests/bench/slips.h"
#include "tests/bench/typing.h"

#include <string.h>

/* Typing errors are counted in words of so many letters; a second one from so many on. */
enum { ONE_ERROR_FROM = 5, TWO_ERRORS_FROM = 6 };

static char *both(const char *one, const char *other)
{
    g_autofree char *text = g_strconcat(one, " ", other, NULL);
    return g_utf8_strdown(text, -1);
}

static bool has_both(const CorpusPerson *person)
{
    return person->given != NULL && person->family != NULL;
}

static char *whole_names(Chance *chance, const CorpusPerson *person)
{
    (void)chance;
    return has_both(person) ? both(person->given, person->family) : NULL;
}

static char *swapped(Chance *chance, const CorpusPerson *person)
{
    (void)chance;
    return has_both(person) ? both(person->family, person->given) : NULL;
}

/* The beginning of NAME: from two thirds of it to all but one letter, but no less than four. */
static char *most_of(Chance *chance, const char *name)
{
    int length = (int)g_utf8_strlen(name, -1);
    int least = MIN(MAX((2 * length + 2) / 3, 4), length);
    return typing_begin(name, (guint)chance_between(chance, least, MAX(length - 1, least)));
}

static char *prefix(Chance *chance, const CorpusPerson *person)
{
    if (!has_both(person)) {
        return NULL;
    }
    g_autofree char *given = most_of(chance, person->given);
    g_autofree char *family = most_of(chance, person->family);
    return both(given, family);
}

static char *short_prefix(Chance *chance, const CorpusPerson *person)
{
    (void)chance;
    if (!has_both(person)) {
        return NULL;
    }
    g_autofree char *given = typing_begin(person->given, 3);
    g_autofree char *family = typing_begin(person->family, 4);
    return both(given, family);
}

static char *plain(Chance *chance, const CorpusPerson *person)
{
    g_autofree char *whole = whole_names(chance, person);
    return whole != NULL ? slips_plain(whole) : NULL;
}

/* Both names, with ERRORS in one that has at least LEAST letters. */
static char *mistyped(Chance *chance, const CorpusPerson *person, guint least, guint errors)
{
    if (!has_both(person)) {
        return NULL;
    }
    bool given_fits = g_utf8_strlen(person->given, -1) >= least;
    bool family_fits = g_utf8_strlen(person->family, -1) >= least;
    if (!given_fits && !family_fits) {
        return NULL;
    }
    if (family_fits && (!given_fits || chance_of(chance, 60))) {
        g_autofree char *family = slips_typed(chance, person->family, errors);
        return both(person->given, family);
    }
    g_autofree char *given = slips_typed(chance, person->given, errors);
    return both(given, person->family);
}

static char *one_error(Chance *chance, const CorpusPerson *person)
{
    return mistyped(chance, person, ONE_ERROR_FROM, 1);
}

static char *two_errors(Chance *chance, const CorpusPerson *person)
{
    return mistyped(chance, person, TWO_ERRORS_FROM, 2);
}

static char *heard(Chance *chance, const CorpusPerson *person)
{
    g_autofree char *family = has_both(person) ? slips_heard(chance, person->family) : NULL;
    return family != NULL ? both(person->given, family) : NULL;
}

static char *short_form(Chance *chance, const CorpusPerson *person)
{
    const char *called = has_both(person) ? slips_short(chance, person->given) : NULL;
    return called != NULL ? both(called, person->family) : NULL;
}

static char *last_digits(Chance *chance, const CorpusPerson *person)
{
    (void)chance;
    return typing_last_digits(person);
}

static char *last_digits_and_name(Chance *chance, const CorpusPerson *person)
{
    (void)chance;
    g_autofree char *digits = typing_last_digits(person);
    if (digits == NULL || person->family == NULL) {
        return NULL;
    }
    g_autofree char *family = typing_begin(person->family, 3);
    return both(family, digits);
}

static char *fact_and_name(Chance *chance, const CorpusPerson *person)
{
    if (person->facts->len == 0 || person->family == NULL) {
        return NULL;
    }
    const CorpusFact *fact =
        &g_array_index(person->facts, CorpusFact, chance_below(chance, person->facts->len));
    g_autofree char *word = typing_word(chance, fact->words);
    g_autofree char *begin = word != NULL ? typing_begin(word, 7) : NULL;
    g_autofree char *family = typing_begin(person->family, 4);
    return begin != NULL ? both(family, begin) : NULL;
}

static char *street_and_name(Chance *chance, const CorpusPerson *person)
{
    (void)chance;
    if (person->street == NULL || person->family == NULL) {
        return NULL;
    }
    g_autofree char *family = typing_begin(person->family, 4);
    return both(family, person->street);
}

static char *birthday_and_name(Chance *chance, const CorpusPerson *person)
{
    (void)chance;
    if (day_is_none(person->birthday) || person->family == NULL) {
        return NULL;
    }
    g_autofree char *family = typing_begin(person->family, 3);
    return g_strdup_printf("%s %d.%d.", family, person->birthday.day, person->birthday.month);
}

/* "Studentin mit Cello, montags": who and what, in the words of the description. */
static char *description(Chance *chance, const CorpusPerson *person)
{
    (void)chance;
    if (person->description == NULL) {
        return NULL;
    }
    g_auto(GStrv) parts = g_strsplit(person->description, ",", -1);
    return g_utf8_strdown(parts[0], -1);
}

static char *whole_description(Chance *chance, const CorpusPerson *person)
{
    (void)chance;
    return person->description != NULL ? g_utf8_strdown(person->description, -1) : NULL;
}

const QueryKind query_kinds[] = {
    {"prefix", prefix},
    {"whole-names", whole_names},
    {"short-prefix", short_prefix},
    {"swapped", swapped},
    {"ae-for-ä", plain},
    {"one-typo", one_error},
    {"two-typos", two_errors},
    {"sound-alike", heard},
    {"short-form", short_form},
    {"last-digits", last_digits},
    {"digits-and-name", last_digits_and_name},
    {"fact-and-name", fact_and_name},
    {"street-and-name", street_and_name},
    {"birthday-and-name", birthday_and_name},
    {"description", description},
    {"whole-description", whole_description},
    {NULL, NULL},
};
