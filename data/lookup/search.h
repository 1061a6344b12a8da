/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One search under way: for the terms of one reading of what was typed, those are gathered who may
 * have them. All functions return false or NULL on a fault of the database. */
#pragma once

#include "data/lookup/index.h"
#include "data/lookup/query.h"
#include "data/lookup/sought.h"

/* So many candidates one way of looking gives at least. */
enum { SEARCH_STEP = 50 };

typedef struct {
    Db *db;
    Query *query;
    GPtrArray *sought;     /* Sought */
    gint64 exact;          /* the customer whose number was typed; 0: none */
    guint wanted;          /* candidates of one way of looking, at least SEARCH_STEP */
    GPtrArray *candidates; /* Candidate; some twice, and some who do not fit */
    GHashTable *seen;      /* the ids of those who fit */
    bool is_all;           /* nobody else has the terms as typed */
} Search;

/* Looks for who has the terms of QUERY, which it takes, as typed, and takes the customer EXACT
 * besides (0: none): LIMIT of each way of looking, or SEARCH_STEP. The names come first; where they
 * give enough, only whole names are looked for besides, else all other words. Free with
 * search_free. */
Search *search_new(Db *db, Query *query, gint64 exact, guint limit, GError **error);
void search_free(Search *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Search, search_free)
/* How many were found who fit. */
guint search_count(const Search *search);
/* Looks for who has something that is only alike: where five or more have the terms as typed, only
 * what is easily meant as well, and only where the list has an end. */
bool search_gather_alike(Search *search, GError **error);

/* For the ways of looking: */

/* Looks for the best known customers who have the terms among their words of SCOPE, as whole words
 * or as beginnings. *FULL, unless NULL, says whether there may be more. */
bool search_gather(Search *search, Scope scope, bool whole, bool *full, GError **error);
/* Where one of the terms alone has only a few customers, takes those of them who have the others,
 * too: walking through the many of a short beginning takes longer than reading a few. *DONE says
 * whether there was such a term. */
bool search_gather_few(Search *search, Scope scope, bool *done, GError **error);
