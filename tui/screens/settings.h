/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be set up: the shop's settings and this counter's. */
#pragma once

#include "tui/screen.h"

/* Takes no argument and gives no answer. */
extern const ScreenClass screen_settings;
