/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a language or a shop says differently: short forms of names, words that mean the same, words
 * that say nothing. Data, not code: the program brings files, the owner has one more. How their
 * lines look: wordline.h. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* Never changed once it is shared; counted references, safe between threads. The files are read
 * when something is asked for the first time, on whatever thread that is: making one costs
 * nothing. */
typedef struct Vocabulary Vocabulary;

/* The words the program brings. */
Vocabulary *vocabulary_new(void);
Vocabulary *vocabulary_ref(Vocabulary *vocabulary);
void vocabulary_unref(Vocabulary *vocabulary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Vocabulary, vocabulary_unref)

/* Adds the lines of TEXT, which count more than those before; what is no UTF-8 is taken for
 * Windows-1252. A line of no use is left out, and a sentence with SOURCE, the name of the file,
 * and the line's number is added to FAULTS (of char *, freed with g_free; may be NULL). Before
 * anything is asked and before it is shared. */
void vocabulary_read(Vocabulary *vocabulary, const char *text, const char *source,
                     GPtrArray *faults);
/* The same for the file at PATH, at most 64 KiB. That there is none is no fault; one that cannot
 * be read is told in FAULTS. */
void vocabulary_read_file(Vocabulary *vocabulary, const char *path, GPtrArray *faults);

/* The words that mean the same as WORD (folded), itself left out: its other spellings, its short
 * forms, or what it is short for; folded words, NULL at the end; an empty list when there are none.
 * Nothing follows from two steps: Sepp is Josef, Josef is Jupp, but Sepp is not Jupp. Belongs to
 * the vocabulary. */
const char *const *vocabulary_same(const Vocabulary *vocabulary, const char *word);
/* Adds to WORDS how WORD (folded) may be written with another end: hauptstr for hauptstrasse. */
void vocabulary_respell(const Vocabulary *vocabulary, const char *word, GStrvBuilder *words);
/* Whether WORD (folded) says nothing of whom is looked for, as "der" and "with" do. */
bool vocabulary_is_idle(const Vocabulary *vocabulary, const char *word);
