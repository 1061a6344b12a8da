/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the small text files people write for this machine. */
#pragma once

#include <glib.h>

/* The whole text of the file at PATH, at most 64 KiB. NULL when it cannot be read; then *FAULT is
 * why, as an errno, 0 when there is no such file. A pipe or a device is never opened: it could keep
 * the program waiting. Free with g_free. */
char *small_file_read(const char *path, int *fault);

/* The errno that ERROR of GLib's file functions stands for, EIO when it is none of the usual ones:
 * their sentences are not the program's. */
int small_file_errno(const GError *error);
