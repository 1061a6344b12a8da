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

/* A ReturnFunc for who opened a card, or what leads to one: the digit that was typed there is
 * handed on to whoever opened SCREEN, which closes; without one SCREEN loads again. */
Outcome card_pass_on(Screen *screen, gpointer typed);
/* Opens the card of the customer DRAFT is about over PARENT, and over it, once it is loaded and the
 * customer is still there, the form of DRAFT. RETURNED gets the result of the card. */
Outcome card_resume(Screen *parent, const Draft *draft, ReturnFunc returned);
/* Opens the note FACT_ID of CARD, which is loaded, for changing; a new one when it is gone or 0.
 * NULL when it cannot be opened. */
Screen *card_note_again(Screen *card, gint64 fact_id);
