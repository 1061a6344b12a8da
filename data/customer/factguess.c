/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Guesses what kind of fact some words are: the words are folded and compared with the rules in
 * factrules.c. */
#include "data/customer/factguess.h"

#include "data/base/utf8.h"
#include "data/customer/factrules.h"
#include "data/lookup/fold.h"

#include <string.h>

/* What stands beyond this many words no longer counts: it is not one thought. */
#define MOST_WORDS 64
#define MOST_GAP 3
#define LONGEST_DATE 4
#define CLAUSE_END "|"

/* A folded word, or the end of a clause. Which classes it belongs to is found out when first asked.
 */
typedef struct {
    guint32 asked, member; /* one bit a class */
    char text[];
} Word;

static Word *word_new(const char *text)
{
    size_t size = strlen(text) + 1;
    Word *word = g_malloc0(sizeof *word + size);
    memcpy(word->text, text, size);
    return word;
}

static const Word *word_at(const GPtrArray *words, guint at)
{
    return words->pdata[at];
}

static bool is_clause_end(const Word *word)
{
    return strcmp(word->text, CLAUSE_END) == 0;
}

static bool glob_fits(const char *glob, size_t length, const char *word)
{
    bool open_front = length > 1 && glob[0] == '*';
    bool open_back = length > 1 && glob[length - 1] == '*';
    const char *stem = glob + open_front;
    size_t stem_length = length - open_front - open_back;
    size_t word_length = strlen(word);
    if (word_length < stem_length || (!open_front && !open_back && word_length != stem_length)) {
        return false;
    }
    if (!open_front) {
        return strncmp(word, stem, stem_length) == 0;
    }
    if (!open_back) {
        return strncmp(word + word_length - stem_length, stem, stem_length) == 0;
    }
    for (size_t at = 0; at + stem_length <= word_length; at++) {
        if (strncmp(word + at, stem, stem_length) == 0) {
            return true;
        }
    }
    return false;
}

static bool word_fits(const char *token, size_t length, Word *word);

static bool is_member(const char *name, size_t length, Word *word)
{
    const char *words = NULL;
    int number = fact_class(name, length, &words);
    if (number < 0) {
        return false;
    }
    guint32 bit = 1u << number;
    if ((word->asked & bit) == 0 && word_fits(words, strlen(words), word)) {
        word->member |= bit;
    }
    word->asked |= bit;
    return (word->member & bit) != 0;
}

/* Whether WORD is one of the alternatives "a|b*|@class" in the LENGTH bytes at TOKEN. */
static bool word_fits(const char *token, size_t length, Word *word)
{
    const char *end = token + length;
    while (token < end) {
        const char *bar = memchr(token, '|', (size_t)(end - token));
        size_t one = (size_t)((bar != NULL ? bar : end) - token);
        bool fits = false;
        if (*token == '@') {
            fits = is_member(token + 1, one - 1, word);
        } else if (*token == *word->text || *token == '*') {
            fits = glob_fits(token, one, word->text);
        }
        if (fits) {
            return true;
        }
        token += one + 1;
    }
    return false;
}

static bool fits_at(const char *pattern, const GPtrArray *words, guint at);

/* Tries REST behind each of up to MOST words from AT on, without leaving the clause. */
static bool fits_behind_gap(const char *rest, const GPtrArray *words, guint at, guint most)
{
    for (guint gap = 0; gap <= most; gap++) {
        if (fits_at(rest, words, at + gap)) {
            return true;
        }
        if (at + gap >= words->len || is_clause_end(word_at(words, at + gap))) {
            return false;
        }
    }
    return false;
}

static bool token_is(const char *token, size_t length, const char *what)
{
    return strlen(what) == length && strncmp(token, what, length) == 0;
}

/* Whether PATTERN (see factrules.h) fits the words from AT on. */
static bool fits_at(const char *pattern, const GPtrArray *words, guint at)
{
    size_t length = strcspn(pattern, " ");
    if (length == 0) {
        return true;
    }
    const char *rest = pattern + length + (pattern[length] == ' ');
    if (token_is(pattern, length, "...")) {
        return fits_behind_gap(rest, words, at, MOST_WORDS);
    }
    if (token_is(pattern, length, "~")) {
        return fits_behind_gap(rest, words, at, MOST_GAP);
    }
    if (token_is(pattern, length, "$")) {
        return at >= words->len || (at + 1 == words->len && is_clause_end(word_at(words, at)));
    }
    if (at >= words->len) {
        return false;
    }

    Word *word = words->pdata[at];
    bool fits;
    if (token_is(pattern, length, CLAUSE_END)) {
        fits = is_clause_end(word);
    } else if (is_clause_end(word)) {
        fits = false;
    } else {
        fits = token_is(pattern, length, "+") || word_fits(pattern, length, word);
    }
    return fits && fits_at(rest, words, at + 1);
}

static bool pattern_fits(const char *pattern, const GPtrArray *words)
{
    if (g_str_has_prefix(pattern, "^ ")) {
        return fits_at(pattern + 2, words, 0);
    }
    for (guint at = 0; at < words->len; at++) {
        if (fits_at(pattern, words, at)) {
            return true;
        }
    }
    return false;
}

/* Whether a full stop behind START ends a sentence: not behind a number or an abbreviation. */
static bool stop_ends_sentence(const char *start, const char *stop)
{
    size_t letters = 0;
    while (stop > start && (g_ascii_isalpha(stop[-1]) || (guchar)stop[-1] >= 0x80)) {
        stop--;
        letters++;
    }
    return letters >= 5;
}

