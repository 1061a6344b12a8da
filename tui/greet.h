/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tick "greeted" of a yearly day: who and when, so that nobody congratulates twice. */
#pragma once

#include "data/agenda/due.h"
#include "tui/screen.h"

/* Ticks DUE as greeted by the clerk at the counter now, or takes the tick away when there is
 * one. */
Outcome greet_toggle(Screen *screen, const Due *due);
/* Opens the form for how DUE was greeted and what was given; saving it ticks DUE. */
Outcome greet_how(Screen *screen, const Due *due);
