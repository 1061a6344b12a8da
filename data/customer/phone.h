/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telephone numbers in whatever writing, compared by their digits. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* The number as digits only, for comparing: "+49 (0)421 84220", "0049 421 84220", "0421/84220"
 * and "Tel. 0421-84220" all give "042184220" when COUNTRY is "49" (the shop's country code).
 * Other countries keep "00" and their code: "+43 1 5331" gives "0043 15331" without the blank.
 * Words before ("Tel.", "mobil:") and after ("(privat)") are skipped, an extension after "-"
 * belongs to the number; letters in the middle end it. Returns NULL when there are fewer than 3
 * digits. Free with g_free. */
char *phone_digits(const char *text, const char *country);

/* Whether TEXT, typed into the box, can only be (part of) a phone number: at least 3 digits,
 * otherwise only blanks and + ( ) / - . */
bool phone_looks_like(const char *text);
