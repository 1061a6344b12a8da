/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the year list shows, as rows. */
#pragma once

#include "data/agenda/due.h"
#include "data/shop.h"
#include "tui/widgets/list.h"

/* More days than that are more than anybody looks through on a screen; a file has them all. */
enum { YEAR_LIST_MOST = 2000 };

typedef struct {
    int year;
    bool only_birthdays;
    Day today;
} YearListAsk;

typedef struct {
    int year;
    Day today;
    GPtrArray *days, *someday; /* Due: what the rows point to */
    GPtrArray *rows;
    bool is_cut; /* there are too many: only those of the best known customers */
    int name_cols, what_cols;
} YearListModel;

/* For ScreenClass.load; the ask is a YearListAsk. */
gpointer year_list_model_load(Shop *shop, gconstpointer ask, GError **error);
void year_list_model_free(gpointer model);

/* The day in ROW, NULL for a heading. */
const Due *year_list_due(const YearListModel *model, guint row);
/* The row of the first day from the model's today on, -1 when there is none. */
int year_list_next(const YearListModel *model);

/* Its rows: months as headings, and their days, known by the occasion. */
extern const ListClass year_list_class;
