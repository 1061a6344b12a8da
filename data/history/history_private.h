/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the files of data/history/. */
#pragma once

#include "data/db/deedlog.h"
#include "data/history/history.h"

/* What rows are called, each looked up once. Also of those that are gone. */
typedef struct {
    Db *db; /* within a reading transaction */
    GHashTable *calls; /* "table id" to what it is called; "" when nothing is known */
    char *currency;
    GError *fault; /* the first one met on the way; NULL: none */
} Names;

/* Begins reading: all up to names_end is of one state of the shop. */
bool names_begin(Names *names, Db *db, GError **error);
void names_end(Names *names);
/* What the row ID of TYPE is called; NULL when ID is 0 or nothing is known of it. Belongs to
 * NAMES. */
const char *names_call(Names *names, const RecordType *type, gint64 id);
/* Whether notes of the kind KIND_ID are about health or belief; true when nothing is known of it.
 */
bool names_is_sensitive_kind(Names *names, gint64 kind_id);

/* What RECORD is called in a history, more than its type's own call says: "Likes: strawberries",
 * "2 × Brezel". NULL when nothing is left of it. Free with g_free. */
char *said_call(Names *names, gconstpointer record);
/* The parts of RECORD people know, an array of HistoryField with the texts in `after`, of one
 * length and order for all records of a type. It frees them. */
GPtrArray *said_fields(Names *names, gconstpointer record);
/* Whether RECORD is about health or belief. */
bool said_is_sensitive(Names *names, gconstpointer record);
/* Whether rows of TYPE are nothing to people even in a history. */
bool said_is_silent(const RecordType *type);
void history_field_free(gpointer field);

/* Reads the lines of DEED, at most MOST: of the customer OWNER, or of all (0), then without what is
 * about health or belief. RUNS are those changes (Change) of DEED that are runs of several owners
 * with rows of OWNER among them; NULL: none. */
bool lines_load(Names *names, HistoryDeed *deed, gint64 owner, const GArray *runs, guint most,
                GError **error);