/* Whether the character at AT ends a clause of the text that begins at START. */
static bool ends_clause(const char *start, const char *at)
{
    switch (*at) {
    case ',':
        return !g_ascii_isdigit(at[1]);
    case '.':
        return (at[1] == ' ' || at[1] == '\0') && stop_ends_sentence(start, at);
    case ':':
        return at == start || !g_ascii_isdigit(at[-1]);
    case '-':
        return at > start && at[-1] == ' ' && at[1] == ' ';
    default:
        return strchr(";!?()=\n", *at) != NULL || g_str_has_prefix(at, "\u2013") ||
               g_str_has_prefix(at, "\u2014");
    }
}

static void add_clause(GPtrArray *words, const char *start, const char *end)
{
    g_autofree char *clause = g_strndup(start, (gsize)(end - start));
    g_auto(GStrv) folded = fold_words(clause);
    if (folded[0] == NULL) {
        return;
    }
    if (words->len > 0) {
        g_ptr_array_add(words, word_new(CLAUSE_END));
    }
    for (char **word = folded; *word != NULL && words->len < MOST_WORDS; word++) {
        g_ptr_array_add(words, word_new(*word));
    }
}

/* The folded words of TEXT, with "|" where a clause ends and another follows. */
static GPtrArray *words_of(const char *text)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    const char *start = text;
    const char *at = text;
    for (; *at != '\0' && words->len < MOST_WORDS; at = g_utf8_find_next_char(at, NULL)) {
        if (!ends_clause(text, at)) {
            continue;
        }
        add_clause(words, start, at);
        start = at;
    }
    if (words->len < MOST_WORDS) {
        add_clause(words, start, at);
    }
    return words;
}

/* Reads SPAN as a date. "Tomorrow" and its like are none: they are no lasting fact. */
static DayReading read_span(char *span, Day today, Day *day)
{
    char *start = span + strspn(span, "([:,;*");
    size_t length = strlen(start);
    while (length > 0 && strchr(",;:!?)]", start[length - 1]) != NULL) {
        start[--length] = '\0';
    }
    bool has_digit = strpbrk(start, "0123456789") != NULL;
    if (*start == '+' || *start == '-') {
        return DAY_READ_STRANGE;
    }
    DayReading reading = day_read(start, today, DAY_ORDER_UNKNOWN, day);
    if (reading == DAY_READ_OK && !has_digit && day_is_whole(*day)) {
        *day = DAY_NONE;
        return DAY_READ_STRANGE;
    }
    return reading;
}

/* The first date in TEXT, the longest where several begin at the same word. A date that cannot
 * be read hides what follows, so that "31. Juni" is not taken for June. */
static bool find_day(const char *text, Day today, Day *day)
{
    g_autofree char *line = utf8_storable(text, -1, true, NULL);
    g_auto(GStrv) words = g_strsplit(line, " ", MOST_WORDS);
    int count = (int)g_strv_length(words);
    for (int at = 0; at < count; at++) {
        for (int length = MIN(LONGEST_DATE, count - at); length > 0; length--) {
            char *parts[LONGEST_DATE + 1] = {NULL};
            memcpy(parts, words + at, (size_t)length * sizeof *parts);
            g_autofree char *span = g_strjoinv(" ", parts);
            DayReading reading = read_span(span, today, day);
            if (reading == DAY_READ_OK) {
                return true;
            }
            if (reading == DAY_READ_IMPOSSIBLE || reading == DAY_READ_AMBIGUOUS) {
                return false;
            }
        }
    }
    return false;
}

static bool is_doubtful(const char *text, const GPtrArray *words)
{
    static const char doubts[] =
        "vielleicht|evtl|eventuell|vermutlich|wohl|verdacht|moglicherweise|glaube|angeblich|"
        "unsicher|unklar|wahrscheinlich|maybe|perhaps|possibly|probably|might|suspected|unsure";
    if (strchr(text, '?') != NULL) {
        return true;
    }
    for (guint i = 0; i < words->len; i++) {
        if (word_fits(doubts, strlen(doubts), words->pdata[i])) {
            return true;
        }
    }
    return false;
}

FactGuess fact_guess(const char *text, Day today)
{
    g_autofree char *clean = utf8_storable(text, -1, false, NULL);
    g_autoptr(GPtrArray) words = words_of(clean);
    size_t count;
    const FactRule *rules = fact_rules(&count);
    for (size_t i = 0; i < count; i++) {
        const FactRule *rule = &rules[i];
        Day day = DAY_NONE;
        if (!pattern_fits(rule->pattern, words) ||
            (rule->use == RULE_DATED && !find_day(clean, today, &day))) {
            continue;
        }
        FactGuess guess = {rule->kind, rule->trust, day};
        if (guess.trust == GUESS_SAFE && is_doubtful(clean, words)) {
            guess.trust = GUESS_LIKELY;
        }
        return guess;
    }
    return (FactGuess){"note", GUESS_NONE, DAY_NONE};
}

char **fact_split(const char *remark)
{
    g_autoptr(GPtrArray) thoughts = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *clean = utf8_storable(remark, -1, false, NULL);
    /* The line and paragraph separators become breaks first, the rest is split at single bytes. */
    g_autoptr(GString) lines = g_string_new(clean);
    g_string_replace(lines, "\u2028", "\n", 0);
    g_string_replace(lines, "\u2029", "\n", 0);
    g_auto(GStrv) pieces = g_strsplit_set(lines->str, ";\n\r\v\f", -1);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (char **piece = pieces; *piece != NULL; piece++) {
        g_autofree char *thought = utf8_storable(*piece, -1, true, NULL);
        if (*thought == '\0' || g_hash_table_contains(seen, thought)) {
            continue;
        }
        g_hash_table_add(seen, thought);
        g_ptr_array_add(thoughts, g_steal_pointer(&thought));
    }
    g_ptr_array_add(thoughts, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&thoughts), FALSE);
}
