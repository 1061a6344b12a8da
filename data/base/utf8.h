/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The border for text: whatever comes in is valid UTF-8, NFC and without NUL before it is
 * stored. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* Makes TEXT (LENGTH bytes, -1 when it ends with NUL) storable: bytes that are no UTF-8 become
 * U+FFFD, NUL and noncharacters go, NFC. With SINGLE_LINE, line breaks and tabs become one
 * blank. Blanks (Unicode white space) at both ends go. Other control characters stay: what is
 * shown is cleaned where it is shown. Returns a new string, "" at least; free with g_free.
 * *REPAIRED, unless NULL, says whether invalid bytes were replaced. */
char *utf8_storable(const char *text, gssize length, bool single_line, bool *repaired);

/* The character at *AT, which is not the end, and moves past it; U+FFFD and one byte further where
 * there is none. */
gunichar utf8_take(const char **at);

/* Whether all of TEXT is printable ASCII, which every terminal, printer and window can show. */
bool utf8_is_printable_ascii(const char *text);

/* How many bytes of TEXT fit into LONGEST without tearing a character. */
gsize utf8_fitting(const char *text, gsize longest);

/* Whether the LENGTH bytes at TEXT are valid UTF-8 without NUL. */
bool utf8_is_clean(const char *text, gsize length);

/* LENGTH bytes in Windows-1252 as UTF-8. The five unused bytes become U+FFFD. Free with g_free;
 * *OUT_LENGTH in bytes. */
char *utf8_from_cp1252(const char *bytes, gsize length, gsize *out_length);
