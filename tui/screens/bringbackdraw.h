/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would change if a backup were brought back, drawn. */
#pragma once

#include "data/base/day.h"
#include "tui/canvas.h"
#include "tui/screens/bringbackwork.h"

/* Draws into the whole of CANVAS. */
void bring_back_draw(const BringBack *ready, Canvas *canvas, Day today);
