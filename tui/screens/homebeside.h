/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside the matches on a wide screen: the head of the selected one's card and the
 * most wanted lines of it. */
#pragma once

#include "tui/canvas.h"
#include "tui/screens/homemodel.h"

/* Draws it for ROW, a match of MODEL, into CANVAS. */
void home_beside_draw(Canvas *canvas, const HomeModel *model, const HomeRow *row);
