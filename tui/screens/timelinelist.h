/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a customer's timeline as far as they are loaded. */
#pragma once

#include "data/base/day.h"
#include "data/diary/timeline.h"
#include "data/shop.h"
#include "tui/widgets/list.h"

/* What the load has to know. */
typedef struct {
    gint64 customer_id;
    guint kinds;      /* TimelineKinds */
    gint64 branch_id; /* 0: all */
    guint limit;      /* how many entries are wanted */
    Day today;
} TimelineAsk;

typedef struct {
    char *call;         /* of the customer; NULL: no longer there */
    GPtrArray *entries; /* TimelineEntry */
    gint64 total;       /* how many there are of these kinds */
    guint kinds, limit; /* as in the ask */
    gint64 branch_id;
    GPtrArray *branch_list; /* Branch: those there are */
    GHashTable *clerks, *branches;
    char *currency;
    Day today;
    int day_cols, kind_cols, amount_cols, clerk_cols, branch_cols; /* the widest cells */
} TimelineModel;

/* For the worker. NULL on a fault. */
gpointer timeline_model_load(Shop *shop, gconstpointer ask, GError **error);
void timeline_model_free(gpointer model);

/* The entry at ROW. Belongs to MODEL. */
const TimelineEntry *timeline_model_entry(const TimelineModel *model, guint row);
/* What rows are known by: the row ID of TYPE, different for each table. */
gint64 timeline_row_id(const RecordType *type, gint64 id);

/* Its model is a TimelineModel. */
extern const ListClass timeline_list;
