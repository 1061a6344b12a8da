/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of every action, and changing them: opened without an argument. */
#pragma once

#include "tui/screen.h"

extern const ScreenClass screen_keylist;
