/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moments of the shop's clock: compared and moved. */
#include "data/base/moment.h"

#include "data/base/instant.h"

enum { DAY_MINUTES = 1440 };

int moment_compare(Moment a, Moment b)
{
    int days = day_compare(a.day, b.day);
    /* MINUTE_NONE is below each minute. */
    return days != 0 ? days : (a.minute > b.minute) - (a.minute < b.minute);
}

Moment moment_plus(Moment moment, gint64 minutes)
{
    static const gint64 most = (gint64)G_MAXINT * DAY_MINUTES;
    gint64 sum = moment.minute + CLAMP(minutes, -most + DAY_MINUTES, most - DAY_MINUTES);
    gint64 minute = sum % DAY_MINUTES;
    if (minute < 0) {
        minute += DAY_MINUTES;
    }
    return (Moment){day_plus(moment.day, (int)((sum - minute) / DAY_MINUTES)), minute};
}

Moment moment_of(GDateTime *now)
{
    return (Moment){instant_day(now), g_date_time_get_hour(now) * 60 + g_date_time_get_minute(now)};
}
