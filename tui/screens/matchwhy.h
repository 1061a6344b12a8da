/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why somebody stands among the matches, where the words that were typed do not show it. */
#pragma once

#include "data/lookup/lookup.h"

/* The words of TYPED, folded, for which VOCABULARY has others that mean the same: for match_why of
 * all matches. VOCABULARY may be NULL. Free with g_strfreev. */
char **match_why_words(const char *typed, const Vocabulary *vocabulary);

/* A few words for people: how MATCH is only alike, or for which of WORDS (of match_why_words) it
 * has another one: "Sepp = Josef" in its name, "= Semmel" in its hit_words, which stand beside it;
 * several with commas. Where one begins with the other, that is plain to see and not told. NULL
 * when there is nothing to tell. Free with g_free. */
char *match_why(const Match *match, const char *typed, char *const *words,
                const Vocabulary *vocabulary);
