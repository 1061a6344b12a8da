/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The yearly days of customers and of the people who belong to them as a feed for calendars
 * (RFC 5545), through a module that is loaded when it is first needed. */
#pragma once

#include "data/db/db.h"

/* Writes all days that are known with day and month, but for those that are kept silent, to PATH
 * (see file_out_begin): whole days that come every year and take nobody's time. A title never says
 * an age, since it is the same every year; a year that is known stands below it. The feed is called
 * NAME (the shop's; may be ""). A day has the same UID in every file of this shop, made of the
 * shop's first deed and the occasion, so a calendar that takes the file again changes what it has.
 * The stamps are when the shop last changed a day, so nothing but a change makes another file.
 *
 * Days begin in the year they come from, in 1970 at the earliest and where it is not known: some
 * calendars show nothing older. 29 February is kept by the shop's rule in ways all calendars know:
 * on the last day of February, or as a series of every four years for each kind of year.
 *
 * *COUNT (may be NULL) gets how many days. FAULT_MISSING when the module is not there, otherwise as
 * file_out_begin. */
bool ics_write(Db *db, const char *path, const char *name, gint64 *count, GError **error);
