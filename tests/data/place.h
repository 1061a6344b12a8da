/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folders and files as tests see them: what is there, whether it changed, and who may do what. */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <sys/types.h>

/* All names in FOLDER (not below) with kind, mode, size, time of change and a hash of the content,
 * as one text: two of them are equal when nothing was touched. Free with g_free. */
char *place_describe(const char *folder);
/* Reads the file at PATH; fails the test when it cannot. Free with g_free. */
guint8 *place_read(const char *path, gsize *length);
/* Writes LENGTH bytes to a new file at PATH; fails the test when it cannot. */
void place_write(const char *path, gconstpointer bytes, gsize length);
/* Calls VISIT for each file in FOLDER and in the folders below it. */
void place_each_file(const char *folder, void (*visit)(const char *path, gpointer data),
                     gpointer data);
/* Copies the files and folders in FROM to the folder TO, which is made where there is none; fails
 * the test when it cannot. */
void place_copy_folder(const char *from, const char *to);

/* Forks; no connection may be open. What a test prints is printed once. */
pid_t place_fork(void);
/* Ends a forked process, well or not. */
_Noreturn void place_leave(bool well);
/* Waits for CHILD and returns whether it ended well. */
bool place_ended_well(pid_t child);

/* Runs WORK in a process of its own that may do no more than an ordinary person: root, who may
 * write everything, becomes the user "nobody" there. No connection may be open. Returns what WORK
 * returned; a message of a failed check is printed. */
bool place_as_somebody(bool (*work)(gpointer data), gpointer data);
