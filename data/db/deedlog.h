/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of "change". For who takes deeds back or tells them. */
#pragma once

#include "data/db/record.h"

/* What happened to the rows FIRST to LAST of a table. */
typedef struct {
    gint64 id;
    const char *table; /* static */
    const char *what;  /* "insert", "update", "remove"; static */
    gint64 first, last;
    gint64 owner; /* the customer they belong to; 0: nobody, several, or not known */
    /* The image of the one row; NULL for inserts and for runs that were removed. */
    const char *before;
    char *image; /* owns BEFORE where the change was read */
} Change;

bool change_insert(Db *db, gint64 deed_id, const Change *change, GError **error);
/* What change_read wants as the first columns of a statement that reads "change". */
#define CHANGE_COLUMNS                                                                             \
    "change.id, change.table_name, change.what, change.first_id, change.last_id, change.before, "  \
    "change.owner_id"
/* The change in the present row of ROWS; BEFORE is borrowed from there. */
Change change_read(const Rows *rows);
/* A copy that owns its image. Free with change_free. */
Change *change_copy(const Change *change);
/* Frees a Change and its image. */
void change_free(gpointer change);
/* The changes of a deed, the last one first: taken back in this order, no row is removed before
 * those that hang on it. The array frees them. */
GPtrArray *change_list(Db *db, gint64 deed_id, GError **error);

/* deed_begin for a deed that takes the deed UNDOES back. */
Deed *deed_begin_undo(Db *db, const Who *who, const char *verb, gint64 undoes, GError **error);
/* The number of its row. */
gint64 deed_id(const Deed *deed);
/* Whether the customer was erased for ever before DEED began. */
bool deed_is_erased(const Deed *deed, gint64 customer_id);
/* Notes that a whole run of rows went, without their images. */
bool deed_note_run_removed(Deed *deed, const char *table, gint64 first, gint64 last,
                           GError **error);
