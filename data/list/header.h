/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The meaning of one column's header, by a table of names in German and English. */
#pragma once

#include "data/list/listfield.h"

typedef struct {
    ListField field;
    const char
        *label;    /* "mobile", "home", "work", "other" when the header says so, or NULL; static */
    guint number;  /* 2 for "Telefon 2" and "Address 2 - City", else 0 */
    bool is_label; /* the cells say what the value column of the same field and number is */
    bool weak; /* steps back when another column has the same field ("Nr" beside "Kundennummer") */
    bool family_first; /* of LIST_FULL_NAME: the last name stands before the first */
    bool recognised;   /* false: no name of the table fits; field is LIST_KEEP then */
} HeaderMeaning;

typedef struct HeaderTable HeaderTable;

/* The names of headernames.c, ready for looking up. Free with header_table_free(). */
HeaderTable *header_table_new(void);

/* The meaning of HEADER. Case, blanks, punctuation, accents and umlaut spelling do not matter.
 * Beside a name of the table may stand a number, a word for a place ("privat", "home", "business"),
 * a word like "customer", and something in brackets. Of a shop system's own column, "Geburtstag
 * (customer.metafields.facts.birth_date)", the last word in the brackets counts too. */
HeaderMeaning header_meaning(const HeaderTable *table, const char *header);

void header_table_free(HeaderTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(HeaderTable, header_table_free)
