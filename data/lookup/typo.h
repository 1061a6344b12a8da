/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing errors: a letter too many, one missing, another one, two swapped. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* The words of a sorted dictionary, one at a time. */
typedef struct {
    /* The first word that is not before FROM, byte by byte, which never goes back; NULL at the end
     * and on a fault. Borrowed until the next call. */
    const char *(*seek)(gpointer data, const char *from, GError **error);
    gpointer data;
} TypoSource;

/* A word of the dictionary, or the beginning of one, that is nearly what was typed. */
typedef struct {
    char *word;
    guint errors;
    bool is_whole; /* else words that begin so */
} TypoHit;

/* The number of errors between A and B (UTF-8): optimal string alignment; MOST + 1 when there are
 * more than MOST. */
guint typo_errors(const char *a, const char *b, guint most);

/* What is looked for. */
typedef struct {
    const char *begin;    /* words that begin with it ("" for all); the rest of each is compared */
    const char *word;
    guint errors;         /* from 1 to so many */
    bool with_beginnings; /* of longer words, too */
    guint sure;           /* among the first SURE letters of WORD fewer than ERRORS; 0: any */
} TypoQuestion;

/* Walks along the words of SOURCE for those whose rest differs from the word of QUESTION by 1 to
 * its errors, and, with beginnings, for beginnings of longer words that do. Such a beginning is at
 * most one letter shorter than the word and ends in the word's last letter, or in its last two
 * swapped: else each beginning of the word would be one with its last letter missing. Each stands
 * for all words below it: of these, further beginnings are told only with fewer errors, whole words
 * with no more, and none at all below the word itself. Skips what cannot fit, as an automaton does
 * (Schulz and Mihov, Fast string correction with Levenshtein automata, 2002), and asks SOURCE at
 * most MOST_LOOKS times; what it has not seen by then is left out. An array of TypoHit that frees
 * them, words with the beginning that was given, for typo_settle. NULL on a fault. */
GPtrArray *typo_walk(const TypoSource *source, const TypoQuestion *question, guint most_looks,
                     GError **error);

/* Of the words with as many errors as QUESTION allows, its sureness leaves those out that have all
 * of them among the first SURE + 1 letters. They have the other letters of the word one after
 * another: adds to HITS those of them that are WORD or, with beginnings, beginnings of it; WORD
 * begins as the question's words do. The first letters are most of the walk, so the two together
 * are quicker than the walk alone where few words have the other letters. */
void typo_add(GPtrArray *hits, const TypoQuestion *question, const char *word);
/* Makes HITS of a walk, and what was added to them, an answer: each once, without what a beginning
 * stands for; fewer errors first, then whole words, then by word; the first MOST. */
void typo_settle(GPtrArray *hits, guint most);
