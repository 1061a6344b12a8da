/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of the words for when. */
#include "data/agenda/whenwords.h"

#include <string.h>

typedef struct {
    const char *word;
    int value;
} Meaning;

static const Meaning numbers[] = {
    {"ein", 1},    {"eine", 1},    {"einem", 1},   {"einer", 1}, {"einen", 1}, {"a", 1},
    {"an", 1},     {"one", 1},     {"zwei", 2},    {"zwo", 2},   {"two", 2},   {"drei", 3},
    {"three", 3},  {"vier", 4},    {"four", 4},    {"funf", 5},  {"fuenf", 5}, {"five", 5},
    {"sechs", 6},  {"six", 6},     {"sieben", 7},  {"seven", 7}, {"acht", 8},  {"eight", 8},
    {"neun", 9},   {"nine", 9},    {"zehn", 10},   {"ten", 10},  {"elf", 11},  {"eleven", 11},
    {"zwolf", 12}, {"zwoelf", 12}, {"twelve", 12},
};

static const Meaning ordinals[] = {
    {"ersten", 1},  {"erster", 1},   {"erste", 1},   {"first", 1},    {"zweiten", 2},
    {"zweite", 2},  {"zweites", 2},  {"second", 2},  {"dritten", 3},  {"dritte", 3},
    {"drittes", 3}, {"third", 3},    {"vierten", 4}, {"vierte", 4},   {"fourth", 4},
    {"funften", 5}, {"fuenften", 5}, {"fifth", 5},   {"letzten", 31}, {"letzter", 31},
    {"last", 31},   {"ultimo", 31},
};

static const Meaning units[] = {
    {"minute", UNIT_MINUTE}, {"minuten", UNIT_MINUTE}, {"minutes", UNIT_MINUTE},
    {"min", UNIT_MINUTE},    {"mins", UNIT_MINUTE},    {"stunde", UNIT_HOUR},
    {"stunden", UNIT_HOUR},  {"std", UNIT_HOUR},       {"h", UNIT_HOUR},
    {"hour", UNIT_HOUR},     {"hours", UNIT_HOUR},     {"hrs", UNIT_HOUR},
    {"tag", UNIT_DAY},       {"tage", UNIT_DAY},       {"tagen", UNIT_DAY},
    {"tages", UNIT_DAY},     {"day", UNIT_DAY},        {"days", UNIT_DAY},
    {"woche", UNIT_WEEK},    {"wochen", UNIT_WEEK},    {"week", UNIT_WEEK},
    {"weeks", UNIT_WEEK},    {"monat", UNIT_MONTH},    {"monate", UNIT_MONTH},
    {"monaten", UNIT_MONTH}, {"monats", UNIT_MONTH},   {"month", UNIT_MONTH},
    {"months", UNIT_MONTH},  {"jahr", UNIT_YEAR},      {"jahre", UNIT_YEAR},
    {"jahren", UNIT_YEAR},   {"jahres", UNIT_YEAR},    {"year", UNIT_YEAR},
    {"years", UNIT_YEAR},
};

static const Meaning short_units[] = {
    {"min", UNIT_MINUTE}, {"h", UNIT_HOUR}, {"std", UNIT_HOUR}, {"d", UNIT_DAY},
    {"t", UNIT_DAY},      {"w", UNIT_WEEK}, {"wo", UNIT_WEEK},
};

enum {
    MORNING = 9 * 60,
    LATE_MORNING = 10 * 60,
    NOON = 12 * 60,
    AFTERNOON = 15 * 60,
    EVENING = 18 * 60
};

static const Meaning clear_parts[] = {
    {"morgens", MORNING},       {"vormittags", LATE_MORNING}, {"mittags", NOON},
    {"nachmittags", AFTERNOON}, {"abends", EVENING},          {"tonight", EVENING},
};

static const Meaning parts[] = {
    {"fruh", MORNING},        {"frueh", MORNING}, {"morning", MORNING}, {"vormittag", LATE_MORNING},
    {"mittag", NOON},         {"noon", NOON},     {"midday", NOON},     {"nachmittag", AFTERNOON},
    {"afternoon", AFTERNOON}, {"abend", EVENING}, {"evening", EVENING},
};

