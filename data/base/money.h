/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money: counts of a currency's smallest unit, as people write and read them. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* More than this many smallest units, or less than their negative, is no amount of a shop: sums of
 * a million such amounts still fit. */
#define MONEY_MOST G_GINT64_CONSTANT(1000000000000)

/* How many digits the smallest unit of CURRENCY (ISO 4217; NULL: "EUR") stands behind the comma: 2
 * for most, 0 for JPY and its like, 3 for KWD and its like. */
int money_digits(const char *currency);
/* What stands for CURRENCY beside an amount: "€"; the code where it has no sign of its own. Static,
 * or CURRENCY itself. */
const char *money_sign(const char *currency);

/* Reads TEXT as an amount of CURRENCY: "12,50", "12.50", "12", "12,-", "1.234,50", "1,234.50",
 * "1 234,5", "1'234.50", "-3", "3-", "12,50 €", "EUR 12.50"; "(3.00)" is negative. The last of
 * comma and point parts the fraction, unless exactly three digits stand behind the only kind of it
 * ("1.234" is one thousand; not so where the currency has three digits there). False, and *AMOUNT
 * untouched, when it is no amount, has more digits behind the comma than the currency (noughts do
 * not count), names another currency, or is beyond MONEY_MOST; *TOO_MUCH (may be NULL) says whether
 * it was only that. */
bool money_read(const char *text, const char *currency, gint64 *amount, bool *too_much);
/* The sentence for people about a TEXT that money_read refused. Free with g_free. */
char *money_refused(const char *text, bool too_much);

/* "12,50 €" or "€12.50", as the language of the messages writes it: the catalogue says where the
 * sign stands and what parts the fraction. Free with g_free. */
char *money_for_people(gint64 amount, const char *currency);
/* "12,50": without the sign, for columns. Free with g_free. */
char *money_bare(gint64 amount, const char *currency);
/* "12.50": for programs, whatever the language. Free with g_free. */
char *money_for_programs(gint64 amount, const char *currency);
