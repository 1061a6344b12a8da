/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search index: each customer's folded words, kept in the transaction of the change. This is
 * the seam between finding (lookup.c, one code for all engines) and the engines' own indexes
 * (index_sqlite.c, index_postgres.c). */
#pragma once

#include "data/db/db.h"

/* The words of a customer stand in groups, in this order, with WORD_BREAK between the groups. */
typedef enum {
    GROUP_NAME,
    GROUP_DESCRIPTION,
    GROUP_NUMBER,
    GROUP_PHONE,
    GROUP_EMAIL,
    GROUP_RELATION,
    GROUP_FACT,
    GROUP_PLACE,
    GROUP_COUNT
} WordGroup;
#define WORD_BREAK "!" /* sorts before all letters, so that "Ott" comes before "Ott, Anna" */

/* A customer that has all the words looked for. */
typedef struct {
    gint64 customer_id;
    char *words; /* all folded words, one blank between them, the groups parted by WORD_BREAK */
    gint64 visits;
    char *last_visit; /* YYYY-MM-DD or NULL */
} Candidate;

/* Brings the customer's words up to date, or takes them out when the customer is gone. */
bool index_refresh(Db *db, gint64 customer_id, GError **error);

/* Customers that have for each of TERMS (folded words) a word that begins with it: at most LIMIT in
 * the order of their ids; none without TERMS. The array of Candidate frees them. */
GPtrArray *index_candidates(Db *db, char *const *terms, guint limit, GError **error);
/* The LIMIT customers who come most often and latest, whatever their words. */
GPtrArray *index_regulars(Db *db, guint limit, GError **error);
/* That one customer; an empty array when the index does not know it. */
GPtrArray *index_customer(Db *db, gint64 customer_id, GError **error);
/* How many customers index_candidates would give without a limit. */
bool index_count(Db *db, char *const *terms, gint64 *count, GError **error);

/* Compares the index with the customers and adds a sentence to FINDINGS for each difference (at
 * most 20). Where DB cannot be written, the words are compared, but not what the engine made of
 * them. */
bool index_check(Db *db, GPtrArray *findings, GError **error);
/* Makes the whole index anew, as one transaction. */
bool index_rebuild(Db *db, GError **error);
/* Makes the keys of the list by name where an upgrade has left them out, a thousand a transaction;
 * costs nothing when there are none. */
bool index_complete(Db *db, GError **error);

/* What differs between the engines. The functions from forget on are NULL where the engine keeps
 * its index by itself. */
typedef struct {
    /* Selects customer_id, words, visits, last_visit of the matches of $1, in the order of the ids,
     * at most $2. */
    const char *candidates;
    /* Counts the matches of $1. */
    const char *count;
    /* TERMS as the engine's query. Free with g_free. */
    char *(*query)(char *const *terms);
    /* Tells the engine that the words of a customer go or come: before lookup_doc loses the old
     * ones, after it has the new ones. */
    bool (*forget)(Db *db, gint64 customer_id, const char *old_words, GError **error);
    bool (*learn)(Db *db, gint64 customer_id, const char *new_words, GError **error);
    /* Empties the engine's index. */
    bool (*clear)(Db *db, GError **error);
    /* Whether the engine's index agrees with lookup_doc. */
    bool (*check)(Db *db, GPtrArray *findings, GError **error);
} IndexEngine;

extern const IndexEngine index_sqlite;
extern const IndexEngine index_postgres;