static const Meaning nexts[] = {
    {"nachste", 1},        {"nachsten", 1},       {"nachster", 1},      {"nachstes", 1},
    {"naechste", 1},       {"naechsten", 1},      {"naechster", 1},     {"naechstes", 1},
    {"kommende", 1},       {"kommenden", 1},      {"kommender", 1},     {"kommendes", 1},
    {"next", 1},           {"coming", 1},         {"ubernachste", 2},   {"ubernachsten", 2},
    {"ubernachster", 2},   {"ubernachstes", 2},   {"uebernaechste", 2}, {"uebernaechsten", 2},
    {"uebernaechster", 2}, {"uebernaechstes", 2},
};

static const char *const fillers[] = {
    "am",  "um",    "on",  "at",    "den", "der", "dem",    "the",     "this",        "diesen",
    "bis", "by",    "ab",  "until", "in",  "im",  "dieser", "dieses",  "spatestens",  "diese",
    "zum", "gegen", "zur", "from",  "vom", "@",   "immer",  "jeweils", "spaetestens", NULL,
};
static const char *const clock_marks[] = {"um", "at", "gegen", "@", NULL};
static const char *const everies[] = {"jeden", "jede", "jedes", "jeder",
                                      "every", "each", "alle",  NULL};
static const char *const ands[] = {"und", "and", "u", "&", "+", NULL};
static const char *const links[] = {"fur",   "fuer",  "for", "von", "of",
                                    "wegen", "about", "zu",  NULL};

static int find(const Meaning *table, gsize count, const char *word, int absent)
{
    for (gsize i = 0; i < count; i++) {
        if (strcmp(table[i].word, word) == 0) {
            return table[i].value;
        }
    }
    return absent;
}

/* The whole WORD as a number of at most three digits; 0. */
static int digits(const char *word)
{
    gsize length = strspn(word, "0123456789");
    return length > 0 && length <= 3 && word[length] == '\0' ? (int)g_ascii_strtoll(word, NULL, 10)
                                                             : 0;
}

int when_number(const char *word)
{
    int number = digits(word);
    return number != 0 ? number : find(numbers, G_N_ELEMENTS(numbers), word, 0);
}

int when_ordinal(const char *word)
{
    gsize length = strspn(word, "0123456789");
    if (length == 0) {
        return find(ordinals, G_N_ELEMENTS(ordinals), word, 0);
    }
    static const char *const ends[] = {"", "st", "nd", "rd", "th", NULL};
    int day = (int)g_ascii_strtoll(word, NULL, 10);
    return length <= 2 && day <= 31 && g_strv_contains(ends, word + length) ? day : 0;
}

WhenUnit when_unit(const char *word)
{
    int unit = find(units, G_N_ELEMENTS(units), word, UNIT_NONE);
    return (WhenUnit)unit;
}

WhenUnit when_short_unit(const char *word, int *count)
{
    gsize length = strspn(word, "0123456789");
    if (length == 0 || length > 3) {
        return UNIT_NONE;
    }
    *count = (int)g_ascii_strtoll(word, NULL, 10);
    int unit = find(short_units, G_N_ELEMENTS(short_units), word + length, UNIT_NONE);
    return (WhenUnit)unit;
}

int when_part(const char *word, bool *is_clear)
{
    int minute = find(clear_parts, G_N_ELEMENTS(clear_parts), word, -1);
    *is_clear = minute >= 0;
    return minute >= 0 ? minute : find(parts, G_N_ELEMENTS(parts), word, -1);
}

bool when_is_filler(const char *word)
{
    return g_strv_contains(fillers, word);
}

bool when_is_clock_mark(const char *word)
{
    return g_strv_contains(clock_marks, word);
}

int when_next(const char *word)
{
    return find(nexts, G_N_ELEMENTS(nexts), word, 0);
}

bool when_is_every(const char *word)
{
    return g_strv_contains(everies, word);
}

bool when_is_and(const char *word)
{
    return g_strv_contains(ands, word);
}

bool when_is_link(const char *word)
{
    return g_strv_contains(links, word);
}
