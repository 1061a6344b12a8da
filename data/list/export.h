/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The customers as a CSV file that a spreadsheet and this program's import read. */
#pragma once

#include "data/db/db.h"

/* Writes all customers to PATH (mode 0600; written beside and renamed): UTF-8 with BOM, ";" and
 * CRLF, a header in the language of the messages, one row a customer; phones, e-mails and facts of
 * a kind in one cell, one a line. A cell that a spreadsheet would run as a formula (begins with = +
 * - @ tab CR LF and is neither a plain number nor a phone number) gets a leading apostrophe. *COUNT
 * (may be NULL) gets how many. FAULT_REFUSED, with PATH as it was, when it cannot be written or is
 * the shop itself, FAULT_FULL when the disk is full. */
bool export_csv(Db *db, const char *path, gint64 *count, GError **error);
