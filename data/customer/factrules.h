/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules by which fact_guess sorts remarks, as data. */
#pragma once

#include "data/customer/factguess.h"

/* How a rule treats what else stands in the text. */
typedef enum {
    RULE_PLAIN,
    RULE_DATED, /* fits only when a day stands in the text; the guess carries it */
    RULE_STOP   /* the words mean none of the kinds: a note */
} FactRuleUse;

/* PATTERN is a list of words, folded as by fold_text, found side by side anywhere in the text:
 *   word     the word; a|b either word; a* and *a and *a* words that begin with, end in or hold a
 *   @class   one of the words of that class (fact_class)
 *   ~        up to three words of the same clause
 *   ...      any number of words of the same clause
 *   +        one word of the same clause
 *   |        the end of a clause, when it stands alone
 *   $        the end of the text
 *   ^        the beginning of the text, when it stands first
 * Rules are tried in order; the first that fits decides. */
typedef struct {
    const char *pattern;
    const char *kind;
    GuessTrust trust;
    FactRuleUse use;
} FactRule;

/* The rules in order; *COUNT is their number. Static. */
const FactRule *fact_rules(size_t *count);

/* More classes there are not: their numbers fit the bits of a word. */
#define FACT_CLASSES_MOST 32

/* The number, from 0, of the class NAME (LENGTH bytes, without the @), and in *WORDS its words as
 * alternatives "a|b*|c", static; -1 when there is no such class. */
int fact_class(const char *name, size_t length, const char **words);
