/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the rows of the home screen out of what was loaded. */
#pragma once

#include "tui/screens/homemodel.h"

/* An empty array of HomeRow that frees them. */
GPtrArray *home_rows_new(void);
/* Fills MODEL's rows and widths from its `due`: birthdays of today and tomorrow, other days,
 * whom nobody has greeted yet, what is coming. */
void home_rows_of_today(HomeModel *model);
/* The same from its `found`; asks DB for the matches' days. False on a fault. */
bool home_rows_of_matches(Db *db, HomeModel *model, GError **error);
