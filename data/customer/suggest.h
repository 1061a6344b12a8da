/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What completes the typing: streets, places, articles and the like, as the shop knows them from
 * its customers. Nothing is kept for it but indexes: what nobody has any more is not suggested. */
#pragma once

#include "data/db/db.h"

typedef enum {
    SUGGEST_NOTHING,
    SUGGEST_STREET,   /* "Am Dobben " to go on with a number; with it where only one is known */
    SUGGEST_PLACE,    /* with nothing typed: of the postcode */
    SUGGEST_POSTCODE, /* of the street, and of the place where it is known */
    SUGGEST_COMPANY,
    SUGGEST_TITLE,
    SUGGEST_SALUTATION,
    SUGGEST_DAY_LABEL, /* what a customer's own day is: "Starts school" */
    SUGGEST_NOTE       /* words of notes of one kind */
} SuggestWhat;

/* What is known beside it. NULL and 0: not known. */
typedef struct {
    const char *street, *postcode, *place;
    gint64 kind_id; /* of the note */
} SuggestContext;

/* What of WHAT begins as TYPED (alike.h) and goes on: the most used first, at most MOST (of more
 * than about two hundred only the first in the order of their bytes are looked at). Blanks before
 * TYPED do not count. Nothing for less than two letters of a street, a company or a note.
 *
 * Notes: of kinds that may be about health or belief nothing is suggested, of others what at least
 * two customers have in common, so that nobody reads what was noted about somebody else. What is
 * an article (usual orders, likes, dislikes) may be a single customer's, and usual orders and likes
 * complete each other.
 *
 * The array of char * frees them. NULL on a fault. */
GPtrArray *suggest_list(Db *db, SuggestWhat what, const char *typed, const SuggestContext *context,
                        guint most, GError **error);
