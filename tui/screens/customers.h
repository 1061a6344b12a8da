/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All customers by name, however many: typed letters jump, Enter opens the card. Opened without an
 * argument; returns a digit typed on the way (char *), which begins a new search. */
#pragma once

#include "tui/screen.h"

extern const ScreenClass screen_customers;
