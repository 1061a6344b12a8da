/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a clerk types into the box, and how. */
#pragma once

#include "data/demo/chance.h"
#include "tests/bench/corpus.h"

/* What stands for the backspace key, and for the key that empties the box. */
#define TYPING_BACK '\x7f'
#define TYPING_CLEAR '\x15'

/* What somebody types who looks for PERSON, all of it right: the beginning of a name, of both, a
 * piece of a phone number, a fact and part of a name … Free with g_free. */
char *typing_query(Chance *chance, const CorpusPerson *person);
/* The keys that give QUERY, one wrong letter in a dozen or so, which is seen at once or a little
 * later and taken back. Free with g_free. */
char *typing_strokes(Chance *chance, const char *query);
/* What is in the box after KEY: TEXT changed. */
void typing_apply(GString *text, gunichar key);

/* The first LETTERS letters of TEXT in small ones. Free with g_free. */
char *typing_begin(const char *text, guint letters);
/* The last four digits of the phone number of PERSON; NULL without one. Free with g_free. */
char *typing_last_digits(const CorpusPerson *person);
/* A word of four letters or more from TEXT, as it stands there; NULL when there is none. Free with
 * g_free. */
char *typing_word(Chance *chance, const char *text);
/* A customer of the first COUNT, each as likely as often they come. Free with corpus_person_free.
 */
CorpusPerson *typing_visitor(Chance *chance, const Corpus *corpus, guint count);
/* What clerks have in the box after each of COUNT keys or a few more, who look for those of the
 * first CUSTOMERS who come. The array of char * frees them. */
GPtrArray *typing_texts(guint customers, guint count);
