/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A note that two counters changed: what becomes of both. */
#pragma once

#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "tui/screens/conflict.h"
#include "tui/screens/rejoinwork.h"

/* What became of a note meanwhile. */
typedef struct {
    Fact *fact;       /* as it is stored now; NULL: it was removed */
    GPtrArray *kinds; /* FactKind of the shop, by now */
    RejoinNews *news; /* who changed or removed it */
} NoteTheirs;

void note_theirs_free(gpointer theirs);
/* What THEIRS holds as one of its own; THEIRS holds nothing afterwards. */
NoteTheirs *note_theirs_take(NoteTheirs *theirs);
/* For AppJob.run: the NoteTheirs of the note whose id the gint64 * ARG is. */
gpointer note_theirs_run(Shop *shop, gpointer arg, Work *work, GError **error);

/* Whether a note warns or tells of health or belief: such a note is never dropped. */
bool note_conflict_guards(const Fact *fact, const GPtrArray *kinds);

/* Puts into MINE, a note that was changed here from BASE, what only THEIRS changed. False, with
 * nothing changed, when both touched the same, or something that warns: then it is to be asked. */
bool note_conflict_merge(const Fact *base, Fact *mine, const Fact *theirs, const GPtrArray *kinds);

/* Asks over PARENT which of the two stays; RETURNED gets what screen_conflict gives. */
void note_conflict_ask(Screen *parent, const Fact *mine, const NoteTheirs *theirs,
                       ReturnFunc returned);
/* Asks over PARENT whether a note that was removed is to be noted again. */
void note_conflict_ask_again(Screen *parent, const RejoinNews *news, ReturnFunc returned);
