/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days among the words for when: "freitag", "in 2 wochen", "ende des monats", "27.11.". */
#include "data/agenda/when.h"

#include "data/agenda/whenwords.h"
#include "data/base/daynear.h"
#include "data/base/daywords.h"

#include <string.h>

enum { WEEK = 7, YEAR_MONTHS = 12, HOUR_MINUTES = 60, HALF_HOUR = 30, LONGEST_DATE = 4 };

guint when_set_day(When *when, WhenDay kind, Day day, guint used)
{
    if (!day_is_whole(day) || !day_is_valid(day)) {
        return 0; /* beyond the year 9999 */
    }
    when->kind = kind;
    when->day = day;
    return used;
}

/* DAY later by COUNT months, on the last day of one that is too short. */
Day when_plus_months(Day day, int count)
{
    const Series months = {.unit = SERIES_MONTHS, .step = count, .first = day};
    return series_next(&months, day);
}

static Day plus_units(Day day, WhenUnit unit, int count)
{
    if (unit == UNIT_MONTH || unit == UNIT_YEAR) {
        return when_plus_months(day, unit == UNIT_YEAR ? count * YEAR_MONTHS : count);
    }
    return day_plus(day, unit == UNIT_WEEK ? count * WEEK : count);
}

Day when_next_weekday(Day today, int weekday)
{
    int ahead = (weekday - day_weekday(today) + WEEK) % WEEK;
    return day_plus(today, ahead != 0 ? ahead : WEEK);
}

/* Words that are weekdays for some and something else for others. */
static bool is_doubtful(const char *bare)
{
    static const char *const words[] = {"do", "so", "fr", NULL};
    return g_strv_contains(words, bare);
}

/* "Fr. Wagner anrufen" is no Friday, "do the windows" no Thursday. */
static bool is_meant(const WhenScan *scan, guint at)
{
    const WhenWord *word = &scan->words[at];
    bool has_dot = strcmp(word->plain, word->bare) != 0, is_frau = strcmp(word->bare, "fr") == 0;
    if (word->is_apart || at > scan->start) {
        return true;
    }
    if (at + 1 == scan->count) {
        return has_dot || word->is_capital || is_frau;
    }
    When after = WHEN_NOTHING;
    bool is_time_next = when_is_clock_mark(when_word(scan, at + 1)) ||
                        when_take_time(scan, at + 1, &after) != 0 ||
                        when_take_date(scan, at + 1, &after) != 0;
    bool is_noun_next = scan->words[at + 1].is_capital;
    return is_time_next || (is_frau ? !has_dot && !is_noun_next : has_dot);
}

int when_weekday(const WhenScan *scan, guint at)
{
    int weekday = day_word_weekday(when_word(scan, at));
    if (weekday != 0 && is_doubtful(when_word(scan, at)) && !is_meant(scan, at)) {
        return 0;
    }
    return weekday;
}

static guint take_weekday(const WhenScan *scan, guint at, When *when)
{
    int weekday = when_weekday(scan, at);
    if (weekday == 0) {
        return 0;
    }
    if (when->kind == WHEN_NO_DAY) {
        return when_set_day(when, WHEN_WEEKDAY, when_next_weekday(scan->now.day, weekday), 1);
    }
    if (when->kind == WHEN_WEEK) {
        int monday = 1 - day_weekday(when->day);
        return when_set_day(when, WHEN_DATE, day_plus(when->day, monday + weekday - 1), 1);
    }
    return day_weekday(when->day) == weekday ? 1 : 0;
}

static guint take_shift(const WhenScan *scan, guint at, When *when)
{
    int count = 0;
    g_autofree char *three = when_join(scan, at, 3);
    if (when->kind == WHEN_NO_DAY && three != NULL && strcmp(three, "day after tomorrow") == 0) {
        return when_set_day(when, WHEN_NEAR, day_plus(scan->now.day, 2), 3);
    }
    if (when->kind != WHEN_NO_DAY || !day_word_shift(when_word(scan, at), &count) || count < 0) {
        return 0;
    }
    return when_set_day(when, WHEN_NEAR, day_plus(scan->now.day, count), 1);
}

