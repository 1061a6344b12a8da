/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The backups there are of a shop, and whether it is time for another. */
#pragma once

#include "data/backup/place.h"

/* What is known of a backup's soundness. Each was proved when it was made. */
typedef enum {
    BACKUP_NOT_LOOKED_AT, /* has its SHA-256 beside it; not compared since it was listed */
    BACKUP_NO_PROOF,      /* nothing beside it says what it was like */
    BACKUP_SOUND,         /* backup_prove found it as it was made */
    BACKUP_BROKEN         /* backup_prove found it changed or damaged; see trouble */
} BackupProof;

typedef struct {
    char *path;
    char made[21]; /* the UTC instant by its name, else by the file's time */
    BackupWhy why;
    gint64 size;     /* bytes */
    bool is_locked;  /* encrypted: bringing it back asks for the passphrase */
    bool is_second;  /* lies at the second place */
    bool is_at_both; /* of one that does not: the second place has a copy of it */
    bool is_ahead;   /* made later than now: the clock was wrong then or is now */
    BackupProof proof;
    char *trouble; /* the sentence for BACKUP_BROKEN, else NULL */
} Backup;

void backup_free(Backup *backup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Backup, backup_free)

/* All backups of the shop whose file is WHERE, newest first: those of the folder, and of the second
 * place those the folder does not have. A place that is not there has none. NOW is the UTC instant.
 * Quick: reads names, not files. Array of Backup, which it frees; never NULL. */
GPtrArray *backup_list(const BackupPlace *place, const char *where, const char *now);

/* How a shop stands with its backups. */
typedef struct {
    guint count;           /* backups there are */
    char newest[21];       /* the UTC instant of the newest that Tresen made and that is not ahead
                              of now; "": none */
    guint days;            /* whole days since then; 0 when there is none */
    bool is_due;           /* it is time for one: none yet, or the newest is a day old */
    bool second_is_wanted; /* the person named a second place */
    bool second_is_there;  /* and it is there now */
    bool second_is_same_disk; /* but on the same file system as the folder: no help when the disk
                                 dies */
    char second_newest[21];   /* of those at the second place; "": none */
} BackupHealth;

/* For the shop whose file is WHERE at the UTC instant NOW. A server's has no backups here: all is
 * zero. */
BackupHealth backup_health(const BackupPlace *place, const char *where, const char *now);
