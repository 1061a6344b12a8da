/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of characters that could do something where they are shown. */
#include "data/base/character.h"

typedef struct {
    gunichar first, last;
    CharacterKind kind;
} Range;

/* Ascending. What is not here is told by its general category. */
static const Range ranges[] = {
    {0x0000, 0x0008, CHARACTER_CONTROL},
    {0x0009, 0x000D, CHARACTER_BREAK},
    {0x000E, 0x001F, CHARACTER_CONTROL},
    {0x007F, 0x0084, CHARACTER_CONTROL},
    {0x0085, 0x0085, CHARACTER_BREAK},
    {0x0086, 0x009F, CHARACTER_CONTROL},
    {0x00AD, 0x00AD, CHARACTER_HIDDEN}, /* soft hyphen */
    {0x034F, 0x034F, CHARACTER_HIDDEN}, /* grapheme joiner */
    {0x061C, 0x061C, CHARACTER_TURN},
    {0x115F, 0x1160, CHARACTER_HIDDEN}, /* fillers */
    {0x17B4, 0x17B5, CHARACTER_HIDDEN}, /* inherent vowels */
    {0x180B, 0x180F, CHARACTER_HIDDEN}, /* selectors and separator of Mongolian letters */
    {0x200B, 0x200B, CHARACTER_HIDDEN}, /* zero-width space */
    {0x200C, 0x200D, CHARACTER_JOINER},
    {0x200E, 0x200F, CHARACTER_TURN},
    {0x2028, 0x2029, CHARACTER_BREAK},
    {0x202A, 0x202E, CHARACTER_TURN},   /* embeddings and overrides */
    {0x2060, 0x2064, CHARACTER_HIDDEN}, /* word joiner, invisible operators */
    {0x2066, 0x2069, CHARACTER_TURN},   /* isolates */
    {0x3164, 0x3164, CHARACTER_HIDDEN}, /* filler */
    {0xFE00, 0xFE0F, CHARACTER_SELECTOR},
    {0xFEFF, 0xFEFF, CHARACTER_HIDDEN},   /* byte order mark */
    {0xFFA0, 0xFFA0, CHARACTER_HIDDEN},   /* filler */
    {0xE0000, 0xE007F, CHARACTER_HIDDEN}, /* tags */
    {0xE0100, 0xE01EF, CHARACTER_SELECTOR},
};

bool character_is_noncharacter(gunichar c)
{
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

static CharacterKind kind_of_category(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);
    bool is_unfit = type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT ||
                    type == G_UNICODE_SURROGATE || type == G_UNICODE_UNASSIGNED;
    return is_unfit ? CHARACTER_UNFIT : CHARACTER_PLAIN;
}

CharacterKind character_kind(gunichar c)
{
    if (c >= 0x20 && c < 0x7F) {
        return CHARACTER_PLAIN;
    }
    gsize low = 0, high = G_N_ELEMENTS(ranges);
    while (low < high) {
        gsize middle = (low + high) / 2;
        if (c > ranges[middle].last) {
            low = middle + 1;
        } else if (c < ranges[middle].first) {
            high = middle;
        } else {
            return ranges[middle].kind;
        }
    }
    return c > 0x10FFFF || character_is_noncharacter(c) ? CHARACTER_UNFIT : kind_of_category(c);
}
