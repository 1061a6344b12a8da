/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the home screen says above its list, and where there is nothing to list. SCREEN has a
 * model. */
#pragma once

#include "tui/screen.h"

/* What is wrong with the backups, while the box is empty; nothing where all is well. Returns the
 * row after it. */
int home_draw_news(const Screen *screen, Canvas *canvas);
/* Where there is nothing to list: what can be done instead. */
void home_draw_nothing(const Screen *screen, Canvas *canvas);
/* Above those who are only alike: that nobody fits, and how to a new card. Returns the row after
 * it. */
int home_draw_alike(const Screen *screen, Canvas *canvas);
