/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules: what is done by itself after something happened. */
#pragma once

#include "tui/screen.h"

/* Takes no argument and gives no answer. */
extern const ScreenClass screen_rules;