/* COUNT of UNIT from now, or from the day that was said. */
static bool go_ahead(const WhenScan *scan, When *when, WhenUnit unit, int count)
{
    if (unit == UNIT_MINUTE || unit == UNIT_HOUR) {
        if (when->kind != WHEN_NO_DAY || when->clock != MINUTE_NONE) {
            return false;
        }
        Moment then = moment_plus(scan->now, unit == UNIT_HOUR ? count * HOUR_MINUTES : count);
        when->clock = then.minute;
        when_set_day(when, WHEN_DATE, then.day, 0);
        return true;
    }
    bool is_first = when->kind == WHEN_NO_DAY;
    Day from = is_first ? scan->now.day : when->day;
    Day day = unit != UNIT_NONE ? plus_units(from, unit, count) : DAY_NONE;
    if (!day_is_none(day)) {
        when_set_day(when, is_first && unit == UNIT_WEEK ? WHEN_WEEK : WHEN_DATE, day, 0);
    }
    return !day_is_none(day);
}

/* "in einer halben stunde", "in half an hour", "in einer viertelstunde". */
static guint take_part_of_hour(const WhenScan *scan, guint at, When *when)
{
    static const struct {
        const char *words;
        guint count;
        int minutes;
    } parts[] = {{"einer halben stunde", 3, HALF_HOUR},
                 {"half an hour", 3, HALF_HOUR},
                 {"einer viertelstunde", 2, HALF_HOUR / 2},
                 {"a quarter of an hour", 5, HALF_HOUR / 2}};
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autofree char *text = when_join(scan, at, parts[i].count);
        if (text != NULL && strcmp(text, parts[i].words) == 0) {
            return go_ahead(scan, when, UNIT_MINUTE, parts[i].minutes) ? parts[i].count : 0;
        }
    }
    return 0;
}

/* "in 2 wochen", "in 2h", "+2 wochen", "+2h". */
static guint take_ahead(const WhenScan *scan, guint at, When *when)
{
    const char *word = when_word(scan, at);
    int count = 0;
    if (*word == '+') {
        WhenUnit glued = when_short_unit(word + 1, &count);
        if (glued != UNIT_NONE) {
            return go_ahead(scan, when, glued, count) ? 1 : 0;
        }
        count = g_ascii_isdigit(word[1]) ? when_number(word + 1) : 0;
        return count != 0 && go_ahead(scan, when, when_unit(when_word(scan, at + 1)), count) ? 2
                                                                                             : 0;
    }
    if (at <= scan->start || strcmp(when_word(scan, at - 1), "in") != 0) {
        return 0;
    }
    WhenUnit glued = when_short_unit(word, &count);
    if (glued != UNIT_NONE) {
        return go_ahead(scan, when, glued, count) ? 1 : 0;
    }
    count = when_number(word);
    if (count != 0 && go_ahead(scan, when, when_unit(when_word(scan, at + 1)), count)) {
        return 2;
    }
    return take_part_of_hour(scan, at, when);
}

/* "nächsten dienstag", "nächste woche", "dienstag nächster woche", "next month". */
static guint take_next(const WhenScan *scan, guint at, When *when)
{
    int next = when_next(when_word(scan, at)), weekday = when_weekday(scan, at + 1);
    WhenUnit unit = when_unit(when_word(scan, at + 1));
    Day today = scan->now.day;
    bool has_weekday = when->kind == WHEN_WEEKDAY;
    if (next == 0 || (when->kind != WHEN_NO_DAY && !(has_weekday && unit == UNIT_WEEK))) {
        return 0;
    }
    if (weekday != 0) {
        Day day = day_plus(when_next_weekday(today, weekday), (next - 1) * WEEK);
        return when_set_day(when, WHEN_NEAR, day, 2);
    }
    if (unit == UNIT_WEEK) {
        Day monday = day_plus(when_next_weekday(today, 1), (next - 1) * WEEK);
        weekday = has_weekday ? day_weekday(when->day) : when_weekday(scan, at + 2);
        return when_set_day(when, weekday != 0 ? WHEN_NEAR : WHEN_WEEK,
                            day_plus(monday, MAX(weekday, 1) - 1),
                            weekday != 0 && !has_weekday ? 3 : 2);
    }
    if (unit == UNIT_MONTH) {
        return when_set_day(when, WHEN_NEAR,
                            when_plus_months((Day){today.year, today.month, 1}, next), 2);
    }
    return unit == UNIT_YEAR ? when_set_day(when, WHEN_NEAR, (Day){today.year + next, 1, 1}, 2) : 0;
}

