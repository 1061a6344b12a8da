/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time at the counter: the machine's clock, or the one TRESEN_NOW stands still at. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* Whether TRESEN_NOW is not set, empty, or a local time written YYYY-MM-DDTHH:MM:SS; FAULT_REFUSED
 * when it is something else. */
bool clock_check(GError **error);

/* The local time now; stopped at TRESEN_NOW when that is set and clock_check agrees with it. A new
 * reference. */
GDateTime *clock_now(void);
