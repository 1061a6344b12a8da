/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of a text fits what was typed into the box: the words are folded as the search does
 * it. */
#include "tui/marks.h"

#include "data/lookup/fold.h"

#include <string.h>

enum { FEWEST_DIGITS = 3, LONGEST_WORD = 60 };

static bool is_apostrophe(gunichar c)
{
    return c == '\'' || c == 0x2019 || c == 0xB4;
}

static bool is_of_word(gunichar c)
{
    return g_unichar_isalnum(c) || g_unichar_ismark(c) || is_apostrophe(c);
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

/* How many bytes of the word of LENGTH at AT the TERM covers; 0 when the word does not begin
 * with it. */
static gsize covered(const char *at, gsize length, const char *term)
{
    const char *end = at;
    for (guint i = 0; end < at + length && i < LONGEST_WORD; i++) {
        end = g_utf8_find_next_char(end, NULL);
        g_autofree char *start = g_strndup(at, (gsize)(end - at));
        g_autofree char *folded = fold_text(start);
        if (g_str_has_prefix(folded, term)) {
            return (gsize)(end - at);
        }
        if (!g_str_has_prefix(term, folded)) {
            return 0;
        }
    }
    return 0;
}

/* The same for digits with anything but letters and digits between them. */
static gsize covered_digits(const char *at, const char *term)
{
    if (strlen(term) < FEWEST_DIGITS || strspn(term, "0123456789") != strlen(term)) {
        return 0;
    }
    const char *digit = at;
    for (const char *wanted = term; *wanted != '\0'; wanted++, digit++) {
        while (digit > at && *digit != '\0' && strchr(" ()/-.", *digit) != NULL) {
            digit++;
        }
        if (*digit != *wanted) {
            return 0;
        }
    }
    return (gsize)(digit - at);
}

/* The furthest reach of the terms at AT, where a word of LENGTH begins; LENGTH 0: inside of one. */
static gsize reach(const char *at, gsize length, char *const *terms)
{
    gsize most = 0;
    for (guint i = 0; terms[i] != NULL; i++) {
        most = MAX(most, length > 0 ? covered(at, length, terms[i]) : 0);
        most = MAX(most, g_ascii_isdigit(*at) ? covered_digits(at, terms[i]) : 0);
    }
    return most;
}

guint marks_find(const char *text, char *const *terms, Span *spans, guint max)
{
    guint count = 0;
    bool in_word = false;
    const char *at = text;
    while (terms != NULL && *at != '\0' && count < max) {
        bool of_word = is_of_word(g_utf8_get_char(at));
        gsize length = of_word && !in_word ? word_length(at) : 0;
        gsize mark = reach(at, length, terms);
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
