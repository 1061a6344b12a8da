/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notices when a file changes. */
#pragma once

#include <glib.h>

typedef struct FileWatch FileWatch;

/* Calls CHANGED in the main loop after each change of what the file PATH holds, whoever made it,
 * also when another file takes its place. NULL where the system cannot watch. Free with
 * file_watch_free. Main thread. */
FileWatch *file_watch_new(const char *path, void (*changed)(gpointer data), gpointer data);
void file_watch_free(FileWatch *watch);
