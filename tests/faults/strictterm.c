/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a strict terminal is sent. What a sequence means is looked up in a table. */
#include "tests/faults/strictterm_private.h"

#include <locale.h>
#include <string.h>

enum { MOST_VALUES = 8, LONGEST = 512 };

StrictTerm *strict_term_new(int rows, int cols)
{
    /* How wide a character is the locale knows. */
    setlocale(LC_CTYPE, "C.UTF-8");
    StrictTerm *term = g_new0(StrictTerm, 1);
    term->sequence = g_string_new(NULL);
    strict_term_resize(term, rows, cols);
    return term;
}

void strict_term_free(StrictTerm *term)
{
    if (term != NULL) {
        g_free(term->cells);
        g_free(term->fault);
        g_string_free(term->sequence, TRUE);
        g_free(term);
    }
}

void strict_complain(StrictTerm *term, const char *what)
{
    if (term->fault == NULL) {
        g_autofree char *shown = g_strescape(term->sequence->str, NULL);
        term->fault =
            g_strdup_printf("%s: \"%s\" at row %d, column %d", what, shown, term->row, term->col);
    }
}

static void erase_screen(StrictTerm *term, int which)
{
    if (which == 2) {
        strict_blank_rows(term, 0, term->rows);
    } else if (which == 0) {
        strict_blank(term, term->row, term->col, term->cols);
        strict_blank_rows(term, term->row + 1, term->rows);
    } else {
        strict_complain(term, "not ours");
    }
}

/* Whether VALUES say no more than a look: sgr of terminfo. */
static bool is_look(const int *values, int count)
{
    for (int i = 0; i < count; i++) {
        int one = values[i];
        if ((one == 38 || one == 48) && i + 2 < count && values[i + 1] == 5 &&
            values[i + 2] < 256) {
            i += 2;
        } else if (one > 9 && (one < 21 || one > 29) && (one < 30 || one > 49 || one == 38) &&
                   (one < 90 || one > 107)) {
            return false;
        }
    }
    return true;
}

/* ESC [ VALUES FINAL where it moves the cursor; ONE is the first of them, at least 1. */
static bool move(StrictTerm *term, const int *values, int count, int one, char final)
{
    int row = term->row, col = term->col;
    switch (final) {
    case 'A':
        strict_go(term, MAX(row - one, row >= term->top ? term->top : 0), col);
        return true;
    case 'B':
        strict_go(term, MIN(row + one, row <= term->bottom ? term->bottom : term->rows - 1), col);
        return true;
    case 'C':
        strict_go(term, row, col + one);
        return true;
    case 'D':
        strict_go(term, row, col - one);
        return true;
    case 'G':
        strict_go(term, row, one - 1);
        return true;
    case 'd':
        strict_go(term, one - 1, col);
        return true;
    case 'H':
        strict_go(term, one - 1, count > 1 ? MAX(values[1], 1) - 1 : 0);
        return true;
    case 'Z':
        strict_go(term, row, (col - 1) / 8 * 8);
        return true;
    default:
        return false;
    }
}

static void set_margins(StrictTerm *term, const int *values, int count)
{
    term->top = CLAMP(values[0] - 1, 0, term->rows - 1);
    term->bottom = count > 1 ? CLAMP(values[1] - 1, term->top, term->rows - 1) : term->rows - 1;
    strict_go(term, 0, 0);
}

/* ESC [ VALUES FINAL. */
static void control(StrictTerm *term, const int *values, int count, char final)
{
    int one = MAX(values[0], 1), row = term->row, col = term->col;
    if (move(term, values, count, one, final)) {
        return;
    }
    switch (final) {
    case 'J':
        erase_screen(term, values[0]);
        break;
    case 'K':
        strict_blank(term, row, values[0] == 0 ? col : 0, values[0] == 1 ? col + 1 : term->cols);
        break;
    case 'X':
        strict_blank(term, row, col, col + one);
        break;
    case '@':
        strict_shift(term, one);
        break;
    case 'P':
        strict_shift(term, -one);
        break;
    case 'L':
        strict_scroll(term, row, one);
        break;
    case 'M':
        strict_scroll(term, row, -one);
        break;
    case 'S':
        strict_scroll(term, term->top, -one);
        break;
    case 'T':
        strict_scroll(term, term->top, one);
        break;
    case 'b':
        strict_repeat(term, one);
        break;
    case 'r':
        set_margins(term, values, count);
        break;
    case 'm':
        term->modes.look = count > 1 || values[0] != 0;
        if (!is_look(values, count)) {
            strict_complain(term, "no look of ours");
        }
        break;
    default:
        strict_complain(term, "not ours");
    }
}

