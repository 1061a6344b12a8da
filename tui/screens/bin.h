/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was removed and can be brought back. */
#pragma once

#include "tui/screen.h"

/* Opened without an argument; answers nothing. */
extern const ScreenClass screen_bin;
