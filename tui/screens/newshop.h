/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The few questions before an empty shop is made: its name, the branch, the first clerk. */
#pragma once

#include "tui/screen.h"

/* Opened with a const char *: the place of the shop to make. It closes with a non-NULL result when
 * the shop is made and handed to the app; with none when it was left. */
extern const ScreenClass screen_newshop;
