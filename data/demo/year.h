/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year in the demo shop: who wrote what down, where and when. */
#pragma once

#include "data/base/day.h"
#include "data/db/db.h"

/* The clerks and branches of the demo shop, in the order of their ids. */
enum { YEAR_CLERKS = 7, YEAR_BRANCHES = 3 };

/* The opening of the shop: a working day, a year before TODAY. */
Day year_begin(Day today);
/* The UTC instant at MINUTE minutes after midnight, local time, of DAY. */
void year_instant(Day day, int minute, char text[21]);

/* Told how far it is; false stops it. */
typedef bool (*YearProgress)(guint done, guint total, gpointer data);

/* Fills the empty shop DB with clerks, branches and CUSTOMERS customers, and with what was noted of
 * them and whom somebody congratulated on the working days (not on Sundays, from 8 to 18 o'clock)
 * from year_begin to the day before TODAY, in that order. In the transaction of the caller.
 * False on a fault; FAULT_CANCELLED when PROGRESS (may be NULL) said so. */
bool year_fill(Db *db, guint customers, Day today, YearProgress progress, gpointer data,
               GError **error);
