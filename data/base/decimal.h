/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers with a few digits behind the comma. */
#pragma once

#include <glib.h>

/* What parts the fraction in the language of the messages: "." or ",". Free with g_free. */
char *decimal_point(void);
/* VALUE, finite, rounded to DIGITS (0 to 6) digits behind the mark the language of the messages
 * puts there, with the thousands of the whole part parted: "1,234.5". Free with g_free. */
char *decimal_for_people(double value, int digits);
/* The same for programs, whatever the language: "1234.5"; zeros at the end of the fraction are left
 * out ("85", not "85.0"), and there is no "-0". Free with g_free. */
char *decimal_for_programs(double value, int digits);
/* BYTES, the size of a file, in the largest unit of a thousand times the one before that it has at
 * least one of: "512 bytes", "4.6 MB"; less than nothing is nothing. Free with g_free. */
char *decimal_size(gint64 bytes);
