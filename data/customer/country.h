/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The country whose telephone numbers need no code in front. */
#pragma once

#include "data/db/db.h"

#define COUNTRY_USUAL "49" /* where nobody said otherwise */

/* The country code of the shop, COUNTRY_USUAL where none was set. Free with g_free. False on a
 * fault. */
bool country_code(Db *db, char **code, GError **error);

/* Reads what somebody typed as a country code: "49", "+49", "0049" give "49". One to three digits
 * that do not begin with 0. NULL when it is none. Free with g_free. */
char *country_read(const char *typed);

/* Makes CODE (of country_read) the shop's, and brings the numbers up to date by which phones are
 * compared and found, as one transaction. No deed: what people typed stays as it is. *CHANGED,
 * unless NULL, gets how many phones compare otherwise than before. */
bool country_change(Db *db, const char *code, gint64 *changed, GError **error);
