/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding customers by whatever was typed into the one box. */
#pragma once

#include "data/customer/sheet.h"
#include "data/lookup/index.h"

/* One customer found, with what a row of the list needs. */
typedef struct {
    gint64 customer_id;
    Sheet *sheet;
    gint64 visits;
    char *last_visit;    /* YYYY-MM-DD or NULL */
    GPtrArray *warnings; /* char *: words of the facts that warn, in the order of the card */
    char *usual;         /* the usual order; NULL when not known */
    WordGroup hit;       /* where the query fits; of several words the least telling one */
    char *hit_words;     /* the fact, phone number, e-mail, place … that fits; NULL for name,
                            description and number */
} Match;

typedef struct {
    GPtrArray *matches; /* Match, best first */
    gint64 total;       /* how many customers fit in all */
} Found;

/* The customers whose words begin with the words of QUERY, in any order, at most LIMIT. Rank: the
 * exact number, whole words before beginnings, name, description and number before phone and e-mail
 * before the rest; among equals who comes more often, then later, then the name. With nothing to
 * look for in QUERY nothing is found. NULL on a fault. Free with found_free. */
Found *lookup_find(Db *db, const char *query, guint limit, GError **error);
void found_free(Found *found);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Found, found_free)
