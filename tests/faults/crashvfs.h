/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite's way to the files of a disk that loses power. */
#pragma once

#include "tests/faults/crashdisk.h"

/* Registers it for DISK, as the usual way. */
void crash_vfs_register(CrashDisk *disk);
/* The disk it was registered for; NULL when it was not. */
CrashDisk *crash_vfs_disk(void);
