/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that nobody should type: for every place that takes whatever is typed or pasted. Each list
 * ends with NULL. */
#pragma once

/* Query languages (SQL, FTS5, tsquery), formats, patterns, terminals. */
extern const char *const hostile_commands[];
/* Bytes that are no UTF-8: too long, too large, surrogates. */
extern const char *const hostile_bytes[];
/* Scripts mixed, compatibility characters, invisible ones, characters that are none. */
extern const char *const hostile_scripts[];
/* What stands on the character before it, or is not seen at all: for towers. */
extern const char *const hostile_marks[];
/* Numbers and days, and what only looks like one. */
extern const char *const hostile_numbers[];
/* What does harm only when it comes thousands of times. */
extern const char *const hostile_pieces[];
/* Nothing, in all ways to write it. */
extern const char *const hostile_blanks[];
