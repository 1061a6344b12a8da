/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a stored text leaves the program, by medium. */
#include "data/base/outlet.h"

#include "data/base/character.h"
#include "data/base/utf8.h"

#include <stdbool.h>
#include <string.h>

enum { REPLACEMENT = 0xFFFD, MIDDLE_DOT = 0xB7, DOTTED_CIRCLE = 0x25CC, MOST_MARKS = 4 };

/* What has been written so far, as far as the next character depends on it. */
typedef struct {
    Outlet outlet;
    GString *out;
    gunichar last; /* 0 at the start of a line */
    guint marks;   /* in a row */
} Writer;

static void put(Writer *writer, gunichar c)
{
    g_string_append_unichar(writer->out, c);
    writer->last = c;
    writer->marks = 0;
}

static void put_mark(Writer *writer, gunichar c)
{
    guint marks = writer->marks + 1;
    if (marks > MOST_MARKS) {
        return;
    }
    if (writer->last == 0 || g_unichar_isspace(writer->last)) {
        put(writer, DOTTED_CIRCLE);
    }
    put(writer, c);
    writer->marks = marks;
}

/* Whether C can stand beside a joiner. */
static bool is_joinable(gunichar c)
{
    return c != 0 && character_kind(c) == CHARACTER_PLAIN && !g_unichar_isspace(c);
}

static void put_break(Writer *writer, gunichar c, gunichar next)
{
    if (writer->outlet == OUTLET_LINE || c == '\t') {
        put(writer, ' ');
    } else if (c != '\r' || next != '\n') {
        put(writer, '\n');
        writer->last = 0;
    }
}

/* Writes C, after which comes NEXT (0 at the end), where people read it. */
static void put_shown(Writer *writer, gunichar c, gunichar next)
{
    switch (character_kind(c)) {
    case CHARACTER_PLAIN:
        if (g_unichar_ismark(c)) {
            put_mark(writer, c);
        } else {
            put(writer, c);
        }
        break;
    case CHARACTER_BREAK:
        put_break(writer, c, next);
        break;
    case CHARACTER_SELECTOR:
        /* Terminals and printers disagree about what it makes of the character before it. */
        break;
    case CHARACTER_JOINER:
        if (!is_joinable(writer->last) || !is_joinable(next) || g_unichar_ismark(next)) {
            put(writer, MIDDLE_DOT);
        } else if (writer->outlet == OUTLET_TEXT) {
            put(writer, c);
        }
        break;
    case CHARACTER_HIDDEN:
        put(writer, MIDDLE_DOT);
        break;
    case CHARACTER_CONTROL:
    case CHARACTER_TURN:
    case CHARACTER_UNFIT:
    default:
        put(writer, REPLACEMENT);
    }
}

/* The same where a program reads it. */
static void put_cell(Writer *writer, gunichar c)
{
    CharacterKind kind = character_kind(c);
    bool is_obeyed = kind == CHARACTER_CONTROL || (c >= 0x0B && c <= 0x0C) || c == 0x85;
    if (kind != CHARACTER_TURN) {
        put(writer, is_obeyed ? REPLACEMENT : c);
    }
}

char *outlet_text(Outlet outlet, const char *text)
{
    if (text == NULL || utf8_is_printable_ascii(text)) {
        return g_strdup(text != NULL ? text : "");
    }
    Writer writer = {.outlet = outlet, .out = g_string_sized_new(strlen(text))};
    for (const char *at = text; *at != '\0';) {
        gunichar c = utf8_take(&at);
        const char *after = at;
        gunichar next = *after != '\0' ? utf8_take(&after) : 0;
        if (outlet == OUTLET_TABLE) {
            put_cell(&writer, c);
        } else {
            put_shown(&writer, c, next);
        }
    }
    return g_string_free(writer.out, FALSE);
}
