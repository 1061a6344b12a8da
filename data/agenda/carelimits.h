/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much contact the owner wants at most: for one customer, and on one day. */
#pragma once

#include "data/agenda/care.h"

/* What holds when the owner set nothing else, and the most that can be set. */
enum { CARE_PER_MONTH = 2, CARE_PER_MONTH_MOST = 30, CARE_A_DAY = 3, CARE_A_DAY_MOST = 50 };

/* How many contacts from the shop one customer gets within 30 days at most; 0: any number. */
bool care_per_month(Db *db, int *count, GError **error);
/* How many contacts of the plan are proposed on one day at most; 0: none. */
bool care_a_day(Db *db, int *count, GError **error);

/* Sets the first and makes what follows from it anew (care_rebuild), in one transaction. Broken off
 * by PROGRESS (may be NULL) or on a fault all is as before. */
bool care_set_per_month(Db *db, int count, CareProgress progress, gpointer data, GError **error);
bool care_set_a_day(Db *db, int count, GError **error);
