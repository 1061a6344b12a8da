/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding, the quick way: one pass over ASCII and Latin letters; anything else goes the general
 * way. */
#include "data/lookup/fold.h"

#include "data/lookup/foldslow.h"
#include "data/lookup/foldwriter.h"

#include <string.h>

#define LATIN_FIRST 0x80
#define LATIN_END 0x180

/* U+0080 to U+017F: plain letters, "" ends a word, "'" is an apostrophe, "-" vanishes, "?" needs
 * the general way. */
/* clang-format off */
static const char latin[LATIN_END - LATIN_FIRST][3] = {
    /* 080 */ "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "",
    /* 090 */ "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "",
    /* 0A0 */ "", "", "", "", "", "", "", "", "", "", "a", "", "", "-", "", "",
    /* 0B0 */ "", "", "2", "3", "'", "?", "", "", "", "1", "o", "", "?", "?", "?", "",
    /* 0C0 */ "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    /* 0D0 */ "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "ss",
    /* 0E0 */ "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    /* 0F0 */ "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "y",
    /* 100 */ "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",
    /* 110 */ "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
    /* 120 */ "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",
    /* 130 */ "i", "i", "ij", "ij", "j", "j", "k", "k", "q", "l", "l", "l", "l", "l", "l", "?",
    /* 140 */ "?", "l", "l", "n", "n", "n", "n", "n", "n", "?", "n", "n", "o", "o", "o", "o",
    /* 150 */ "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",
    /* 160 */ "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",
    /* 170 */ "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
};
/* clang-format on */

static void write_ascii(FoldWriter *writer, char c)
{
    if (g_ascii_isalnum(c)) {
        fold_writer_plain(writer, g_ascii_tolower(c));
    } else if (c == '\'' || c == '`') {
        fold_writer_apostrophe(writer);
    } else {
        fold_writer_separate(writer);
    }
}

/* False when C needs the general way. */
static bool write_latin(FoldWriter *writer, const char *plain)
{
    switch (plain[0]) {
    case '?':
        return false;
    case '-':
        return true;
    case '\0':
        fold_writer_separate(writer);
        return true;
    case '\'':
        fold_writer_apostrophe(writer);
        return true;
    default:
        for (; *plain != '\0'; plain++) {
            fold_writer_plain(writer, *plain);
        }
        return true;
    }
}

/* The dashes, quotation marks and dots U+2010 to U+2027. */
static void write_punctuation(FoldWriter *writer, gunichar c)
{
    if (c == 0x2018 || c == 0x2019 || c == 0x201B) {
        fold_writer_apostrophe(writer);
    } else {
        fold_writer_separate(writer);
    }
}

/* False when something else than Latin letters and common marks stands in TEXT. */
static bool fold_quickly(const char *text, FoldWriter *writer)
{
    const guchar *at = (const guchar *)text;
    while (*at != '\0') {
        if (*at < 0x80) {
            write_ascii(writer, (char)*at++);
        } else if (*at >= 0xC2 && *at <= 0xC5 && (at[1] & 0xC0) == 0x80) {
            guint c = (*at & 0x1Fu) << 6 | (at[1] & 0x3Fu);
            if (!write_latin(writer, latin[c - LATIN_FIRST])) {
                return false;
            }
            at += 2;
        } else if ((*at == 0xCC || (*at == 0xCD && at[1] <= 0xAF)) && (at[1] & 0xC0) == 0x80) {
            at += 2; /* U+0300 to U+036F: combining accents */
        } else if (*at == 0xE2 && at[1] == 0x80 && at[2] >= 0x90 && at[2] <= 0xA7) {
            write_punctuation(writer, 0x2000 | (at[2] & 0x3Fu));
            at += 3;
        } else {
            return false;
        }
    }
    return true;
}

static char *fold(const char *text, bool spelled)
{
    FoldWriter writer = {.out = g_string_sized_new(strlen(text)), .spelled = spelled};
    if (fold_quickly(text, &writer)) {
        return g_string_free(writer.out, FALSE);
    }
    g_string_free(writer.out, TRUE);
    return fold_text_slow(text, spelled);
}

char *fold_text(const char *text)
{
    return fold(text, false);
}

char *fold_key(const char *text)
{
    g_autofree char *folded = fold_text(text);
    return *folded != '\0' ? g_steal_pointer(&folded) : g_strdup(text);
}

char *fold_spelled(const char *text)
{
    return fold(text, true);
}

char **fold_words(const char *text)
{
    g_autofree char *folded = fold_text(text);
    return g_strsplit(folded, " ", -1);
}
