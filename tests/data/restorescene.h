/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop with a backup, for the tests of bringing it back. */
#pragma once

#include "data/backup/restore.h"
#include "tests/data/fixture.h"

#define RESTORESCENE_PASSPHRASE "vier rote Törtchen am Fenster"
#define RESTORESCENE_LATER "2026-03-05T09:00:00Z"

/* A shop with a customer, a backup of it, and a second customer since. */
typedef struct {
    Fixture *fixture;
    char *folder;
    char *content; /* at the time of the backup */
    BackupPlace place;
    Backup *backup;
} RestoreScene;

/* Makes it of the fixture in *STATE; the backup is encrypted when IS_LOCKED. */
RestoreScene restorescene_begin(void **state, bool is_locked);
void restorescene_end(RestoreScene *scene);
void restorescene_close_shop(RestoreScene *scene);
/* restore_begin of the backup, which has to succeed. */
Restore *restorescene_look(const RestoreScene *scene, const char *passphrase);
/* What the shop in the file WHERE holds. Free with g_free. */
char *restorescene_content_at(const char *where);
/* Fails the test unless the shop is what it was when the backup was made. */
void restorescene_expect_as_it_was(const RestoreScene *scene);
/* And unless nothing passing is left beside it. */
void restorescene_expect_tidy(const RestoreScene *scene);
