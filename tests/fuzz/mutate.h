/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes that are nearly others: what a fuzzer does, small and always the same for a seed. */
#pragma once

#include <glib.h>

/* Changes BYTES in one to four places: bits and bytes flipped, pieces left out, doubled, moved,
 * pieces of OTHER put in, and what parsers stumble over (quotation marks, line ends, control
 * characters, cut UTF-8, long numbers). No longer than MOST bytes afterwards. */
void fuzz_mutate(GByteArray *bytes, const GByteArray *other, guint most, GRand *chance);
