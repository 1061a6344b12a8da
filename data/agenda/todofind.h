/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For todo.c: reading what is to be done, kind by kind, along the indexes over what is open. */
#pragma once

#include "data/agenda/todo.h"

/* What comes up within so many minutes is soon. */
enum { SOON_MINUTES = 60 };

/* What is looked for. */
typedef struct {
    Db *db;
    const TodoAsk *ask;
    char *until;  /* the last day */
    char *others; /* what other clerks see to is told, too, when it was due before this day; "" */
    gint64 limit; /* how many of each kind at most */
} TodoSearch;

/* The search of ASK, until the day UNTIL, for up to LIMIT items of each kind; what other clerks
 * should have done before the day OTHERS (DAY_NONE: never) is told, too. */
void todo_search_begin(TodoSearch *search, Db *db, const TodoAsk *ask, Day until, Day others,
                       gint64 limit);
void todo_search_end(TodoSearch *search);

/* An empty list of what is found, for the functions below. */
GPtrArray *todo_found_new(void);
/* Each appends to LIST. False on a fault. */
bool todo_find_tasks(const TodoSearch *search, GPtrArray *list, GError **error);
/* Up to LIMIT contacts; *MORE as in care_list_due. */
bool todo_find_contacts(const TodoSearch *search, guint limit, GPtrArray *list, gint64 *more,
                        GError **error);
/* Days nobody congratulated on yet; birthdays from TODAY_BEHIND days ago on. */
bool todo_find_days(const TodoSearch *search, GPtrArray *list, GError **error);
bool todo_find_complaints(const TodoSearch *search, GPtrArray *list, GError **error);
/* Those who stay away, who came most often first. */
bool todo_find_aways(const TodoSearch *search, GPtrArray *list, GError **error);

/* Gives LIST their customers. */
bool todo_found_customers(Db *db, GPtrArray *list, GError **error);
