/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a stored text may reach the terminal: everything else is made visible. Measuring is in
 * text_cells.c. */
#include "tui/text.h"

#include "tui/text_cells.h"

#include <string.h>
#include <unictype.h>
#include <unigbrk.h>

#define REPLACEMENT 0xFFFD
#define DOTTED_CIRCLE 0x25CC
#define MIDDLE_DOT 0xB7
#define JOINER 0x200D
/* curses keeps one character and four marks in a cell. */
#define CLUSTER_LIMIT 5

/* What has been written so far, as far as the next character depends on it. */
typedef struct {
    GString *out;
    gunichar last;       /* 0 at the start */
    unsigned in_cluster; /* characters of the last cluster */
    unsigned regional;   /* regional indicators in a row: two make a flag */
} Shower;

/* Whether C goes into the same cluster as what was written before it. */
static bool joins_last(const Shower *shower, gunichar c)
{
    if (shower->last == 0) {
        return false;
    }
    if (text_is_regional(c) && text_is_regional(shower->last)) {
        return shower->regional % 2 == 1;
    }
    return !uc_is_grapheme_break(shower->last, c);
}

static void write_plain(Shower *shower, gunichar c)
{
    bool joins = joins_last(shower, c);
    if (joins && shower->in_cluster >= CLUSTER_LIMIT) {
        return;
    }
    g_string_append_unichar(shower->out, c);
    shower->in_cluster = joins ? shower->in_cluster + 1 : 1;
    shower->regional = text_is_regional(c) ? shower->regional + 1 : 0;
    shower->last = c;
}

static void write_number(Shower *shower, gunichar c)
{
    char number[16];
    g_snprintf(number, sizeof number, "<U+%04X>", c);
    for (const char *digit = number; *digit; digit++) {
        write_plain(shower, (gunichar)*digit);
    }
}

static bool is_noncharacter(gunichar c)
{
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

static bool is_variation_selector(gunichar c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

static bool is_skin_tone(gunichar c)
{
    return c >= 0x1F3FB && c <= 0x1F3FF;
}

/* Blank or zero cells wide without telling anything: shown as a dot. */
static bool is_hidden_but_harmless(gunichar c)
{
    switch (c) {
    case 0x00AD: /* soft hyphen */
    case 0x034F: /* grapheme joiner */
    case 0x115F: /* fillers */
    case 0x1160:
    case 0x17B4: /* inherent vowels */
    case 0x17B5:
    case 0x180E: /* vowel separator */
    case 0x200B: /* zero width: space, non-joiner, joiner */
    case 0x200C:
    case 0x200D:
    case 0x2060: /* word joiner and invisible operators */
    case 0x2061:
    case 0x2062:
    case 0x2063:
    case 0x2064:
    case 0x3164:
    case 0xFEFF:
    case 0xFFA0:
        return true;
    default:
        /* tag characters, and the selectors of Mongolian letters */
        return (c >= 0xE0000 && c <= 0xE007F) || (c >= 0x180B && c <= 0x180F && c != 0x180E);
    }
}

/* Whether C is written as its number because the terminal could obey it, or nobody knows its
 * width. */
static bool is_unfit(gunichar c)
{
    if (is_noncharacter(c) || text_cells_of(c) < 0) {
        return true;
    }
    return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf |
                                                   UC_CATEGORY_MASK_Cs | UC_CATEGORY_MASK_Cn |
                                                   UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp);
}

static bool is_mark(gunichar c)
{
    return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M);
}

/* Writes C, of which NEXT is the character after it (0 at the end). */
static void write_char(Shower *shower, gunichar c, gunichar next)
{
    if (c == '\t' || (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029) {
        write_plain(shower, ' ');
    } else if (c < 0x20) {
        write_plain(shower, 0x2400 + c);
    } else if (c == 0x7F) {
        write_plain(shower, 0x2421);
    } else if (is_variation_selector(c) || (is_skin_tone(c) && text_is_picture(shower->last))) {
        return;
    } else if (c == JOINER && text_is_picture(shower->last) && text_is_picture(next)) {
        return;
    } else if (is_hidden_but_harmless(c)) {
        write_plain(shower, MIDDLE_DOT);
    } else if (is_unfit(c) || is_skin_tone(c)) {
        write_number(shower, c);
    } else if (text_cells_of(c) == 0 && !joins_last(shower, c)) {
        if (is_mark(c)) {
            write_plain(shower, DOTTED_CIRCLE);
            write_plain(shower, c);
        } else {
            write_number(shower, c);
        }
    } else {
        write_plain(shower, c);
    }
}

/* The character at *TEXT, and moves past it; U+FFFD and one byte further where there is none. */
static gunichar take_char(const char **text)
{
    gunichar c = g_utf8_get_char_validated(*text, -1);
    if (c == (gunichar)-1 || c == (gunichar)-2) {
        *text += 1;
        return REPLACEMENT;
    }
    *text = g_utf8_find_next_char(*text, NULL);
    return c;
}

/* The next character that a joiner could join to: selectors between them do not count. */
static gunichar peek_char(const char *text)
{
    gunichar c = 0;
    do {
        c = *text ? take_char(&text) : 0;
    } while (is_variation_selector(c));
    return c;
}

static bool is_plain_ascii(const char *text)
{
    for (; *text; text++) {
        if (*text < 0x20 || *text > 0x7E) {
            return false;
        }
    }
    return true;
}

char *text_show(const char *stored)
{
    if (!stored || is_plain_ascii(stored)) {
        return g_strdup(stored ? stored : "");
    }
    Shower shower = {.out = g_string_sized_new(strlen(stored))};
    while (*stored) {
        gunichar c = take_char(&stored);
        if (c == '\r' && *stored == '\n') {
            continue;
        }
        write_char(&shower, c, c == JOINER ? peek_char(stored) : 0);
    }
    return g_string_free(shower.out, FALSE);
}
