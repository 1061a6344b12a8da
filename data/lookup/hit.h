/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a customer fitted, to be shown. */
#pragma once

#include "data/customer/sheet.h"
#include "data/lookup/rank.h"

/* The words of RANKED's customer in which they have the terms of SOUGHT, folded: as typed where
 * theirs begin so, else the whole word; of phone numbers the digits. Free with g_strfreev. */
char **hit_marks(const Ranked *ranked, const GPtrArray *sought);
/* The first fact, phone number, e-mail, related person, line of an address or birthday of SHEET in
 * GROUP with a word that begins with one of MARKS (a phone number also with its digits anywhere, a
 * birthday with the word of its day); of addresses where none does the first street, which is
 * found by other spellings, too. A birthday of a related person comes with their name. NULL for the
 * other groups, or when there is none. Free with g_free. */
char *hit_words(const Sheet *sheet, WordGroup group, char *const *marks);
