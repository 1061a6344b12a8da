/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside a list of customers on a wide screen: the head of the selected one's card and
 * the lines of it that are wanted most: the usual order, visits, notes, how to reach them. */
#pragma once

#include "tui/canvas.h"
#include "tui/screens/cardhead.h"

/* Whether there is room for it on a screen of COLS columns. */
bool home_beside_fits(int cols);
/* Parts BODY, which is as wide as the screen, into LIST, all of it or its left side, and BESIDE.
 * False where it is too narrow: there is nothing beside the list then. */
bool home_beside_split(const Canvas *body, Canvas *list, Canvas *beside);
/* Draws it into CANVAS. USUAL is the usual order, NULL when not known; VISITS and LAST_VISIT
 * (YYYY-MM-DD or NULL) say how often and when last they were here. */
void home_beside_draw(Canvas *canvas, const CardHead *head, const char *usual, gint64 visits,
                      const char *last_visit);
