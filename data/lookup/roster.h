/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All customers by name, a stretch at a time: however many there are, only what is in sight is
 * read. */
#pragma once

#include "data/customer/tally.h"
#include "data/db/db.h"

/* A customer as a line of the list. */
typedef struct {
    gint64 customer_id;
    char *name; /* customer_call, sorted */
    char *number;
    char *where; /* street and place, else a phone number, else NULL */
    gint64 visits;
    char *last_visit; /* YYYY-MM-DD or NULL */
} RosterEntry;

typedef struct {
    gint64 total;       /* customers in the list */
    gint64 first;       /* the place of the first entry, from 0 */
    GPtrArray *entries; /* RosterEntry, in order */
} Roster;

/* The COUNT customers from place FIRST on, fewer at the end; sorted by sortkey_of, equal ones by
 * their ids: all customers, or with a BRANCH_ID those of that branch (VisitSum.branch_id), which
 * are a list of their own. TALLY is the shop's; it is counted if it was not yet. NULL on a fault.
 * Free with roster_free. */
Roster *roster_load(Db *db, Tally *tally, gint64 branch_id, gint64 first, guint count,
                    GError **error);
void roster_free(Roster *roster);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Roster, roster_free)

/* The place of the customer in the list of BRANCH_ID (0: of all); -1 in *PLACE when the list does
 * not have them. */
bool roster_place(Db *db, gint64 branch_id, gint64 customer_id, gint64 *place, GError **error);
/* The place in the same list of the first customer whose name begins with what was TYPED ("mü",
 * "Ott, A", "ott a"). When nobody is called so, *FITS is false and *PLACE where they would stand; 0
 * when nothing was typed. */
bool roster_seek(Db *db, gint64 branch_id, const char *typed, gint64 *place, bool *fits,
                 GError **error);
