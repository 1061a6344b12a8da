/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a card: who it is, warnings, days near, the usual order. It stands on the card and
 * beside the matches. */
#pragma once

#include "data/customer/sheet.h"
#include "tui/canvas.h"

/* What the head shows; all borrowed. */
typedef struct {
    const Sheet *sheet;
    const GPtrArray *kinds;              /* FactKind */
    const GPtrArray *near;               /* Due */
    bool ask_health, ask_belief;         /* nobody has asked for the consent yet */
    bool refused_health, refused_belief; /* it was refused, and there are notes all the same */
    Day today;
} CardHead;

/* Draws the head into the upper rows of CANVAS: with the mark of the way back and a consent line
 * on the card itself, without them ON_CARD false. Returns how many rows it took. */
int card_head_draw(Canvas *canvas, const CardHead *head, bool on_card);

/* "Sie", "customer since 2014", "no. 1042" with dots between, in one line. Free with g_free. */
char *card_head_line(const Customer *customer, const char *dot);
