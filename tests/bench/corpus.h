/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A crowd of invented customers of any size, for measuring: each of them can be had by itself,
 * without the others. */
#pragma once

#include "data/base/day.h"

/* The day on which everybody below has last been looked at. */
extern const Day corpus_today;

typedef struct Corpus Corpus;

typedef struct {
    const char *kind; /* a code of the program's kinds of notes; static */
    char *words;
} CorpusFact;

/* Texts are NULL where nothing is known. */
typedef struct {
    guint place; /* from 0; in a shop made of the corpus the customer's id is one more */
    char *number;
    const char *title;
    char *given, *family;
    char *company, *description;
    char *phone, *mobile, *email;
    char *street, *postcode;
    const char *town;
    Day birthday;
    char *partner, *child;
    GArray *facts; /* CorpusFact */
    guint visits;
    char *last_visit; /* YYYY-MM-DD */
} CorpusPerson;

/* The same SEED gives the same people, whatever their number. Free with corpus_free. */
Corpus *corpus_new(guint64 seed);
void corpus_free(Corpus *corpus);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Corpus, corpus_free)

/* The customer at PLACE, from 0. Free with corpus_person_free. */
CorpusPerson *corpus_person(const Corpus *corpus, guint place);
void corpus_person_free(CorpusPerson *person);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CorpusPerson, corpus_person_free)

/* Everything that is known of PERSON in one line, without a line break at its end: for programs
 * that look into text. Free with g_free. */
char *corpus_line(const CorpusPerson *person);
