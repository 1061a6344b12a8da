/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a stored text may reach the terminal: everything else is made visible. Measuring is in
 * text_cells.c. */
#include "tui/text.h"

#include "data/base/character.h"
#include "data/base/utf8.h"
#include "tui/text_cells.h"

#include <string.h>
#include <unictype.h>
#include <unigbrk.h>

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

static bool is_skin_tone(gunichar c)
{
    return c >= 0x1F3FB && c <= 0x1F3FF;
}

/* Whether C is written as its number because the terminal could obey it, or the library that knows
 * widths is too old to know this one. */
static bool is_unfit(gunichar c, CharacterKind kind)
{
    return kind == CHARACTER_CONTROL || kind == CHARACTER_TURN || kind == CHARACTER_UNFIT ||
           uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Cn);
}

static bool is_mark(gunichar c)
{
    return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M);
}

/* Writes C, of which NEXT is the character after it (0 at the end). */
static void write_char(Shower *shower, gunichar c, gunichar next)
{
    CharacterKind kind = character_kind(c);
    if (kind == CHARACTER_BREAK) {
        write_plain(shower, ' ');
    } else if (c < 0x20) {
        write_plain(shower, 0x2400 + c);
    } else if (c == 0x7F) {
        write_plain(shower, 0x2421);
    } else if (kind == CHARACTER_SELECTOR || (is_skin_tone(c) && text_is_picture(shower->last))) {
        return;
    } else if (c == JOINER && text_is_picture(shower->last) && text_is_picture(next)) {
        return;
    } else if (kind == CHARACTER_HIDDEN || kind == CHARACTER_JOINER) {
        write_plain(shower, MIDDLE_DOT);
    } else if (is_unfit(c, kind) || is_skin_tone(c)) {
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

/* The next character that a joiner could join to: selectors between them do not count. */
static gunichar peek_char(const char *text)
{
    gunichar c = 0;
    do {
        c = *text ? utf8_take(&text) : 0;
    } while (character_kind(c) == CHARACTER_SELECTOR);
    return c;
}

char *text_show(const char *stored)
{
    if (!stored || utf8_is_printable_ascii(stored)) {
        return g_strdup(stored ? stored : "");
    }
    Shower shower = {.out = g_string_sized_new(strlen(stored))};
    while (*stored) {
        gunichar c = utf8_take(&stored);
        if (c == '\r' && *stored == '\n') {
            continue;
        }
        write_char(&shower, c, c == JOINER ? peek_char(stored) : 0);
    }
    return g_string_free(shower.out, FALSE);
}
