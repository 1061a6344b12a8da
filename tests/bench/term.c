/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small terminal: the sequences curses uses for an xterm (ECMA-48 and DEC VT100). */
#include "tests/bench/term.h"

#include <string.h>

enum { MOST_NUMBERS = 16, MOST_BYTES = 4, TAB = 8 };

typedef enum { PLAIN, ESCAPE, SEQUENCE, STRING, CHARSET } State;

struct Term {
    guint rows, cols;
    gunichar *cells; /* 0 behind a wide letter */
    guint row, col, kept_row, kept_col;
    guint top, bottom; /* the rows that scroll */
    bool is_full;      /* the last letter went into the last column */
    gunichar last;     /* for "repeat it" */
    State state;
    bool is_private; /* the sequence began with ?, > or = */
    guint numbers[MOST_NUMBERS], count;
    char letter[MOST_BYTES]; /* the bytes of a letter that is not whole yet */
    guint bytes;
};

Term *term_new(guint rows, guint cols)
{
    Term *term = g_new0(Term, 1);
    term->rows = rows;
    term->cols = cols;
    term->bottom = rows - 1;
    term->cells = g_new(gunichar, (gsize)rows * cols);
    for (guint i = 0; i < rows * cols; i++) {
        term->cells[i] = ' ';
    }
    return term;
}

void term_free(Term *term)
{
    if (term != NULL) {
        g_free(term->cells);
        g_free(term);
    }
}

static gunichar *cell(const Term *term, guint row, guint col)
{
    return &term->cells[(gsize)row * term->cols + col];
}

static void blank(Term *term, guint row, guint from, guint end)
{
    for (guint col = from; col < MIN(end, term->cols); col++) {
        *cell(term, row, col) = ' ';
    }
}

static void copy_row(Term *term, guint to, guint from)
{
    memmove(cell(term, to, 0), cell(term, from, 0), term->cols * sizeof *term->cells);
}

/* The rows from TOP to the bottom of what scrolls move up by COUNT. */
static void move_up(Term *term, guint top, guint count)
{
    for (guint row = top; row <= term->bottom; row++) {
        if (row + count <= term->bottom) {
            copy_row(term, row, row + count);
        } else {
            blank(term, row, 0, term->cols);
        }
    }
}

static void move_down(Term *term, guint top, guint count)
{
    for (guint row = term->bottom + 1; row > top; row--) {
        if (row - 1 >= top + count) {
            copy_row(term, row - 1, row - 1 - count);
        } else {
            blank(term, row - 1, 0, term->cols);
        }
    }
}

static void line_feed(Term *term)
{
    if (term->row == term->bottom) {
        move_up(term, term->top, 1);
    } else if (term->row + 1 < term->rows) {
        term->row++;
    }
    term->is_full = false;
}

static void move_to(Term *term, guint row, guint col)
{
    term->row = MIN(row, term->rows - 1);
    term->col = MIN(col, term->cols - 1);
    term->is_full = false;
}

static void put(Term *term, gunichar letter)
{
    guint width = g_unichar_iszerowidth(letter) ? 0 : g_unichar_iswide(letter) ? 2 : 1;
    if (width == 0) {
        return;
    }
    if (term->is_full) {
        term->col = 0;
        line_feed(term);
    }
    *cell(term, term->row, term->col) = letter;
    if (width == 2 && term->col + 1 < term->cols) {
        *cell(term, term->row, term->col + 1) = 0;
    }
    term->last = letter;
    term->is_full = term->col + width >= term->cols;
    term->col = MIN(term->col + width, term->cols - 1);
}

/* The number at PLACE, or DEFAULT where it is missing or 0. */
static guint number(const Term *term, guint place, guint otherwise)
{
    return place < term->count && term->numbers[place] != 0 ? term->numbers[place] : otherwise;
}

static void erase_display(Term *term, guint how)
{
    guint first = how == 0 ? term->row + 1 : 0, end = how == 1 ? term->row : term->rows;
    for (guint row = first; row < end; row++) {
        blank(term, row, 0, term->cols);
    }
    if (how < 2) {
        blank(term, term->row, how == 0 ? term->col : 0, how == 0 ? term->cols : term->col + 1);
    }
}

static void erase_line(Term *term, guint how)
{
    blank(term, term->row, how == 0 ? term->col : 0, how == 1 ? term->col + 1 : term->cols);
}

static void shift_right(Term *term, guint count)
{
    for (guint col = term->cols; col > term->col; col--) {
        *cell(term, term->row, col - 1) =
            col - 1 >= term->col + count ? *cell(term, term->row, col - 1 - count) : ' ';
    }
}

static void shift_left(Term *term, guint count)
{
    for (guint col = term->col; col < term->cols; col++) {
        *cell(term, term->row, col) =
            col + count < term->cols ? *cell(term, term->row, col + count) : ' ';
    }
}

static void set_scrolling(Term *term)
{
    term->top = MIN(number(term, 0, 1), term->rows) - 1;
    term->bottom = MIN(number(term, 1, term->rows), term->rows) - 1;
    move_to(term, 0, 0);
}

