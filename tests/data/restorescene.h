/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop with a backup, for the tests of bringing it back. */
#pragma once

#include "data/backup/restore.h"
#include "tests/data/fixture.h"

#define RESTORESCENE_PASSPHRASE "vier rote Törtchen am Fenster"
#define RESTORESCENE_LATER "2026-03-05T09:00:00Z"

/* A shop, and where its backups go. */
typedef struct {
    Fixture *fixture;
    char *folder;
    BackupPlace place;
    char *content; /* at the time of the backup */
    Backup *backup;
} RestoreScene;

/* Makes it of the fixture in *STATE, without customers and without a backup. */
RestoreScene restorescene_bare(void **state);
/* With a customer, a backup of that, which is encrypted when IS_LOCKED, and a second customer
 * since. */
RestoreScene restorescene_begin(void **state, bool is_locked);
void restorescene_end(RestoreScene *scene);
void restorescene_close_shop(RestoreScene *scene);
void restorescene_open_shop(RestoreScene *scene);
/* Makes a backup. Free with backup_free. */
Backup *restorescene_take(const RestoreScene *scene, BackupWhy why);
/* restore_begin of the scene's backup, which has to succeed. */
Restore *restorescene_look(const RestoreScene *scene, const char *passphrase);
/* The same of BACKUP, which is not encrypted. */
Restore *restorescene_look_at(const RestoreScene *scene, const Backup *backup);
/* Brings BACKUP back in the place of the open shop, and opens that. */
void restorescene_bring_back(RestoreScene *scene, const Backup *backup);
/* What the shop in the file WHERE holds. Free with g_free. */
char *restorescene_content_at(const char *where);
/* Fails the test unless the shop is what it was when the backup was made. */
void restorescene_expect_as_it_was(const RestoreScene *scene);
/* And unless nothing passing is left beside it. */
void restorescene_expect_tidy(const RestoreScene *scene);
