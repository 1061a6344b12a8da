/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts: what was typed into a form and is not saved yet. They are no deeds, and they are
 * personal data: erasing a customer has to look at them. */
#pragma once

#include "data/db/db.h"

typedef struct {
    gint64 id;
    char *uid;          /* made by the program, one a form that was opened */
    char *counter;      /* where it was typed: see counter.h */
    char *run;          /* the run of the program whose form is open; "" once it was put away */
    char *screen;       /* the name of the form's class */
    gint64 subject_id;  /* the customer; 0: a new one, or none */
    gint64 part_id;     /* what of the customer: a note, a related person; 0: a new one */
    char *title;        /* what home shows of it: "Hilde Wagner changed" */
    GHashTable *words;  /* name of a field to what was typed: only fields that differ from … */
    GHashTable *before; /* … the same names to what the form was filled with */
    gint64 clerk_id;    /* 0: nobody said who it is */
    char saved_at[21];  /* UTC instant */
} Draft;

/* An empty draft: texts are NULL, there are no words. Free with draft_free. */
Draft *draft_new(void);
Draft *draft_copy(const Draft *draft);
/* NULL is fine. */
void draft_free(gpointer draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Draft, draft_free)

/* Replaces one of the text members by a copy of TEXT. */
void draft_set(char **place, const char *text);
/* Adds a field: what was TYPED into it, and what stood there BEFORE (NULL: nothing). Bytes that
 * are no UTF-8 are replaced. */
void draft_put(Draft *draft, const char *field, const char *typed, const char *before);

/* The words as they are stored: JSON, the fields in the order of their names, so that two drafts
 * that say the same have the same text. Free with g_free. */
char *draft_words_text(const Draft *draft);
/* Puts the words of such a TEXT into DRAFT. Whatever is not of this form is passed over: TEXT may
 * be anything. */
void draft_read_words(Draft *draft, const char *text);

/* Stores DRAFT (all members but id), over an earlier one with its uid. One about a customer who was
 * erased for ever (data/erase/) is not stored. */
bool draft_save(Db *db, const Draft *draft, GError **error);
/* The drafts of COUNTER, the latest first; the array frees them. NULL on a fault. */
GPtrArray *draft_list(Db *db, const char *counter, GError **error);
/* The draft with UID; NULL with FAULT_MISSING when it is gone. */
Draft *draft_load(Db *db, const char *uid, GError **error);
/* Hands the draft UID from one run to another ("": puts it away). *TAKEN (may be NULL) is false
 * when it is gone or no longer of the run FROM: somebody else has it. */
bool draft_hand_over(Db *db, const char *uid, const char *from, const char *to, bool *taken,
                     GError **error);
/* Removes the draft UID; none is fine. */
bool draft_remove(Db *db, const char *uid, GError **error);
