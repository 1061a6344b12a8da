/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tick "greeted" of a yearly day. */
#include "tui/greet.h"

#include "data/base/i18n.h"
#include "data/db/deed.h"
#include "tui/counter.h"
#include "tui/screens/greeting.h"

typedef struct {
    Who who;
    gint64 occasion_id;
    int year;
    bool greeted; /* what is to be from now on */
    char *name;
} Tick;

static void tick_free(gpointer data)
{
    Tick *tick = data;
    g_free(tick->name);
    g_free(tick);
}

static Tick *tick_copy(const Tick *tick)
{
    Tick *copy = g_memdup2(tick, sizeof *tick);
    copy->name = g_strdup(tick->name);
    return copy;
}

static gpointer run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Tick *tick = arg;
    const char *verb =
        tick->greeted ? N_("ticking somebody as greeted") : N_("taking a greeting tick away");
    g_autoptr(Deed) deed = deed_begin(shop->db, &tick->who, verb, error);
    if (deed == NULL) {
        return NULL;
    }
    bool ok = tick->greeted ? due_greet(deed, tick->occasion_id, tick->year, "in the shop", error)
                            : due_ungreet(deed, tick->occasion_id, tick->year, error);
    return ok && deed_commit(deed, NULL, error) ? tick_copy(tick) : NULL;
}

static Outcome done(Screen *screen, gpointer result)
{
    const Tick *tick = result;
    g_autofree char *message = tick->greeted
                                   ? g_strdup_printf(_("Greeted: %s."), tick->name)
                                   : g_strdup_printf(_("Not greeted yet: %s."), tick->name);
    app_say_about(screen->app, AREA_MESSAGE, message, tick->name);
    return OUTCOME_REDRAW;
}

Outcome greet_toggle(Screen *screen, const Due *due)
{
    Tick *tick = g_new0(Tick, 1);
    tick->who = counter_who(screen);
    tick->occasion_id = due->occasion->head.id;
    tick->year = due->kept.year;
    tick->greeted = !due->greeted;
    tick->name = due_call(due, NAME_SPOKEN);
    const AppJob job = {
        .run = run, .arg = tick, .arg_free = tick_free, .result_free = tick_free, .done = done};
    return app_do(screen, &job);
}

static Outcome how_returned(Screen *screen, gpointer id)
{
    (void)screen;
    return id != NULL ? OUTCOME_RELOAD : OUTCOME_HANDLED;
}

Outcome greet_how(Screen *screen, const Due *due)
{
    const GreetingArg arg = {due->customer->head.id, due->occasion->head.id, due->kept.year};
    screen_push(screen, &screen_greeting, &arg, how_returned);
    return OUTCOME_HANDLED;
}
