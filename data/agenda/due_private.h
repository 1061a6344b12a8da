/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What due.c and dueknown.c share: spans of days, month by month, and lists of those in them. */
#pragma once

#include "data/agenda/due.h"

/* Days from one to another, both whole and included. */
typedef struct {
    Day from, to;
    const char *kind; /* NULL: of every kind */
    LeapRule rule;
} DueSpan;

/* Some days of a month. */
typedef struct {
    int year, month, first, last;
} DueStretch;

typedef bool (*DueStretchFunc)(Db *db, const DueSpan *span, const DueStretch *stretch,
                               gpointer data, GError **error);

/* Calls VISIT for the days of each month of SPAN; 29 February belongs to those of common years,
 * too. False as soon as VISIT says so. */
bool due_visit_months(Db *db, const DueSpan *span, DueStretchFunc visit, gpointer data,
                      GError **error);

/* Whether the day BORN is kept in YEAR on a day of the span: *KEPT. */
bool due_is_kept(Day born, int year, const DueSpan *span, Day *kept);

/* An empty array of Due that frees them. */
GPtrArray *due_array_new(void);
/* Adds the days of SHEET that are kept in SPAN to LIST. False on a fault. */
bool due_add_sheet(Db *db, const Sheet *sheet, const DueSpan *span, GPtrArray *list,
                   GError **error);
/* What of *LIST is not kept silent, in its order; takes it. NULL on a fault. */
GPtrArray *due_finish(Db *db, GPtrArray **list, GError **error);
/* All days of SPAN, inside the reading that is open. NULL on a fault. */
GPtrArray *due_read_span(Db *db, const DueSpan *span, GError **error);
