/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of day: minutes since midnight, as people write and read them. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* Reads TEXT as a time of day into *MINUTE (0 to 1439): "14:30", "14.30", "1430", "14", "14 Uhr",
 * "14 Uhr 30", "14h30", "2 pm", "2:30pm". False, and *MINUTE untouched, when it is none. */
bool time_of_day_read(const char *text, gint64 *minute);
/* "14:30". MINUTE is 0 to 1439. Free with g_free. */
char *time_of_day_text(gint64 minute);
