/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Series among the words for when: "jeden montag", "alle 2 wochen", "monatlich". */
#include "data/agenda/when.h"

#include "data/agenda/whenwords.h"
#include "data/base/daywords.h"

#include <string.h>

enum {
    WEEK = 7,
    MONDAY_TO_FRIDAY = 31,
    MONDAY_TO_SATURDAY = 63,
    SHORTEST_NAME = 6,
    LAST_OF_MONTH = 31
};

/* A series in a word. */
typedef struct {
    const char *word;
    SeriesUnit unit;
    int step;
    guint weekdays;
} Adverb;

static const Adverb adverbs[] = {
    {"taglich", SERIES_DAYS, 1, 0},
    {"taeglich", SERIES_DAYS, 1, 0},
    {"tgl", SERIES_DAYS, 1, 0},
    {"daily", SERIES_DAYS, 1, 0},
    {"werktags", SERIES_WEEKS, 1, MONDAY_TO_SATURDAY},
    {"wochentags", SERIES_WEEKS, 1, MONDAY_TO_FRIDAY},
    {"weekdays", SERIES_WEEKS, 1, MONDAY_TO_FRIDAY},
    {"wochentlich", SERIES_WEEKS, 1, 0},
    {"woechentlich", SERIES_WEEKS, 1, 0},
    {"weekly", SERIES_WEEKS, 1, 0},
    {"zweiwochentlich", SERIES_WEEKS, 2, 0},
    {"zweiwoechentlich", SERIES_WEEKS, 2, 0},
    {"vierzehntagig", SERIES_WEEKS, 2, 0},
    {"vierzehntaegig", SERIES_WEEKS, 2, 0},
    {"14-tagig", SERIES_WEEKS, 2, 0},
    {"14-taegig", SERIES_WEEKS, 2, 0},
    {"fortnightly", SERIES_WEEKS, 2, 0},
    {"monatlich", SERIES_MONTHS, 1, 0},
    {"monthly", SERIES_MONTHS, 1, 0},
    {"vierteljahrlich", SERIES_MONTHS, 3, 0},
    {"vierteljaehrlich", SERIES_MONTHS, 3, 0},
    {"quarterly", SERIES_MONTHS, 3, 0},
    {"halbjahrlich", SERIES_MONTHS, 6, 0},
    {"halbjaehrlich", SERIES_MONTHS, 6, 0},
    {"jahrlich", SERIES_YEARS, 1, 0},
    {"jaehrlich", SERIES_YEARS, 1, 0},
    {"yearly", SERIES_YEARS, 1, 0},
    {"annually", SERIES_YEARS, 1, 0},
};

static guint set_series(When *when, SeriesUnit unit, int step, guint used)
{
    when->unit = unit;
    when->step = step;
    return used;
}

static guint take_adverb(const WhenScan *scan, guint at, When *when)
{
    const char *word = when_word(scan, at);
    for (gsize i = 0; i < G_N_ELEMENTS(adverbs); i++) {
        if (strcmp(word, adverbs[i].word) == 0) {
            when->weekdays = adverbs[i].weekdays;
            return set_series(when, adverbs[i].unit, adverbs[i].step, 1);
        }
    }
    return 0;
}

/* 1 to 7 for "montags", "mondays"; 0. */
static int plural_weekday(const char *word)
{
    gsize length = strlen(word);
    if (length <= SHORTEST_NAME || word[length - 1] != 's') {
        return 0;
    }
    g_autofree char *single = g_strndup(word, length - 1);
    return day_word_weekday(single);
}

static int weekday_at(const WhenScan *scan, guint at)
{
    int weekday = plural_weekday(when_word(scan, at));
    return weekday != 0 ? weekday : when_weekday(scan, at);
}

static guint bits_of_span(int first, int last)
{
    guint bits = 0;
    for (int weekday = first;; weekday = weekday % WEEK + 1) {
        bits |= 1U << (weekday - 1);
        if (weekday == last) {
            return bits;
        }
    }
}

