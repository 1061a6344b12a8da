/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screen of all that is due shows: its rows, and of whom and where it can be asked. */
#pragma once

#include "data/agenda/todo.h"
#include "data/shop.h"

/* A row: a heading, or something that is due. Texts that are not there are NULL. */
typedef struct {
    char *heading;
    const TodoItem *item; /* NULL: a heading */
    char *when, *when_brief, *call, *what, *hint;
    char *clerk; /* who sees to it */
    bool is_late;
} DueRow;

typedef struct {
    TodoAsk ask;
    GPtrArray *rows;                                  /* DueRow */
    GPtrArray *items;                                 /* TodoItem */
    GPtrArray *clerks;                                /* Clerk: those who are here */
    GPtrArray *branches;                              /* Branch */
    gint64 more;                                      /* how many there are besides */
    int when_cols, brief_cols, call_cols, clerk_cols; /* the widest of each, within reason */
} DueModel;

/* For ScreenClass.load and model_free; the ask is a TodoAsk. */
gpointer due_model_load(Shop *shop, gconstpointer ask, GError **error);
void due_model_free(gpointer model);

/* The name of the clerk ID; NULL when there is none. Belongs to MODEL. */
const char *due_model_clerk(const DueModel *model, gint64 id);
