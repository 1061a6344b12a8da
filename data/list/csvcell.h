/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells that a spreadsheet would run as a formula, kept from it by an apostrophe; and back. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* TEXT as it may stand in a cell: with an apostrophe before it when it begins with = + - @ tab CR
 * or LF and is neither a plain number nor a phone number (in each of its lines digits, blanks and
 * ( ) / . , - behind one sign at most). Such a text with apostrophes of its own before it gets one
 * more, a number too, so that csv_cell_read gives back exactly TEXT. Free with g_free. */
char *csv_cell_guard(const char *text);

/* What a cell says: TEXT without the apostrophe that csv_cell_guard, or somebody in a spreadsheet,
 * put before a formula or a number ('=A1, '0421, '+49 171). "'t Hooft", "'s-Gravenhage" and "'68er"
 * keep theirs. Points into TEXT. */
const char *csv_cell_read(const char *text);

/* RAW, a record as it stands in a list whose cells SEPARATOR divides, with an apostrophe at the
 * begin of each cell that a spreadsheet would run; csv_cell_read of each cell gives the same as
 * before. Free with g_free. */
char *csv_cell_guard_record(const char *raw, char separator);
