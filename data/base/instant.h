/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moments: stored as UTC text, judged by the day of the place. */
#pragma once

#include "data/base/day.h"

/* NOW as YYYY-MM-DDTHH:MM:SSZ into TEXT (21 bytes with the end). */
void instant_write(GDateTime *now, char text[21]);
/* The day of NOW in its own time zone. */
Day instant_day(GDateTime *now);
/* The local day of the stored instant UTC; DAY_NONE when it is none. */
Day instant_local_day(const char *utc);
