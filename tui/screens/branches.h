/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The branches of the shop. */
#pragma once

#include "tui/screen.h"

/* Takes no argument and gives no answer. */
extern const ScreenClass screen_branches;
