/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The walk for typing errors: the automaton is a row of the usual table of distances for each
 * letter of the present path; where it dies, the smallest word it could still accept is asked for.
 */
#include "data/lookup/typo_private.h"

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
    guint sure; /* letters among which there are fewer */
    guint depth;
    GPtrArray *hits;
} Walk;

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
    g_ptr_array_add(walk->hits, typo_hit_new(g_string_free(text, FALSE),
                                             walk->steps[depth].row[walk->length], is_whole));
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

/* Of the columns up to the sure one those are done with that have used up all errors. */
static void be_sure(const Walk *walk, guint16 *row, TypoBand band)
{
    for (guint j = band.low; walk->sure > 0 && j <= MIN(band.high, walk->sure); j++) {
        if (row[j] >= walk->most_errors) {
            row[j] = TYPO_TOO_MANY;
        }
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
    TypoBand band = typo_band(walk->depth, walk->length, walk->most_errors);
    typo_fill_row(step->row, last->row, walk->depth > 1 ? last[-1].row : NULL, band, letter,
                  last->letter, walk->word, walk->length);
    be_sure(walk, step->row, band);
    step->least = typo_least(step->row, band);
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

/* Whether the next letter may be a wrong one: the column it leads to has an error left. */
static bool may_err(const Walk *walk)
{
    const Step *step = &walk->steps[walk->depth];
    TypoBand band = typo_band(walk->depth, walk->length, walk->most_errors);
    gint most_sure = MIN(step->most, (gint)walk->most_errors - 1);
    for (guint j = band.low; j <= band.high; j++) {
        if (step->row[j] < (j < walk->sure ? most_sure : step->most)) {
            return true;
        }
    }
    return false;
}

/* Whether the path ends in the first letter of a swap whose second is the last of those to be sure
 * of: there the row has no column left from which it would come next. */
static bool is_in_swap(const Walk *walk)
{
    const Step *step = &walk->steps[walk->depth];
    guint at = walk->sure + 1;
    return walk->sure > 0 && at < walk->length && step->letter == walk->word[at] &&
           step->row[at] <= step->most;
}

/* The smaller of LETTER, if it is behind AFTER, and NEXT, which may be NO_LETTER. */
static gunichar smaller(gunichar letter, gunichar next, gunichar after)
{
    return letter > after && (next == NO_LETTER || letter < next) ? letter : next;
}

/* The smallest letter behind AFTER with which the path may still become a hit; NO_LETTER when there
 * is none. */
static gunichar next_letter(const Walk *walk, gunichar after)
{
    const Step *step = &walk->steps[walk->depth];
    if (step->least > step->most) {
        return NO_LETTER;
    }
    if (may_err(walk) || (!step->is_begun && is_near_beginning(walk, walk->depth))) {
        return letter_behind(after);
    }
    /* No error is left: only the letters of the word that come next, to which the first one of a
     * swap belongs. */
    gunichar next = NO_LETTER;
    TypoBand band = typo_band(walk->depth, walk->length, walk->most_errors);
    for (guint j = band.low; j <= band.high && j < walk->length; j++) {
        if (step->row[j] <= step->most) {
            next = smaller(walk->word[j], next, after);
        }
    }
    return is_in_swap(walk) ? smaller(walk->word[walk->sure], next, after) : next;
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
    while (!is_end(walk) && !may_err(walk)) {
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

GPtrArray *typo_walk(const TypoSource *source, const TypoQuestion *question, guint most_looks,
                     GError **error)
{
    glong length = 0;
    guint errors = question->errors;
    g_autofree gunichar *letters = g_utf8_to_ucs4_fast(question->word, -1, &length);
    g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func(typo_hit_free);
    Walk walk = {
        .word = letters,
        .length = (guint)length,
        .with_beginnings = question->with_beginnings,
        .begin = question->begin,
        .most_errors = errors,
        .sure = question->sure,
        .hits = hits,
    };
    /* One behind the longest that can be a hit. */
    gsize steps = (gsize)walk.length + errors + 2;
    g_autofree Step *path = g_new0(Step, steps);
    g_autofree guint16 *rows = g_new0(guint16, steps * ((gsize)walk.length + 1));
    for (gsize i = 0; i < steps; i++) {
        path[i].row = rows + i * ((gsize)walk.length + 1);
    }
    for (guint j = 0; j <= walk.length; j++) {
        rows[j] = (guint16)j;
    }
    path[0].most = (gint)errors;
    path[0].most_begun = (gint)errors;
    walk.steps = path;
    be_sure(&walk, rows, typo_band(0, walk.length, errors));
    if (!walk_along(&walk, source, most_looks, error)) {
        return NULL;
    }
    return g_steal_pointer(&hits);
}
