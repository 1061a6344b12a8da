/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moments: stored as UTC text, shown in the time of the place. */
#pragma once

#include "data/base/day.h"

/* NOW as YYYY-MM-DDTHH:MM:SSZ into TEXT (21 bytes with the end). */
void instant_write(GDateTime *now, char text[21]);
/* The day of NOW in its own time zone. */
Day instant_day(GDateTime *now);
/* The local day of the stored instant UTC; DAY_NONE when it is none. */
Day instant_local_day(const char *utc);
/* The stored instant for people, as the language of the messages writes it: German "14.10.2026
 * 14:32", English "14 October 2026, 14:32"; "" when it is none. Free with g_free. */
char *instant_for_people(const char *utc);
