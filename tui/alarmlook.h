/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For alarm.c: looking what has come due, on the worker. */
#pragma once

#include "data/shop.h"
#include "notify/notice.h"

/* What was told already: "r12 2026-11-21 15:00", "morning 2026-11-21". Filled on the worker, by one
 * look after the other. Free with g_hash_table_unref. */
GHashTable *alarm_told_new(void);
/* Nothing of the morning of DAY is to be told by itself any more. */
void alarm_told_morning(GHashTable *told, Day day);

/* What is asked. */
typedef struct {
    char *where;      /* of the shop; another one has nothing to tell */
    GHashTable *told; /* a reference of its own */
    Moment after, now;
    gint64 branch_id;
    bool wants_morning; /* somebody asked what the day brings; else it is told after ALARM_MORNING,
                           once */
} AlarmAsk;

void alarm_ask_free(AlarmAsk *ask);

/* What came of it; the arrays free what is in them. */
typedef struct {
    GPtrArray *due;     /* Notice: each of them, or one about many */
    GPtrArray *morning; /* the same for the day */
} AlarmNews;

/* Worker thread. NULL on a fault; then nothing counts as told. */
AlarmNews *alarm_look(Shop *shop, const AlarmAsk *ask, GError **error);
void alarm_news_free(gpointer news);