static void move_cursor(Term *term, char final)
{
    guint step = number(term, 0, 1);
    switch (final) {
    case 'A':
        move_to(term, term->row - MIN(step, term->row), term->col);
        break;
    case 'B':
        move_to(term, term->row + step, term->col);
        break;
    case 'C':
        move_to(term, term->row, term->col + step);
        break;
    case 'D':
        move_to(term, term->row, term->col - MIN(step, term->col));
        break;
    case 'G':
        move_to(term, term->row, step - 1);
        break;
    case 'd':
        move_to(term, step - 1, term->col);
        break;
    case 'Z':
        move_to(term, term->row, term->col > 0 ? (term->col - 1) / TAB * TAB : 0);
        break;
    default:
        move_to(term, step - 1, number(term, 1, 1) - 1);
    }
}

static void change_text(Term *term, char final)
{
    guint count = number(term, 0, 1);
    switch (final) {
    case 'J':
        erase_display(term, number(term, 0, 0));
        break;
    case 'K':
        erase_line(term, number(term, 0, 0));
        break;
    case 'X':
        blank(term, term->row, term->col, term->col + count);
        break;
    case '@':
        shift_right(term, count);
        break;
    case 'P':
        shift_left(term, count);
        break;
    case 'L':
        move_down(term, term->row, count);
        break;
    case 'M':
        move_up(term, term->row, count);
        break;
    case 'S':
        move_up(term, term->top, count);
        break;
    case 'T':
        move_down(term, term->top, count);
        break;
    default:
        for (guint i = 0; i < count; i++) {
            put(term, term->last);
        }
    }
}

static void run_sequence(Term *term, char final)
{
    if (term->is_private) {
        return;
    }
    if (strchr("ABCDGHfdZ", final) != NULL) {
        move_cursor(term, final);
    } else if (strchr("JKX@PLMSTb", final) != NULL) {
        change_text(term, final);
    } else if (final == 'r') {
        set_scrolling(term);
    }
}

static void take_sequence(Term *term, char byte)
{
    if (g_ascii_isdigit(byte)) {
        guint *last = &term->numbers[MIN(term->count, MOST_NUMBERS) - 1];
        *last = MIN(*last * 10 + (guint)(byte - '0'), 10000);
    } else if (byte == ';') {
        term->count = MIN(term->count + 1, MOST_NUMBERS);
        term->numbers[term->count - 1] = 0;
    } else if (byte >= '<' && byte <= '?') {
        term->is_private = true;
    } else if (byte >= '@' && byte <= '~') {
        term->state = PLAIN;
        run_sequence(term, byte);
    }
}

static void take_escape(Term *term, char byte)
{
    term->state = PLAIN;
    if (byte == '[') {
        term->state = SEQUENCE;
        term->is_private = false;
        term->count = 1;
        term->numbers[0] = 0;
    } else if (byte == ']' || byte == 'P' || byte == '_' || byte == '^') {
        term->state = STRING;
    } else if (byte == '(' || byte == ')' || byte == '#' || byte == '%') {
        term->state = CHARSET;
    } else if (byte == 'M' && term->row == term->top) {
        move_down(term, term->top, 1);
    } else if (byte == 'M') {
        move_to(term, term->row - MIN(1, term->row), term->col);
    } else if (byte == '7') {
        term->kept_row = term->row;
        term->kept_col = term->col;
    } else if (byte == '8') {
        move_to(term, term->kept_row, term->kept_col);
    }
}

static void take_letter(Term *term, char byte)
{
    term->letter[term->bytes++] = byte;
    gunichar letter = g_utf8_get_char_validated(term->letter, (gssize)term->bytes);
    if (letter == (gunichar)-2 && term->bytes < MOST_BYTES) {
        return;
    }
    term->bytes = 0;
    put(term, letter >= (gunichar)-2 ? '?' : letter);
}

static void take_plain(Term *term, char byte)
{
    switch (byte) {
    case '\033':
        term->state = ESCAPE;
        break;
    case '\r':
        move_to(term, term->row, 0);
        break;
    case '\n':
        line_feed(term);
        break;
    case '\b':
        move_to(term, term->row, term->col - MIN(1, term->col));
        break;
    case '\t':
        move_to(term, term->row, (term->col / TAB + 1) * TAB);
        break;
    default:
        if ((guchar)byte >= ' ') {
            take_letter(term, byte);
        }
    }
}

void term_feed(Term *term, const char *bytes, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        switch (term->state) {
        case ESCAPE:
            take_escape(term, bytes[i]);
            break;
        case SEQUENCE:
            take_sequence(term, bytes[i]);
            break;
        case STRING:
            /* Ends with a bell or with ESC \. */
            term->state = bytes[i] == '\a' ? PLAIN : bytes[i] == '\033' ? CHARSET : STRING;
            break;
        case CHARSET:
            term->state = PLAIN;
            break;
        case PLAIN:
        default:
            take_plain(term, bytes[i]);
        }
    }
}

char *term_row(const Term *term, guint row)
{
    GString *text = g_string_new(NULL);
    for (guint col = 0; col < term->cols; col++) {
        gunichar letter = *cell(term, row, col);
        if (letter != 0) {
            g_string_append_unichar(text, letter);
        }
    }
    return g_strchomp(g_string_free(text, FALSE));
}

int term_find(const Term *term, guint from, const char *text)
{
    for (guint row = from; row < term->rows; row++) {
        g_autofree char *line = term_row(term, row);
        if (strstr(line, text) != NULL) {
            return (int)row;
        }
    }
    return -1;
}
