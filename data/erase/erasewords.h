/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people are told before somebody is erased. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* How long the BACKUPS of the shop (an array of Backup, see backup/list.h) still have the customer,
 * and whether others can read them; IS_SERVER: its backups are its keeper's. Translated; free with
 * g_free. */
char *erase_backup_words(const GPtrArray *backups, bool is_server);