/* "mo-fr" in one word; 0 when it is none. */
static guint span_in_word(const char *word)
{
    g_auto(GStrv) ends = g_strsplit(word, "-", 3);
    if (g_strv_length(ends) != 2) {
        return 0;
    }
    g_strchomp(g_strdelimit(ends[0], ".", ' '));
    int first = day_word_weekday(ends[0]), last = day_word_weekday(ends[1]);
    return first != 0 && last != 0 ? bits_of_span(first, last) : 0;
}

/* Takes "montag, mittwoch und freitag", "montag bis freitag" or "mo-fr" into *BITS. *IS_PLAIN says
 * whether it is one day, or several, and none of them in a form that repeats by itself. */
static guint take_weekdays(const WhenScan *scan, guint at, guint *bits, bool *is_plain)
{
    guint here = at;
    *bits = span_in_word(when_word(scan, at));
    *is_plain = *bits == 0;
    if (*bits != 0) {
        return 1;
    }
    for (int weekday = weekday_at(scan, here); weekday != 0; weekday = weekday_at(scan, here)) {
        static const char *const untils[] = {"bis", "to", "-", NULL};
        *is_plain = *is_plain && plural_weekday(when_word(scan, here)) == 0;
        *bits |= 1U << (weekday - 1);
        int last = weekday_at(scan, here + 2);
        if (here == at && last != 0 && g_strv_contains(untils, when_word(scan, here + 1))) {
            *bits = bits_of_span(weekday, last);
            return 3;
        }
        bool is_and = when_is_and(when_word(scan, here + 1));
        if (weekday_at(scan, here + (is_and ? 2 : 1)) == 0) {
            return here + 1 - at;
        }
        here += is_and ? 2 : 1;
    }
    return 0;
}

/* "montags und donnerstags", or weekdays for a series of days or weeks that has none yet. */
static guint take_plural(const WhenScan *scan, guint at, When *when)
{
    guint bits = 0;
    bool is_plain = false;
    guint used = take_weekdays(scan, at, &bits, &is_plain);
    bool is_one = (bits & (bits - 1)) == 0;
    if (used == 0 || (is_plain && when->unit == SERIES_ONCE) ||
        (is_one && when->unit == SERIES_DAYS)) {
        return 0;
    }
    when->weekdays = bits;
    return set_series(when, SERIES_WEEKS, when->step, used);
}

static SeriesUnit series_of(WhenUnit unit)
{
    static const SeriesUnit series[] = {
        [UNIT_DAY] = SERIES_DAYS,
        [UNIT_WEEK] = SERIES_WEEKS,
        [UNIT_MONTH] = SERIES_MONTHS,
        [UNIT_YEAR] = SERIES_YEARS,
    };
    return series[unit];
}

static guint weekdays_in_word(const char *word)
{
    if (strcmp(word, "werktag") == 0) {
        return MONDAY_TO_SATURDAY;
    }
    return strcmp(word, "weekday") == 0 || strcmp(word, "wochentag") == 0 ? MONDAY_TO_FRIDAY : 0;
}

/* Words behind "every" and a number: a unit, weekdays, a part of the day. */
static guint take_every_unit(const WhenScan *scan, guint at, int step, When *when)
{
    const char *word = when_word(scan, at);
    guint bits = weekdays_in_word(word), used = 1;
    bool is_plain = false;
    SeriesUnit unit = series_of(when_unit(word));
    if (unit != SERIES_ONCE) {
        return set_series(when, unit, step, 1);
    }
    if (strcmp(word, "quartal") == 0 || strcmp(word, "quarter") == 0) {
        return set_series(when, SERIES_MONTHS, step * 3, 1);
    }
    int minute =
        strcmp(word, "morgen") == 0 ? when_part("morgens", &is_plain) : when_part(word, &is_plain);
    if (minute >= 0 && when->part == MINUTE_NONE) {
        when->part = minute;
        return set_series(when, SERIES_DAYS, step, 1);
    }
    if (bits == 0) {
        used = take_weekdays(scan, at, &bits, &is_plain);
    }
    if (bits == 0) {
        return 0;
    }
    when->weekdays = bits;
    return set_series(when, SERIES_WEEKS, step, used);
}

