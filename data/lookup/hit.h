/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a customer fitted, to be shown. */
#pragma once

#include "data/customer/sheet.h"
#include "data/lookup/rank.h"

/* The words of RANKED's customer in which they have the terms of SOUGHT, folded: as typed where
 * theirs begin so, else the whole word; of phone numbers the digits. Free with g_strfreev. */
char **hit_marks(const Ranked *ranked, const GPtrArray *sought);
/* The fact, phone number, e-mail, related person, line of the address or birthday of SHEET in GROUP
 * that has one of MARKS; NULL for the other groups, or when there is none. Free with g_free. */
char *hit_words(const Sheet *sheet, WordGroup group, char *const *marks);
