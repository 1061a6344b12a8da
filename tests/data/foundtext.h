/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a search finds, as text for comparing. */
#pragma once

#include "data/lookup/lookup.h"

/* lookup_find, where it has to go well. Free with found_free. */
Found *found_by(Db *db, const Vocabulary *vocabulary, const char *query, guint limit);
/* The customer numbers of FOUND with blanks between them, and "~ " before those that are only
 * alike. Free with g_free. */
char *found_text(const Found *found);
/* Fails the test unless QUERY finds NUMBERS, told like that. VOCABULARY may be NULL. */
void expect_found(Db *db, const Vocabulary *vocabulary, const char *query, const char *numbers);
