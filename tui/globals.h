/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done on every screen. */
#pragma once

#include "tui/screen.h"

/* The rows, after those of the screen at hand; ends with a row whose name is NULL. */
const Action *global_actions(void);
/* Whether ACTION is one of these rows. */
bool global_has(const Action *action);
/* The row called NAME, which must be one of them. */
const Action *global_action(const char *name);
