/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a picked list mean: shown with the first values, changed where the guess
 * is wrong. */
#pragma once

#include "tui/screens/import.h"

/* Opened with a const ImportArg * whose path is set. Result: as screen_import. */
extern const ScreenClass screen_importmap;
