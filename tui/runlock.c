/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which runs of the program live. */
#include "tui/runlock.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define PREFIX "run-"

struct RunLock {
    char *folder;
    char *name; /* NULL: nobody has asked for it */
    char *path; /* of the locked file; NULL when there is none */
    int file;
};

static char *path_of(const char *folder, const char *name)
{
    g_autofree char *file = g_strconcat(PREFIX, name, NULL);
    return g_build_filename(folder, file, NULL);
}

bool run_is_over(const char *folder, const char *name)
{
    if (!g_uuid_string_is_valid(name)) {
        return true;
    }
    g_autofree char *path = path_of(folder, name);
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0) {
        return true;
    }
    bool is_over = flock(file, LOCK_SH | LOCK_NB) == 0;
    close(file);
    return is_over;
}

/* What killed programs left behind. */
static void clean(const char *folder)
{
    g_autoptr(GDir) entries = g_dir_open(folder, 0, NULL);
    for (const char *entry; entries != NULL && (entry = g_dir_read_name(entries)) != NULL;) {
        const char *name = g_str_has_prefix(entry, PREFIX) ? entry + strlen(PREFIX) : "";
        if (g_uuid_string_is_valid(name) && run_is_over(folder, name)) {
            g_autofree char *path = path_of(folder, name);
            g_unlink(path);
        }
    }
}

RunLock *run_lock_new(const char *folder)
{
    RunLock *lock = g_new0(RunLock, 1);
    lock->folder = g_strdup(folder);
    lock->file = -1;
    return lock;
}

static void make_file(RunLock *lock)
{
    if (g_mkdir_with_parents(lock->folder, 0700) != 0) {
        return;
    }
    clean(lock->folder);
    /* It gets its name when it is locked: a file of that name without a lock is always a dead
     * run's. */
    g_autofree char *path = path_of(lock->folder, lock->name);
    g_autofree char *beside = g_strconcat(path, ".new", NULL);
    lock->file = open(beside, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (lock->file >= 0 && flock(lock->file, LOCK_EX | LOCK_NB) == 0 &&
        g_rename(beside, path) == 0) {
        lock->path = g_steal_pointer(&path);
    } else if (lock->file >= 0) {
        g_unlink(beside);
    }
}

const char *run_lock_name(RunLock *lock)
{
    if (lock->name == NULL) {
        lock->name = g_uuid_string_random();
        make_file(lock);
    }
    return lock->name;
}

void run_lock_free(RunLock *lock)
{
    if (lock == NULL) {
        return;
    }
    if (lock->path != NULL) {
        g_unlink(lock->path);
    }
    if (lock->file >= 0) {
        close(lock->file);
    }
    g_free(lock->path);
    g_free(lock->name);
    g_free(lock->folder);
    g_free(lock);
}
