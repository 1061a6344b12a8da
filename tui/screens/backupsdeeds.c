/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done on the worker for the screen of the backups. */
#include "tui/screens/backupsdeeds.h"

#include "data/backup/prove.h"
#include "data/base/fault.h"
#include "tui/screens/backupwork.h"

void backups_made_free(gpointer made)
{
    backup_made_clear(made);
    g_free(made);
}

gpointer backups_make_run(Shop *shop, gpointer data, Work *job, GError **error)
{
    const BackupWork *work = data;
    const BackupPlace place = backup_work_place(work);
    BackupMade *made = g_new0(BackupMade, 1);
    if (backup_take(shop->db, &place, BACKUP_BY_HAND, work->at, backup_work_step, job, made,
                    error)) {
        return made;
    }
    backups_made_free(made);
    return NULL;
}

/* A step of proving tells only whether to go on. */
static bool go_on(BackupStep step, gpointer job)
{
    (void)step;
    return !work_is_cancelled(job);
}

/* What cannot be looked at is told as its trouble; false when it was broken off. */
static bool prove(Backup *backup, const BackupWork *work, Work *job, GError **error)
{
    g_autoptr(GError) fault = NULL;
    if (backup_prove(backup, NULL, work->folder, go_on, job, &fault) || fault == NULL) {
        return true;
    }
    if (g_error_matches(fault, FAULT, FAULT_CANCELLED)) {
        g_propagate_error(error, g_steal_pointer(&fault));
        return false;
    }
    backup->proof = BACKUP_BROKEN;
    g_free(backup->trouble);
    backup->trouble = g_strdup(fault->message);
    return true;
}

gpointer backups_prove_run(Shop *shop, gpointer data, Work *job, GError **error)
{
    const BackupWork *work = data;
    const BackupPlace place = backup_work_place(work);
    (void)shop;
    g_autoptr(GPtrArray) backups = backup_list(&place, work->where, work->at);
    for (guint i = 0; i < backups->len; i++) {
        work_report(job, i, backups->len);
        if (!prove(g_ptr_array_index(backups, i), work, job, error)) {
            return NULL;
        }
    }
    return g_steal_pointer(&backups);
}
