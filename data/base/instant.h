/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moments: stored as UTC text, judged by the day of the place. */
#pragma once

#include "data/base/day.h"

/* NOW as YYYY-MM-DDTHH:MM:SSZ into TEXT (21 bytes with the end). */
void instant_write(GDateTime *now, char text[21]);
/* The day of NOW in its own time zone. */
Day instant_day(GDateTime *now);
/* MOMENT by the clock of the place, which the C library knows: GLib reads every change of the hour
 * since 1900 for that, a thirtieth of the whole start. A new reference. */
GDateTime *instant_local(GDateTime *moment);
/* The local day of the stored instant UTC; DAY_NONE when it is none. */
Day instant_local_day(const char *utc);
/* Likewise, and the minute of that day (0 to 1439) into *MINUTE, which stays as it is when UTC is
 * no instant. */
Day instant_local_moment(const char *utc, gint64 *minute);
/* The UTC instant at which the local DAY (whole) begins into TEXT, 21 bytes with the end. */
void instant_of_day(Day day, char text[21]);
