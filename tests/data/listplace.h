/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place for a list, and what is read from it as one line of text to compare. */
#pragma once

/* cmocka wants these four before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/list/csv.h"

typedef struct {
    char *folder; /* a temporary one */
    char *path;   /* "list.csv" in it, made by list_place_write() */
} ListPlace;

/* Makes and removes a ListPlace in *STATE, for a group of tests. */
int list_place_make(void **state);
int list_place_remove(void **state);

/* Writes the LENGTH bytes at BYTES to the list. */
void list_place_write(const ListPlace *place, const char *bytes, gsize length);

/* Writes TEXT to the list and opens it; fails when that cannot be done. */
CsvFile *list_place_open(const ListPlace *place, const char *text);

/* The records as "line:cell|cell" with line breaks as "/", refused ones as "line!raw", divided by
 * ", ". Free with g_free. */
char *list_summary(CsvFile *file);
