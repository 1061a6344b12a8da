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
    {"allergy", "is allergic to "},
    {"allergy", "allergic to "},
    {"allergy", "allergy to "},
    {"allergy", "allergy: "},
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

const char *fact_words(const Fact *fact, const FactKind *kind)
{
    for (gsize i = 0; kind != NULL && i < G_N_ELEMENTS(openings); i++) {
        gsize length = strlen(openings[i].start);
        if (strcmp(openings[i].kind, kind->code) == 0 &&
            g_ascii_strncasecmp(fact->words, openings[i].start, length) == 0 &&
            fact->words[length] != '\0') {
            return fact->words + length;
        }
    }
    return fact->words;
}

bool fact_is_done(const Fact *fact)
{
    return fact->done_at != NULL;
}
