/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that is due, of whom and where one likes: reminders, contacts of the plan, promises, orders,
 * answers and days. */
#pragma once

#include "tui/screen.h"

/* Opened without an argument. */
extern const ScreenClass screen_due;
