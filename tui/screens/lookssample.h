/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample of everything that can look different, to see a theme before it is chosen. */
#pragma once

#include "tui/canvas.h"

/* Draws lines of a card, a list, a form and the bar into CANVAS, as many as fit: the ones a theme
 * is judged by when there is little room. */
void looks_sample_draw(Canvas *canvas);
