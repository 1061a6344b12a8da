/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading and drawing the list of what was changed. For changes.c. */
#pragma once

#include "data/base/day.h"
#include "data/history/history.h"
#include "tui/widgets/list.h"

typedef struct {
    gint64 customer_id; /* 0: the whole shop */
    gint64 before;      /* only what is older than this deed; 0: everything */
    guint limit;
    bool has_branches; /* the shop has more than one */
    Day today;
} ChangesAsk;

typedef struct {
    char *call;       /* the customer's name, spoken; NULL: the whole shop, or nobody any more */
    GPtrArray *deeds; /* HistoryDeed, the newest first */
    gint64 before;    /* as it was asked for */
    bool has_more;    /* older ones were left out */
    bool has_branches; /* the same */
    Day today;
    int when_cols, whom_cols, clerk_cols, branch_cols; /* the widest of each */
} ChangesModel;

/* For ScreenClass.load and model_free. */
gpointer changes_model_load(Shop *shop, gconstpointer ask, GError **error);
void changes_model_free(gpointer model);
/* Puts the deeds of OLD, which are newer, before those of MODEL; both have all of them then. */
void changes_model_join(ChangesModel *model, ChangesModel *old);
const HistoryDeed *changes_model_deed(const ChangesModel *model, guint row);

extern const ListClass changes_list;
