/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time at the counter: the machine's clock, or the one TRESEN_NOW stands still at. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* Settles that the machine's own time zone (/etc/localtime) is meant where TZ is not set: else GLib
 * looks anew which one that is, whenever it is asked for a time. Before any other thread. */
void clock_start(void);

/* Whether TRESEN_NOW is not set, empty, or a local time written YYYY-MM-DDTHH:MM:SS; FAULT_REFUSED
 * when it is something else. */
bool clock_check(GError **error);

/* The local time now; stopped at TRESEN_NOW when that is set and clock_check agrees with it. A new
 * reference. */
GDateTime *clock_now(void);
