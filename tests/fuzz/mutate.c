/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing bytes as a fuzzer does. */
#include "tests/fuzz/mutate.h"

#include <string.h>

/* What parsers stumble over. The separators of the list are theirs, too. */
static const char *const stumbles[] = {
    "\"",
    "\"\"",
    "';",
    "\r",
    "\n",
    "\r\n",
    "\t",
    ";",
    ",",
    ":",
    "|",
    "=",
    " ",
    "'",
    "\\",
    "\x1b[201~",
    "\x1b]52;c;",
    "\x1b[",
    "\x1a",
    "\x7f",
    "\xC2\x9B",
    "\xE2\x80\xAE",
    "\xE2\x80\x8B",
    "\xEF\xBB\xBF",
    "\xEF\xBF\xBF",
    "\xCC\x88",
    "\xF0\x9F\x91\xA9",
    "\xE2\x82",
    "\xC3",
    "\xFF\xFE",
    "\xFE\xFF",
    "\xED\xA0\x80",
    "0",
    "-1",
    "+",
    "99999999999999999999",
    "-9223372036854775808",
    "31.02.",
    "29.2.",
    "00.00.0000",
    "=1+1",
    "@x",
    "%s%n",
    "{",
    "[[[[",
    "\\u0000",
    "\\ud800",
    "ß",
    "İ",
    "x",
};

static guint below(GRand *chance, guint limit)
{
    return limit == 0 ? 0 : (guint)g_rand_int_range(chance, 0, (gint32)limit);
}

static void insert(GByteArray *bytes, guint at, const guint8 *piece, guint length)
{
    guint before = bytes->len;
    if (length == 0) {
        return;
    }
    g_byte_array_set_size(bytes, before + length);
    memmove(bytes->data + at + length, bytes->data + at, before - at);
    memcpy(bytes->data + at, piece, length);
}

/* Puts a piece of FROM, which may be BYTES, into BYTES. */
static void insert_piece(GByteArray *bytes, const GByteArray *from, GRand *chance)
{
    guint start = below(chance, from->len);
    guint length = from->len == 0 ? 0 : 1 + below(chance, MIN(from->len - start, 64));
    g_autofree guint8 *piece = g_memdup2(length == 0 ? NULL : from->data + start, length);
    insert(bytes, below(chance, bytes->len + 1), piece, length);
}

static void leave_out(GByteArray *bytes, GRand *chance)
{
    guint start = below(chance, bytes->len);
    guint length = 1 + below(chance, MIN(bytes->len - start, 32));
    g_byte_array_remove_range(bytes, start, length);
}

static void change_once(GByteArray *bytes, const GByteArray *other, GRand *chance)
{
    const char *stumble = stumbles[below(chance, G_N_ELEMENTS(stumbles))];
    guint what = bytes->len == 0 ? 4 : below(chance, 8);
    switch (what) {
    case 0:
        bytes->data[below(chance, bytes->len)] ^= (guint8)(1U << below(chance, 8));
        break;
    case 1:
        bytes->data[below(chance, bytes->len)] = (guint8)below(chance, 256);
        break;
    case 2:
        leave_out(bytes, chance);
        break;
    case 3:
        insert_piece(bytes, bytes, chance);
        break;
    case 4:
        insert_piece(bytes, other, chance);
        break;
    case 5:
        g_byte_array_set_size(bytes, below(chance, bytes->len + 1));
        break;
    default:
        insert(bytes, below(chance, bytes->len + 1), (const guint8 *)stumble,
               (guint)strlen(stumble));
        break;
    }
}

void fuzz_mutate(GByteArray *bytes, const GByteArray *other, guint most, GRand *chance)
{
    for (guint i = 1 + below(chance, 4); i > 0; i--) {
        change_once(bytes, other, chance);
    }
    if (bytes->len > most) {
        g_byte_array_set_size(bytes, most);
    }
}
