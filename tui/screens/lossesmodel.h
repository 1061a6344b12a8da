/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list of lost customers shows, as rows ready to be drawn. */
#pragma once

#include "data/diary/loss.h"
#include "data/shop.h"
#include "tui/widgets/list.h"

typedef struct {
    LossFilter filter;
    gint64 branch_id; /* whose customers; 0: of all */
    Day today;
} LossesAsk;

typedef enum { LOSSES_BLANK, LOSSES_HEADING, LOSSES_CANDIDATE, LOSSES_LOSS } LossesRowKind;

/* One line. Texts that are not there are NULL. */
typedef struct {
    LossesRowKind kind;
    gint64 customer_id; /* 0: none */
    gint64 loss_id;     /* 0: none */
    bool is_lost;       /* and not back */
    bool is_death;
    char *call;  /* of the customer; a heading's text */
    char *when;  /* since when, until when somebody asks, since when they are back */
    char *what;  /* their rhythm; how and why they are lost */
    char *value; /* what they spend in a year */
} LossesRow;

typedef struct {
    LossFilter filter;
    GPtrArray *branches; /* Branch */
    gint64 branch_id;    /* as in the ask */
    GPtrArray *rows;     /* LossesRow */
    int call_cols, when_cols, value_cols;
} LossesModel;

/* For ScreenClass.load and model_free; the ask is a LossesAsk. */
gpointer losses_model_load(Shop *shop, gconstpointer ask, GError **error);
void losses_model_free(gpointer model);

/* The list; its model is the LossesModel. */
extern const ListClass losses_list;
