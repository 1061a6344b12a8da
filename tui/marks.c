/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of a text fits what was typed into the box: the words are folded as the search does
 * it. */
#include "tui/marks.h"

#include "data/lookup/fold.h"
#include "tui/text.h"

#include <string.h>

enum { FEWEST_DIGITS = 3, FEWEST_LETTERS = 2, LONGEST_WORD = 60, MOST_SPANS = 16 };

/* Apostrophes belong to the word they stand in. */
static bool is_of_word(gunichar c)
{
    if (c < 0x80) {
        return g_ascii_isalnum((char)c) || c == '\'';
    }
    return g_unichar_isalnum(c) || g_unichar_ismark(c) || c == 0x2019 || c == 0xB4;
}

/* The bytes of the word at AT. */
static gsize word_length(const char *at)
{
    const char *end = at;
    while (*end != '\0' && is_of_word(g_utf8_get_char(end))) {
        end = g_utf8_find_next_char(end, NULL);
    }
    return (gsize)(end - at);
}

/* The same as covered from the byte FROM on: up to it the word is MARK's beginning, without
 * anything to fold. */
static gsize covered_folded(const char *at, gsize length, const char *mark, gsize from)
{
    const char *end = at + from;
    for (guint i = 0; end < at + length && i < LONGEST_WORD; i++) {
        end = g_utf8_find_next_char(end, NULL);
        g_autofree char *start = g_strndup(at, (gsize)(end - at));
        g_autofree char *folded = fold_text(start);
        if (g_str_has_prefix(folded, mark)) {
            return (gsize)(end - at);
        }
        if (!g_str_has_prefix(mark, folded)) {
            return 0;
        }
    }
    return 0;
}

/* How many bytes of the word of LENGTH at AT the MARK covers; 0 when the word does not begin
 * with it. */
static gsize covered_word(const char *at, gsize length, const char *mark)
{
    for (gsize i = 0; i < length && i < LONGEST_WORD; i++) {
        if (!g_ascii_isalnum(at[i])) {
            return covered_folded(at, length, mark, i);
        }
        if (g_ascii_tolower(at[i]) != mark[i]) {
            return 0;
        }
        if (mark[i + 1] == '\0') {
            return i + 1;
        }
    }
    return 0;
}

/* The same of the words from AT on, where MARK has them in one: "karlheinz" covers Karl-Heinz. */
static gsize covered(const char *at, gsize length, const char *mark)
{
    gsize whole = covered_word(at, length, mark);
    const char *next = at + length;
    bool may_go_on = whole == 0 && length >= FEWEST_LETTERS && (*next == '-' || *next == ' ');
    /* Nearly all differ here already. */
    if (!may_go_on || (g_ascii_isalpha(*at) && g_ascii_tolower(*at) != *mark)) {
        return whole;
    }
    g_autofree char *word = g_strndup(at, length);
    g_autofree char *folded = fold_text(word);
    next++;
    gsize rest = *folded != '\0' && g_str_has_prefix(mark, folded)
                     ? covered(next, word_length(next), mark + strlen(folded))
                     : 0;
    return rest > 0 ? (gsize)(next - at) + rest : 0;
}

/* The same for digits with anything but letters and digits between them. */
static gsize covered_digits(const char *at, const char *mark)
{
    if (strlen(mark) < FEWEST_DIGITS || strspn(mark, "0123456789") != strlen(mark)) {
        return 0;
    }
    const char *digit = at;
    for (const char *wanted = mark; *wanted != '\0'; wanted++, digit++) {
        while (digit > at && *digit != '\0' && strchr(" ()/-.", *digit) != NULL) {
            digit++;
        }
        if (*digit != *wanted) {
            return 0;
        }
    }
    return (gsize)(digit - at);
}

/* The furthest reach of MARKS at AT, where a word of LENGTH begins; LENGTH 0: inside of one. */
static gsize reach(const char *at, gsize length, char *const *marks)
{
    gsize most = 0;
    for (guint i = 0; marks[i] != NULL; i++) {
        most = MAX(most, length > 0 ? covered(at, length, marks[i]) : 0);
        most = MAX(most, g_ascii_isdigit(*at) ? covered_digits(at, marks[i]) : 0);
    }
    return most;
}

guint marks_find(const char *text, char *const *marks, Span *spans, guint max)
{
    guint count = 0;
    bool in_word = false;
    const char *at = text;
    while (marks != NULL && *at != '\0' && count < max) {
        bool of_word = is_of_word(g_utf8_get_char(at));
        gsize length = of_word && !in_word ? word_length(at) : 0;
        gsize mark = reach(at, length, marks);
        while (mark > 0 && g_unichar_ismark(g_utf8_get_char(at + mark))) {
            mark = (gsize)(g_utf8_find_next_char(at + mark, NULL) - at);
        }
        if (mark > 0) {
            spans[count++] = (Span){(gsize)(at - text), mark};
        }
        at = mark > 0 ? at + mark : g_utf8_find_next_char(at, NULL);
        in_word = mark > 0 || of_word;
    }
    return count;
}

/* How many cells the bytes FROM to END of TEXT take. */
static int cells_of(const char *text, gsize from, gsize end)
{
    g_autofree char *part = g_strndup(text + from, end - from);
    return text_width_shown(part);
}

char *marks_excerpt(const char *text, char *const *marks, int width)
{
    Span span;
    if (text_width_shown(text) <= width || marks_find(text, marks, &span, 1) == 0 ||
        cells_of(text, 0, span.start + span.length) < width) {
        return g_strdup(text);
    }
    /* From the first word on with which it is in sight, an ellipsis at both ends. */
    gsize from = 0, end = span.start + span.length;
    while (from < span.start && cells_of(text, from, end) + 2 > width) {
        const char *blank = strchr(text + from, ' ');
        from = blank != NULL ? MIN((gsize)(blank + 1 - text), span.start) : span.start;
    }
    return g_strconcat("…", text + from, NULL);
}

int marks_text(Canvas *canvas, int row, int col, int width, Area area, const char *text,
               char *const *marks)
{
    Span spans[MOST_SPANS];
    guint count = text != NULL ? marks_find(text, marks, spans, MOST_SPANS) : 0;
    return canvas_text_marked(canvas, row, col, width, area, text, spans, count);
}

int marks_wrapped(Canvas *canvas, int row, int col, int width, int max_rows, Area area,
                  const char *text, char *const *marks)
{
    int cells = MIN(width, canvas->cols - col);
    if (cells <= 0) {
        return row;
    }
    g_auto(GStrv) lines = canvas_lines(canvas, cells, max_rows, text);
    for (guint i = 0; lines[i] != NULL; i++) {
        marks_text(canvas, row++, col, cells, area, lines[i], marks);
    }
    return row;
}
