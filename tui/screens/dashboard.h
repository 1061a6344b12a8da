/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The owner's screen: the figures of a month beside the one before and the same a year ago. */
#pragma once

#include "tui/screen.h"

/* Takes no argument and gives no answer. */
extern const ScreenClass screen_dashboard;
