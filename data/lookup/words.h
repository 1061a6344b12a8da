/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words under which a customer is found. */
#pragma once

#include "data/customer/sheet.h"
#include "data/lookup/index.h"

/* The folded words of SHEET in the groups of WordGroup: name parts and company, description,
 * number, every end of each phone number from three digits on (so that any piece of a number is the
 * beginning of a word), the words of e-mails, related people, facts, places. No word is longer than
 * 60 bytes; what comes after the first 64 KiB is left out. Free with g_free. */
char *words_of_sheet(const Sheet *sheet);
/* How well WORD (folded) fits a document of words_of_sheet: the group where it fits best,
 * GROUP_COUNT when it fits nowhere. *WHOLE says whether a whole word of that group equals it. */
WordGroup words_match(const char *words, const char *word, bool *whole);
/* The words of what was typed into the box, folded: at most 16, of 60 bytes each. With
 * PHONES_AS_ONE a phone number in whatever writing is one word, its digits; COUNTRY as for
 * phone_digits. Empty when nothing is left to look for. Free with g_strfreev. */
char **words_of_query(const char *query, const char *country, bool phones_as_one);
