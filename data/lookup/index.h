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
    GROUP_DAY,
    GROUP_COUNT
} WordGroup;
#define WORD_BREAK "!" /* sorts before all letters, so that "Ott" comes before "Ott, Anna" */

/* A customer that fits. */
typedef struct {
    gint64 customer_id;
    gint64 place; /* see place.h */
    char *words;  /* see words_of_sheet */
    gint64 visits;
    char *last_visit; /* YYYY-MM-DD or NULL */
} Candidate;

/* For arrays of Candidate. */
void candidate_free(gpointer candidate);

/* Something the index can look for: a token, or all of several tokens; see words.h. */
typedef struct {
    char **tokens; /* at least one */
    bool begins;   /* words that begin with the last token count as well */
} IndexWord;

/* An IndexWord of TOKENS, which it takes, and one of TOKEN alone. Free with index_word_free. */
IndexWord *index_word_new(char **tokens, bool begins);
IndexWord *index_word_of(const char *token, bool begins);
void index_word_free(gpointer word);

/* Brings the customer's words up to date, or takes them out when the customer is gone. */
bool index_refresh(Db *db, gint64 customer_id, GError **error);

/* Notes how often and lately the customer came by now, and leaves them in their place: for when a
 * crowd came at once. index_tend moves them by and by, and their next visit does. */
bool index_recount(Db *db, gint64 customer_id, GError **error);

/* Customers that have one word of each of CLAUSES, which is an array of arrays of IndexWord: the
 * LIMIT best by place; none without clauses, or where a clause has no word. The array of Candidate
 * frees them. */
GPtrArray *index_candidates(Db *db, const GPtrArray *clauses, guint limit, GError **error);
/* The same where it is known that hardly more than LIMIT have it, which a server finds quicker. */
GPtrArray *index_few(Db *db, const GPtrArray *clauses, guint limit, GError **error);
/* That one customer; an empty array when the index does not know it. */
GPtrArray *index_customer(Db *db, gint64 customer_id, GError **error);
/* How many customers index_candidates would give without a limit; counts up to MOST. */
bool index_count(Db *db, const GPtrArray *clauses, guint most, gint64 *count, GError **error);

/* Called now and then with how many of TOTAL customers are through, at last with all of them. False
 * breaks off. */
typedef bool (*IndexProgress)(guint done, guint total, gpointer data);

/* Compares the index and the dictionary with the customers and adds sentences to FINDINGS: one for
 * each customer who differs (the first 20), and one each when customers are known who are not there
 * any more, when only the dictionary differs, and when the engine's index does. Others may save
 * meanwhile. Where DB cannot be written, the words are compared, but not what the engine made of
 * them. False with FAULT_CANCELLED when PROGRESS (may be NULL) breaks off; it is not told of the
 * end. */
bool index_check(Db *db, IndexProgress progress, gpointer data, GPtrArray *findings,
                 GError **error);
/* Makes the whole index and the dictionary anew, as one transaction; broken off, they are as
 * before. */
bool index_rebuild(Db *db, IndexProgress progress, gpointer data, GError **error);
/* Whether everybody is in the index: an upgrade begins it anew and leaves a mark. Costs nothing. */
bool index_is_complete(Db *db, bool *complete, GError **error);
/* Takes in whom an upgrade has left out, a thousand a transaction; broken off, it goes on from
 * there the next time. */
bool index_complete(Db *db, IndexProgress progress, gpointer data, GError **error);
/* Moves all whom index_recount left in their places. */
bool index_place_all(Db *db, GError **error);
/* Keeps the index quick and right while it changes little by little, by a bounded amount of work
 * (ten whom index_recount left are moved, on SQLite up to 32 pages are merged): for the end of a
 * change, in its transaction. Damage
 * that it meets is no fault: index_check tells of it. */
bool index_tend(Db *db, GError **error);
/* Brings the engine's index into its quickest form, after much has been added at once. */
bool index_settle(Db *db, GError **error);

/* What differs between the engines. The functions from forget on are NULL where the engine keeps
 * its index by itself. */
typedef struct {
    /* Selects customer_id, place, words, visits, last_visit of the matches of $1, in the order of
     * place, at most $2. */
    const char *candidates;
    /* The same for few matches; NULL where that makes no difference. */
    const char *few;
    /* Counts the matches of $1, at most $2. */
    const char *count;
    /* CLAUSES as the engine's query. Free with g_free. */
    char *(*query)(const GPtrArray *clauses);
    /* Tells the engine that the words at a place go or come: before lookup_doc loses the old
     * ones, after it has the new ones. */
    bool (*forget)(Db *db, gint64 place, const char *old_words, GError **error);
    bool (*learn)(Db *db, gint64 place, const char *new_words, GError **error);
    /* Empties the engine's index. */
    bool (*clear)(Db *db, GError **error);
    /* See index_tend. */
    bool (*tend)(Db *db, GError **error);
    /* See index_settle. */
    bool (*settle)(Db *db, GError **error);
    /* Whether the engine's index agrees with lookup_doc. */
    bool (*check)(Db *db, GPtrArray *findings, GError **error);
} IndexEngine;

extern const IndexEngine index_sqlite;
extern const IndexEngine index_postgres;

/* The engine behind DB. */
const IndexEngine *index_engine(const Db *db);
