/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of day among the words for when: "15 uhr", "um 9", "halb 4", "mittags". */
#include "data/agenda/when.h"

#include "data/agenda/whenwords.h"
#include "data/base/timeofday.h"

#include <string.h>

enum { HOUR = 60, NOON = 720, FIRST_HOUR = 7 * HOUR, LONGEST = 3 };

/* So far from the hour that is named. */
typedef struct {
    const char *first, *second; /* the second word is NULL: there is none */
    int minutes;
} Quarter;

static const Quarter quarters[] = {
    {"halb", NULL, -30},     {"half", "past", 30},    {"dreiviertel", NULL, -15},
    {"viertel", "nach", 15}, {"viertel", "vor", -15}, {"quarter", "past", 15},
    {"quarter", "to", -15},
};

static bool is_meridiem(const char *word)
{
    static const char *const words[] = {"am", "pm", "a.m.", "p.m.", NULL};
    return g_strv_contains(words, word);
}

/* Whether TEXT says by itself that it is a time; behind a day (IS_BEHIND) "14h" is one, too. */
static bool is_signed(const char *text, bool is_behind)
{
    gsize length = strspn(text, "0123456789:. ");
    return length > 0 &&
           ((is_behind && strcmp(text + length, "h") == 0) || strchr(text, ':') != NULL ||
            g_str_has_prefix(text + length, "uhr") || is_meridiem(text + length));
}

/* "9 am Freitag" may be German. */
static bool is_plausible(const WhenScan *scan, guint at, guint count)
{
    bool is_last = at + count >= scan->count;
    bool is_marked = at > scan->start && when_is_clock_mark(when_word(scan, at - 1));
    const char *last = when_word(scan, at + count - 1);
    bool is_noun_next = !is_last && scan->words[at + count].is_capital;
    if (count > 1 && strcmp(last, "am") == 0) {
        return is_marked ? strcmp(when_word(scan, at - 1), "um") != 0 : !is_noun_next;
    }
    /* "15 uhr 30 Brote" */
    return count < LONGEST || !g_ascii_isdigit(*last) || !is_noun_next;
}

static guint take_signed(const WhenScan *scan, guint at, When *when)
{
    for (guint count = LONGEST; count > 0; count--) {
        g_autofree char *text = when_join(scan, at, count);
        gint64 minute = 0;
        if (text != NULL && is_signed(text, at > scan->start) && is_plausible(scan, at, count) &&
            time_of_day_read(text, &minute)) {
            when->clock = minute;
            return count;
        }
    }
    return 0;
}

/* The MINUTE that was said without saying which half of the day. */
static void guess(When *when, gint64 minute)
{
    when->is_guessed = minute > 0 && minute < FIRST_HOUR;
    when->clock = when->is_guessed ? minute + NOON : minute;
}

/* "um 9", "at 9.30". */
static guint take_marked(const WhenScan *scan, guint at, When *when)
{
    if (at <= scan->start || !when_is_clock_mark(when_word(scan, at - 1)) || at >= scan->count) {
        return 0;
    }
    const WhenWord *word = &scan->words[at];
    bool is_date = strchr(word->bare, '.') != NULL && g_str_has_suffix(word->plain, ".");
    gint64 minute = 0;
    if (is_date || !time_of_day_read(word->bare, &minute)) {
        int hour = when_number(word->bare);
        if (hour == 0 || hour > 12 || g_ascii_isdigit(*word->bare)) {
            return 0;
        }
        minute = hour * HOUR;
    }
    if (strlen(word->bare) <= 2 || !g_ascii_isdigit(*word->bare)) {
        guess(when, minute);
    } else {
        when->clock = minute;
    }
    return 1;
}

static guint take_quarter(const WhenScan *scan, guint at, When *when)
{
    for (gsize i = 0; i < G_N_ELEMENTS(quarters); i++) {
        const Quarter *quarter = &quarters[i];
        guint next = at + (quarter->second != NULL ? 2 : 1);
        if (strcmp(when_word(scan, at), quarter->first) != 0 ||
            (quarter->second != NULL && strcmp(when_word(scan, at + 1), quarter->second) != 0)) {
            continue;
        }
        int hour = when_number(when_word(scan, next));
        if (hour >= 1 && hour <= 12) {
            guess(when, (gint64)hour * HOUR + quarter->minutes);
            return next + 1 - at;
        }
    }
    return 0;
}

static guint take_part(const WhenScan *scan, guint at, When *when)
{
    bool is_clear = false;
    const char *word = when_word(scan, at);
    int minute = when_part(word, &is_clear);
    /* A part of the day alone may be what it is about. */
    if (minute < 0 || (!is_clear && at == scan->start)) {
        return 0;
    }
    when->part = minute;
    if (strcmp(word, "tonight") == 0 && when->kind == WHEN_NO_DAY) {
        when->kind = WHEN_NEAR;
        when->day = scan->now.day;
    }
    return 1;
}

guint when_take_time(const WhenScan *scan, guint at, When *when)
{
    guint used = 0;
    if (when->clock == MINUTE_NONE) {
        used = take_signed(scan, at, when);
        used = used != 0 ? used : take_quarter(scan, at, when);
        used = used != 0 ? used : take_marked(scan, at, when);
    }
    return used == 0 && when->part == MINUTE_NONE ? take_part(scan, at, when) : used;
}
