/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The edges of weeks, months and years among the words for when: "ende des monats". */
#include "data/agenda/when.h"

#include "data/agenda/whenwords.h"
#include "data/base/daywords.h"

#include <string.h>

enum { WEEK = 7, SATURDAY = 6 };

typedef enum { EDGE_NONE, EDGE_BEGIN, EDGE_MIDDLE, EDGE_END } Edge;

static Edge edge_word(const char *word)
{
    static const char *const begins[] = {"anfang", "beginning", "beginn", NULL};
    static const char *const middles[] = {"mitte", "mid", "middle", NULL};
    static const char *const ends[] = {"ende", "end", NULL};
    return g_strv_contains(begins, word)    ? EDGE_BEGIN
           : g_strv_contains(middles, word) ? EDGE_MIDDLE
           : g_strv_contains(ends, word)    ? EDGE_END
                                            : EDGE_NONE;
}

static Day edge_of_month(Edge edge, Day month)
{
    static const int days[] = {0, 1, 15, 31};
    month.day = days[edge];
    while (month.day > 0 && !day_is_valid(month)) {
        month.day--;
    }
    return month;
}

/* The year in four digits AT; 0 when it is none. */
static int year_at(const WhenScan *scan, guint at)
{
    const char *word = when_word(scan, at);
    return strlen(word) == 4 && strspn(word, "0123456789") == 4
               ? (int)g_ascii_strtoll(word, NULL, 10)
               : 0;
}

/* Takes the month AT, and the year behind it where one is said, as its EDGE, which is not over. */
static guint take_month(const WhenScan *scan, guint at, Edge edge, When *when)
{
    Day today = scan->now.day;
    int month = day_word_month(when_word(scan, at));
    int year = year_at(scan, at + 1);
    if (month == 0) {
        return 0;
    }
    Day day = edge_of_month(edge, (Day){year != 0 ? year : today.year, month, 1});
    if (year == 0 && day_compare(day, today) < 0) {
        day = edge_of_month(edge, (Day){today.year + 1, month, 1});
    }
    if (day_compare(day, today) < 0) {
        return 0;
    }
    guint used = when_set_day(when, WHEN_DATE, day, year != 0 ? 2 : 1);
    when->has_year = used == 2;
    return used;
}

static Day edge_of_week(Edge edge, Day monday)
{
    static const int days[] = {0, 0, 2, 4};
    return day_plus(monday, days[edge]);
}

static Day edge_of_year(Edge edge, int year)
{
    static const Day days[] = {{0, 0, 0}, {0, 1, 1}, {0, 7, 1}, {0, 12, 31}};
    return (Day){year, days[edge].month, days[edge].day};
}

/* The edge of the present UNIT, or of the one NEXT ones later; not one that is over. */
static Day edge_of(Edge edge, WhenUnit unit, int next, Day today)
{
    for (;; next++) {
        Day day = DAY_NONE;
        if (unit == UNIT_WEEK) {
            day = edge_of_week(edge, day_plus(today, 1 - day_weekday(today) + next * WEEK));
        } else if (unit == UNIT_YEAR) {
            day = edge_of_year(edge, today.year + next);
        } else {
            Day month = {today.year, today.month, 1};
            day = edge_of_month(edge, next > 0 ? when_plus_months(month, next) : month);
        }
        if (day_compare(day, today) >= 0 || next > 1) {
            return day;
        }
    }
}

/* "ende mai", "ende des monats", "mitte nächster woche", "end of the year". */
guint when_take_edge(const WhenScan *scan, guint at, When *when)
{
    static const char *const between[] = {"des", "der", "vom", "von", "of", "the", "dem", NULL};
    Edge edge = edge_word(when_word(scan, at));
    Day today = scan->now.day;
    guint here = at + 1;
    if (edge == EDGE_NONE || when->kind != WHEN_NO_DAY) {
        return 0;
    }
    while (g_strv_contains(between, when_word(scan, here))) {
        here++;
    }
    int next = when_next(when_word(scan, here));
    here += next != 0;
    WhenUnit unit = when_unit(when_word(scan, here));
    if (unit >= UNIT_WEEK) {
        return when_set_day(when, WHEN_DATE, edge_of(edge, unit, next, today), here + 1 - at);
    }
    guint used = take_month(scan, here, edge, when);
    return used != 0 ? here + used - at : 0;
}

/* "am wochenende", "zum monatsende", "im mai": only behind such a word. */
guint when_take_span(const WhenScan *scan, guint at, When *when)
{
    static const char *const before_months[] = {"im", "in", "bis", "until", "by", NULL};
    const char *word = when_word(scan, at);
    Day today = scan->now.day;
    if (when->kind != WHEN_NO_DAY || at <= scan->start) {
        return 0;
    }
    if (strcmp(word, "monatsende") == 0) {
        return when_set_day(when, WHEN_DATE, edge_of(EDGE_END, UNIT_MONTH, 0, today), 1);
    }
    if (strcmp(word, "jahresende") == 0) {
        return when_set_day(when, WHEN_DATE, edge_of(EDGE_END, UNIT_YEAR, 0, today), 1);
    }
    if (strcmp(word, "wochenende") == 0 || strcmp(word, "weekend") == 0) {
        return when_set_day(when, WHEN_DATE, when_next_weekday(today, SATURDAY), 1);
    }
    return g_strv_contains(before_months, when_word(scan, at - 1))
               ? take_month(scan, at, EDGE_END, when)
               : 0;
}
