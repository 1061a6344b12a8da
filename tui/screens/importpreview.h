/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A customer list before it is taken over: what its columns are guessed to mean, and what stands
 * in them. */
#pragma once

#include "data/list/mapping.h"
#include "data/list/ordercolumns.h"

typedef struct {
    Mapping *mapping;     /* as guessed */
    OrderColumns *orders; /* what the columns of a list of orders mean; NULL: it holds customers */
    GPtrArray *samples;   /* char *: for each column its first values, "Anna · Kurt · Lina" */
    const char *encoding; /* "UTF-8"; static */
    char separator;
    guint records; /* how many the list has, the header aside; 0: too long to count */
} Preview;

/* Reads the list at PATH. NULL when it is no list that can be read. Free with preview_free. */
Preview *preview_read(const char *path, GError **error);
void preview_free(Preview *preview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Preview, preview_free)

/* What COLUMN means, for people: "Phone (mobile)", "kept as a note". Free with g_free. */
char *preview_meaning(const MappingColumn *column);
/* What the character is called: "semicolon". Static, translated. */
const char *preview_separator(char separator);
