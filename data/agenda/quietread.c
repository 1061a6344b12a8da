/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads when somebody is not to be bothered as people say it. */
#include "data/agenda/quiet.h"

#include "data/agenda/quietcut.h"
#include "data/base/daynear.h"

enum { DAY_MINUTES = 1440, EACH_DAY = 127, LAST = 31, LEAP_YEAR = 2024 };

/* "Only after 18": what is said is when they may be bothered. */
static const char *const only_words[] = {"nur",        "only",      "erst",   "fruhestens",
                                         "best",       "besten",    "gern",   "gerne",
                                         "erreichbar", "reachable", "wieder", NULL};
/* "Only from February on": it ends as that begins. */
static const char *const first_words[] = {"erst", "fruhestens", "wieder", NULL};
static const char *const not_words[] = {"nicht", "not", "nie", "never", "kein", "keine", NULL};
static const char *const before_words[] = {"vor", "before", NULL};
static const char *const after_words[] = {"nach", "after", "ab", "since", "from", "von", NULL};
static const char *const until_words[] = {"bis", "until", "till", NULL};
static const char *const between_words[] = {"von",      "from", "vom", "between",
                                            "zwischen", "ab",   NULL};

typedef struct {
    const GPtrArray *cuts;
    Day today;
    bool is_only;  /* what follows is the opposite */
    bool is_first; /* of it, only its beginning counts */
    bool is_not;   /* the word before was a "not" */
    bool found;
    Quiet *quiet;
} Reader;

/* ---- what was found ---- */

static void find_hours(Reader *reader, gint64 first, gint64 end)
{
    Quiet *quiet = reader->quiet;
    if (reader->is_only) {
        gint64 swap = first;
        first = end % DAY_MINUTES;
        end = swap != 0 ? swap : DAY_MINUTES;
    }
    reader->found = true;
    if (quiet->from_minute == 0 && end == DAY_MINUTES) {
        quiet->from_minute = first; /* before 9 and after 18: over midnight */
    } else if (quiet->to_minute == DAY_MINUTES && first == 0) {
        quiet->to_minute = end;
    } else {
        quiet->from_minute = first;
        quiet->to_minute = end;
    }
}

static void find_weekdays(Reader *reader, gint64 weekdays)
{
    gint64 *all = &reader->quiet->weekdays;
    if (reader->is_only) {
        weekdays = *all == RECORD_NONE ? EACH_DAY & ~weekdays : *all & ~weekdays;
        *all = weekdays;
    } else {
        *all = *all == RECORD_NONE ? weekdays : *all | weekdays;
    }
    reader->found = true;
}

static void find_until(Reader *reader, Day until)
{
    g_autofree char *text = day_to_text(until);
    record_set_text(&reader->quiet->until_day, text);
    reader->found = true;
}

/* The last day of the month of DAY, whose year may be missing: in a leap year then. */
static int last_day(Day day)
{
    int last = LAST;
    while (!day_is_valid((Day){day.year, day.month, last})) {
        last--;
    }
    return last;
}

/* The next day that DAY, some of whose parts may be missing, can be: the first or, unless IS_START,
 * the last one of a month. */
static Day day_ahead(const Reader *reader, Day day, bool is_start)
{
    if (day.day == 0 && (is_start || day.year != 0)) {
        day.day = is_start ? 1 : last_day(day);
    }
    g_autofree char *text = day_to_text(day);
    Day ahead;
    return day_read_ahead(text, reader->today, &ahead) == DAY_READ_OK ? ahead : DAY_NONE;
}

/* The day of the calendar, without a year, COUNT days from DAY. */
static Day day_beside(Day day, int count)
{
    Day beside = day_plus((Day){LEAP_YEAR, day.month, day.day}, count);
    beside.year = 0;
    return beside;
}

