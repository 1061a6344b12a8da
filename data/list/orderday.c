/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading when an order was made. */
#include "data/list/orderday.h"

#include "data/base/i18n.h"
#include "data/base/instant.h"

#include <stdio.h>
#include <string.h>

void order_days_count(OrderDays *days, const char *text, Day today)
{
    int first, second, year;
    char between;
    if (sscanf(text, "%2d%c%2d%*1[/-]%4d", &first, &between, &second, &year) != 4 ||
        (between != '/' && between != '-')) {
        return;
    }
    year += year < 100 ? today.year / 100 * 100 : 0;
    const Day one = {year, second, first}, other = {year, first, second};
    bool fits_one = day_is_valid(one) && day_is_whole(one) && day_compare(one, today) <= 0;
    bool fits_other = day_is_valid(other) && day_is_whole(other) && day_compare(other, today) <= 0;
    days->day_first += fits_one && !fits_other;
    days->month_first += fits_other && !fits_one;
}

DayOrder order_days_decide(const OrderDays *days)
{
    if ((days->day_first > 0) == (days->month_first > 0)) {
        return DAY_ORDER_UNKNOWN;
    }
    return days->day_first > 0 ? DAY_ORDER_DAY_FIRST : DAY_ORDER_MONTH_FIRST;
}

/* Where the time of day begins in TEXT: one or two digits before ":" and two digits; NULL when
 * there is none. */
static const char *find_time(const char *text)
{
    const char *colon = strchr(text, ':');
    if (colon == NULL || colon == text || !g_ascii_isdigit(colon[-1]) ||
        !g_ascii_isdigit(colon[1]) || !g_ascii_isdigit(colon[2])) {
        return NULL;
    }
    const char *start = colon - 1;
    return start > text && g_ascii_isdigit(start[-1]) ? start - 1 : start;
}

/* The minute of the day at the beginning of TEXT, -1 when there is no such time; *IS_UTC says that
 * a zone behind it is UTC. */
static int read_time(const char *text, bool *is_utc)
{
    int hour = 0, minute = 0, used = 0;
    if (sscanf(text, "%2d:%2d%n", &hour, &minute, &used) != 2 || hour > 23 || minute > 59) {
        return -1;
    }
    const char *rest = text + used;
    rest += strspn(rest, ":.0123456789");
    rest += strspn(rest, " ");
    bool is_afternoon = g_ascii_strncasecmp(rest, "PM", 2) == 0;
    if (is_afternoon || g_ascii_strncasecmp(rest, "AM", 2) == 0) {
        hour = hour % 12 + (is_afternoon ? 12 : 0);
        rest += 2;
        rest += strspn(rest, " ");
    }
    *is_utc = strcmp(rest, "Z") == 0 || strcmp(rest, "UTC") == 0 || strcmp(rest, "GMT") == 0;
    return hour * 60 + minute;
}

/* A moment told as UTC, by the clock here. */
static void make_local(Day *day, int *minute)
{
    g_autoptr(GDateTime) there =
        g_date_time_new_utc(day->year, day->month, day->day, *minute / 60, *minute % 60, 0);
    g_autoptr(GDateTime) here = there != NULL ? instant_local(there) : NULL;
    if (here != NULL) {
        g_date_time_get_ymd(here, &day->year, &day->month, &day->day);
        *minute = g_date_time_get_hour(here) * 60 + g_date_time_get_minute(here);
    }
}

static const char *reason_for(DayReading reading, Day day)
{
    switch (reading) {
    case DAY_READ_EMPTY:
        return _("This line does not say when it was.");
    case DAY_READ_IMPOSSIBLE:
        return _("There is no such day.");
    case DAY_READ_AMBIGUOUS:
        return _("This day can be read in two ways, as day and month or as month and day. Write "
                 "it like 2026-05-03.");
    case DAY_READ_STRANGE:
        return _("This is not a date. Write it like 2026-05-03.");
    case DAY_READ_OK:
        break;
    }
    return day_is_whole(day) ? NULL : _("This date is not a whole one: day, month and year.");
}

bool order_day_read(const char *date, const char *time, Day today, DayOrder order, Day *day,
                    int *minute, const char **reason)
{
    const char *at = find_time(date);
    g_autofree char *rest = at != NULL ? g_strndup(date, (gsize)(at - date)) : g_strdup(date);
    g_strchomp(rest);
    gsize length = strlen(rest);
    if (at != NULL && length > 1 && strchr("T,", rest[length - 1]) != NULL) {
        rest[length - 1] = '\0';
    }
    bool is_utc = false;
    const char *own = find_time(time);
    at = own != NULL ? own : at;
    *minute = at != NULL ? read_time(at, &is_utc) : -1;
    /* What programs write needs no guessing. */
    bool is_plain = day_from_text(rest, day) && day_is_whole(*day);
    *reason = is_plain ? NULL : reason_for(day_read(rest, today, order, day), *day);
    if (*reason == NULL && is_utc && *minute >= 0) {
        make_local(day, minute);
    }
    if (*reason == NULL && day_compare(*day, today) > 0) {
        *reason = _("This day lies ahead.");
    }
    return *reason == NULL;
}
