/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a card: who it is, warnings, days near, what is open, questions of consent. It stands
 * on the card and beside the matches. */
#pragma once

#include "data/agenda/gesture.h"
#include "data/customer/sheet.h"
#include "data/diary/loss.h"
#include "tui/canvas.h"

/* What the head shows; all borrowed. */
typedef struct {
    const Sheet *sheet;
    const GPtrArray *kinds;              /* FactKind */
    const GPtrArray *near;               /* Due */
    const GPtrArray *complaints;         /* Complaint: the open ones; NULL: not told */
    const GPtrArray *promises;           /* Promise: likewise */
    const GPtrArray *preorders;          /* Preorder: likewise */
    const GPtrArray *reminders;          /* Reminder: likewise */
    const char *quiet;                   /* the quiet time that is now; NULL: none */
    const Loss *loss;                    /* they are lost; NULL */
    const Gestures *gestures;            /* for birthdays; NULL: not told */
    bool ask_health, ask_belief;         /* nobody has asked for the consent yet */
    bool refused_health, refused_belief; /* it was refused, and there are notes all the same */
    char *const *marks;                  /* of a match: what is marked; NULL: nothing */
    bool is_low;                         /* few rows: what is open is told in a word or two */
    const char *discreet;                /* how to leave discreet mode; NULL: not said here */
    Day today;
} CardHead;

/* Draws the head into the upper rows of CANVAS. ON_CARD: with the mark of the way back before the
 * name, number and the like beside it where there is room, and the questions of consent; else
 * without mark and questions, and a blank row below the name. Returns how many rows it took. */
int card_head_draw(Canvas *canvas, const CardHead *head, bool on_card);
