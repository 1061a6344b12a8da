/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the rows of the home screen out of what was loaded. */
#pragma once

#include "tui/screens/homemodel.h"

/* An empty array of HomeRow that frees them. */
GPtrArray *home_rows_new(void);
/* Appends an empty row. */
HomeRow *home_rows_add(HomeModel *model, HomeRowKind kind);
/* Appends a heading, copied, below an empty row where it is not the first. */
void home_rows_add_heading(HomeModel *model, const char *text);
/* Makes the column *WIDTH wide enough for TEXT; NULL is fine. */
void home_rows_widen(int *width, const char *text);
/* Appends to MODEL's rows, and its widths, what is in its `due`: birthdays of today and tomorrow,
 * other days, whom nobody has greeted yet, what is coming. */
void home_rows_of_today(HomeModel *model);
/* The same from its `found`, which was looked for with VOCABULARY (may be NULL); asks DB for the
 * matches' days. False on a fault. */
bool home_rows_of_matches(Db *db, HomeModel *model, const Vocabulary *vocabulary, GError **error);
