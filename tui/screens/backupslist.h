/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of backups, and what stands above it. */
#pragma once

#include "data/backup/list.h"
#include "data/base/day.h"
#include "data/shop.h"
#include "tui/widgets/list.h"

typedef struct {
    GPtrArray *backups; /* Backup, newest first */
    BackupHealth health;
    bool has_shop;     /* one is open: what is asked of it is known */
    bool is_encrypted; /* those to come */
    Day today;
    char *second; /* the second place; NULL: none */
    /* The widest cells. */
    int when_cols, why_cols;
} BackupsModel;

/* For the worker with a BackupWork: the model. NULL on a fault. */
gpointer backups_model_load(Shop *shop, gconstpointer work, GError **error);
void backups_model_free(gpointer model);

/* Its model is a BackupsModel. */
extern const ListClass backups_list;

/* Draws into CANVAS, from row 0, how the shop stands with its backups, and SCREEN's keys that
 * change it; TROUBLE is why the last one could not be made (NULL: it could). Returns the row after
 * it. */
int backups_draw_health(const Screen *screen, const BackupsModel *model, const char *trouble,
                        Canvas *canvas);
/* Draws into the whole of CANVAS what is known of BACKUP. */
void backups_draw_detail(const Backup *backup, Canvas *canvas);
