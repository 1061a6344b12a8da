/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts as people write them: the text is cut into numbers and words. */
#include "data/base/number.h"

#include <glib.h>
#include <string.h>

enum { MOST_DIGITS = 7 };

typedef struct {
    const char *word;
    int value;
} NumberWord;

/* Words are in lower case, without accents, ß as ss. */
static const NumberWord numbers[] = {
    {"null", 0},     {"zero", 0},      {"a", 1},         {"an", 1},        {"one", 1},
    {"ein", 1},      {"eine", 1},      {"einen", 1},     {"einer", 1},     {"einem", 1},
    {"eins", 1},     {"zwei", 2},      {"zwo", 2},       {"two", 2},       {"drei", 3},
    {"three", 3},    {"vier", 4},      {"four", 4},      {"funf", 5},      {"fuenf", 5},
    {"five", 5},     {"sechs", 6},     {"six", 6},       {"sieben", 7},    {"seven", 7},
    {"acht", 8},     {"eight", 8},     {"neun", 9},      {"nine", 9},      {"zehn", 10},
    {"ten", 10},     {"elf", 11},      {"eleven", 11},   {"zwolf", 12},    {"zwoelf", 12},
    {"twelve", 12},  {"vierzehn", 14}, {"fourteen", 14}, {"funfzehn", 15}, {"fuenfzehn", 15},
    {"fifteen", 15}, {"zwanzig", 20},  {"twenty", 20},   {"dreissig", 30}, {"thirty", 30},
    {"vierzig", 40}, {"forty", 40},    {"funfzig", 50},  {"fuenfzig", 50}, {"fifty", 50},
    {"sechzig", 60}, {"sixty", 60},    {"neunzig", 90},  {"ninety", 90},
};

static const NumberWord day_units[] = {
    {"d", 1},        {"t", 1},      {"tg", 1},      {"day", 1}, {"days", 1},   {"tag", 1},
    {"tage", 1},     {"tagen", 1},  {"w", 7},       {"wo", 7},  {"woche", 7},  {"wochen", 7},
    {"week", 7},     {"weeks", 7},  {"wk", 7},      {"wks", 7}, {"monat", 30}, {"monate", 30},
    {"monaten", 30}, {"month", 30}, {"months", 30},
};

static const NumberWord minute_units[] = {
    {"m", 1},       {"min", 1},    {"mins", 1}, {"minute", 1},  {"minuten", 1},
    {"minutes", 1}, {"h", 60},     {"std", 60}, {"stunde", 60}, {"stunden", 60},
    {"hour", 60},   {"hours", 60}, {"hr", 60},  {"hrs", 60},
};

static const char *const nothings[] = {
    "nie",   "niemals", "nicht", "nichts", "kein",    "keine", "keinen", "aus",
    "never", "no",      "not",   "none",   "nothing", "off",   NULL,
};

static const char *const fillers[] = {"und", "and", "nach", "after", "in", NULL};

static int find_word(const NumberWord *table, gsize count, const char *word)
{
    for (gsize i = 0; i < count; i++) {
        if (strcmp(table[i].word, word) == 0) {
            return table[i].value;
        }
    }
    return -1;
}

/* How many of UNIT the word stands for, -1 when it is no unit. */
static int find_unit(NumberUnit unit, const char *word)
{
    return unit == NUMBER_DAYS ? find_word(day_units, G_N_ELEMENTS(day_units), word)
                               : find_word(minute_units, G_N_ELEMENTS(minute_units), word);
}

/* Digits and runs of letters, plain and apart; NULL when something else stands there. */
static GPtrArray *cut(const char *text)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autofree char *apart = g_utf8_normalize(valid, -1, G_NORMALIZE_ALL);
    g_autofree char *lower = g_utf8_casefold(apart, -1);
    g_autoptr(GString) part = g_string_new(NULL);
    for (const char *at = lower;; at = g_utf8_find_next_char(at, NULL)) {
        gunichar c = g_utf8_get_char(at);
        if (g_unichar_ismark(c)) {
            continue;
        }
        bool is_digit = c >= '0' && c <= '9', is_letter = g_unichar_isalpha(c);
        bool goes_on = part->len > 0 && (is_digit || is_letter) &&
                       g_ascii_isdigit(part->str[0]) == (int)is_digit;
        if (!goes_on && part->len > 0) {
            g_ptr_array_add(parts, g_strdup(part->str));
            g_string_truncate(part, 0);
        }
        if (c == 0) {
            return g_steal_pointer(&parts);
        }
        if (is_digit || is_letter) {
            g_string_append_unichar(part, c);
        } else if (!g_unichar_isspace(c) && c != '.' && c != ',') {
            return NULL;
        }
    }
}

/* The number PART stands for, -1 when it is none. */
static int value_of(const char *part)
{
    if (g_ascii_isdigit(*part)) {
        return strlen(part) <= MOST_DIGITS ? (int)g_ascii_strtoll(part, NULL, 10) : -1;
    }
    return find_word(numbers, G_N_ELEMENTS(numbers), part);
}

/* What has been read so far. */
typedef struct {
    gint64 sum;
    int pending; /* a number whose unit has not come yet; -1: none */
    bool has_unit;
} Reading;

/* Whether PART makes sense behind what was read. */
static bool take(Reading *reading, NumberUnit unit, const char *part)
{
    int value = value_of(part), size = find_unit(unit, part);
    if (value >= 0) {
        /* "3 4" is no number. */
        bool is_alone = reading->pending < 0;
        reading->pending = value;
        return is_alone;
    }
    if (size < 0 || reading->pending < 0) {
        return false;
    }
    reading->sum += (gint64)reading->pending * size;
    reading->pending = -1;
    reading->has_unit = true;
    return true;
}

/* "keine Tage", "never": nothing but words that say so, and units. */
static bool says_nothing(const GPtrArray *parts, NumberUnit unit)
{
    bool found = false;
    for (guint i = 0; i < parts->len; i++) {
        const char *part = g_ptr_array_index(parts, i);
        bool is_nothing = g_strv_contains(nothings, part);
        if (!is_nothing && find_unit(unit, part) < 0) {
            return false;
        }
        found = found || is_nothing;
    }
    return found;
}

bool number_read(const char *text, NumberUnit unit, int *count)
{
    g_autoptr(GPtrArray) parts = cut(text);
    Reading reading = {.pending = -1};
    if (parts == NULL || parts->len == 0) {
        return false;
    }
    if (says_nothing(parts, unit)) {
        *count = 0;
        return true;
    }
    for (guint i = 0; i < parts->len; i++) {
        const char *part = g_ptr_array_index(parts, i);
        if (!g_strv_contains(fillers, part) && !take(&reading, unit, part)) {
            return false;
        }
    }
    /* Behind "1 Stunde" a bare number is minutes; behind "2 Wochen" it is anybody's guess. */
    if (reading.pending >= 0 && reading.has_unit && unit == NUMBER_DAYS) {
        return false;
    }
    if (reading.pending < 0 && !reading.has_unit) {
        return false;
    }
    reading.sum += MAX(reading.pending, 0);
    if (reading.sum > NUMBER_MOST) {
        return false;
    }
    *count = (int)reading.sum;
    return true;
}
