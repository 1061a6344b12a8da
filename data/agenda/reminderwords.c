/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed is cut into words; those for when are looked for at the beginning, then at the
 * end. */
#include "data/agenda/reminderwords.h"

#include "data/agenda/when.h"
#include "data/agenda/whenwords.h"
#include "data/base/i18n.h"
#include "data/base/timeofday.h"

#include <string.h>

enum { NOON = 720, MOST_FILLERS = 3, MOST_AT_END = 12, LEAP_YEARS = 8, MOST_MONTHS_BACK = 48 };

/* TEXT in small letters, accents off. */
static char *plain_form(const char *text, gsize length)
{
    g_autofree char *apart = g_utf8_normalize(text, (gssize)length, G_NORMALIZE_ALL);
    g_autofree char *lower = g_utf8_casefold(apart, -1);
    GString *plain = g_string_new(NULL);
    for (const char *at = lower; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
        gunichar c = g_utf8_get_char(at);
        if (g_unichar_type(c) == G_UNICODE_DASH_PUNCTUATION) {
            g_string_append_c(plain, '-');
        } else if (!g_unichar_ismark(c)) {
            g_string_append_unichar(plain, c);
        }
    }
    return g_string_free(plain, FALSE);
}

static void add_word(GArray *words, const char *start, const char *end)
{
    WhenWord word = {.start = start, .end = end};
    word.is_capital = g_unichar_isupper(g_utf8_get_char(start));
    word.plain = plain_form(start, (gsize)(end - start));
    gsize length = strlen(word.plain);
    while (length > 1 && strchr(",;:", word.plain[length - 1]) != NULL) {
        word.plain[--length] = '\0';
        word.is_apart = true;
    }
    word.bare = g_strdup(word.plain);
    if (length > 1 && word.bare[length - 1] == '.') {
        word.bare[length - 1] = '\0';
    }
    g_array_append_val(words, word);
}

static void clear_word(gpointer data)
{
    WhenWord *word = data;
    g_free(word->plain);
    g_free(word->bare);
}

/* The words of TEXT, which they point into. */
static GArray *cut(const char *text)
{
    GArray *words = g_array_new(FALSE, FALSE, sizeof(WhenWord));
    g_array_set_clear_func(words, clear_word);
    const char *start = NULL, *at = text;
    for (; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
        bool is_blank = g_unichar_isspace(g_utf8_get_char(at));
        if (is_blank && start != NULL) {
            add_word(words, start, at);
            start = NULL;
        } else if (!is_blank && start == NULL) {
            start = at;
        }
    }
    if (start != NULL) {
        add_word(words, start, at);
    }
    return words;
}

const char *when_word(const WhenScan *scan, guint at)
{
    return at < scan->count ? scan->words[at].bare : "";
}

char *when_join(const WhenScan *scan, guint at, guint count)
{
    if (at + count > scan->count) {
        return NULL;
    }
    GString *text = g_string_new(NULL);
    for (guint i = at; i < at + count; i++) {
        bool is_last = i + 1 == at + count;
        if (!is_last && scan->words[i].is_apart) {
            g_string_free(text, TRUE);
            return NULL;
        }
        g_string_append(text, scan->words[i].plain);
        if (!is_last) {
            g_string_append_c(text, ' ');
        }
    }
    return g_string_free(text, FALSE);
}

/* One thing that is said at AT, with the little words before it. */
static guint take_one(const WhenScan *scan, guint at, When *when)
{
    for (guint skipped = 0; skipped <= MOST_FILLERS && at + skipped < scan->count; skipped++) {
        guint here = at + skipped;
        guint used = when_take_series(scan, here, when);
        used = used != 0 ? used : when_take_time(scan, here, when);
        used = used != 0 ? used : when_take_day(scan, here, when);
        if (used != 0) {
            return skipped + used;
        }
        if (!when_is_filler(when_word(scan, here))) {
            return 0;
        }
    }
    return 0;
}

/* All that is said from scan->start on; the place of the first word that is about something else.
 */
static guint take_all(const WhenScan *scan, When *when)
{
    guint at = scan->start;
    for (guint used = take_one(scan, at, when); used != 0; used = take_one(scan, at, when)) {
        at += used;
    }
    return at;
}

/* Looks for words for when that go to the end; the place of the first of them. */
static guint take_end(WhenScan *scan, guint from, When *when)
{
    guint start = scan->count > MOST_AT_END ? scan->count - MOST_AT_END : 0;
    for (start = MAX(start, from); start < scan->count; start++) {
        When said = *when;
        scan->start = start;
        if (take_all(scan, &said) == scan->count) {
            *when = said;
            return start;
        }
    }
    return scan->count;
}

static gint64 minute_of(const When *when)
{
    if (when->clock == MINUTE_NONE) {
        return when->part;
    }
    if (when->part == MINUTE_NONE) {
        return when->clock;
    }
    /* "um 7 abends", "um 5 früh" */
    if (when->part >= NOON) {
        return when->clock < NOON ? when->clock + NOON : when->clock;
    }
    return when->is_guessed ? when->clock - NOON : when->clock;
}

static void back_to_leap_year(Day *day)
{
    for (int year = day->year - 4; year >= MAX(day->year - LEAP_YEARS, 1); year--) {
        if (day_is_leap_year(year)) {
            day->year = year;
            return;
        }
    }
}

static Day in_month(Day month, int day)
{
    Day result = {month.year, month.month, day};
    while (!day_is_valid(result)) {
        result.day--;
    }
    return result;
}

