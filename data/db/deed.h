/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A deed is one thing a person did: one transaction, one row in "deed", and enough in "change" to
 * take it back. Nothing that people know is written outside a deed. */
#pragma once

#include "data/db/db.h"

/* Who does it, where and when. */
typedef struct {
    gint64 clerk_id;  /* 0: nobody in particular (a script) */
    gint64 branch_id; /* 0: the shop has no branches */
    char at[21];      /* UTC instant, YYYY-MM-DDTHH:MM:SSZ */
    char draft[37];   /* the uid of the draft that is saved by it (data/draft.h); "": none */
} Who;

typedef struct Deed Deed;
typedef struct RecordType RecordType;

/* Begins a deed and its transaction. VERB is an N_() constant that completes "… was taken back":
 * "noting a fact". Where the line to the server went down while the last deed was made lasting, or
 * the disk refused its last step, it finds out first what became of that one: FAULT_STORED when it
 * lasts and was the same as this, by WHO and VERB, so that what is tried again happens once. */
Deed *deed_begin(Db *db, const Who *who, const char *verb, GError **error);
/* Makes it lasting, which it is also when the line went down, or the disk refused the last step,
 * and the shop, asked again, knows of it; the search index follows in the same transaction, and the
 * draft it was typed as goes, so that nobody is offered what is saved already. A deed that changed
 * nothing leaves no trace. *ID, unless NULL, gets the deed's number, 0 when nothing was changed.
 * After a fault nothing of it lasts (deed_free rolls back), while the records in memory keep the
 * ids and versions they were given: what is to be saved again later is saved from a copy. DEED
 * still has to be freed. */
bool deed_commit(Deed *deed, gint64 *id, GError **error);
/* Frees the deed; one that was not committed is rolled back. NULL is fine. */
void deed_free(Deed *deed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Deed, deed_free)

/* Called before the first change: the deed cannot be taken back, and nothing is remembered of what
 * it changes. For the opening of a shop. */
void deed_make_lasting(Deed *deed);

/* For the erasing of a customer (data/erase/erase.h): as deed_make_lasting, and it may change the
 * rests of those who were erased. To any other deed a row that belongs to one of them is refused
 * with FAULT_MISSING; it can only remove such rows. */
void deed_make_erasing(Deed *deed);

/* Called before the first change: who comes by it keeps the old place in the search index, which
 * is not tended either; for who writes many such deeds and calls index_place_all and index_settle
 * in the end. */
void deed_leave_places(Deed *deed);

Db *deed_db(const Deed *deed);
const Who *deed_who(const Deed *deed);

/* For record.c: tells the deed of RECORD as a new row. */
bool deed_note_insert(Deed *deed, gconstpointer record, GError **error);
/* Of the row RECORD, which is about to change (WHAT "update") or to go ("remove"). */
bool deed_note_before(Deed *deed, const char *what, gconstpointer record, GError **error);
/* A RECORD, as it was before a change (SIGN -1) or is after it (1): what follows from it follows at
 * the commit. */
void deed_note_row(Deed *deed, gconstpointer record, int sign);
/* The same for the rows FIRST to LAST of TYPE, which are about to go all at once. */
bool deed_note_run_going(Deed *deed, const RecordType *type, gint64 first, gint64 last,
                         GError **error);
/* Brings what follows from the rows (follow.h) up to date with what was changed so far: an import
 * does it now and then, a commit always. */
bool deed_follow(Deed *deed, GError **error);

/* Takes the deed ID back, as a deed of its own (so that taking that one back does it again).
 * FAULT_CONFLICT, with nothing written, when one of the rows was changed since or a later entry
 * hangs on it; FAULT_MISSING when there is no such deed, it was taken back already or is a lasting
 * one; FAULT_REFUSED when it is the taking back of an import, which keeps no copy of runs of more
 * than 1000 rows. *UNDO_ID, unless NULL, gets the new deed. */
bool deed_undo(Db *db, const Who *who, gint64 id, gint64 *undo_id, GError **error);
/* The last deed of the clerk (0: of nobody in particular) that can be taken back: its id (0: none)
 * and verb (static; NULL: none). */
bool deed_last(Db *db, gint64 clerk_id, gint64 *id, const char **verb, GError **error);
/* The last taking back by the clerk (0: by nobody in particular) that still stands, as long as the
 * clerk did nothing new after it: deed_undo of it does the deed again, and what was taken back
 * before it is the last one then. Its id (0: none) and verb (static; NULL: none). */
bool deed_last_undone(Db *db, gint64 clerk_id, gint64 *id, const char **verb, GError **error);
