/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copying files byte by byte. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* Copies all bytes of the file FROM to the open file TO, called TO_NAME in sentences, and syncs it.
 * FAULT_FULL, FAULT_READ_ONLY, FAULT_MISSING as backup_file_refuse. */
bool backup_copy_bytes(const char *from, int to, const char *to_name, GError **error);
/* Copies the file FROM to TO, which is made (0600, as backup_file_create) and gone after a fault.
 */
bool backup_copy_file(const char *from, const char *to, GError **error);