/* The first MONTH_DAY from START on, which is the last of a shorter month; SERIES counts from a
 * month that has it, where there is one. */
static Day begin_month_day(Series *series, int month_day, Day start)
{
    const Series months = {.unit = SERIES_MONTHS, .step = 1, .first = {start.year, start.month, 1}};
    Day due = in_month(start, month_day);
    if (day_compare(due, start) < 0) {
        Day next = series_next(&months, start);
        if (day_is_none(next)) {
            return DAY_NONE;
        }
        due = in_month(next, month_day);
    }
    series->first = due;
    for (int back = series->step; back <= MOST_MONTHS_BACK; back += series->step) {
        int count = due.year * 12 + due.month - 1 - back;
        Day first = {count / 12, count % 12 + 1, month_day};
        if (series->first.day != month_day && first.year > 0 && day_is_valid(first)) {
            series->first = first;
        }
    }
    return due;
}

static Day first_from(const Series *series, Day start)
{
    return series_next(series, day_plus(start, -1));
}

/* The first day of the series that was said, of which is one from START on; *SERIES counts from it
 * or from before. */
static Day begin_series(const When *when, Day start, Series *series)
{
    *series = (Series){when->unit, when->step, when->weekdays, start};
    bool has_day = when->kind >= WHEN_WEEK;
    if (has_day) {
        series->first = when->day;
    }
    if (when->unit == SERIES_WEEKS) {
        if (when->kind == WHEN_WEEKDAY) {
            series->weekdays |= 1U << (day_weekday(when->day) - 1);
        }
        const Series each_week = {SERIES_WEEKS, 1, series->weekdays, series->first};
        series->first = first_from(&each_week, series->first);
        return series->first;
    }
    if (when->kind == WHEN_WEEKDAY) {
        series->first = when->day;
    }
    if (when->unit == SERIES_MONTHS && when->month_day != 0) {
        return begin_month_day(series, when->month_day, start);
    }
    bool is_leap_day = series->first.month == 2 && series->first.day == 29;
    if (when->unit == SERIES_YEARS && is_leap_day && has_day && !when->has_year) {
        back_to_leap_year(&series->first);
        return first_from(series, start);
    }
    return first_from(series, day_compare(series->first, start) < 0 ? start : series->first);
}

/* What was said, from NOW on. */
static void settle(const When *when, Moment now, ReminderWords *read)
{
    gint64 minute = minute_of(when);
    bool is_over = minute != MINUTE_NONE && minute < now.minute;
    Day start = is_over ? day_plus(now.day, 1) : now.day;
    read->due = (Moment){when->day, minute};
    if (when->unit != SERIES_ONCE) {
        read->due.day = begin_series(when, start, &read->series);
    } else if (when->kind == WHEN_NO_DAY) {
        read->due.day = minute != MINUTE_NONE ? start : DAY_NONE;
    }
    if (day_is_none(read->due.day)) {
        read->due.minute = MINUTE_NONE;
        read->series = (Series){.unit = SERIES_ONCE};
    }
}

/* The words FROM to UNTIL as they were typed, without marks around. */
static char *rest(const WhenScan *scan, guint from, guint until)
{
    static const char around[] = " ,;:-";
    if (from >= until) {
        return g_strdup("");
    }
    const char *start = scan->words[from].start, *end = scan->words[until - 1].end;
    while (start < end && strchr(around, *start) != NULL) {
        start++;
    }
    while (end > start && strchr(around, end[-1]) != NULL) {
        end--;
    }
    return g_strndup(start, (gsize)(end - start));
}

void reminder_words_read(const char *typed, Moment now, ReminderWords *read)
{
    g_autofree char *text = g_utf8_make_valid(typed, -1);
    g_autoptr(GArray) words = cut(text);
    WhenScan scan = {(const WhenWord *)(gpointer)words->data, words->len, 0, now};
    When when = WHEN_NOTHING;
    *read = (ReminderWords){.due = {DAY_NONE, MINUTE_NONE}};
    guint from = take_all(&scan, &when);
    guint until = take_end(&scan, from, &when);
    /* "Torte für morgen": the words hang together. */
    if (until > from && until < scan.count && when_is_link(when_word(&scan, until - 1))) {
        until = scan.count;
    }
    settle(&when, now, read);
    read->words =
        day_is_none(read->due.day) ? rest(&scan, 0, scan.count) : rest(&scan, from, until);
}

void reminder_words_clear(ReminderWords *read)
{
    g_clear_pointer(&read->words, g_free);
}

static char *day_words(Day day, Day today)
{
    /* TRANSLATORS: "Fri 27 Nov", with the words of "{d} {month} {year}". German:
     * {weekday} {d}.{m}. */
    return day.year == today.year ? day_by_pattern(day, _("{weekday} {d} {mon}"))
                                  : day_by_pattern(day, _("{weekday} {d} {mon} {year}"));
}

char *reminder_words_reading(const ReminderWords *read, Day today)
{
    if (day_is_none(read->due.day)) {
        return NULL;
    }
    g_autofree char *day = day_words(read->due.day, today);
    g_autofree char *series = series_words(&read->series);
    GString *reading = g_string_new(day);
    if (read->due.minute != MINUTE_NONE) {
        g_autofree char *time = time_of_day_text(read->due.minute);
        g_string_append_printf(reading, ", %s", time);
    }
    if (series != NULL) {
        g_string_append_printf(reading, " · %s", series);
    }
    if (*read->words != '\0') {
        g_string_append_printf(reading, " · %s", read->words);
    }
    return g_string_free(reading, FALSE);
}
