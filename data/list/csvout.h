/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a CSV file that a spreadsheet and this program's import read: UTF-8 with BOM, ";" and
 * CRLF, mode 0600, written beside and renamed. */
#pragma once

#include "data/db/db.h"

typedef struct CsvOut CsvOut;

/* Begins the file that is to be at PATH. FAULT_REFUSED when it cannot be made, is the very file DB
 * lies in, or is there and no regular file (a device), FAULT_FULL when the disk is full; NULL then.
 * Free with csv_out_free. */
CsvOut *csv_out_begin(const Db *db, const char *path, GError **error);
/* Adds a cell to the row that is open; NULL is an empty one. A text that a spreadsheet would run as
 * a formula (begins with = + - @ tab CR LF and is neither a plain number nor a phone number) gets a
 * leading apostrophe. */
void csv_out_cell(CsvOut *out, const char *text);
/* Ends the row. Faults as above. */
bool csv_out_end_row(CsvOut *out, GError **error);
/* Ends the file and moves it to its place: what is not on the disk now is not written. Faults as
 * above, with the place as it was. */
bool csv_out_commit(CsvOut *out, GError **error);
/* Removes what was not committed. NULL is fine. */
void csv_out_free(CsvOut *out);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CsvOut, csv_out_free)
