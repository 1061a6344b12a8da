/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a new customer and for changing one, with likely duplicates beside it while
 * typing. */
#pragma once

#include "tui/screen.h"

/* What the form is opened for. */
typedef struct {
    gint64 customer_id; /* 0: a new customer */
    /* For a new customer: what was in the box, goes where it fits: an e-mail address, digits
     * (phone, or number when short), "Given Family" or "Family, Given", else the description.
     * NULL or "": nothing. */
    const char *typed;
    /* The field that listens at first: "phone0", "street" (editsheet.h). NULL, or no such field:
     * the first one. */
    const char *field;
} EditArg;

/* Opened with a const EditArg *. Result: a gint64 * with the id of the customer that was saved,
 * or of the likely duplicate that was taken instead of a new one; none when it was left. */
extern const ScreenClass screen_edit;
