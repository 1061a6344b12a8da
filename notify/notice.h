/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a notification says: one thing that is due, or a summary of many. */
#pragma once

#include "data/agenda/todo.h"

/* Up to so many things have a notification each; of more there is one about all, which has room for
 * so many of them. */
enum { NOTICE_FEW = 3, NOTICE_LINES = 5 };

typedef struct {
    char *id;         /* todo_id; another text: it is about several things */
    char *moment;     /* when it came up, "2026-11-21 15:00": with the id what it is known by */
    char *number;     /* of the customer; "": there is none, or several */
    char *title;      /* whose, and the time: "Jens Berg, 15:00" */
    char *body;       /* what: "call back" */
    char *line;       /* both in a line of the summary: "Jens Berg: call back" */
    bool can_be_done; /* todo_done can do it */
} Notice;

/* Free with notice_free. */
Notice *notice_copy(const Notice *notice);
void notice_free(gpointer notice);

/* The reminders of BRANCH_ID (0: of all) that come up later than AFTER and not later than UNTIL,
 * which have their minutes, in order: one Notice each. The array frees them. On the worker; NULL on
 * a fault. */
GPtrArray *notice_list_due(Db *db, Moment after, Moment until, gint64 branch_id, GError **error);
/* What NOW (with its minute) has to be done until the end of its day, in todo_list's order: one
 * Notice each. *MORE: how many there are besides. The array frees them. On the worker; NULL on a
 * fault. */
GPtrArray *notice_list_day(Db *db, Moment now, gint64 branch_id, gint64 *more, GError **error);

/* LIST itself where it is short, else one notice about all of it and MORE things besides: "7 things
 * to do today" (IS_MORNING, which takes the place of the one of an earlier morning) or "7 reminders
 * are due", a line for each of the first ones, and how many more there are. Takes LIST over; the
 * array frees the notices. */
GPtrArray *notice_gather(GPtrArray *list, gint64 more, bool is_morning);
/* Lets NOTICE say only that something is due, for eyes that should not read more. */
void notice_hide(Notice *notice);
