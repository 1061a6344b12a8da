/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing errors: the automaton is a row of the usual table of distances for each letter of the
 * present path; where it dies, the smallest word it could still accept is asked for. */
#include "data/lookup/typo.h"

#include <string.h>

#define TOO_MANY 0x7000 /* errors */
#define NO_LETTER 0u
#define LAST_LETTER 0x10FFFFu
#define FIRST_SURROGATE 0xD800u
#define BEHIND_SURROGATES 0xE000u

/* One letter of the path: what is known of the beginning that ends with it. */
typedef struct {
    gunichar letter;
    gint most;       /* the errors of words that are still worth something below */
    gint most_begun; /* the same for beginnings: fewer than one noted above */
    gint least;      /* the smallest of the row */
    bool is_begun;   /* it has been looked at as a beginning of words */
    guint16 *row;    /* errors against each beginning of the word */
} Step;

typedef struct {
    const gunichar *word;
    guint length;
    bool with_beginnings;
    const char *begin;
    Step *steps; /* steps[0] stands before the first letter */
    guint most_errors;
    guint depth;
    GPtrArray *hits;
} Walk;

/* The part of a row that can hold MOST errors or fewer: DEPTH letters of one word against as many
 * of the other, and MOST more or fewer. */
typedef struct {
    guint low, high;
} Band;

static Band band_of(guint depth, guint length, guint most)
{
    return (Band){depth > most ? depth - most : 0, MIN(length, depth + most)};
}

/* Fills the BAND of the row of the next letter from the rows of the last and of the one before it
 * (NULL: none), and what stands beside the band and at the end with TOO_MANY. */
