/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was said, the latest first; and what it comes to for each product, touchpoint and phase. */
#pragma once

#include "tui/screen.h"

/* Opened without an argument. */
extern const ScreenClass screen_feedbacks;
