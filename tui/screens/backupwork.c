/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screens about backups ask of the worker, and how backups are told. */
#include "tui/screens/backupwork.h"

#include "data/backup/prove.h"
#include "data/backup/vault.h"
#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "tui/counter.h"
#include "tui/dates.h"
#include "tui/screens/importfolder.h"

enum { DAYS_A_YEAR = 300 };

BackupWork *backup_work_new(const Screen *screen, const char *where, const char *path)
{
    const Counter *counter = counter_of(screen);
    BackupWork *work = g_new0(BackupWork, 1);
    work->where = g_strdup(where != NULL ? where : counter->where);
    work->folder = g_strdup(counter->backup_folder);
    work->second = g_strdup(counter->preferences->second);
    work->path = g_strdup(path);
    work->today = counter_today(screen);
    work->is_open = app_shop(screen->app) != NULL && counter->left_shop == NULL &&
                    g_strcmp0(work->where, counter->where) == 0;
    g_strlcpy(work->at, counter_who(screen).at, sizeof work->at);
    return work;
}

void backup_work_free(gpointer data)
{
    BackupWork *work = data;
    g_free(work->where);
    g_free(work->folder);
    g_free(work->second);
    g_free(work->path);
    passphrase_free(work->passphrase);
    g_free(work);
}

BackupPlace backup_work_place(const BackupWork *work)
{
    return (BackupPlace){.folder = work->folder, .second = work->second};
}

Restore *backup_work_restore(const BackupWork *work, const char *where, Work *job, GError **error)
{
    const BackupPlace place = backup_work_place(work);
    g_autoptr(Backup) backup = backup_at(work->path, error);
    return backup != NULL ? restore_begin(where, &place, backup, work->passphrase, work->at,
                                          backup_work_step, job, error)
                          : NULL;
}

bool backup_work_step(BackupStep step, gpointer job)
{
    work_report(job, step, BACKUP_COMPARES + 1);
    return !work_is_cancelled(job);
}

const char *backup_step_words(BackupStep step)
{
    switch (step) {
    case BACKUP_COPIES:
        return _("Copying the shop …");
    case BACKUP_PROVES:
        return _("Reading the backup through …");
    case BACKUP_LOCKS:
        return _("Encrypting the backup …");
    case BACKUP_CARRIES:
        return _("Copying it to the second place …");
    case BACKUP_UNLOCKS:
        return _("Decrypting the backup …");
    case BACKUP_COMPARES:
    default:
        return _("Comparing it with the shop …");
    }
}

char *backup_when_words(const char *utc, Day today)
{
    Day day = instant_local_day(utc);
    if (day_is_none(day)) {
        return g_strdup(_("unknown"));
    }
    int days = day_between(today, day);
    if (days > DAYS_A_YEAR || days < -DAYS_A_YEAR) {
        return dates_brief(day, today);
    }
    g_autofree char *near = dates_near(day, today);
    g_autofree char *clock = dates_clock(utc);
    /* TRANSLATORS: a day and a time: "today, 14:02". */
    return g_strdup_printf(_("%s, %s"), near, clock);
}

char *backup_path_words(const char *path)
{
    g_autofree char *shown = g_filename_display_name(path);
    return folder_short(shown);
}

const Backup *backup_best(const GPtrArray *backups)
{
    const Backup *best = NULL;
    for (guint i = 0; i < backups->len; i++) {
        const Backup *backup = g_ptr_array_index(backups, i);
        bool is_good = backup->proof != BACKUP_NO_PROOF && backup->proof != BACKUP_BROKEN;
        if (is_good && !backup->is_ahead) {
            return backup;
        }
        best = best == NULL && backup->proof != BACKUP_BROKEN ? backup : best;
    }
    return best;
}
