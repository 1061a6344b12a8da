/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small text files of a person on this machine: reading them, and writing them anew. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* The whole text of the file at PATH, at most 64 KiB. NULL when it cannot be read; then *FAULT is
 * why, as an errno, 0 when there is no such file. A pipe or a device is never opened: it could keep
 * the program waiting. Free with g_free. */
char *small_file_read(const char *path, int *fault);

/* Puts TEXT into the place of the file at PATH, as a whole or not at all, readable for its owner
 * alone (0600); its folder is made (0700) when it is missing. A link stays one: what it leads to is
 * replaced. False and the errno in *FAULT when it cannot be written, EIO for the unusual. */
bool small_file_write(const char *path, const char *text, int *fault);

/* Why a file could not be read or written, FAULT as above, as words for the end of a sentence like
 * "The file cannot be read: %s.". Not freed. */
const char *small_file_why(int fault);