/* The sequences that stand for themselves, and what they switch. */
static const struct {
    const char *sequence;
    gsize mode; /* place in StrictModes */
    bool on;
} fixed[] = {
    {"[?1049h", offsetof(StrictModes, alternate), true},
    {"[?1049l", offsetof(StrictModes, alternate), false},
    {"[?25l", offsetof(StrictModes, hidden), true},
    {"[?25h", offsetof(StrictModes, hidden), false},
    {"[?12l", offsetof(StrictModes, hidden), false},
    {"[?12;25h", offsetof(StrictModes, hidden), false},
    {"[?2004h", offsetof(StrictModes, paste), true},
    {"[?2004l", offsetof(StrictModes, paste), false},
    {"[?1000h", offsetof(StrictModes, mouse), true},
    {"[?1000l", offsetof(StrictModes, mouse), false},
    {"[?1006h", offsetof(StrictModes, mouse), true},
    {"[?1006l", offsetof(StrictModes, mouse), false},
    {"[?1006;1000h", offsetof(StrictModes, mouse), true},
    {"[?1006;1000l", offsetof(StrictModes, mouse), false},
    {"[?1h", offsetof(StrictModes, keypad), true},
    {"[?1l", offsetof(StrictModes, keypad), false},
    {"=", offsetof(StrictModes, keypad), true},
    {">", offsetof(StrictModes, keypad), false},
    {"[22;2t", offsetof(StrictModes, titled), true},
    {"[23;2t", offsetof(StrictModes, titled), false},
};

/* Those that change nothing that is looked at here: titles aside, characters, wrapping. */
static const char *const idle[] = {"[22;0;0t", "[23;0;0t", "(B", "[?7h", "[?7l", "[?5h", "[?5l"};

static bool switch_fixed(StrictTerm *term, const char *sequence)
{
    for (gsize i = 0; i < G_N_ELEMENTS(fixed); i++) {
        if (strcmp(fixed[i].sequence, sequence) == 0) {
            *(bool *)((char *)&term->modes + fixed[i].mode) = fixed[i].on;
            return true;
        }
    }
    for (gsize i = 0; i < G_N_ELEMENTS(idle); i++) {
        if (strcmp(idle[i], sequence) == 0) {
            return true;
        }
    }
    return false;
}

/* The cursor is remembered (ESC 7), or goes back (ESC 8), as around a change of the margins. */
static bool save_or_restore(StrictTerm *term, const char *sequence)
{
    if (strcmp(sequence, "7") == 0) {
        term->saved.row = term->row;
        term->saved.col = term->col;
        term->saved.look = term->modes.look;
    } else if (strcmp(sequence, "8") == 0) {
        strict_go(term, term->saved.row, term->saved.col);
        term->modes.look = term->saved.look;
    } else {
        return false;
    }
    return true;
}

/* ESC and what is in the sequence, which is whole. */
static void obey(StrictTerm *term)
{
    const char *sequence = term->sequence->str;
    int values[MOST_VALUES] = {0}, count = 0;
    term->inside = IN_TEXT;
    if (switch_fixed(term, sequence) || save_or_restore(term, sequence)) {
        return;
    }
    if (strcmp(sequence, "[4h") == 0 || strcmp(sequence, "[4l") == 0) {
        term->is_inserting = sequence[2] == 'h';
    } else if (strcmp(sequence, "M") == 0) {
        if (term->row == term->top) {
            strict_scroll(term, term->top, 1);
        } else {
            strict_go(term, term->row - 1, term->col);
        }
    } else if (sequence[0] != '[' ||
               strspn(sequence + 1, "0123456789;") != term->sequence->len - 2) {
        strict_complain(term, "not ours");
    } else {
        for (const char *at = sequence + 1; count < MOST_VALUES; at = strchr(at, ';') + 1) {
            values[count++] = (int)g_ascii_strtoull(at, NULL, 10);
            if (strchr(at, ';') == NULL) {
                break;
            }
        }
        control(term, values, count, sequence[term->sequence->len - 1]);
    }
}

