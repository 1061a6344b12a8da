/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moments: stored as UTC text, shown in the time of the place. */
#include "data/base/instant.h"

#include "data/base/i18n.h"

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

static GDateTime *read_local(const char *utc)
{
    g_autoptr(GDateTime) moment = utc != NULL ? g_date_time_new_from_iso8601(utc, NULL) : NULL;
    return moment != NULL ? g_date_time_to_local(moment) : NULL;
}

Day instant_local_day(const char *utc)
{
    g_autoptr(GDateTime) local = read_local(utc);
    return local != NULL ? instant_day(local) : DAY_NONE;
}

char *instant_for_people(const char *utc)
{
    g_autoptr(GDateTime) local = read_local(utc);
    if (local == NULL) {
        return g_strdup("");
    }
    g_autofree char *day = day_for_people(instant_day(local));
    /* TRANSLATORS: a day, then the time: "14 October 2026, 14:32"; German "%s %02d:%02d". */
    return g_strdup_printf(_("%s, %02d:%02d"), day, g_date_time_get_hour(local),
                           g_date_time_get_minute(local));
}
