/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who stands at the counter: one key a clerk. */
#pragma once

#include "tui/screen.h"

/* A dialog; opened with NULL. Result: a gint64 * with the id of the clerk chosen or newly added;
 * none when it was left. */
extern const ScreenClass screen_clerk;
