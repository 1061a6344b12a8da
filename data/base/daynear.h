/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates typed for something near: what is still to come, or what is over. */
#pragma once

#include "data/base/day.h"

/* Reads TEXT as day_read does, as a day that is still to come: one without a year is the next one
 * from TODAY on, a month alone is its last day, a year of two digits is of the century that brings
 * it nearest. What is no whole day even so ("2027") is DAY_READ_STRANGE. A day that is over can
 * come of it when it was written so: the caller judges. TODAY is whole. */
DayReading day_read_ahead(const char *text, Day today, Day *day);

/* Likewise as a day that is over: one without a year is the last one up to TODAY, a weekday the
 * last one, TODAY aside, a month alone its first day. A day to come can come of it. */
DayReading day_read_back(const char *text, Day today, Day *day);
