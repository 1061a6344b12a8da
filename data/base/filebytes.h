/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of open files, whatever signals come meanwhile. Any thread. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* Reads up to LENGTH BYTES of the open FILE as read does, but no signal breaks it off. How many
 * there were, 0 at the end of the file, -1 and errno on a fault. */
gssize file_read(int file, gpointer bytes, gsize length);
/* The same until BYTES is full: only the end of the file gives fewer. */
gssize file_read_full(int file, gpointer bytes, gsize length);
/* Writes all LENGTH BYTES to the open FILE; false and errno on a fault. */
bool file_write_all(int file, gconstpointer bytes, gsize length);
