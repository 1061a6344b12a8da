/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all customers as far as it is loaded: a stretch around the selected row, and the card
 * of that row. */
#pragma once

#include "data/customer/sheet.h"
#include "data/diary/loss.h"
#include "data/diary/sums.h"
#include "data/lookup/roster.h"
#include "data/shop.h"
#include "tui/widgets/list.h"

/* What the load has to know. */
typedef struct {
    char *typed;      /* to be looked for; NULL: nothing new */
    gint64 row;       /* the selected one */
    gint64 id;        /* its customer; 0: not known */
    guint reach;      /* how many rows to each side are wanted */
    gint64 branch_id; /* whose customers; 0: all */
    Day today;
} CustomersAsk;

typedef struct {
    Roster *roster;
    GPtrArray *branches;     /* Branch; NULL without a shop */
    gint64 branch_id;        /* as in the ask */
    char *typed;             /* as in the ask */
    bool fits;               /* somebody's name begins so */
    gint64 row;              /* where the customer asked for is, or what was typed */
    gint64 id;               /* who is there; 0: nobody */
    Sheet *sheet;            /* theirs */
    GPtrArray *kinds, *near; /* FactKind, Due: for the sheet */
    VisitSum *sum;           /* of their visits */
    GPtrArray *complaints;   /* Complaint: theirs that are open */
    Loss *loss;              /* they are lost; NULL */
    Day today;
    int number_cols; /* the widest number that is loaded */
} CustomersModel;

void customers_ask_free(gpointer ask);

/* For the worker. SHOP may be NULL: then there is nobody. NULL on a fault. */
gpointer customers_model_load(Shop *shop, gconstpointer ask, GError **error);
void customers_model_free(gpointer model);

/* The customer at ROW; NULL when that row is not loaded. */
const RosterEntry *customers_entry(const CustomersModel *model, gint64 row);

/* Draws the rows; its model is a CustomersModel. Rows that are not loaded show their place. */
extern const ListClass customers_list;
