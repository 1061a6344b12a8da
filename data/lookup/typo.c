/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting typing errors, and what was found with them. */
#include "data/lookup/typo_private.h"

#include <string.h>

TypoBand typo_band(guint depth, guint length, guint most)
{
    return (TypoBand){depth > most ? depth - most : 0, MIN(length, depth + most)};
}

void typo_fill_row(guint16 *row, const guint16 *last, const guint16 *before, TypoBand band,
                   gunichar letter, gunichar last_letter, const gunichar *word, guint length)
{
    if (band.high < length) {
        row[band.high + 1] = TYPO_TOO_MANY;
        row[length] = TYPO_TOO_MANY;
    }
    if (band.low == 0) {
        row[0] = (guint16)(last[0] + 1);
    } else {
        row[band.low - 1] = TYPO_TOO_MANY;
    }
    for (guint j = MAX(band.low, 1); j <= band.high; j++) {
        guint16 change = (guint16)(last[j - 1] + (word[j - 1] != letter ? 1 : 0));
        guint16 other = (guint16)(MIN(last[j], row[j - 1]) + 1);
        row[j] = MIN(change, other);
        if (before != NULL && j > 1 && letter == word[j - 2] && last_letter == word[j - 1]) {
            guint16 swap = (guint16)(before[j - 2] + 1);
            row[j] = MIN(row[j], swap);
        }
    }
}

gint typo_least(const guint16 *row, TypoBand band)
{
    guint16 least = TYPO_TOO_MANY;
    for (guint j = band.low; j <= band.high; j++) {
        least = MIN(least, row[j]);
    }
    return least;
}

guint typo_errors(const char *a, const char *b, guint most)
{
    glong a_length = 0;
    glong b_length = 0;
    g_autofree gunichar *a_word = g_utf8_to_ucs4_fast(a, -1, &a_length);
    g_autofree gunichar *b_word = g_utf8_to_ucs4_fast(b, -1, &b_length);
    if (ABS(a_length - b_length) > (glong)most) {
        return most + 1;
    }
    guint length = (guint)b_length;
    g_autofree guint16 *rows = g_new0(guint16, 3 * ((gsize)length + 1));
    guint16 *before = rows;
    guint16 *last = before + length + 1;
    guint16 *row = last + length + 1;
    for (guint j = 0; j <= length; j++) {
        last[j] = (guint16)j;
    }
    for (guint i = 0; i < (guint)a_length; i++) {
        TypoBand band = typo_band(i + 1, length, most);
        typo_fill_row(row, last, i > 0 ? before : NULL, band, a_word[i], i > 0 ? a_word[i - 1] : 0,
                      b_word, length);
        if (typo_least(row, band) > (gint)most) {
            return most + 1;
        }
        guint16 *oldest = before;
        before = last;
        last = row;
        row = oldest;
    }
    return MIN((guint)last[length], most + 1);
}

void typo_hit_free(gpointer data)
{
    TypoHit *hit = data;
    g_free(hit->word);
    g_free(hit);
}

TypoHit *typo_hit_new(char *word, guint errors, bool is_whole)
{
    TypoHit *hit = g_new0(TypoHit, 1);
    hit->word = word;
    hit->errors = errors;
    hit->is_whole = is_whole;
    return hit;
}

/* Whether the first LENGTH letters of WORD, IS_WHOLE when it has no more, could be told for
 * QUESTION, whose own letters, ASKED of them, they end with. */
static bool may_be_told(const TypoQuestion *question, guint asked, const char *word, guint length,
                        bool is_whole)
{
    if (length + question->errors < asked || length > asked + question->errors) {
        return false;
    }
    if (question->with_beginnings && length > asked && g_str_has_prefix(word, question->word)) {
        return false;
    }
    return is_whole || (question->with_beginnings && length + 1 >= asked);
}

void typo_add(GPtrArray *hits, const TypoQuestion *question, const char *word)
{
    const char *rest = word + strlen(question->begin);
    const char *tail = g_utf8_offset_to_pointer(question->word, question->sure + 1);
    gsize tail_bytes = strlen(tail);
    guint asked = (guint)g_utf8_strlen(question->word, -1), length = 0;
    for (const char *end = rest; *end != '\0';) {
        end = g_utf8_find_next_char(end, NULL);
        length++;
        bool is_whole = *end == '\0';
        if ((gsize)(end - rest) < tail_bytes || memcmp(end - tail_bytes, tail, tail_bytes) != 0 ||
            !may_be_told(question, asked, rest, length, is_whole)) {
            continue;
        }
        g_autofree char *told = g_strndup(word, (gsize)(end - word));
        guint errors = typo_errors(told + (rest - word), question->word, question->errors);
        if (errors > 0 && errors <= question->errors) {
            g_ptr_array_add(hits, typo_hit_new(g_steal_pointer(&told), errors, is_whole));
        }
    }
}

static gint compare_hits(gconstpointer a, gconstpointer b)
{
    const TypoHit *const *first = a;
    const TypoHit *const *second = b;
    if ((*first)->errors != (*second)->errors) {
        return (*first)->errors < (*second)->errors ? -1 : 1;
    }
    if ((*first)->is_whole != (*second)->is_whole) {
        return (*first)->is_whole ? -1 : 1;
    }
    return strcmp((*first)->word, (*second)->word);
}

/* Whether BEGINNING, a hit that is none of whole words, stands for HIT. */
static bool stands_for(const TypoHit *beginning, const TypoHit *hit)
{
    guint worth = hit->is_whole ? beginning->errors + 1 : beginning->errors;
    return hit->errors >= worth && g_str_has_prefix(hit->word, beginning->word) &&
           strlen(hit->word) > strlen(beginning->word);
}

/* Whether hit number AT came just before, or one of BEGINNINGS stands for it. */
static bool is_told(const GPtrArray *hits, guint at, const GPtrArray *beginnings)
{
    if (at > 0 && compare_hits(&hits->pdata[at - 1], &hits->pdata[at]) == 0) {
        return true;
    }
    for (guint i = 0; i < beginnings->len; i++) {
        if (stands_for(beginnings->pdata[i], hits->pdata[at])) {
            return true;
        }
    }
    return false;
}

void typo_settle(GPtrArray *hits, guint most)
{
    g_autoptr(GPtrArray) beginnings = g_ptr_array_new();
    g_autofree bool *told = g_new(bool, hits->len);
    g_ptr_array_sort(hits, compare_hits);
    for (guint i = 0; i < hits->len; i++) {
        if (!((const TypoHit *)hits->pdata[i])->is_whole) {
            g_ptr_array_add(beginnings, hits->pdata[i]);
        }
    }
    for (guint i = 0; i < hits->len; i++) {
        told[i] = is_told(hits, i, beginnings);
    }
    for (guint i = hits->len; i > 0; i--) {
        if (told[i - 1]) {
            g_ptr_array_remove_index(hits, i - 1);
        }
    }
    if (hits->len > most) {
        g_ptr_array_set_size(hits, (gint)most);
    }
}
