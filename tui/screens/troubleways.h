/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways out when the shop cannot be opened. */
#pragma once

#include "data/backup/list.h"
#include "data/base/day.h"
#include "data/shop.h"

/* Bring back the best backup, only look at it, choose among all; open the same file again; go to
 * the shop at another place; begin a new one. */
typedef enum { WAY_BRING, WAY_LOOK, WAY_OTHERS, WAY_AGAIN, WAY_ELSEWHERE, WAY_ANEW } Way;

/* The backups there are. */
typedef struct {
    GPtrArray *backups; /* Backup, newest first */
    const Backup *best; /* one of them: see backup_best; NULL: there is none */
    Day today;
} TroubleModel;

/* For the worker with a BackupWork: the model. Never fails. */
gpointer trouble_model_load(Shop *shop, gconstpointer work, GError **error);
void trouble_model_free(gpointer model);

/* Fills WAYS with the Ways there are when FAULT is in the way, the best one first. */
void trouble_ways_find(GPtrArray *ways, const TroubleModel *model, const GError *fault);
/* WAY in words: IS_RUNNING when the shop is open and damaged, IS_SHORT for narrow windows. Free
 * with g_free. */
char *trouble_way_words(const TroubleModel *model, Way way, bool is_running, bool is_short);
/* What it does, in a sentence. Static, translated. */
const char *trouble_way_help(Way way);
