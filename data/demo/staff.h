/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people behind the counters of the demo shop, the counters, and what lies on them. */
#pragma once

#include "data/base/day.h"
#include "data/db/db.h"

/* Writes the clerks, the branches and the articles into the empty shop DB, on the day BEGIN at the
 * minute OPENS: YEAR_CLERKS and YEAR_BRANCHES of them, with ids from 1. */
bool staff_hire(Db *db, Day begin, int opens, GError **error);