static void find_season(Reader *reader, Day first, Day last)
{
    Quiet *quiet = reader->quiet;
    first.day = MAX(first.day, 1);
    Day end = {last.year, last.month, last.day != 0 ? last.day : last_day(last)};
    last = (Day){0, last.month, last.day != 0 ? last.day : last_day((Day){0, last.month, 0})};
    if (reader->is_first) {
        Day until = day_ahead(reader, first, true);
        if (day_is_whole(until)) {
            find_until(reader, until);
        }
        return;
    }
    if (reader->is_only) {
        Day begins = first;
        first = day_beside(last, 1);
        last = day_beside(begins, -1);
    }
    quiet->from_month = first.month;
    quiet->from_day = first.day;
    quiet->to_month = last.month;
    quiet->to_day = last.day;
    reader->found = true;
    if (end.year != 0) {
        find_until(reader, day_plus(end, 1));
    }
}

/* ---- reading; each returns how many cuts it took, 0 when it is nothing of its kind ---- */

/* What comes behind "until" or, when IS_START, "before": a day, a time, a weekday, "tomorrow". */
static guint take_end(Reader *reader, guint at, bool is_start)
{
    Day day = DAY_NONE;
    gint64 minute = 0;
    guint taken = quiet_cut_date(reader->cuts, at, reader->today, &day);
    if (taken > 0) {
        day = day_ahead(reader, day, is_start);
        if (day_is_whole(day)) {
            find_until(reader, day);
        }
        return taken;
    }
    taken = quiet_cut_time(reader->cuts, at, &minute);
    if (taken > 0 && minute > 0) {
        find_hours(reader, 0, minute);
        return taken;
    }
    const QuietCut *cut = at < reader->cuts->len ? g_ptr_array_index(reader->cuts, at) : NULL;
    if (cut != NULL && cut->kind == CUT_WORD &&
        day_read_ahead(cut->raw, reader->today, &day) == DAY_READ_OK) {
        find_until(reader, day);
        return 1;
    }
    return 0;
}

static guint take_after(Reader *reader, guint at)
{
    Day day = DAY_NONE;
    gint64 minute = 0;
    guint taken = quiet_cut_date(reader->cuts, at, reader->today, &day);
    if (taken > 0) {
        day = reader->is_only ? day_ahead(reader, day, true) : DAY_NONE;
        if (day_is_whole(day)) {
            find_until(reader, day);
        }
        return taken;
    }
    taken = quiet_cut_time(reader->cuts, at, &minute);
    if (taken > 0 && minute < DAY_MINUTES) {
        find_hours(reader, minute, DAY_MINUTES);
        return taken;
    }
    return 0;
}

/* "1.11.-24.12.", "November bis Januar". */
static guint take_span(Reader *reader, guint at)
{
    Day first, last;
    guint taken = quiet_cut_date(reader->cuts, at, reader->today, &first);
    guint more = taken > 0 && quiet_cut_joins(reader->cuts, at + taken)
                     ? quiet_cut_date(reader->cuts, at + taken + 1, reader->today, &last)
                     : 0;
    if (more == 0) {
        return 0;
    }
    find_season(reader, first, last);
    return taken + 1 + more;
}

/* "Dezember", "24.12.", "im Sommer". */
static guint take_season(Reader *reader, guint at)
{
    Day first, last;
    guint taken = quiet_cut_season(reader->cuts, at, &first, &last);
    if (taken == 0) {
        taken = quiet_cut_date(reader->cuts, at, reader->today, &first);
        last = first;
    }
    if (taken > 0) {
        find_season(reader, first, last);
    }
    return taken;
}

/* "11-14 Uhr", "11:30 to 14". */
static guint take_hours(Reader *reader, guint at)
{
    gint64 first = 0, end = 0;
    guint taken = quiet_cut_time(reader->cuts, at, &first);
    guint more = taken > 0 && quiet_cut_joins(reader->cuts, at + taken)
                     ? quiet_cut_time(reader->cuts, at + taken + 1, &end)
                     : 0;
    if (more == 0 || first == end || first == DAY_MINUTES) {
        return 0;
    }
    find_hours(reader, first, end != 0 ? end : DAY_MINUTES);
    return taken + 1 + more;
}

