/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts as they stand beside the name of their kind. */
#include "tui/screens/factwords.h"

#include <string.h>

/* How clerks begin such a note, in German and English; the longer before the shorter. */
typedef struct {
    const char *kind, *start;
} Opening;

static const Opening openings[] = {
    {"allergy", "ist allergisch gegen "},
    {"allergy", "allergisch gegen "},
    {"allergy", "allergisch auf "},
    {"allergy", "Allergie gegen "},
    {"allergy", "Allergie auf "},
    {"allergy", "Allergie: "},
    {"allergy", "Allergie "},
    {"allergy", "is allergic to "},
    {"allergy", "allergic to "},
    {"allergy", "allergy to "},
    {"allergy", "allergy: "},
    {"allergy", "allergy "},
    {"once", "einmalig: "},
    {"once", "once: "},
    {"no_call", "nicht anrufen "},
    {"no_call", "do not call "},
    {"likes", "mag gerne "},
    {"likes", "mag gern "},
    {"likes", "mag "},
    {"likes", "likes "},
    {"likes", "loves "},
    {"likes", "liebt "},
    {"dislikes", "mag überhaupt kein "},
    {"dislikes", "mag keinen "},
    {"dislikes", "mag keine "},
    {"dislikes", "mag kein "},
    {"dislikes", "isst keinen "},
    {"dislikes", "isst keine "},
    {"dislikes", "isst kein "},
    {"dislikes", "kein "},
    {"dislikes", "keine "},
    {"dislikes", "keinen "},
    {"dislikes", "does not like "},
    {"dislikes", "doesn't like "},
    {"dislikes", "dislikes "},
    {"dislikes", "no "},
};

/* What stands behind START at the beginning of WORDS, capitals or not; NULL when it does not begin
 * so. */
static const char *behind(const char *words, const char *start)
{
    while (*start != '\0') {
        if (g_unichar_tolower(g_utf8_get_char(words)) !=
            g_unichar_tolower(g_utf8_get_char(start))) {
            return NULL;
        }
        words = g_utf8_find_next_char(words, NULL);
        start = g_utf8_find_next_char(start, NULL);
    }
    return words;
}

const char *fact_words_after(const char *words, const char *code)
{
    for (gsize i = 0; i < G_N_ELEMENTS(openings); i++) {
        const char *rest =
            strcmp(openings[i].kind, code) == 0 ? behind(words, openings[i].start) : NULL;
        if (rest != NULL && *rest != '\0') {
            return rest;
        }
    }
    return words;
}

/* "Pet: a dachshund" under the kind "Pet"; where the owner called it so, "Pet dachshund", too. */
static const char *behind_label(const Fact *fact, const FactKind *kind)
{
    const char *rest = kind != NULL ? behind(fact->words, fact_kind_label(kind)) : NULL;
    bool is_named = rest != NULL && (*rest == ':' || (kind->label != NULL && *rest == ' '));
    if (!is_named) {
        return fact->words;
    }
    rest += 1 + strspn(rest + 1, " ");
    return *rest != '\0' ? rest : fact->words;
}

const char *fact_words(const Fact *fact, const FactKind *kind)
{
    const char *rest = kind != NULL ? fact_words_after(fact->words, kind->code) : fact->words;
    return rest != fact->words ? rest : behind_label(fact, kind);
}

bool fact_is_done(const Fact *fact)
{
    return fact->done_at != NULL;
}
