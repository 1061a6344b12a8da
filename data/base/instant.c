/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moments: stored as UTC text, judged by the day of the place. */
#include "data/base/instant.h"

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

Day instant_local_day(const char *utc)
{
    g_autoptr(GDateTime) moment = utc != NULL ? g_date_time_new_from_iso8601(utc, NULL) : NULL;
    g_autoptr(GDateTime) local = moment != NULL ? g_date_time_to_local(moment) : NULL;
    return local != NULL ? instant_day(local) : DAY_NONE;
}

Day instant_local_moment(const char *utc, gint64 *minute)
{
    g_autoptr(GDateTime) moment = utc != NULL ? g_date_time_new_from_iso8601(utc, NULL) : NULL;
    g_autoptr(GDateTime) local = moment != NULL ? g_date_time_to_local(moment) : NULL;
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
