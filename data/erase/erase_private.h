/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of erasing share. Nobody else includes this. */
#pragma once

#include "data/customer/customer.h"
#include "data/erase/erase.h"

/* What becomes of the rows of a table when the customer they belong to is erased. */
typedef enum {
    FATE_GOES,   /* they go */
    FATE_STAYS,  /* they stay with the nameless rest of the customer, without words */
    FATE_NOBODYS /* they stay without words and belong to nobody any more */
} EraseFate;

/* The fate of the rows of TYPE, which has an owner and is not "customer". */
EraseFate erase_fate(const RecordType *type);

/* The customer as they are, or as they were when the card was removed. NULL with FAULT_MISSING when
 * neither is known, or they were erased. Free with record_free. *IN_BIN says which. */
Customer *erase_person(Db *db, gint64 customer_id, bool *in_bin, GError **error);
/* The words of the name, folded, each once; empty for somebody without a name. Free with
 * g_strfreev. */
char **erase_words(const Customer *customer);
/* The phone numbers, e-mails and the like of the customer as they were typed (char *); empty for
 * one in the bin. NULL on a fault. */
GPtrArray *erase_known(Db *db, gint64 customer_id, GError **error);
/* Whether TEXT has all of WORDS, of which there is at least one, or one of KNOWN. */
bool erase_names(const char *text, char **words, const GPtrArray *known);

/* Rows of any table that are about the customer: what is remembered of them is emptied. */
typedef struct EraseTrace EraseTrace;
/* None yet. Free with erase_trace_free. */
EraseTrace *erase_trace_new(void);
/* NULL is fine. */
void erase_trace_free(EraseTrace *trace);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EraseTrace, erase_trace_free)
/* Adds the row ID of TYPE. */
void erase_trace_add(EraseTrace *trace, const RecordType *type, gint64 id);
/* Adds what was noted of the customer in the changes: their own rows, also of the past. */
bool erase_trace_own(EraseTrace *trace, Db *db, gint64 customer_id, GError **error);
/* Adds the related persons in the cards of others who are, or once were, this customer, and their
 * days; *PEOPLE gets the rows that are there now (gint64), to be unreffed. */
bool erase_trace_links(EraseTrace *trace, Db *db, gint64 customer_id, GArray **people,
                       GError **error);
/* Empties the images of all rows of TRACE, and all of the customer's own. */
bool erase_trace_empty(const EraseTrace *trace, Db *db, gint64 customer_id, GError **error);

/* Removes the drafts that are about the customer, at every counter. */
bool erase_drafts(Db *db, gint64 customer_id, char **words, const GPtrArray *known, GError **error);
/* Makes the goods nameless that nobody else bought or spoke of, and removes the wishes that nobody
 * else asked for. Before the rows of the customer are settled. */
bool erase_articles(Deed *deed, EraseTrace *trace, gint64 customer_id, char **words,
                    GError **error);
bool erase_wishes(Deed *deed, EraseTrace *trace, gint64 customer_id, GError **error);
