/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the dictionary share. */
#pragma once

#include "data/lookup/dictionary.h"

/* Sorts behind everything that begins with the same text. */
#define DICTIONARY_BEHIND "\xF4\x8F\xBF\xBF"

/* The words with an end from FIRST to before BEHIND, in the order of the ends, at most MOST; one
 * that has two such ends is there twice. Tokens the array frees. NULL on a fault. */
GPtrArray *dictionary_ending(Db *db, const char *first, const char *behind, guint most,
                             GError **error);