/* Of a series of months: "am 31.", "on the last". */
static guint take_month_day(const WhenScan *scan, guint at, When *when)
{
    const char *word = when_word(scan, at);
    int day = strcmp(word, "monatsende") == 0 ? 31 : when_ordinal(word);
    if (when->unit != SERIES_MONTHS || when->month_day != 0 || when->kind != WHEN_NO_DAY ||
        day == 0 || at <= scan->start) {
        return 0;
    }
    when->month_day = day;
    return 1;
}

/* Whether TEXT, of COUNT words, may be meant as a date. */
static bool may_be_date(const WhenScan *scan, guint at, guint count, const char *text)
{
    static const char *const measures[] = {"kg", "g",   "l",  "ml",   "cm",  "m", "mm",      "%",
                                           "€",  "eur", "km", "euro", "std", "h", "stunden", NULL};
    const char *first = when_word(scan, at), *next = when_word(scan, at + count);
    const char *last = when_word(scan, at + count - 1);
    if (strpbrk(text, "0123456789") == NULL || strchr(text, ':') != NULL) {
        return false;
    }
    if (*first == '+') {
        return count == 1 && !(strspn(next, "0123456789") > 2);
    }
    if (!g_ascii_isdigit(*first) && (count == 1 || day_word_month(first) == 0)) {
        return false;
    }
    /* "3. mai 30 Brote", "2.5 kg" */
    if (count > 1 && strlen(last) <= 2 && strspn(last, "0123456789") == strlen(last)) {
        return day_word_month(first) != 0 && count == 2;
    }
    if (count > 1) {
        return true;
    }
    gsize digits = strspn(text, "0123456789");
    return text[digits] != '\0' && !g_strv_contains(measures, next);
}

guint when_take_date(const WhenScan *scan, guint at, When *when)
{
    if (when->kind != WHEN_NO_DAY && when->kind != WHEN_WEEKDAY) {
        return 0;
    }
    for (guint count = LONGEST_DATE; count > 0; count--) {
        g_autofree char *text = when_join(scan, at, count);
        Day day;
        if (text != NULL && may_be_date(scan, at, count, text) &&
            day_read_ahead(text, scan->now.day, &day) == DAY_READ_OK &&
            day_compare(day, scan->now.day) >= 0) {
            char year[8];
            g_snprintf(year, sizeof year, "%04d", day.year);
            when->has_year = strstr(text, year) != NULL;
            return when_set_day(when, WHEN_DATE, day, count);
        }
    }
    return 0;
}

/* "am 24.", "on the 24th": the next one. */
static guint take_day_alone(const WhenScan *scan, guint at, When *when)
{
    const char *word = when_word(scan, at);
    int number = g_ascii_isdigit(*word) ? when_ordinal(word) : 0;
    bool is_marked = number != 0 && (g_ascii_isalpha(word[strlen(word) - 1]) ||
                                     g_str_has_suffix(scan->words[at].plain, "."));
    Day day = {scan->now.day.year, scan->now.day.month, number};
    if (!is_marked || at <= scan->start || when->kind != WHEN_NO_DAY || when->unit != SERIES_ONCE) {
        return 0;
    }
    for (int months = 0; months <= YEAR_MONTHS; months++) {
        if (day_is_valid(day) && day_compare(day, scan->now.day) >= 0) {
            return when_set_day(when, WHEN_DATE, day, 1);
        }
        day.year += day.month == YEAR_MONTHS;
        day.month = day.month % YEAR_MONTHS + 1;
    }
    return 0;
}

guint when_take_day(const WhenScan *scan, guint at, When *when)
{
    static guint (*const takes[])(const WhenScan *scan, guint at, When *when) = {
        take_month_day, take_ahead,     take_next,      when_take_edge, take_weekday,
        take_shift,     when_take_date, when_take_span, take_day_alone,
    };
    guint used = 0;
    for (gsize i = 0; used == 0 && i < G_N_ELEMENTS(takes); i++) {
        used = takes[i](scan, at, when);
    }
    return used;
}
