/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Noting a fact: a line of words whose kind is guessed while they are typed. */
#pragma once

#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "tui/screen.h"

/* What the dialog is opened for; everything is copied. */
typedef struct {
    gint64 customer_id;
    const char *call;       /* the customer, as home shows them; NULL: not known */
    const GPtrArray *kinds; /* FactKind of the shop */
    const Fact *fact;       /* to be changed; NULL: a new one */
    bool knows_birthday;  /* the customer's own is known: words with a date are no birthday then */
    bool health_answered; /* somebody asked whether notes about health may be kept */
    bool belief_answered;
} NoteArg;

/* What was saved. */
typedef struct {
    char *words;
    /* "health" or "belief" when nobody asked for that consent yet; NULL: nothing to ask. Static. */
    const char *purpose;
} NoteResult;

/* A dialog, opened with a const NoteArg *; saves by itself. Result: a NoteResult *; none when it
 * was left. */
extern const ScreenClass screen_note;
