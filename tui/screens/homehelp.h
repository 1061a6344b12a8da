/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be typed into the box, told by the help. */
#pragma once

#include "tui/screen.h"

/* For ScreenClass.examples. */
char **home_examples(const Screen *screen);
