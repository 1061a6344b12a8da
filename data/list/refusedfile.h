/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file beside a list that holds the records which were not taken over, each with the reason in
 * front. What a spreadsheet would run in it has an apostrophe (csvcell.h), so that it says the same
 * when it is taken over. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct RefusedFile RefusedFile;

/* For the list at LIST_PATH, whose header record is HEADER as it stands there and whose cells
 * SEPARATOR divides. Nothing is written yet. SPARE_FOLDER (made when needed; may be NULL) takes the
 * file when the list's folder cannot be written. Free with refused_file_free. */
RefusedFile *refused_file_new(const char *list_path, const char *spare_folder, const char *header,
                              char separator);
/* Adds the record RAW of LINE with its reason. The first one makes the file, under a name that is
 * free. */
bool refused_file_add(RefusedFile *file, guint line, const char *raw, const char *reason,
                      GError **error);
/* Makes the file lasting. *PATH gets where it lies, NULL when no record was refused; free with
 * g_free. */
bool refused_file_keep(RefusedFile *file, char **path, GError **error);
/* Removes the file unless it was kept. NULL is fine. */
void refused_file_free(RefusedFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefusedFile, refused_file_free)
