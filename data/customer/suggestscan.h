/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walking along the stored texts that begin as somebody types: a bounded number of steps, each one
 * look into an index, however many customers there are. */
#pragma once

#include "data/db/db.h"

/* Where texts are. Both statements compare bytes and are served by an index; texts are cut to
 * SUGGEST_CHARS characters. */
typedef struct {
    const char *seek;  /* the first text at or after $1; $2: whose, as below */
    const char *count; /* how many there are from $1 to before $2, at most 100; $3: whose */
    bool with_whose;   /* the statements take another value, of a column of their own */
    bool with_number;  /* streets: a house number at the end is no part of the name */
} SuggestSource;

enum { SUGGEST_CHARS = 100 };

/* Texts of SOURCE that begin as TYPED (alike.h), into USES: a new text and, as a number in a
 * pointer, how often it is there (more than 100 count as 100), added to what stands there. A
 * street of several house numbers is its name and a blank. At most about 200 texts in the order
 * of the bytes are looked at. False on a fault. */
bool suggest_scan(Db *db, const SuggestSource *source, DbValue whose, const char *typed,
                  GHashTable *uses, GError **error);

/* Adds COUNT (at most 1000) to the uses of TEXT in USES. */
void suggest_add_uses(GHashTable *uses, const char *text, gint64 count);

/* The name of the street in "Am Dobben 7". Free with g_free. */
char *suggest_street_name(const char *street);
/* Whatever begins with the street NAME, bare or with a number, is before this. Free with
 * g_free. */
char *suggest_street_end(const char *name);