static guint take_weekdays(Reader *reader, guint at)
{
    gint64 weekdays = 0, first = 0, end = 0;
    const char *part = NULL;
    guint taken = quiet_cut_weekdays(reader->cuts, at, &weekdays, &part);
    if (taken > 0) {
        find_weekdays(reader, weekdays);
    }
    if (part != NULL && quiet_part_of_day(part, &first, &end)) {
        find_hours(reader, first, end);
    }
    return taken;
}

static guint take_part_of_day(Reader *reader, guint at)
{
    const QuietCut *cut = g_ptr_array_index(reader->cuts, at);
    gint64 first = 0, end = 0;
    if (cut->kind != CUT_WORD || !quiet_part_of_day(cut->folded, &first, &end)) {
        return 0;
    }
    find_hours(reader, first, end);
    return 1;
}

/* A word that says how what follows is meant. */
static bool take_sense(Reader *reader, guint at)
{
    if (quiet_cut_is(reader->cuts, at, not_words)) {
        reader->is_not = true;
        return true;
    }
    if (!quiet_cut_is(reader->cuts, at, only_words)) {
        return false;
    }
    reader->is_only = !reader->is_not && !quiet_cut_is(reader->cuts, at + 1, not_words);
    reader->is_first =
        reader->is_only && (reader->is_first || quiet_cut_is(reader->cuts, at, first_words));
    return true;
}

static guint take_by_word(Reader *reader, guint at)
{
    const GPtrArray *cuts = reader->cuts;
    guint taken = 0;
    if (quiet_cut_is(cuts, at, between_words)) {
        taken = take_hours(reader, at + 1);
        taken = taken > 0 ? taken : take_span(reader, at + 1);
    }
    if (taken == 0 && quiet_cut_is(cuts, at, after_words)) {
        taken = take_after(reader, at + 1);
    }
    bool is_before = quiet_cut_is(cuts, at, before_words);
    if (taken == 0 && (is_before || quiet_cut_is(cuts, at, until_words))) {
        taken = take_end(reader, at + 1, is_before);
    }
    return taken > 0 ? taken + 1 : 0;
}

static guint take(Reader *reader, guint at)
{
    if (take_sense(reader, at)) {
        return 1;
    }
    guint (*const readers[])(Reader *, guint) = {
        take_by_word, take_weekdays, take_part_of_day, take_span, take_season, take_hours,
    };
    guint taken = 0;
    for (guint i = 0; taken == 0 && i < G_N_ELEMENTS(readers); i++) {
        taken = readers[i](reader, at);
    }
    reader->is_not = reader->is_not && taken == 0;
    return MAX(taken, 1);
}

/* The opposite of hours on some weekdays is no time of that form. */
static bool can_be_said(const Reader *reader)
{
    const Quiet *quiet = reader->quiet;
    bool has_hours = quiet->from_minute != RECORD_NONE;
    bool has_days = quiet->weekdays != RECORD_NONE || quiet->from_month != 0;
    return !(reader->is_only && has_hours && has_days) && quiet->weekdays != 0 &&
           (!has_hours || quiet->from_minute != quiet->to_minute);
}

bool quiet_read(const char *text, Day today, Quiet *quiet)
{
    Quiet *read = record_new(&quiet_type);
    g_autoptr(GPtrArray) cuts = quiet_cut(text);
    Reader reader = {.cuts = cuts, .today = today, .quiet = read};
    for (guint at = 0; at < cuts->len;) {
        at += take(&reader, at);
    }
    bool good = reader.found && can_be_said(&reader);
    if (good) {
        quiet->weekdays = read->weekdays;
        quiet->from_minute = read->from_minute;
        quiet->to_minute = read->to_minute;
        quiet->from_month = read->from_month;
        quiet->from_day = read->from_day;
        quiet->to_month = read->to_month;
        quiet->to_day = read->to_day;
        record_set_text(&quiet->until_day, read->until_day);
    }
    record_free(read);
    return good;
}
