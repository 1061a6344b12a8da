/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the shop has to do for its customers, and whom it should watch out for. */
#pragma once

#include "data/base/day.h"
#include "data/customer/customer.h"

typedef enum {
    TODO_PREORDER,  /* is fetched today or tomorrow, or should have been lately */
    TODO_PROMISE,   /* is to be kept until tomorrow */
    TODO_ANSWER,    /* a complaint is to be answered until tomorrow */
    TODO_ASK,       /* somebody wanted to know why this customer is lost */
    TODO_COMPLAINT, /* is open, and no answer is due yet */
    TODO_AWAY       /* stays away longer than their rhythm explains */
} TodoKind;

typedef struct {
    TodoKind kind;
    gint64 id; /* of the pre-order, promise, complaint, loss; of TODO_AWAY the customer's */
    Customer *customer; /* NULL: a complaint of somebody nobody knows */
    Day day;       /* until when, when it is fetched; of a complaint and TODO_AWAY since when */
    gint64 minute; /* of that day; RECORD_NONE: not told */
    char *words;   /* NULL for TODO_AWAY */
    gint64 rhythm; /* of TODO_AWAY: days between two visits, usually */
} TodoItem;

typedef struct {
    GPtrArray *tasks, *watch; /* TodoItem: to be done, the most urgent first; to watch out for */
    gint64 more_tasks, more_watch; /* how many there are besides, counted up to TODO_COUNTED */
} Todo;

/* How many of each list are told at most, and how far those of one kind are counted. */
enum { TODO_TASKS = 5, TODO_COMPLAINTS = 3, TODO_AWAYS = 3, TODO_COUNTED = 50 };

/* Everything for TODAY (whole) at BRANCH_ID (0: all branches): pre-orders and complaints of other
 * branches are left out. Takes as long in every shop. NULL on a fault. Free with todo_free. */
Todo *todo_load(Db *db, Day today, gint64 branch_id, GError **error);
void todo_free(Todo *todo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Todo, todo_free)
