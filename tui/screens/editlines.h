/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines for phones and e-mail addresses of the customer form, after somebody else has added or
 * removed some. */
#pragma once

#include "data/customer/sheet.h"

/* Renames the fields of BASE, what the form was filled with from BEFORE, and MINE, what stands in
 * it now (both values.h), so that each line is called as the same phone or address is in NOW. Lines
 * that NOW does not have follow behind them. */
void edit_lines_align(const Sheet *before, const Sheet *now, GHashTable *base, GHashTable *mine);

/* What was changed last of all the form shows of NOW since it stood as in BEFORE; NULL: nothing.
 * Belongs to NOW. */
const RecordHead *edit_lines_changed(const Sheet *before, const Sheet *now);
