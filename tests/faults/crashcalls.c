/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calls by which everything but SQLite's writing reaches a disk that loses power: these take
 * the C library's place in the whole process, for SQLite and GLib, too. While no run is on, they do
 * what they always do. */
#include "tests/faults/crashdisk.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* ISO C has no cast between pointers to objects and to functions. */
typedef union {
    gpointer address;
    int (*of_names)(const char *from, const char *to);
    int (*of_places)(int old, const char *from, int new, const char *to, unsigned flags);
} Call;

static Call usual(const char *name)
{
    return (Call){.address = dlsym(RTLD_NEXT, name)};
}

static int power_is_off(void)
{
    errno = EIO;
    return -1;
}

/* Nothing is really synced: it takes time, and what would be lost is known without. */
static int sync_file(int file)
{
    CrashDisk *disk = crash_disk_running();
    if (disk == NULL) {
        return 0;
    }
    g_autofree char *link = g_strdup_printf("/proc/self/fd/%d", file);
    g_autofree char *path = g_file_read_link(link, NULL);
    return crash_disk_sync(disk, path) ? 0 : power_is_off();
}

int fsync(int file)
{
    return sync_file(file);
}

int fdatasync(int file)
{
    return sync_file(file);
}

int rename(const char *from, const char *to)
{
    CrashDisk *disk = crash_disk_running();
    if (disk == NULL) {
        return usual("rename").of_names(from, to);
    }
    bool goes_on = crash_disk_rename(disk, from, to);
    return goes_on ? usual("rename").of_names(from, to) : power_is_off();
}

int renameat2(int old, const char *from, int new, const char *to, unsigned flags)
{
    CrashDisk *disk = crash_disk_running();
    bool happens = disk != NULL && !(flags == RENAME_NOREPLACE && access(to, F_OK) == 0);
    if (happens && !crash_disk_rename(disk, from, to)) {
        return power_is_off();
    }
    return usual("renameat2").of_places(old, from, new, to, flags);
}
