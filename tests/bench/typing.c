/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a clerk types into the box, and how. */
#include "tests/bench/typing.h"

#include "tests/bench/seed.h"

#include <string.h>

enum { WRONG_PERCENT = 7, MOST_VISITS = 1500 };

char *typing_begin(const char *text, guint letters)
{
    g_autofree char *small = g_utf8_strdown(text, -1);
    return g_utf8_substring(small, 0, MIN((glong)letters, g_utf8_strlen(small, -1)));
}

char *typing_last_digits(const CorpusPerson *person)
{
    const char *phone = person->mobile != NULL ? person->mobile : person->phone;
    return phone != NULL ? g_strdup(phone + strlen(phone) - 4) : NULL;
}

char *typing_word(Chance *chance, const char *text)
{
    g_auto(GStrv) words = g_strsplit_set(text, " ,.;-", -1);
    g_autoptr(GPtrArray) fits = g_ptr_array_new();
    for (guint i = 0; words[i] != NULL; i++) {
        if (g_utf8_strlen(words[i], -1) >= 4) {
            g_ptr_array_add(fits, words[i]);
        }
    }
    return fits->len > 0 ? g_strdup(g_ptr_array_index(fits, chance_below(chance, fits->len)))
                         : NULL;
}

CorpusPerson *typing_visitor(Chance *chance, const Corpus *corpus, guint count)
{
    for (;;) {
        CorpusPerson *person = corpus_person(corpus, chance_below(chance, count));
        if (chance_below(chance, MOST_VISITS) < person->visits) {
            return person;
        }
        corpus_person_free(person);
    }
}

static char *begin_of(Chance *chance, const char *text, int least, int most)
{
    return typing_begin(text, (guint)chance_between(chance, least, most));
}

static char *both(Chance *chance, const char *one, const char *other)
{
    g_autofree char *first = begin_of(chance, one, 2, 8), *second = begin_of(chance, other, 1, 5);
    return g_strconcat(first, " ", second, NULL);
}

static char *fact_and_name(Chance *chance, const CorpusPerson *person)
{
    const CorpusFact *fact =
        &g_array_index(person->facts, CorpusFact, chance_below(chance, person->facts->len));
    g_autofree char *word = typing_word(chance, fact->words);
    return both(chance, person->family, word != NULL ? word : fact->words);
}

/* What is asked for less often; NULL when PERSON has nothing of the kind. */
static char *rarer(Chance *chance, const CorpusPerson *person)
{
    g_autofree char *digits = typing_last_digits(person);
    switch (chance_below(chance, 6)) {
    case 0:
        return g_strdup(digits);
    case 1:
        return digits != NULL ? both(chance, person->family, digits) : NULL;
    case 2:
        return person->facts->len > 0 ? fact_and_name(chance, person) : NULL;
    case 3:
        return person->street != NULL ? begin_of(chance, person->street, 4, 14) : NULL;
    case 4:
        return g_strdup(person->number);
    default:
        return person->email != NULL ? begin_of(chance, person->email, 4, 14) : NULL;
    }
}

char *typing_query(Chance *chance, const CorpusPerson *person)
{
    const char *family = person->family, *given = person->given;
    const char *called = person->company != NULL ? person->company : person->description;
    if (family == NULL) {
        return begin_of(chance, called, 4, 16);
    }
    guint dice = chance_below(chance, 100);
    char *query = dice < 24 ? rarer(chance, person) : NULL;
    if (query != NULL) {
        return query;
    }
    if (given == NULL || dice < 50) {
        return begin_of(chance, family, 3, 10);
    }
    return dice < 82 ? both(chance, family, given) : both(chance, given, family);
}

static void strike_wrong(Chance *chance, GString *strokes, const char *rest)
{
    g_autofree char *going_on = typing_begin(rest, chance_below(chance, 3));
    gunichar wrong = 'a' + chance_below(chance, 26);
    g_string_append_unichar(strokes, wrong);
    g_string_append(strokes, going_on);
    for (glong i = g_utf8_strlen(going_on, -1) + 1; i > 0; i--) {
        g_string_append_c(strokes, TYPING_BACK);
    }
}

char *typing_strokes(Chance *chance, const char *query)
{
    GString *strokes = g_string_new(NULL);
    for (const char *at = query; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
        if (chance_of(chance, WRONG_PERCENT)) {
            strike_wrong(chance, strokes, at);
        }
        g_string_append_unichar(strokes, g_utf8_get_char(at));
    }
    return g_string_free(strokes, FALSE);
}

void typing_apply(GString *text, gunichar key)
{
    if (key == (gunichar)TYPING_CLEAR) {
        g_string_truncate(text, 0);
    } else if (key != (gunichar)TYPING_BACK) {
        g_string_append_unichar(text, key);
    } else if (text->len > 0) {
        const char *last = g_utf8_find_prev_char(text->str, text->str + text->len);
        g_string_truncate(text, last != NULL ? (gsize)(last - text->str) : 0);
    }
}

GPtrArray *typing_texts(guint customers, guint count)
{
    Chance chance = {BENCH_SEED + 2};
    g_autoptr(Corpus) corpus = corpus_new(BENCH_SEED);
    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
    while (texts->len < count) {
        g_autoptr(CorpusPerson) person = typing_visitor(&chance, corpus, customers);
        g_autofree char *query = typing_query(&chance, person);
        for (guint letters = 1; letters <= g_utf8_strlen(query, -1); letters++) {
            g_ptr_array_add(texts, typing_begin(query, letters));
        }
    }
    return texts;
}
