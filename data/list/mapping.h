/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a customer list mean: guessed from the header, changed by hand. */
#pragma once

#include "data/base/day.h"
#include "data/list/listfield.h"

typedef struct {
    char *header; /* as it stands in the list, on one line */
    ListField field;
    char *label;       /* of a phone, e-mail, address: "mobile", "home", "work", "other"; or NULL */
    guint number;      /* columns of the same field, label and number belong together; 0 mostly */
    bool is_label;     /* the cells are labels for the value column of the same field and number */
    bool family_first; /* of LIST_FULL_NAME: the last name stands before the first */
    bool recognised;   /* false: the header is in no table, the column is kept as notes */
    DayOrder day_order; /* of 3/5/1956 in this column */
    guint day_first;    /* cells that can only be day before month, and the other way round */
    guint month_first;
} MappingColumn;

typedef struct {
    GPtrArray *columns; /* MappingColumn, one a column of the list */
    bool headerless;    /* the first record looks like a customer, not like headings */
} Mapping;

/* The mapping for a list whose first record has the cells HEADER (char *). Columns nobody knows
 * become LIST_KEEP, not LIST_IGNORE: nothing is dropped silently. Free with mapping_free(). */
Mapping *mapping_guess(const GPtrArray *header);

/* A copy of its own. Free with mapping_free(). */
Mapping *mapping_copy(const Mapping *mapping);

/* Gives COLUMN (from 0, within the list) the meaning FIELD by hand; it counts as recognised from
 * then on. */
void mapping_set_field(Mapping *mapping, guint column, ListField field);

/* Why the list cannot be taken over with this mapping: a sentence with a way out, translated,
 * static. NULL when it can. */
const char *mapping_problem(const Mapping *mapping);

/* How many columns were recognised. With none in the first record, the header may stand further
 * down, below a title. */
guint mapping_recognised(const Mapping *mapping);

/* The columns (MappingColumn, belonging to MAPPING) whose header nobody knew. Free with
 * g_ptr_array_unref(). */
GPtrArray *mapping_unrecognised(const Mapping *mapping);

/* Counts in the columns of days what the CELLS of one record tell about the order of day and month
 * (25/12/1980). To be called for each record of the list before mapping_decide_days(). */
void mapping_count_days(Mapping *mapping, const GPtrArray *cells);

/* Sets the order of each column of days by what was counted: unknown when nothing or contradictory
 * things were seen. */
void mapping_decide_days(Mapping *mapping);

void mapping_free(Mapping *mapping);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Mapping, mapping_free)
