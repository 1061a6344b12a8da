/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The backups there are of a shop. */
#include "data/backup/list.h"

#include "data/backup/backup_private.h"
#include "data/base/instant.h"
#include "data/db/backup_file.h"
#include "data/db/db.h"

#include <glib/gstdio.h>
#include <string.h>

void backup_free(Backup *backup)
{
    if (backup != NULL) {
        g_free(backup->path);
        g_free(backup->trouble);
        g_free(backup);
    }
}

static bool has_proof(const char *path)
{
    g_autofree char *proof = backup_file_sums(path);
    return g_file_test(proof, G_FILE_TEST_IS_REGULAR);
}

Backup *backup_of_file(const char *path, gint64 size, gint64 changed)
{
    g_autofree char *name = g_path_get_basename(path);
    Backup *backup = g_new0(Backup, 1);
    backup->path = g_strdup(path);
    backup->why = BACKUP_OTHER;
    backup->size = size;
    backup->proof = has_proof(path) ? BACKUP_NOT_LOOKED_AT : BACKUP_NO_PROOF;
    backup_name_read(name, backup->made, &backup->why, &backup->is_locked);
    g_autoptr(GDateTime) when = g_date_time_new_from_unix_utc(changed);
    if (*backup->made == '\0' && when != NULL) {
        instant_write(when, backup->made);
    }
    return backup;
}

/* The backup at PATH by its name; NULL when that is no backup's or there is no such file. A link is
 * none: it may lead to the shop itself, which nobody but SQLite may open and close. */
static Backup *describe(const char *path)
{
    g_autofree char *name = g_path_get_basename(path);
    GStatBuf info;
    if (!backup_name_read(name, NULL, NULL, NULL) || g_lstat(path, &info) != 0 ||
        !S_ISREG(info.st_mode)) {
        return NULL;
    }
    return backup_of_file(path, info.st_size, info.st_mtime);
}

static int newest_first(gconstpointer one, gconstpointer other)
{
    const Backup *a = *(Backup *const *)one;
    const Backup *b = *(Backup *const *)other;
    int order = strcmp(b->made, a->made);
    return order != 0 ? order : strcmp(b->path, a->path);
}

GPtrArray *backup_list_folder(const char *folder)
{
    GPtrArray *list = g_ptr_array_new_with_free_func((GDestroyNotify)backup_free);
    g_autoptr(GDir) entries = g_dir_open(folder, 0, NULL);
    const char *name = NULL;
    while (entries != NULL && (name = g_dir_read_name(entries)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        Backup *backup = describe(path);
        if (backup != NULL) {
            g_ptr_array_add(list, backup);
        }
    }
    g_ptr_array_sort(list, newest_first);
    return list;
}

/* The one of LIST called as BACKUP is, or NULL. */
static Backup *find_namesake(const GPtrArray *list, const Backup *backup)
{
    g_autofree char *name = g_path_get_basename(backup->path);
    for (guint i = 0; i < list->len; i++) {
        Backup *other = g_ptr_array_index(list, i);
        g_autofree char *its = g_path_get_basename(other->path);
        if (strcmp(its, name) == 0 && other->size == backup->size) {
            return other;
        }
    }
    return NULL;
}

/* Adds what is only at the second place to LIST, and notes what is at both. */
static void join_second(GPtrArray *list, GPtrArray *second)
{
    while (second->len > 0) {
        Backup *backup = g_ptr_array_steal_index(second, second->len - 1);
        Backup *own = find_namesake(list, backup);
        if (own != NULL) {
            own->is_at_both = true;
            backup_free(backup);
        } else {
            backup->is_second = true;
            g_ptr_array_add(list, backup);
        }
    }
}

/* Those in FOLDER, of which FOLDER_OF is the one for the shop WHERE. */
static GPtrArray *list_of(const char *folder, const char *where,
                          char *(*folder_of)(const char *folder, const char *where))
{
    if (folder == NULL || where == NULL || db_is_server(where)) {
        return g_ptr_array_new_with_free_func((GDestroyNotify)backup_free);
    }
    g_autofree char *own = folder_of(folder, where);
    return backup_list_folder(own);
}

GPtrArray *backup_list(const BackupPlace *place, const char *where, const char *now)
{
    GPtrArray *list = list_of(place->folder, where, backup_folder_of);
    g_autoptr(GPtrArray) second = list_of(place->second, where, backup_second_folder);
    join_second(list, second);
    g_ptr_array_sort(list, newest_first);
    for (guint i = 0; i < list->len; i++) {
        Backup *backup = g_ptr_array_index(list, i);
        backup->is_ahead = strcmp(backup->made, now) > 0;
    }
    return list;
}

/* The newest instant of LIST that is not ahead of NOW. A file that somebody put there says nothing
 * of when the last backup was made. */
static const char *newest_of(const GPtrArray *list, const char *now)
{
    for (guint i = 0; i < list->len; i++) {
        const Backup *backup = g_ptr_array_index(list, i);
        if (backup->why != BACKUP_OTHER && strcmp(backup->made, now) <= 0) {
            return backup->made;
        }
    }
    return "";
}

/* Whole seconds from FROM to TO. */
static gint64 seconds_between(const char *from, const char *to)
{
    g_autoptr(GDateTime) first = g_date_time_new_from_iso8601(from, NULL);
    g_autoptr(GDateTime) last = g_date_time_new_from_iso8601(to, NULL);
    return first != NULL && last != NULL ? g_date_time_difference(last, first) / G_TIME_SPAN_SECOND
                                         : 0;
}

static bool is_same_disk(const char *one, const char *other)
{
    GStatBuf first, second;
    return g_stat(one, &first) == 0 && g_stat(other, &second) == 0 && first.st_dev == second.st_dev;
}

BackupHealth backup_health(const BackupPlace *place, const char *where, const char *now)
{
    BackupHealth health = {0};
    if (place->folder == NULL || where == NULL || db_is_server(where)) {
        return health;
    }
    g_autoptr(GPtrArray) list = list_of(place->folder, where, backup_folder_of);
    g_autoptr(GPtrArray) second = list_of(place->second, where, backup_second_folder);
    health.second_is_wanted = place->second != NULL;
    health.second_is_there =
        place->second != NULL && g_file_test(place->second, G_FILE_TEST_IS_DIR);
    health.second_is_same_disk =
        health.second_is_there && is_same_disk(place->folder, place->second);
    g_strlcpy(health.second_newest, newest_of(second, now), sizeof health.second_newest);
    g_strlcpy(health.newest, newest_of(list, now), sizeof health.newest);
    join_second(list, second);
    health.count = list->len;
    gint64 age = seconds_between(health.newest, now);
    health.days = (guint)(age / (24 * 60 * 60));
    health.is_due = *health.newest == '\0' || health.days > 0;
    return health;
}
