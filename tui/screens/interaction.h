/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a contact with a customer: what was said, by which way, what came of it, and what is
 * to be done next. */
#pragma once

#include "tui/screen.h"

typedef struct {
    gint64 customer_id;    /* with whom */
    gint64 interaction_id; /* 0: a new one */
} InteractionArg;

/* Opened with a const InteractionArg *. Result: a gint64 * with the id of the contact that was
 * saved; none when it was left. */
extern const ScreenClass screen_interaction;
