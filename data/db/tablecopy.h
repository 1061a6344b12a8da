/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copying a table from one connection to another, whatever their engines, and telling whether both
 * hold the same. */
#pragma once

#include "data/db/record.h"

/* What of a table is copied. */
typedef struct {
    const char *name;
    const Field *fields; /* column and type count; the first column is the key, a number unless
                            is_named */
    guint fields_count;
    bool is_named;     /* its key is a text, and it has but a few rows */
    const char *later; /* a column that may point to a later row of the same table; NULL: none */
    const char *where; /* SQL: which rows only; NULL: all */
} CopyTable;

/* What a table holds. */
typedef struct {
    gint64 rows;
    /* The sum of the SHA-256 digests of all rows, each taken as four numbers, modulo 2^64: the
     * order of the rows does not matter. */
    guint64 hash[4];
} TableSum;

/* Called every few thousand rows with how many. False breaks off. */
typedef bool (*CopyProgress)(gint64 rows, gpointer data);

/* The table of records of TYPE as something to copy: all columns. Free with g_free. */
CopyTable *copy_table_of_records(const RecordType *type);

/* How many rows TABLE has in DB. */
bool table_count(Db *db, const CopyTable *table, gint64 *rows, GError **error);
/* Writes the rows of TABLE in FROM, ids included, into the same table of TO, which has none, and
 * what they were into *SUM. Ids given there from now on come after all that FROM ever gave.
 * FAULT_CANCELLED when PROGRESS (may be NULL) breaks off. */
bool table_copy(Db *from, Db *to, const CopyTable *table, TableSum *sum, CopyProgress progress,
                gpointer data, GError **error);
/* What TABLE holds in DB into *SUM. */
bool table_sum(Db *db, const CopyTable *table, TableSum *sum, CopyProgress progress, gpointer data,
               GError **error);
bool table_sum_equal(const TableSum *a, const TableSum *b);
/* The hash as 64 hexadecimal digits. Free with g_free. */
char *table_sum_text(const TableSum *sum);
