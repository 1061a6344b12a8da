/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days nobody is to be reminded of any more, because of who is lost. The one place that says so.
 *
 * Kept silent are all days of a customer who has died, and of one who is lost unless the owner
 * wants them greeted (loss.h); the day of a related person who is such a customer; the wedding day
 * of a customer whose partner is one who has died. Asking takes a statement for every two dozen
 * days, however many customers are lost. */
#pragma once

#include "data/customer/sheet.h"

/* Takes those of the days in LIST (Due) out that are kept silent. False on a fault. */
bool silence_keep(Db *db, GPtrArray *list, GError **error);
/* Takes the occasions out of SHEET that are kept silent: for showing it, not for storing it. False
 * on a fault. */
bool silence_sheet(Db *db, Sheet *sheet, GError **error);
/* Likewise from all of SHEETS (Sheet), with as few statements. */
bool silence_sheets(Db *db, const GPtrArray *sheets, GError **error);
