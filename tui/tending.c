/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying out the shop's rules while the program runs. */
#include "tui/tending.h"

#include "data/agenda/ruletend.h"
#include "tui/app.h"
#include "tui/counter.h"

typedef struct {
    Counter *counter;
    Moment now;
    Who who;
} Tending;

/* The last a job does, whether anybody is told or not. */
static void tending_free(gpointer data)
{
    Tending *tending = data;
    tending->counter->is_tending = false;
    g_free(tending);
}

/* How many reminders came or went; NULL: none. */
static gpointer run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    (void)error;
    const Tending *tending = arg;
    guint made = 0;
    bool ok = shop != NULL && rule_tend(shop->db, tending->now, &tending->who, &made, NULL);
    return ok ? GUINT_TO_POINTER(made) : NULL;
}

static Outcome done(Screen *screen, gpointer made)
{
    if (made != NULL) {
        app_refresh(screen->app);
    }
    return OUTCOME_HANDLED;
}

void tending_begin(Screen *lowest)
{
    Counter *counter = counter_of(lowest);
    if (counter->is_tending || !counter_may_write(lowest)) {
        return;
    }
    Tending *tending = g_new0(Tending, 1);
    tending->counter = counter;
    tending->now = counter_now(lowest);
    tending->who = counter_who(lowest);
    counter->is_tending = true;
    const AppJob job = {
        .run = run,
        .arg = tending,
        .arg_free = tending_free,
        .done = done,
        .background = true,
        .reads_only = true,
        .by_itself = true,
    };
    app_do(lowest, &job);
}