static void fill_row(guint16 *row, const guint16 *last, const guint16 *before, Band band,
                     gunichar letter, gunichar last_letter, const gunichar *word, guint length)
{
    if (band.high < length) {
        row[band.high + 1] = TOO_MANY;
        row[length] = TOO_MANY;
    }
    if (band.low == 0) {
        row[0] = (guint16)(last[0] + 1);
    } else {
        row[band.low - 1] = TOO_MANY;
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

static gint least_of(const guint16 *row, Band band)
{
    guint16 least = TOO_MANY;
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
        Band band = band_of(i + 1, length, most);
        fill_row(row, last, i > 0 ? before : NULL, band, a_word[i], i > 0 ? a_word[i - 1] : 0,
                 b_word, length);
        if (least_of(row, band) > (gint)most) {
            return most + 1;
        }
        guint16 *oldest = before;
        before = last;
        last = row;
        row = oldest;
    }
    return MIN((guint)last[length], most + 1);
}

static void hit_free(gpointer data)
{
    TypoHit *hit = data;
    g_free(hit->word);
    g_free(hit);
}

static void append_path(const Walk *walk, GString *text, guint depth)
{
    for (guint i = 1; i <= depth; i++) {
        g_string_append_unichar(text, walk->steps[i].letter);
    }
}

static void add_hit(Walk *walk, guint depth, bool is_whole)
{
    GString *text = g_string_new(walk->begin);
    append_path(walk, text, depth);
    TypoHit *hit = g_new0(TypoHit, 1);
    hit->word = g_string_free(text, FALSE);
    hit->errors = walk->steps[depth].row[walk->length];
    hit->is_whole = is_whole;
    g_ptr_array_add(walk->hits, hit);
}

/* Whether the path of DEPTH letters, as a beginning of words, is nearly what was typed. It has to
 * end as the word does, or in its last two letters swapped: else each beginning of the word would
 * be one with its last letter missing. */
static bool is_near_beginning(const Walk *walk, guint depth)
{
    const Step *step = &walk->steps[depth];
    guint length = walk->length;
    guint errors = step->row[length];
    if (!walk->with_beginnings || length == 0 || errors == 0 || (gint)errors > step->most_begun ||
        depth + 1 < length || depth == 0) {
        return false;
    }
    if (step->letter == walk->word[length - 1]) {
        return true;
    }
    return depth > 1 && length > 1 && step->letter == walk->word[length - 2] &&
           step[-1].letter == walk->word[length - 1] && step[-2].row[length - 2] + 1u == errors;
}

/* More letters follow the path: notes it as a beginning, and what is then worth nothing below. */
static void begin_words(Walk *walk)
{
    Step *step = &walk->steps[walk->depth];
    if (step->is_begun) {
        return;
    }
    step->is_begun = true;
    if (is_near_beginning(walk, walk->depth)) {
        add_hit(walk, walk->depth, false);
        step->most = step->row[walk->length];
        step->most_begun = step->most - 1;
    } else if (walk->with_beginnings && step->row[walk->length] == 0) {
        step->most = -1;
        step->most_begun = -1;
    }
}

static void push(Walk *walk, gunichar letter)
{
    const Step *last = &walk->steps[walk->depth];
    Step *step = &walk->steps[++walk->depth];
    step->letter = letter;
    step->most = last->most;
    step->most_begun = last->most_begun;
    step->is_begun = false;
    Band band = band_of(walk->depth, walk->length, walk->most_errors);
    fill_row(step->row, last->row, walk->depth > 1 ? last[-1].row : NULL, band, letter,
             last->letter, walk->word, walk->length);
    step->least = least_of(step->row, band);
}

/* The letter behind AFTER in the order of Unicode; NO_LETTER at the end. */
static gunichar letter_behind(gunichar after)
{
    gunichar next = after + 1;
    if (next == FIRST_SURROGATE) {
        return BEHIND_SURROGATES;
    }
    return next > LAST_LETTER ? NO_LETTER : next;
}

/* The smallest letter behind AFTER with which the path may still become a hit; NO_LETTER when there
 * is none. */
static gunichar next_letter(const Walk *walk, gunichar after)
{
    const Step *step = &walk->steps[walk->depth];
    gint least = step->least;
    if (least > step->most) {
        return NO_LETTER;
    }
    if (least < step->most || (!step->is_begun && is_near_beginning(walk, walk->depth))) {
        return letter_behind(after);
    }
    /* No error is left: only the letters of the word that come next, to which the first one of a
     * swap belongs. */
    gunichar next = NO_LETTER;
    Band band = band_of(walk->depth, walk->length, walk->most_errors);
    for (guint j = band.low; j <= band.high && j < walk->length; j++) {
        gunichar letter = walk->word[j];
        if (step->row[j] == least && letter > after && (next == NO_LETTER || letter < next)) {
            next = letter;
        }
    }
    return next;
}

/* Whether the path could be a hit as it is. */
static bool is_end(const Walk *walk)
{
    const Step *step = &walk->steps[walk->depth];
    return step->row[walk->length] <= step->most;
}

/* Goes on to the smallest path behind the present one with AFTER as its next letter that may be, or
 * become, a hit. False when there is none. */
static bool advance(Walk *walk, gunichar after)
{
    gunichar letter = next_letter(walk, after);
    while (letter == NO_LETTER && walk->depth > 0) {
        gunichar gone = walk->steps[walk->depth].letter;
        walk->depth--;
        letter = next_letter(walk, gone);
    }
    if (letter == NO_LETTER) {
        return false;
    }
    push(walk, letter);
    /* While only one way leads on there is nothing to be seen in between. */
    while (!is_end(walk) && walk->steps[walk->depth].least >= walk->steps[walk->depth].most) {
        letter = next_letter(walk, NO_LETTER);
        if (letter == NO_LETTER) {
            break;
        }
        push(walk, letter);
    }
    return true;
}

/* Goes along FOUND, the rest of a word of the dictionary, as far as it may become a hit, and then
 * on to the next path worth asking for. False when there is none. */
static bool follow(Walk *walk, const char *found)
{
    guint same = 0;
    const char *at = found;
    while (same < walk->depth && *at != '\0' &&
           g_utf8_get_char(at) == walk->steps[same + 1].letter) {
        same++;
        at = g_utf8_find_next_char(at, NULL);
    }
    walk->depth = same;
    while (*at != '\0') {
        begin_words(walk);
        gunichar letter = g_utf8_get_char(at);
        /* The smallest letter that may follow is this one, or the word leads nowhere. */
        if (next_letter(walk, letter - 1) != letter) {
            return advance(walk, letter - 1);
        }
        push(walk, letter);
        at = g_utf8_find_next_char(at, NULL);
    }
    const Step *end = &walk->steps[walk->depth];
    if (is_end(walk) && end->row[walk->length] > 0) {
        add_hit(walk, walk->depth, true);
    }
    return advance(walk, NO_LETTER);
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

/* Asks SOURCE until the walk ends. False on a fault. */
static bool walk_along(Walk *walk, const TypoSource *source, guint most_looks, GError **error)
{
    g_autoptr(GString) from = g_string_new(walk->begin);
    gsize begin_length = from->len;
    for (guint looks = 0; looks < most_looks; looks++) {
        GError *fault = NULL;
        const char *found = source->seek(source->data, from->str, &fault);
        if (fault != NULL) {
            g_propagate_error(error, fault);
            return false;
        }
        if (found == NULL || !g_str_has_prefix(found, walk->begin) ||
            !follow(walk, found + begin_length)) {
            return true;
        }
        g_string_truncate(from, begin_length);
        append_path(walk, from, walk->depth);
    }
    return true;
}

GPtrArray *typo_walk(const TypoSource *source, const char *begin, const char *word,
                     guint most_errors, bool with_beginnings, guint most, guint most_looks,
                     GError **error)
{
    glong length = 0;
    g_autofree gunichar *letters = g_utf8_to_ucs4_fast(word, -1, &length);
    g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func(hit_free);
    Walk walk = {
        .word = letters,
        .length = (guint)length,
        .with_beginnings = with_beginnings,
        .begin = begin,
        .most_errors = most_errors,
        .hits = hits,
    };
    /* One behind the longest that can be a hit. */
    gsize steps = (gsize)walk.length + most_errors + 2;
    g_autofree Step *path = g_new0(Step, steps);
    g_autofree guint16 *rows = g_new0(guint16, steps * ((gsize)walk.length + 1));
    for (gsize i = 0; i < steps; i++) {
        path[i].row = rows + i * ((gsize)walk.length + 1);
    }
    for (guint j = 0; j <= walk.length; j++) {
        rows[j] = (guint16)j;
    }
    path[0].most = (gint)most_errors;
    path[0].most_begun = (gint)most_errors;
    walk.steps = path;
    if (!walk_along(&walk, source, most_looks, error)) {
        return NULL;
    }
    g_ptr_array_sort(hits, compare_hits);
    if (hits->len > most) {
        g_ptr_array_set_size(hits, (gint)most);
    }
    return g_steal_pointer(&hits);
}
