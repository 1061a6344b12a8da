/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a customer who is lost: how, why, who asks, what was tried. Of somebody who has died
 * it asks for nothing but the day. */
#pragma once

#include "tui/screen.h"

typedef struct {
    gint64 customer_id;
    gint64 loss_id; /* 0: the loss that stands, else a new one */
} LossArg;

/* Opened with a const LossArg *. Result: a gint64 * with the id of the loss that was saved; none
 * when it was left. */
extern const ScreenClass screen_loss;
