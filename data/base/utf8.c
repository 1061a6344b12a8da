/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Repairs and converts text at the border. */
#include "data/base/utf8.h"

#include "data/base/character.h"

#include <string.h>

#define REPLACEMENT 0xFFFD

/* What Windows-1252 has at 0x80 to 0x9F; the rest is Latin-1. */
static const guint16 cp1252_high[32] = {
    0x20AC,      REPLACEMENT, 0x201A, 0x0192, 0x201E, 0x2026,      0x2020, 0x2021,
    0x02C6,      0x2030,      0x0160, 0x2039, 0x0152, REPLACEMENT, 0x017D, REPLACEMENT,
    REPLACEMENT, 0x2018,      0x2019, 0x201C, 0x201D, 0x2022,      0x2013, 0x2014,
    0x02DC,      0x2122,      0x0161, 0x203A, 0x0153, REPLACEMENT, 0x017E, 0x0178,
};

static bool is_break(gunichar c)
{
    return character_kind(c) == CHARACTER_BREAK;
}

static bool is_blank(gunichar c)
{
    return is_break(c) || g_unichar_isspace(c);
}

/* TEXT without NUL and noncharacters, U+FFFD for each byte that is no UTF-8. */
static GString *repair(const char *text, gsize length, bool *repaired)
{
    GString *out = g_string_sized_new(length);
    const char *end = text + length;
    for (const char *at = text; at < end;) {
        guchar byte = (guchar)*at;
        if (byte < 0x80) {
            if (byte != '\0') {
                g_string_append_c(out, *at);
            }
            at++;
            continue;
        }
        gunichar c = g_utf8_get_char_validated(at, end - at);
        if (c == (gunichar)-1 || c == (gunichar)-2) {
            g_string_append_unichar(out, REPLACEMENT);
            *repaired = true;
            at++;
            continue;
        }
        if (!character_is_noncharacter(c)) {
            g_string_append_unichar(out, c);
        }
        at += g_utf8_skip[byte];
    }
    return out;
}

/* Each run of white space with a break or tab in it becomes one blank. */
static char *join_lines(const char *text)
{
    GString *out = g_string_sized_new(strlen(text));
    while (*text != '\0') {
        const char *at = text;
        bool broken = false;
        while (*at != '\0' && is_blank(g_utf8_get_char(at))) {
            broken = broken || is_break(g_utf8_get_char(at));
            at = g_utf8_find_next_char(at, NULL);
        }
        if (at == text) {
            at = g_utf8_find_next_char(at, NULL);
        }
        if (broken) {
            g_string_append_c(out, ' ');
        } else {
            g_string_append_len(out, text, at - text);
        }
        text = at;
    }
    return g_string_free(out, FALSE);
}

static char *trimmed(const char *text)
{
    while (*text != '\0' && is_blank(g_utf8_get_char(text))) {
        text = g_utf8_find_next_char(text, NULL);
    }
    const char *end = text + strlen(text);
    while (end > text) {
        const char *last = g_utf8_prev_char(end);
        if (!is_blank(g_utf8_get_char(last))) {
            break;
        }
        end = last;
    }
    return g_strndup(text, (gsize)(end - text));
}

/* Whether all of TEXT is ASCII without NUL, which is as it should be already. */
static bool is_plain(const char *text, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        if ((guchar)text[i] >= 0x80 || text[i] == '\0') {
            return false;
        }
    }
    return true;
}

char *utf8_storable(const char *text, gssize length, bool single_line, bool *repaired)
{
    bool broken = false;
    gsize size = length < 0 ? strlen(text) : (gsize)length;
    if (!single_line && is_plain(text, size)) {
        if (repaired != NULL) {
            *repaired = false;
        }
        g_autofree char *copy = g_strndup(text, size);
        return trimmed(copy);
    }
    GString *whole = repair(text, size, &broken);
    if (repaired != NULL) {
        *repaired = broken;
    }

    g_autofree char *clean = g_string_free(whole, FALSE);
    g_autofree char *composed = g_utf8_normalize(clean, -1, G_NORMALIZE_NFC);
    if (!single_line) {
        return trimmed(composed);
    }
    g_autofree char *line = join_lines(composed);
    return trimmed(line);
}

gunichar utf8_take(const char **at)
{
    gunichar c = g_utf8_get_char_validated(*at, -1);
    if (c == (gunichar)-1 || c == (gunichar)-2) {
        *at += 1;
        return REPLACEMENT;
    }
    *at = g_utf8_find_next_char(*at, NULL);
    return c;
}

bool utf8_is_printable_ascii(const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text < 0x20 || *text > 0x7E) {
            return false;
        }
    }
    return true;
}

gsize utf8_fitting(const char *text, gsize longest)
{
    gsize length = strnlen(text, longest + 1);
    if (length > longest) {
        length = longest;
        while (length > 0 && ((guchar)text[length] & 0xC0) == 0x80) {
            length--;
        }
    }
    return length;
}

/* How many bytes TEXT begins with that are ASCII and no NUL, as far as eight can be looked at
 * together. Taken one from each of eight such bytes, the highest bit of none is set; a NUL sets
 * that of its own byte. */
static gsize plain_length(const char *text, gsize length)
{
    static const guint64 ones = 0x0101010101010101, highest = 0x8080808080808080;
    gsize at = 0;
    for (guint64 eight; at + sizeof eight <= length; at += sizeof eight) {
        memcpy(&eight, text + at, sizeof eight);
        if (((eight | (eight - ones)) & highest) != 0) {
            break;
        }
    }
    return at;
}

bool utf8_is_clean(const char *text, gsize length)
{
    gsize plain = plain_length(text, length);
    return plain == length || g_utf8_validate_len(text + plain, length - plain, NULL);
}

char *utf8_from_cp1252(const char *bytes, gsize length, gsize *out_length)
{
    GString *out = g_string_sized_new(length + length / 8);
    for (gsize i = 0; i < length; i++) {
        guchar byte = (guchar)bytes[i];
        if (byte < 0x80) {
            g_string_append_c(out, bytes[i]);
        } else {
            g_string_append_unichar(out, byte < 0xA0 ? cp1252_high[byte - 0x80] : byte);
        }
    }
    if (out_length != NULL) {
        *out_length = out->len;
    }
    return g_string_free(out, FALSE);
}
