/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing how the screen looks: the theme, and plain symbols. Each is shown at once. */
#pragma once

#include "tui/screen.h"

/* Opened with NULL. What is chosen is kept in the preferences; left without choosing, the screen
 * looks as before. No result. */
extern const ScreenClass screen_looks;

/* Opens it over SCREEN: for action rows. */
Outcome choose_looks(Screen *screen);

/* What the theme NAME is called for people; NAME itself for an own one. */
const char *looks_label(const char *name);
