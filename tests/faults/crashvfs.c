/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A SQLite VFS over the usual one that tells a disk which loses power what is written. */
#include "tests/faults/crashvfs.h"

#include <sqlite3.h>

static const char vfs_name[] = "crash";

/* The usual VFS's file follows behind. */
typedef struct {
    sqlite3_file base;
    CrashDisk *disk; /* NULL: not of the run */
    char *path;
} File;

static sqlite3_vfs *usual(void)
{
    return sqlite3_vfs_find("unix");
}

static sqlite3_file *under(sqlite3_file *file)
{
    return (sqlite3_file *)(gpointer)((File *)file + 1);
}

/* The disk, unless FILE is none of the run. */
static CrashDisk *disk_of(sqlite3_file *file)
{
    return ((File *)file)->disk;
}

static int close_file(sqlite3_file *file)
{
    int code = under(file)->pMethods->xClose(under(file));
    g_free(((File *)file)->path);
    return code;
}

static int read_file(sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset)
{
    if (disk_of(file) != NULL && crash_disk_is_off(disk_of(file))) {
        return SQLITE_IOERR_READ;
    }
    return under(file)->pMethods->xRead(under(file), bytes, length, offset);
}

static int write_file(sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
    if (disk_of(file) != NULL &&
        !crash_disk_write(disk_of(file), ((File *)file)->path, offset, bytes, (gsize)length)) {
        return SQLITE_IOERR_WRITE;
    }
    return under(file)->pMethods->xWrite(under(file), bytes, length, offset);
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size)
{
    if (disk_of(file) != NULL && !crash_disk_truncate(disk_of(file), ((File *)file)->path, size)) {
        return SQLITE_IOERR_TRUNCATE;
    }
    return under(file)->pMethods->xTruncate(under(file), size);
}

static int sync_file(sqlite3_file *file, int flags)
{
    return under(file)->pMethods->xSync(under(file), flags);
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return under(file)->pMethods->xFileSize(under(file), size);
}

static int lock_file(sqlite3_file *file, int level)
{
    return under(file)->pMethods->xLock(under(file), level);
}

static int unlock_file(sqlite3_file *file, int level)
{
    return under(file)->pMethods->xUnlock(under(file), level);
}

static int is_reserved(sqlite3_file *file, int *reserved)
{
    return under(file)->pMethods->xCheckReservedLock(under(file), reserved);
}

static int control(sqlite3_file *file, int operation, void *data)
{
    return under(file)->pMethods->xFileControl(under(file), operation, data);
}

static int sector_size(sqlite3_file *file)
{
    return under(file)->pMethods->xSectorSize(under(file));
}

static int characteristics(sqlite3_file *file)
{
    return under(file)->pMethods->xDeviceCharacteristics(under(file));
}

static int open_file(sqlite3_vfs *own, const char *name, sqlite3_file *file, int flags, int *given)
{
    static const sqlite3_io_methods methods = {
        .iVersion = 1,
        .xClose = close_file,
        .xRead = read_file,
        .xWrite = write_file,
        .xTruncate = truncate_file,
        .xSync = sync_file,
        .xFileSize = file_size,
        .xLock = lock_file,
        .xUnlock = unlock_file,
        .xCheckReservedLock = is_reserved,
        .xFileControl = control,
        .xSectorSize = sector_size,
        .xDeviceCharacteristics = characteristics,
    };
    CrashDisk *disk = name != NULL ? crash_disk_running() : NULL;
    (void)own;
    file->pMethods = NULL;
    if (disk != NULL && (flags & SQLITE_OPEN_CREATE) != 0 && !crash_disk_create(disk, name)) {
        return SQLITE_CANTOPEN;
    }
    if (disk != NULL && crash_disk_is_off(disk)) {
        return SQLITE_CANTOPEN;
    }
    int code = usual()->xOpen(usual(), name, under(file), flags, given);
    if (code == SQLITE_OK) {
        *(File *)file = (File){{&methods}, disk, g_strdup(name)};
    }
    return code;
}

static int delete_file(sqlite3_vfs *own, const char *name, int sync)
{
    CrashDisk *disk = crash_disk_running();
    (void)own;
    if (disk != NULL && !crash_disk_unlink(disk, name)) {
        return SQLITE_IOERR_DELETE;
    }
    return usual()->xDelete(usual(), name, sync);
}

CrashDisk *crash_vfs_disk(void)
{
    const sqlite3_vfs *own = sqlite3_vfs_find(vfs_name);
    return own != NULL ? own->pAppData : NULL;
}

void crash_vfs_register(CrashDisk *disk)
{
    sqlite3_vfs *own = g_memdup2(usual(), sizeof *own);
    own->zName = vfs_name;
    own->pNext = NULL;
    own->pAppData = disk;
    own->szOsFile = (int)sizeof(File) + usual()->szOsFile;
    own->xOpen = open_file;
    own->xDelete = delete_file;
    sqlite3_vfs_register(own, 1);
}
