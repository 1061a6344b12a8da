/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moments: stored as UTC text, judged by the day of the place. */
#include "data/base/instant.h"

#include <time.h>

void instant_write(GDateTime *now, char text[21])
{
    g_autoptr(GDateTime) utc = g_date_time_to_utc(now);
    g_autofree char *written = g_date_time_format(utc, "%Y-%m-%dT%H:%M:%SZ");
    g_strlcpy(text, written, 21);
}

Day instant_day(GDateTime *now)
{
    Day day;
    g_date_time_get_ymd(now, &day.year, &day.month, &day.day);
    return day;
}

GDateTime *instant_local(GDateTime *moment)
{
    struct tm here;
    time_t seconds = g_date_time_to_unix(moment);
    if (localtime_r(&seconds, &here) == NULL) {
        return g_date_time_ref(moment);
    }
    g_autoptr(GTimeZone) zone = g_time_zone_new_offset((gint32)here.tm_gmtoff);
    return g_date_time_to_timezone(moment, zone);
}

/* The stored instant UTC by the clock of the place, NULL when it is none. */
static GDateTime *read_local(const char *utc)
{
    g_autoptr(GDateTime) moment = utc != NULL ? g_date_time_new_from_iso8601(utc, NULL) : NULL;
    return moment != NULL ? instant_local(moment) : NULL;
}

Day instant_local_day(const char *utc)
{
    g_autoptr(GDateTime) local = read_local(utc);
    return local != NULL ? instant_day(local) : DAY_NONE;
}

Day instant_local_moment(const char *utc, gint64 *minute)
{
    g_autoptr(GDateTime) local = read_local(utc);
    if (local == NULL) {
        return DAY_NONE;
    }
    *minute = g_date_time_get_hour(local) * 60 + g_date_time_get_minute(local);
    return instant_day(local);
}

void instant_of_day(Day day, char text[21])
{
    g_autoptr(GDateTime) local = g_date_time_new_local(day.year, day.month, day.day, 0, 0, 0);
    instant_write(local, text);
}
