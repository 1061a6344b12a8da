/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record of a list as a sheet, ready to be stored. */
#pragma once

#include "data/customer/sheet.h"
#include "data/list/row.h"

/* The sheet of ROW. KINDS: fact_kind_list; a fact of a kind the shop does not have becomes a note.
 * Answers about news get the day TODAY. Free with sheet_free. */
Sheet *rowsheet_make(const ListRow *row, const GPtrArray *kinds, Day today);
/* Adds the birthdays of the related people in ROW to SHEET, which is stored already (so that they
 * have ids), where they have none yet. */
bool rowsheet_add_people_days(Deed *deed, const ListRow *row, const Sheet *sheet, GError **error);
