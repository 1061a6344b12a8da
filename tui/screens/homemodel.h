/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the home screen shows: today's days, or who fits what was typed, as rows ready to be
 * drawn. */
#pragma once

#include "data/agenda/today.h"
#include "data/draft.h"
#include "data/lookup/lookup.h"
#include "data/shop.h"
#include "data/shopself.h"

/* What the load has to know. */
typedef struct {
    char *query; /* what is in the box; "" for today */
    Day today;
    char *counter;     /* whose drafts are shown with "" in the box; NULL: nobody's */
    char *runs_folder; /* where the runs of this counter have their locks */
} HomeAsk;

HomeAsk *home_ask_new(const char *query, Day today);
void home_ask_free(gpointer ask);

typedef enum {
    HOME_BLANK,
    HOME_HEADING, /* .text */
    HOME_NOTE,    /* .text: a dim sentence */
    HOME_DUE,     /* .due */
    HOME_MATCH,   /* .match */
    HOME_DRAFT    /* .draft: something that is not finished */
} HomeRowKind;

/* A row. Texts that are not there are NULL. */
typedef struct {
    HomeRowKind kind;
    char *text;
    const Due *due;
    const Match *match;
    const Draft *draft;
    char *name; /* of a draft: its title */
    /* Of a due day; a draft has the first, too. */
    char *when, *what;
    char *when_brief; /* the same for narrow windows */
    char *hint;       /* what to know when greeting, beside warnings */
    char *greeter;    /* who greeted and when */
    /* Of a match. */
    char *number, *last;
    char *warning;    /* all warnings in one line; also of a due day */
    char *coming;     /* when a day near is kept: "tomorrow" */
    char *where;      /* street and place, else the phone; NULL where EXTRA says it */
    char *extra;      /* what matched, else the usual order */
    bool is_namesake; /* another match is called the same */
    GPtrArray *near;  /* Due: days from a week ago to a week ahead */
} HomeRow;

/* The widest cells of a column, 0 when nobody has one. */
typedef struct {
    int when, when_brief, what, name, number, last, warning, extra, where;
} HomeWidths;

typedef struct {
    char *query;
    Day today;
    gint64 customers; /* of the shop */
    gint64 total;     /* that fit */
    char **terms;     /* folded words of the query, for marking; NULL when there is none */
    GPtrArray *kinds; /* FactKind; NULL without a query */
    GPtrArray *rows;  /* HomeRow */
    HomeWidths widths;
    GPtrArray *drafts; /* Draft; NULL: none are kept */
    Today *due;
    Found *found;
    ShopSelf *self; /* NULL with a query */
} HomeModel;

/* For the worker: the model for ASK. SHOP may be NULL: then nothing is in it. NULL on a fault. */
gpointer home_model_load(Shop *shop, gconstpointer ask, GError **error);
void home_model_free(gpointer model);

/* The customer of a row, 0 for rows that have none. */
gint64 home_row_customer(const HomeRow *row);
