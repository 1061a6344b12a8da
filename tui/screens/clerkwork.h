/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the choice of who stands at the counter reads and writes. */
#pragma once

#include "data/branch.h"
#include "data/clerk.h"
#include "tui/screen.h"

typedef struct {
    GPtrArray *clerks;   /* Clerk: those who are here, first who works at the counter's branch, then
                            who works anywhere; of these in the order they came */
    GPtrArray *branches; /* Branch */
} ClerkModel;

/* For ScreenClass.ask, with g_free, load and model_free. */
gpointer clerk_model_ask(Screen *screen);
gpointer clerk_model_load(Shop *shop, gconstpointer ask, GError **error);
void clerk_model_free(gpointer model);

/* Each does a deed; DONE gets the clerk's id, a const gint64 *. The first adds somebody called
 * NAME, who works where the counter is if the shop has more than one branch. */
Outcome clerk_work_add(Screen *screen, const char *name, Outcome (*done)(Screen *, gpointer));
/* CLERK is no longer here. */
Outcome clerk_work_take_off(Screen *screen, const Clerk *clerk,
                            Outcome (*done)(Screen *, gpointer));
/* CLERK usually works in the branch BRANCH_ID; 0: anywhere. */
Outcome clerk_work_place(Screen *screen, const Clerk *clerk, gint64 branch_id,
                         Outcome (*done)(Screen *, gpointer));
