/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often, as people say it: the text is cut into words, each of which has a part to play. */
#include "data/agenda/careoften.h"

#include "data/lookup/fold.h"

#include <string.h>

enum { EVERY_MOST = 999, MONTHS_A_YEAR = 12, WEEKS_A_MONTH = 4 };

typedef struct {
    const char *words; /* as fold_text makes them, divided by "|" */
    int value;
} WordNumber;

/* A word that says it all ("quarterly"), or the unit of a number. */
typedef struct {
    const char *words;
    int every;
    const char *unit;
} WordSpan;

static const WordNumber numbers[] = {
    {"a|an|one|ein|eine|einen|eines|einem", 1},
    {"two|zwei|other|second|zweite|zweiten|zweites|zweiter", 2},
    {"three|drei|third|dritte|dritten|drittes", 3},
    {"four|vier|fourth|vierte|vierten|viertes", 4},
    {"five|funf", 5},
    {"six|sechs|sixth|sechste|sechsten", 6},
    {"seven|sieben", 7},
    {"eight|acht", 8},
    {"nine|neun", 9},
    {"ten|zehn", 10},
    {"eleven|elf", 11},
    {"twelve|zwolf", 12},
};

static const WordNumber counts[] = {
    {"once|einmal", 1}, {"twice|zweimal", 2}, {"thrice|dreimal", 3},
    {"viermal", 4},     {"sechsmal", 6},
};

static const WordSpan spans[] = {
    {"day|days|tag|tage|tagen|t|d|daily|taglich", 1, "day"},
    {"week|weeks|woche|wochen|w|wo|weekly|wochentlich", 1, "week"},
    {"fortnight|fortnightly|vierzehntagig|vierzehntaglich", 2, "week"},
    {"month|months|monat|monate|monaten|monthly|monatlich", 1, "month"},
    {"quarter|quarters|quartal|quartale|quartalen|quarterly|vierteljahr|vierteljahrlich|"
     "quartalsweise",
     3, "month"},
    {"halbjahr|halbjahrlich|halbjahrig", 6, "month"},
    {"year|years|yr|jahr|jahre|jahren|yearly|annually|annual|jahrlich|j|y", 1, "year"},
};

static bool is_one_of(const char *word, const char *words)
{
    g_auto(GStrv) all = g_strsplit(words, "|", -1);
    return g_strv_contains((const char *const *)all, word);
}

static int number_of(const WordNumber *table, gsize count, const char *word)
{
    for (gsize i = 0; i < count; i++) {
        if (is_one_of(word, table[i].words)) {
            return table[i].value;
        }
    }
    return 0;
}

static const WordSpan *span_of(const char *word)
{
    for (gsize i = 0; i < G_N_ELEMENTS(spans); i++) {
        if (is_one_of(word, spans[i].words)) {
            return &spans[i];
        }
    }
    return NULL;
}

/* What has been read so far. */
typedef struct {
    int number; /* "6"; 0: none */
    int times;  /* "twice"; 0: none */
    bool half;
    const WordSpan *span;
} Reading;

/* Digits with letters right behind them ("4x", "6w"): the letters, and *NUMBER; else WORD. */
static const char *cut_digits(const char *word, int *number)
{
    gsize digits = strspn(word, "0123456789");
    if (digits > 0) {
        *number = digits <= 3 ? (int)g_ascii_strtoll(word, NULL, 10) : EVERY_MOST + 1;
    }
    return word + digits;
}

/* Takes the number before "times" as such a count. */
static bool take_times(Reading *reading)
{
    bool fits = reading->number > 0 && reading->times == 0;
    reading->times = reading->number;
    reading->number = 0;
    return fits;
}

/* Whether WORD makes sense behind what was read. */
static bool take(Reading *reading, const char *word)
{
    int number = -1;
    const char *rest = cut_digits(word, &number);
    if (number >= 0) {
        if (reading->number > 0 || number == 0 || number > EVERY_MOST) {
            return false;
        }
        reading->number = number;
        if (*rest == '\0') {
            return true;
        }
    }
    if (is_one_of(rest, "x|mal|times")) {
        return take_times(reading);
    }
    if (is_one_of(rest, "every|each|all|alle|jede|jeden|jedes|jeder|im|in|per|pro|the|je")) {
        return true;
    }
    if (is_one_of(rest, "half|halb|halbe|halben|halbes")) {
        reading->half = true;
        return true;
    }
    int count = number_of(counts, G_N_ELEMENTS(counts), rest);
    if (count > 0) {
        reading->times = count;
        return true;
    }
    int value = number_of(numbers, G_N_ELEMENTS(numbers), rest);
    if (value > 0) {
        /* "twice a year", "every half a year": the article is no number there. */
        bool is_article = value == 1 && (reading->times > 0 || reading->half);
        bool is_alone = reading->number == 0;
        reading->number = is_article ? reading->number : value;
        return is_article || is_alone;
    }
    const WordSpan *span = span_of(rest);
    bool is_first = reading->span == NULL;
    reading->span = span;
    return span != NULL && is_first;
}

/* Shares a span out among so many TIMES: "4x im Jahr" is every 3 months. */
static bool share_out(int times, gint64 *every, const char **unit)
{
    if (times == 1) {
        return true;
    }
    if (strcmp(*unit, "year") == 0 && *every == 1) {
        *every = MONTHS_A_YEAR;
        *unit = "month";
    } else if (strcmp(*unit, "month") == 0 && *every == 1) {
        *every = WEEKS_A_MONTH;
        *unit = "week";
    }
    bool is_even = *every % times == 0;
    *every /= times;
    return is_even;
}

static bool finish(const Reading *reading, gint64 *every, const char **unit)
{
    if (reading->span == NULL || (reading->times > 0 && reading->number > 0)) {
        return false;
    }
    gint64 found = (gint64)reading->span->every * MAX(reading->number, 1);
    const char *of = reading->span->unit;
    if (reading->half) {
        if (strcmp(of, "year") != 0 || reading->number > 1) {
            return false;
        }
        found = MONTHS_A_YEAR / 2;
        of = "month";
    }
    if (!share_out(MAX(reading->times, 1), &found, &of) || found > EVERY_MOST) {
        return false;
    }
    *every = found;
    *unit = of;
    return true;
}

/* "never", "gar nicht". */
static bool says_never(char *const *words)
{
    static const char nothings[] = "never|nie|niemals|no|not|nicht|gar|none|keine|kein|off|aus|at|"
                                   "all";
    bool found = false;
    for (; *words != NULL; words++) {
        if (!is_one_of(*words, nothings)) {
            return false;
        }
        found = found || !is_one_of(*words, "gar|at|all");
    }
    return found;
}

bool care_often_read(const char *text, gint64 *every, const char **unit)
{
    g_auto(GStrv) words = fold_words(text);
    Reading reading = {0};
    if (says_never(words)) {
        *every = 0;
        *unit = "month";
        return true;
    }
    for (char **word = words; *word != NULL; word++) {
        if (!take(&reading, *word)) {
            return false;
        }
    }
    return finish(&reading, every, unit);
}
