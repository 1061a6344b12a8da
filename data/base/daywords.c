/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of the words that stand for dates. */
#include "data/base/daywords.h"

#include <glib.h>
#include <string.h>

typedef struct {
    const char *word;
    int value;
} DayWord;

static const DayWord months[] = {
    {"januar", 1},    {"january", 1},   {"janner", 1},   {"jaenner", 1},  {"februar", 2},
    {"february", 2},  {"feber", 2},     {"marz", 3},     {"maerz", 3},    {"march", 3},
    {"mrz", 3},       {"april", 4},     {"mai", 5},      {"may", 5},      {"juni", 6},
    {"june", 6},      {"juno", 6},      {"juli", 7},     {"july", 7},     {"julei", 7},
    {"august", 8},    {"september", 9}, {"oktober", 10}, {"october", 10}, {"november", 11},
    {"dezember", 12}, {"december", 12},
};

static const DayWord weekdays[] = {
    {"mo", 1},      {"mon", 1},       {"montag", 1},     {"monday", 1},   {"di", 2},
    {"tue", 2},     {"tues", 2},      {"dienstag", 2},   {"tuesday", 2},  {"mi", 3},
    {"wed", 3},     {"mittwoch", 3},  {"wednesday", 3},  {"do", 4},       {"thu", 4},
    {"thur", 4},    {"thurs", 4},     {"donnerstag", 4}, {"thursday", 4}, {"fr", 5},
    {"fri", 5},     {"freitag", 5},   {"friday", 5},     {"sa", 6},       {"sat", 6},
    {"samstag", 6}, {"sonnabend", 6}, {"saturday", 6},   {"so", 7},       {"sun", 7},
    {"sonntag", 7}, {"sunday", 7},
};

static const DayWord shifts[] = {
    {"heute", 0},       {"today", 0},    {"morgen", 1},     {"tomorrow", 1},    {"ubermorgen", 2},
    {"uebermorgen", 2}, {"gestern", -1}, {"yesterday", -1}, {"vorgestern", -2},
};

static const char *const fillers[] = {
    "am", "den", "der", "dem", "im", "vom", "on", "the", "of", "in", "geb", "geboren", "born", NULL,
};

static const char *const nothings[] = {
    "unbekannt",    "unbek",         "unbek.",    "nicht bekannt", "weiss nicht",
    "keine angabe", "keine angaben", "keine",     "k.a.",          "k. a.",
    "ka",           "k.a",           "n.b.",      "ohne",          "fehlt",
    "unknown",      "not known",     "not given", "none",          "null",
    "nil",          "n/a",           "na",        "n.a.",          "x",
    "xx",           "xxx",           NULL,
};

static int find_word(const DayWord *table, size_t count, const char *word, int absent)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(table[i].word, word) == 0) {
            return table[i].value;
        }
    }
    return absent;
}

int day_word_month(const char *word)
{
    if (strlen(word) < 3) {
        return 0;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(months); i++) {
        if (g_str_has_prefix(months[i].word, word)) {
            return months[i].value;
        }
    }
    return 0;
}

int day_word_weekday(const char *word)
{
    return find_word(weekdays, G_N_ELEMENTS(weekdays), word, 0);
}

bool day_word_shift(const char *word, int *count)
{
    int found = find_word(shifts, G_N_ELEMENTS(shifts), word, G_MAXINT);
    if (found == G_MAXINT) {
        return false;
    }
    *count = found;
    return true;
}

bool day_word_is_filler(const char *word)
{
    return g_strv_contains(fillers, word);
}

bool day_word_is_nothing(const char *text)
{
    return g_strv_contains(nothings, text);
}
