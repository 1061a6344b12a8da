/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saying who stands at the counter. */
#include "tui/screens/changeclerk.h"

#include "tui/counter.h"
#include "tui/screens/clerk.h"

static Outcome chosen(Screen *screen, gpointer id)
{
    return id != NULL ? counter_change_clerk(screen, *(const gint64 *)id) : OUTCOME_HANDLED;
}

Outcome change_clerk(Screen *screen)
{
    screen_push(screen, &screen_clerk, NULL, chosen);
    return OUTCOME_HANDLED;
}
