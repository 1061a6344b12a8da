/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the form for a lost customer, which depend on how the customer was lost. */
#pragma once

#include "tui/screens/losswork.h"
#include "tui/widgets/form.h"

typedef struct {
    Form *form;          /* NULL until it is made */
    bool is_death;       /* it is made for somebody who has died: the fewest rows */
    LossContext context; /* what its rows' functions read: set before it is made */
    const char **hows, **results;
} LossForm;

/* Makes the form anew for VALUES (loss_values) of STORED; the field that listened goes on
 * listening. */
void loss_form_make(LossForm *own, const Loss *stored, GHashTable *values);
void loss_form_clear(LossForm *own);
/* After a key: makes it anew when somebody died or not after all, and completes reasons. */
void loss_form_follow(LossForm *own, const Loss *stored);
/* Puts LABEL into the reason that listens, else into the stated one. */
void loss_form_put_reason(LossForm *own, const char *label);