/* "jeden 1. des monats", "every 24 december". */
static guint take_every_day(const WhenScan *scan, guint at, When *when)
{
    static const char *const tails[] = {"tag", "day",   "des",  "im",    "of", "the",
                                        "in",  "every", "each", "jeden", NULL};
    guint used = when->kind == WHEN_NO_DAY ? when_take_date(scan, at, when) : 0;
    if (used != 0) {
        return set_series(when, SERIES_YEARS, 1, used);
    }
    int day = when_ordinal(when_word(scan, at));
    bool is_of_weekday = day_word_weekday(when_word(scan, at + 1)) != 0;
    if (day == 0 || is_of_weekday || when->kind != WHEN_NO_DAY) {
        return 0;
    }
    guint here = at + 1;
    while (g_strv_contains(tails, when_word(scan, here))) {
        here++;
    }
    bool has_month = when_unit(when_word(scan, here)) == UNIT_MONTH;
    /* "every second customer" */
    bool is_clear = at + 1 >= scan->count || strcmp(when_word(scan, at - 1), "jeden") == 0;
    if (!has_month && !is_clear) {
        return 0;
    }
    when->month_day = day;
    return set_series(when, SERIES_MONTHS, 1, has_month ? here + 1 - at : 1);
}

/* Whether "im monat", "of the month" stand AT. */
static bool is_of_month(const WhenScan *scan, guint at)
{
    static const char *const betweens[] = {"im", "in", "des", "of", "the", "each", "every", NULL};
    guint here = at;
    while (g_strv_contains(betweens, when_word(scan, here))) {
        here++;
    }
    return here > at && when_unit(when_word(scan, here)) == UNIT_MONTH;
}

/* Behind "every": "2 weeks", "other day", "zweiten montag"; not "ersten montag im monat". */
static guint take_every_step(const WhenScan *scan, guint at, When *when)
{
    const char *word = when_word(scan, at);
    int step = strcmp(word, "other") == 0 ? 2 : when_number(word);
    if (step == 0) {
        int ordinal = when_ordinal(word);
        bool is_clear = g_ascii_isdigit(*word) || ordinal < LAST_OF_MONTH;
        step = is_clear && ordinal > 1 ? ordinal : 0;
    }
    When said = *when;
    guint used = step != 0 ? take_every_unit(scan, at + 1, step, &said) : 0;
    if (used == 0 || (said.unit == SERIES_WEEKS && is_of_month(scan, at + 1 + used))) {
        return 0;
    }
    *when = said;
    return used + 1;
}

static guint take_every(const WhenScan *scan, guint at, When *when)
{
    if (!when_is_every(when_word(scan, at))) {
        return 0;
    }
    guint used = take_every_unit(scan, at + 1, 1, when);
    if (used != 0) {
        return used + 1;
    }
    used = take_every_step(scan, at + 1, when);
    if (used != 0) {
        return used + 1;
    }
    used = take_every_day(scan, at + 1, when);
    return used != 0 ? used + 1 : 0;
}

guint when_take_series(const WhenScan *scan, guint at, When *when)
{
    guint used = 0;
    if (when->unit == SERIES_ONCE) {
        used = take_adverb(scan, at, when);
        used = used != 0 ? used : take_every(scan, at, when);
    }
    bool may_have_weekdays = when->unit <= SERIES_WEEKS && when->weekdays == 0;
    return used == 0 && may_have_weekdays ? take_plural(scan, at, when) : used;
}
