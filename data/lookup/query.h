/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed into the box, understood: words, digits, days. */
#pragma once

#include "data/lookup/vocabulary.h"

typedef enum {
    TERM_WORD,   /* letters, or letters and digits: .word */
    TERM_DIGITS, /* part of a number, a postcode, a house number: .word */
    TERM_PHONE,  /* a phone number in whatever writing: .word is its phone_digits */
    TERM_MAIL,   /* a word of an e-mail address: .word. Whole unless it is unfinished */
    TERM_DAY     /* a birthday: .day and .month, and .year where it was told */
} TermKind;

/* One thing looked for. */
typedef struct {
    TermKind kind;
    char *word;         /* folded, at most 60 bytes; "" for a day */
    char **same;        /* folded words that mean the same; never NULL, empty but for words */
    int day, month;     /* 0: not told */
    int year;           /* 0: not told */
    bool is_idle;       /* says nothing: who lacks it fits as well. Never the unfinished one, which
                           may become a name */
    bool is_unfinished; /* the last one, with nothing behind it: more letters may come */
} Term;

typedef struct {
    GPtrArray *terms; /* Term, at most 16; as typed, each only once */
} Query;

/* How a text is read; what fits in one reading may not in another. */
typedef enum {
    READ_WHOLE,  /* a phone number or a day is one term, what has an @ an address */
    READ_PIECES, /* each piece between blanks and dots is a term of its own */
    READ_JOINED, /* and a short one is the beginning of the next: "mac gregor", "o brien" */
    READ_COUNT
} Reading;

/* Reads TYPED, whatever it is: of a long text the beginning. COUNTRY is as for phone_digits,
 * VOCABULARY may be NULL. Words are idle only where others are not: "die mit dem dackel" has one
 * that counts. Never NULL; without terms when there is nothing to look for. Free with query_free.
 */
Query *query_read(const char *typed, const char *country, const Vocabulary *vocabulary,
                  Reading reading);
/* Whether both ask for the same. */
bool query_equal(const Query *a, const Query *b);
void query_free(Query *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Query, query_free)
