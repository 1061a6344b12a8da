/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Likely duplicates as the customer form shows them. NEAR is an array of Duplicate, or NULL. */
#pragma once

#include "tui/canvas.h"

guint edit_near_count(const GPtrArray *near);
/* The customer at INDEX. */
gint64 edit_near_id(const GPtrArray *near, guint index);
/* "Wagner, Hilde · no. 1042 · same phone". Free with g_free. */
char *edit_near_label(const GPtrArray *near, guint index);

/* The whole canvas: a heading and three lines each, as many as fit; nothing without duplicates. */
void edit_near_draw(Canvas *canvas, const GPtrArray *near);
/* How many of the ROWS a form has they take below it: 0 when there are none. */
int edit_near_rows(const GPtrArray *near, int rows);
/* The whole canvas, of edit_near_rows rows: a blank one, a heading, a line each; in a single row
 * the likeliest, and how many more there are. */
void edit_near_draw_below(Canvas *canvas, const GPtrArray *near);
