/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that loses power: it knows of each file what was synced and what was only written, and
 * when the power goes, what was not synced stays, is torn at sectors, becomes rubbish or never was,
 * and so do names of files. SQLite reaches it through the VFS of crashvfs.c, everybody else through
 * the calls of crashcalls.c; both are linked to the tests that cut the power, and do nothing unless
 * a run was started. One for a process, and one thread at a time. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct CrashDisk CrashDisk;

/* What a cut leaves of what was not synced. */
typedef enum {
    CRASH_KEEPS_ALL,   /* everything: only the program was killed */
    CRASH_KEEPS_NONE,  /* nothing */
    CRASH_KEEPS_SOME,  /* any part of it, in sectors of 512 bytes, in any order */
    CRASH_KEEPS_FIRST, /* what was written first */
    CRASH_KINDS
} CrashKind;

/* Makes the disk of this process, and makes it SQLite's usual way to files; to be called before the
 * first shop is opened. It lasts as long as the process. CHANCE stays the caller's. */
CrashDisk *crash_disk_new(GRand *chance);
/* Begins a run: all that is in FOLDER and in its folders counts as synced. The power goes at the
 * operation CUT_AT (1 is the first; 0: never), and leaves what KIND says. No file there may be
 * open. */
void crash_disk_start(CrashDisk *disk, const char *folder, guint cut_at, CrashKind kind);
/* Ends the run; when the power went, FOLDER gets what survived it. No file there may be open.
 * Returns how many operations there were. */
guint crash_disk_stop(CrashDisk *disk);
/* Whether the power went. From then on every operation fails. */
bool crash_disk_is_off(const CrashDisk *disk);

/* For crashvfs.c and crashcalls.c. */
/* The disk of this process; NULL when there is none or no run is on. */
CrashDisk *crash_disk_running(void);
/* Notes what is about to be done to the file PATH (one in the folder of the run; others are let
 * pass). False when the power is off: it is not to be done. */
bool crash_disk_write(CrashDisk *disk, const char *path, gint64 offset, gconstpointer bytes,
                      gsize length);
bool crash_disk_truncate(CrashDisk *disk, const char *path, gint64 size);
bool crash_disk_create(CrashDisk *disk, const char *path);
bool crash_disk_unlink(CrashDisk *disk, const char *path);
bool crash_disk_rename(CrashDisk *disk, const char *from, const char *to);
/* PATH, a file or a folder, is synced. */
bool crash_disk_sync(CrashDisk *disk, const char *path);