/* A title of the window, text up to the bell; or the colours as they were. */
static void title_byte(StrictTerm *term, guchar byte)
{
    if (byte == '\a') {
        bool is_colours = strcmp(term->sequence->str, "]104") == 0;
        if (!is_colours && (!g_str_has_prefix(term->sequence->str, "]2;") ||
                            !g_utf8_validate(term->sequence->str, -1, NULL))) {
            strict_complain(term, "no title of ours");
        }
        term->inside = IN_TEXT;
    } else {
        g_string_append_c(term->sequence, (char)byte);
        if (byte < 0x20 || byte == 0x7F || term->sequence->len > LONGEST) {
            strict_complain(term, "a control in a title");
            term->inside = IN_TEXT;
        }
    }
}

static void escape_byte(StrictTerm *term, guchar byte)
{
    g_string_append_c(term->sequence, (char)byte);
    if (byte < 0x20 || byte > 0x7E || term->sequence->len > LONGEST) {
        strict_complain(term, "a broken sequence");
        term->inside = IN_TEXT;
    } else if (term->inside == IN_ESCAPE) {
        term->inside = byte == '[' ? IN_CONTROL : byte == '(' ? IN_SET : IN_TITLE;
        if (term->inside == IN_TITLE && byte != ']') {
            obey(term);
        }
    } else if (term->inside == IN_SET || (byte >= 0x40 && byte <= 0x7E)) {
        obey(term);
    }
}

static void control_byte(StrictTerm *term, guchar byte)
{
    switch (byte) {
    case '\033':
        g_string_truncate(term->sequence, 0);
        term->inside = IN_ESCAPE;
        break;
    case '\a':
        break;
    case '\b':
        strict_go(term, term->row, term->col - 1);
        break;
    case '\t':
        strict_go(term, term->row, (term->col / 8 + 1) * 8);
        break;
    case '\n':
        strict_line_down(term);
        term->is_full = false;
        break;
    case '\r':
        strict_go(term, term->row, 0);
        break;
    default:
        g_string_printf(term->sequence, "%c", byte);
        strict_complain(term, "a control character");
    }
}

static void text_byte(StrictTerm *term, guchar byte)
{
    if (byte < 0x20 || byte == 0x7F) {
        control_byte(term, byte);
        return;
    }
    term->partial[term->partial_length++] = (char)byte;
    gunichar c = g_utf8_get_char_validated(term->partial, (gssize)term->partial_length);
    if (c == (gunichar)-2 && term->partial_length < sizeof term->partial) {
        return;
    }
    if (c == (gunichar)-1 || c == (gunichar)-2) {
        g_string_truncate(term->sequence, 0);
        g_string_append_len(term->sequence, term->partial, (gssize)term->partial_length);
        strict_complain(term, "no UTF-8");
    } else {
        strict_write(term, c);
    }
    term->partial_length = 0;
}

void strict_term_feed(StrictTerm *term, const char *bytes, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        guchar byte = (guchar)bytes[i];
        if (term->inside == IN_TEXT) {
            text_byte(term, byte);
        } else if (term->inside == IN_TITLE) {
            title_byte(term, byte);
        } else {
            escape_byte(term, byte);
        }
    }
}

const char *strict_term_fault(const StrictTerm *term)
{
    return term->fault;
}

bool strict_term_is_midway(const StrictTerm *term)
{
    return term->inside != IN_TEXT || term->partial_length > 0;
}

StrictModes strict_term_modes(const StrictTerm *term)
{
    return term->modes;
}
