/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways to type a name letter by letter, and how few keys could do at best. */
#pragma once

#include "tests/bench/corpus.h"

enum { NEEDED_TOP = 5, NEEDED_NEVER = 1000 };

typedef struct {
    const char *name;
    /* Of the family name so many letters are typed, then a blank and the given name. 0: all splits
     * are tried and the quickest counts. */
    guint letters;
    guint thin; /* one in so many of the sample is tried */
} TypingWay;

/* Ends with a way without a name. */
extern const TypingWay typing_ways[];

/* What may stand in the box after KEYS keys of WAY: one text, or several where all splits are
 * tried; none when PERSON has no such letters. Strings the array frees. */
GPtrArray *needed_texts(const TypingWay *way, const CorpusPerson *person, guint keys);

/* How many keys of WAY each of the customers at PLACES (guint; some may come more than once) needs
 * when of the first CUSTOMERS those whose names begin as typed are shown, in the order of place.h:
 * whoever goes by names and by how well people are known cannot do better. A table from place to
 * keys or NEEDED_NEVER, both by GUINT_TO_POINTER. Unref it. */
GHashTable *needed_at_best(const Corpus *corpus, guint customers, const TypingWay *way,
                           const GArray *places);
