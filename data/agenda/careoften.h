/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often somebody is to be contacted, as people say it. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* Reads TEXT, in German or English: "every 6 weeks", "alle 2 Monate", "quarterly", "jedes halbe
 * Jahr", "twice a year", "4x im Jahr", "never". *EVERY is 0 (never) to 999 and *UNIT a code of
 * series_units; a quarter is 3 months. Capitals, accents and umlaut spelling do not matter. False,
 * and both untouched, when TEXT is not understood;
 * what care_plan_words says of a line without a way is. */
bool care_often_read(const char *text, gint64 *every, const char **unit);
