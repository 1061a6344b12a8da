/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How backups are shown by the commands. */
#include "cli/backuplines.h"

#include "cli/print.h"
#include "data/backup/prove.h"
#include "data/base/decimal.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/instant.h"

#include <string.h>
#include <unistd.h>

BackupPlace backuplines_place(const Call *call)
{
    return (BackupPlace){.folder = call->world->backup_folder, .second = call->world->second_place};
}

char *backuplines_when(const char *utc)
{
    g_autoptr(GDateTime) instant = g_date_time_new_from_iso8601(utc, NULL);
    if (instant == NULL) {
        return g_strdup("–");
    }
    g_autoptr(GDateTime) local = instant_local(instant);
    return g_date_time_format(local, "%Y-%m-%d %H:%M");
}

/* What else is to be said of a backup. Free with g_free. */
static char *remarks_of(const Backup *backup)
{
    g_autoptr(GPtrArray) texts = g_ptr_array_new();
    if (backup->is_locked) {
        g_ptr_array_add(texts, (gpointer)_("encrypted"));
    }
    if (backup->is_second) {
        g_ptr_array_add(texts, (gpointer)_("at the second place only"));
    } else if (backup->is_at_both) {
        g_ptr_array_add(texts, (gpointer)_("at the second place, too"));
    }
    if (backup->is_ahead) {
        g_ptr_array_add(texts, (gpointer)_("from a clock that was ahead"));
    }
    if (backup->proof == BACKUP_NO_PROOF) {
        g_ptr_array_add(texts, (gpointer)_("without its proof"));
    }
    return print_join(texts);
}

void backuplines_print(const GPtrArray *list)
{
    static const int most[] = {4, 16, 34, 10};
    enum { CELLS = 5 };
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    for (guint i = 0; i < list->len; i++) {
        const Backup *backup = g_ptr_array_index(list, i);
        char **cells = g_new0(char *, CELLS + 1);
        cells[0] = g_strdup_printf("%u", i + 1);
        cells[1] = backuplines_when(backup->made);
        cells[2] = g_strdup(backup_why_words(backup->why));
        cells[3] = decimal_size(backup->size);
        cells[4] = remarks_of(backup);
        g_ptr_array_add(rows, cells);
    }
    print_table(rows, most, CELLS, 0);
}

Backup *backuplines_take(GPtrArray *list, const char *typed, GError **error)
{
    guint64 number = 0;
    bool is_number = g_ascii_string_to_unsigned(typed, 10, 0, G_MAXUINT, &number, NULL);
    for (guint i = 0; i < list->len; i++) {
        const Backup *backup = g_ptr_array_index(list, i);
        g_autofree char *name = g_path_get_basename(backup->path);
        if ((is_number && number == i + 1) || strcmp(name, typed) == 0) {
            return g_ptr_array_steal_index(list, i);
        }
    }
    if (is_number) {
        g_set_error(error, FAULT, FAULT_MISSING,
                    _("There is no backup %s. “tresen backup --list” shows those there are."),
                    typed);
        return NULL;
    }
    return backup_at(typed, error);
}

bool backuplines_tell_step(BackupStep step, gpointer data)
{
    static const char *const words[] = {
        [BACKUP_COPIES] = N_("Copying the shop and reading the copy through …"),
        [BACKUP_PROVES] = N_("Reading the backup through …"),
        [BACKUP_LOCKS] = N_("Compressing and encrypting …"),
        [BACKUP_CARRIES] = N_("Writing it to its place …"),
        [BACKUP_UNLOCKS] = N_("Decrypting …"),
        [BACKUP_COMPARES] = N_("Counting what would change …"),
    };
    (void)data;
    if (isatty(STDERR_FILENO) == 1) {
        print_sentence(_(words[step]));
    }
    return true;
}
