/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the home screen shows: today's days, or who fits what was typed, as rows ready to be
 * drawn. */
#pragma once

#include "data/agenda/gesture.h"
#include "data/agenda/today.h"
#include "data/agenda/todo.h"
#include "data/draft.h"
#include "data/lookup/lookup.h"
#include "data/shop.h"
#include "data/shopself.h"

/* How many matches are listed at most: more than anybody reads. */
enum { HOME_MOST_MATCHES = 200 };

/* What a search asks of the shop only once: it hardly changes while somebody types. */
typedef struct {
    bool is_asked;
    LeapRule leap_rule;
    gint64 customers; /* of the shop; -1: not counted yet */
} HomeKnown;

/* What the load has to know. */
typedef struct {
    char *query; /* what is in the box; "" for today */
    Day today;
    TodoAsk todo; /* at which counter: what other branches have is left out */
    Vocabulary *vocabulary;
    guint limit;       /* how many matches are wanted */
    bool is_wide;      /* how to reach the selected one is shown beside them */
    HomeKnown known;   /* of the key before */
    bool count;        /* the customers of the shop are to be counted */
    char *counter;     /* whose drafts are shown with "" in the box; NULL: nobody's */
    char *runs_folder; /* where the runs of this counter have their locks */
} HomeAsk;

HomeAsk *home_ask_new(const char *query, Moment now);
void home_ask_free(gpointer ask);

typedef enum {
    HOME_BLANK,
    HOME_HEADING, /* .text */
    HOME_NOTE,    /* .text: a dim sentence */
    HOME_DUE,     /* .due */
    HOME_TASK,    /* .task: to be done, or to watch out for */
    HOME_MATCH,   /* .match */
    HOME_DRAFT    /* .draft: something that is not finished */
} HomeRowKind;

/* A row. Texts that are not there are NULL. */
typedef struct {
    HomeRowKind kind;
    char *text;
    guint more; /* of a note: for how many it stands */
    const Due *due;
    const TodoItem *task;
    const Match *match;
    const Draft *draft;
    char *name; /* of a draft: its title */
    /* Of a due day and a task; a draft has the first, too. */
    char *when, *what;
    bool is_urgent;   /* of a task: it should have been done, or somebody complains */
    char *when_brief; /* the same for narrow windows */
    char *hint;       /* what to know when greeting, beside warnings */
    char *greeter;    /* who greeted and when */
    /* Of a match. */
    char *number, *last;
    char *warning;    /* all warnings in one line; also of a due day */
    char *coming;     /* when a day near is kept: "tomorrow" */
    char *where;      /* street and place, else the phone; NULL where EXTRA says it */
    char *extra;      /* what matched, else the usual order */
    bool is_hit;      /* EXTRA is what matched */
    char *how;        /* how they fit, where that is not plain: see match_why */
    bool is_alike;    /* only alike: HOW says how */
    bool is_namesake; /* another match is called the same */
    bool complains;   /* a complaint of theirs is open */
    GPtrArray *near;  /* Due: days from a week ago to a week ahead */
} HomeRow;

/* The widest cells of a column, 0 when nobody has one. */
typedef struct {
    int when, when_brief, what, name, number, last, warning, how, extra, where;
    int why; /* of HOW with enough of what matched beside it */
    bool has_both_marks; /* somebody was greeted of whom there is a warning */
} HomeWidths;

typedef struct {
    char *query;
    Day today;
    gint64 minute;      /* of today, when it was loaded */
    gint64 customers;   /* of the shop; -1: not counted yet */
    bool has_customers; /* the shop has some at all; without a query */
    HomeKnown known;    /* not asked without a query */
    GPtrArray *rows;    /* HomeRow */
    HomeWidths widths;
    GPtrArray *drafts; /* Draft; NULL: none are kept */
    Today *due;
    Gestures gestures; /* for birthdays; without a query */
    Todo *todo;
    Found *found;
    ShopSelf *self; /* NULL with a query */
} HomeModel;

/* For the worker: the model for ASK. SHOP may be NULL: then nothing is in it. NULL on a fault. */
gpointer home_model_load(Shop *shop, gconstpointer ask, GError **error);
void home_model_free(gpointer model);

/* Whether more fit than are loaded. */
bool home_model_has_more(const HomeModel *model);
/* Whether nobody fits and somebody is alike. */
bool home_model_is_alike(const HomeModel *model);
/* The customer of a row, 0 for rows that have none. */
gint64 home_row_customer(const HomeRow *row);
