/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of a customer: what a clerk has to know, and one key for each thing to do. */
#pragma once

#include "tui/screen.h"

/* What the card is opened for. */
typedef struct {
    gint64 customer_id;
} CardArg;

/* Opened with a const CardArg *. Result: a char * with the digit that was typed there to look
 * for somebody else; none when it was left. */
extern const ScreenClass screen_card;
