/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which kind a note is: guessed from the words until somebody chooses one. Pure state. */
#pragma once

#include "data/base/day.h"
#include "data/customer/factkind.h"

typedef struct {
    GPtrArray *kinds; /* FactKind, own copies */
    bool knows_birthday;
    Day today;
    int kind;             /* in KINDS; -1: none yet */
    const char *occasion; /* the words name a day of this kind (static); NULL: they do not */
    Day day;
    bool chosen; /* somebody chose: words no longer change it */
} NoteKind;

/* Begins with copies of KINDS (NULL: none) and no kind. Clear with note_kind_clear. */
void note_kind_init(NoteKind *kind, const GPtrArray *kinds, bool knows_birthday, Day today);
void note_kind_clear(NoteKind *kind);

/* The words are WORDS now: guesses, unless a kind was chosen. Words that begin with
 * the name of a kind are of that kind (fact_kind_named). */
void note_kind_guess(NoteKind *kind, const char *words);
/* The beginning of a note that names its kind, "Hobby: ", for a TYPED of at least two letters that
 * begins the kind's name (alike.h); NULL when there is none. Free with g_free. */
char *note_kind_complete(const NoteKind *kind, const char *typed);
/* Everything was deleted: what was chosen for it is forgotten. */
void note_kind_forget(NoteKind *kind);
/* Chooses the kind with ID. */
void note_kind_choose(NoteKind *kind, gint64 id);
/* Chooses the next kind of the shop, or with STEP -1 the one before. */
void note_kind_turn(NoteKind *kind, int step);
/* The kind as it stands, NULL when there is none yet. */
const FactKind *note_kind_get(const NoteKind *kind);
