/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was changed, by whom and when, in plain words: of one customer, or of the whole shop. It is
 * read from the deeds; there is no other copy of it. */
#pragma once

#include "data/db/record.h"

typedef enum { HISTORY_ADDED, HISTORY_CHANGED, HISTORY_REMOVED } HistoryWhat;

/* One part of a row, as people read it. */
typedef struct {
    const char *label; /* N_(): "Last name" */
    char *before;      /* NULL: nothing was there; of what was removed it is what was there */
    char *after;       /* NULL: nothing is there any more */
} HistoryField;

/* What a deed did to one row. */
typedef struct {
    const RecordType *type;
    HistoryWhat what;
    gint64 id;
    char *call;        /* what the row is called: "Likes: strawberries"; NULL: its words are gone */
    GPtrArray *fields; /* HistoryField; those that differ. Empty where the words are gone */
    bool is_sensitive; /* it is about health or belief */
} HistoryLine;

/* What a deed is to others. */
typedef enum {
    HISTORY_DONE,
    HISTORY_TAKEN_BACK, /* it takes another one back */
    HISTORY_DONE_AGAIN  /* it takes the taking back of another one back */
} HistoryTurn;

typedef struct {
    gint64 id;
    const char *verb; /* N_(): "adding a note"; what was taken back or done again has the same */
    char *at;         /* UTC instant */
    char *clerk;      /* who; NULL: nobody in particular */
    char *branch;     /* where; NULL: not told */
    HistoryTurn turn;
    bool is_undone; /* it was taken back and does not stand */
    /* In the history of a shop: whom it was about. */
    char *whom;       /* the only customer; NULL: nobody, or several */
    gint64 customers; /* how many, where they are several; 0: not told */
    GPtrArray *lines; /* HistoryLine, in the order of the deed */
    gint64 left_out;  /* how many rows more the deed wrote, which LINES does not have */
} HistoryDeed;

/* The deeds that wrote rows of the customer and are older than the deed BEFORE (0: all of them),
 * the newest first, at most LIMIT; each with up to LINES rows of that customer. The array of
 * HistoryDeed frees them. Takes about the same time on every page. NULL on a fault. */
GPtrArray *history_of_customer(Db *db, gint64 customer_id, gint64 before, guint limit, guint lines,
                               GError **error);
/* The same of all deeds of the shop that can be taken back or were. What is about health or belief
 * has neither words nor fields there. */
GPtrArray *history_of_shop(Db *db, gint64 before, guint limit, guint lines, GError **error);
/* The deed ID with up to LINES rows: those of the customer, or of all (0), then as history_of_shop.
 * NULL with FAULT_MISSING when there is no such deed. Free with history_deed_free. */
HistoryDeed *history_load(Db *db, gint64 id, gint64 customer_id, guint lines, GError **error);
/* NULL is fine. */
void history_deed_free(gpointer deed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(HistoryDeed, history_deed_free)

/* What DEED did, as a phrase: "adding a note", "taken back: adding a note". Free with g_free. */
char *history_verb(const HistoryDeed *deed);
/* Who did it and where: "Lina B., Markt", one of them alone, "" when neither is known. Free with
 * g_free. */
char *history_who(const HistoryDeed *deed);
/* LINE as one line: "Likes: strawberries", "customer Hilde Wagner (Last name Ott → Wagner)".
 * Free with g_free. */
char *history_line(const HistoryLine *line);
/* All lines of DEED in one, without what its verb says already; "" when none is told. Free with
 * g_free. */
char *history_summary(const HistoryDeed *deed);
/* FIELD as people read it: "Ott → Wagner", "Wagner" for what was or is there alone, "Ott → –" for
 * what is gone from a row that is still there (WHAT). Free with g_free. */
char *history_field(const HistoryField *field, HistoryWhat what);
