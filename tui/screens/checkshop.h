/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the shop is whole: looking, and what can be done. */
#pragma once

#include "tui/screen.h"

/* Opened with NULL. When a backup was brought back from there, it closes with a non-NULL result. */
extern const ScreenClass screen_checkshop;
