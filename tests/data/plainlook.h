/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would be found without an index, by a plain look at every customer: what the index is
 * measured by. */
#pragma once

#include "tests/data/fixture.h"

/* Every customer of the shop. The array of Candidate frees them. */
GPtrArray *plain_everybody(Db *db);
/* Looks for QUERY with the index: fails the test unless just those of ALL (plain_everybody) are
 * found who are found by looking at each, in the same order, and the first five of them when only
 * five are asked for. Returns the ids of all who were found, those who are only alike too. Free
 * with g_free. */
char *plain_compare(Db *db, const GPtrArray *all, const char *query);
