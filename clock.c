/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time at the counter. */
#include "clock.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/instant.h"

#include <time.h>

static const char zone_of_machine[] = "/etc/localtime";

void clock_start(void)
{
    if (g_getenv("TZ") == NULL && g_file_test(zone_of_machine, G_FILE_TEST_EXISTS)) {
        g_setenv("TZ", zone_of_machine, TRUE);
    }
}

/* What TRESEN_NOW says; NULL when it says nothing. */
static const char *stopped_at(void)
{
    const char *text = g_getenv("TRESEN_NOW");
    return text != NULL && *text != '\0' ? text : NULL;
}

/* TEXT as a local time; NULL when it is not written as it should be. */
static GDateTime *read_time(const char *text)
{
    /* Written back in a zone without gaps, the text has to come out the same: nothing looser
     * passes. */
    g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
    g_autoptr(GDateTime) moment = g_date_time_new_from_iso8601(text, utc);
    g_autofree char *again =
        moment != NULL ? g_date_time_format(moment, "%Y-%m-%dT%H:%M:%S") : NULL;
    if (again == NULL || !g_str_equal(again, text)) {
        return NULL;
    }
    struct tm here = {.tm_year = g_date_time_get_year(moment) - 1900,
                      .tm_mon = g_date_time_get_month(moment) - 1,
                      .tm_mday = g_date_time_get_day_of_month(moment),
                      .tm_hour = g_date_time_get_hour(moment),
                      .tm_min = g_date_time_get_minute(moment),
                      .tm_sec = g_date_time_get_second(moment),
                      .tm_isdst = -1};
    g_autoptr(GDateTime) instant = g_date_time_new_from_unix_utc(mktime(&here));
    return instant_local(instant);
}

bool clock_check(GError **error)
{
    const char *text = stopped_at();
    g_autoptr(GDateTime) time = text != NULL ? read_time(text) : NULL;
    if (text != NULL && time == NULL) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("TRESEN_NOW is “%s”, but it has to be a time such as 2026-03-01T09:00:00. "
                      "Write it like that, or remove it from the environment."),
                    text);
        return false;
    }
    return true;
}

GDateTime *clock_now(void)
{
    const char *text = stopped_at();
    GDateTime *time = text != NULL ? read_time(text) : NULL;
    if (time != NULL) {
        return time;
    }
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    return instant_local(now);
}
