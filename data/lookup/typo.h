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

/* Walks along the words of SOURCE that begin with BEGIN ("" for all) for those whose rest differs
 * from WORD by 1 to MOST_ERRORS errors, and, WITH_BEGINNINGS, for beginnings of longer words that
 * do. Such a beginning is at most one letter shorter than WORD and ends in WORD's last letter, or
 * in its last two swapped: else each beginning of the word would be one with its last letter
 * missing. Each stands for all words below it: of these, further beginnings are told only with
 * fewer errors, whole words with no more, and none at all below WORD itself. Skips what cannot fit,
 * as an automaton does (Schulz and Mihov, Fast string correction with Levenshtein automata, 2002),
 * and asks SOURCE at most MOST_LOOKS times; what it has not seen by then is left out. At most MOST
 * hits, fewer errors first, then whole words, then by word: an array of TypoHit that frees them,
 * words with BEGIN. NULL on a fault. */
GPtrArray *typo_walk(const TypoSource *source, const char *begin, const char *word,
                     guint most_errors, bool with_beginnings, guint most, guint most_looks,
                     GError **error);
