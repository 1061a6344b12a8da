/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The country whose telephone numbers need no code in front. */
#pragma once

#include "data/db/db.h"

/* Reads what somebody typed as a country code: "49", "+49", "0049" give "49". One to three digits
 * that do not begin with 0. NULL when it is none. Free with g_free. */
char *country_code(const char *typed);

/* Makes CODE (of country_code) the shop's, and brings the numbers up to date by which phones are
 * compared and found, as one transaction. No deed: what people typed stays as it is. *CHANGED,
 * unless NULL, gets how many phones compare otherwise than before. */
bool country_change(Db *db, const char *code, gint64 *changed, GError **error);
