/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a file of words:
 *
 *     # what stands behind a # is not read
 *     Brötchen = Semmel = Schrippe      all mean the same
 *     Josef = Joseph: Sepp, Seppi       short forms of a name, which may be written in several ways
 *     *str = *strasse                   so do all words that end so
 *     skip: der, die, mit               words that say nothing of whom is looked for
 *     - Karotte = Möhre                 not the same after all; likewise "- Josef: Sepp" and
 *                                       "- skip: mit"
 *     - Berliner                        nothing of what was said of this word holds
 *
 * A comma does as well where a "=" stands. Every word is a single one. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef enum {
    LINE_EMPTY,
    LINE_SAME,  /* .left: words that mean the same */
    LINE_ENDS,  /* .left: ends of words that mean the same */
    LINE_SHORT, /* .left: ways to write a full name, .right: its short forms */
    LINE_IDLE,  /* .left: words that say nothing */
    LINE_WORD   /* .left: words by themselves; only with is_out */
} WordLineKind;

typedef struct {
    WordLineKind kind;
    bool is_out;  /* it takes out what it names */
    char **left;  /* folded; never NULL */
    char **right; /* folded; never NULL, empty but for LINE_SHORT */
} WordLine;

/* Reads TEXT, a line in UTF-8. False when it is of no use: *FAULT, unless NULL, is then a sentence
 * that says why; free with g_free. *LINE is to be cleared with word_line_clear in any case. */
bool word_line_read(const char *text, WordLine *line, char **fault);
void word_line_clear(WordLine *line);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(WordLine, word_line_clear)
