/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What matters at the counter on a day. */
#pragma once

#include "data/agenda/due.h"

/* How far home looks when the owner set nothing else, and how long a missed day stays, in
 * days. */
enum { TODAY_AHEAD = 7, TODAY_BEHIND = 7 };
/* More days than that are more than anybody looks through. */
enum { TODAY_MOST = 100 };
/* What the owner can set for the first. */
enum { TODAY_AHEAD_LEAST = 1, TODAY_AHEAD_MOST = 60 };

/* What to know of a customer when greeting; each NULL when there is none. */
typedef struct {
    char *warning; /* all warnings */
    char *habit;   /* the usual order, else what they like */
    char *line;    /* both in one line */
    guint reach;   /* gesture_reach; 0 where no gesture is possible for anybody on the list */
    char *where;   /* sheet_where; only where another customer of the lists is called the same */
} TodayHint;

typedef struct {
    Day day;
    GPtrArray *due;     /* Due kept on the day: birthdays first */
    GPtrArray *coming;  /* Due of the days ahead, nearest first */
    GPtrArray *missed;  /* of the last days nobody congratulated on, latest first */
    GHashTable *hints;  /* customer id (gint64 *) to TodayHint */
    bool is_cut;        /* there are too many days: only those of the best known customers */
    bool has_customers; /* the shop has some at all */
} Today;

/* Everything for DAY (whole) in one call; where there are more days than MOST (0: however many
 * there are) only those of the best known customers. NULL on a fault. Free with today_free. */
Today *today_load(Db *db, Day day, guint most, GError **error);
void today_free(Today *today);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Today, today_free)
/* The hint for a due day; NULL when there is none. Belongs to TODAY. */
const char *today_hint(const Today *today, const Due *due);
/* Its parts: the warnings, and the usual order or what they like. */
const char *today_warning(const Today *today, const Due *due);
const char *today_habit(const Today *today, const Due *due);
/* By which ways the customer can be reached: bits of GestureReach; 0 where nobody on the list may
 * get a gesture. */
guint today_reach(const Today *today, const Due *due);
/* Where the customer lives, else the phone, to tell namesakes apart; NULL where there are none. */
const char *today_where(const Today *today, const Due *due);
