/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened with a customer, newest first: the right column of a card. */
#pragma once

#include "data/customer/card.h"
#include "data/diary/timeline.h"
#include "tui/canvas.h"

/* Draws the heading and as much of CARD's timeline as there are rows into the whole CANVAS, on
 * TODAY. */
void card_history_draw(Canvas *canvas, const Card *card, Day today);

/* When ENTRY happened: "14 Oct". Free with g_free. */
char *card_history_day(const TimelineEntry *entry, Day today);
/* ENTRY in one line: "Visit · Torte für 12 · 54.00". Free with g_free. */
char *card_history_line(const TimelineEntry *entry, const char *currency);
