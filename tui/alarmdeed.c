/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was pressed on a notification, as a deed. */
#include "tui/alarmdeed.h"

#include "data/base/i18n.h"
#include "tui/counter.h"

typedef struct {
    Who who;
    Moment now;
    TodoKind kind;
    gint64 id, branch_id;
    char *words;
} Tick;

static void tick_free(gpointer data)
{
    Tick *tick = data;
    g_free(tick->words);
    g_free(tick);
}

/* The words for the message. */
static gpointer run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Tick *tick = arg;
    g_autoptr(Deed) deed = deed_begin(shop->db, &tick->who, todo_done_verb(tick->kind), error);
    bool ok = deed != NULL &&
              todo_done(deed, tick->kind, tick->id, tick->now, tick->branch_id, error) &&
              deed_commit(deed, NULL, error);
    return ok ? g_strdup(tick->words) : NULL;
}

static Outcome done(Screen *screen, gpointer words)
{
    g_autofree char *message = g_strdup_printf(_("Done: %s. Ctrl-Z takes it back."), (char *)words);
    app_say_about(screen->app, AREA_GOOD, message, words);
    return OUTCOME_REDRAW;
}

void alarm_done(App *app, const Notice *notice)
{
    TodoKind kind;
    gint64 id;
    Screen *lowest = app_lowest(app);
    if (lowest == NULL || app_shop(app) == NULL || !todo_of_id(notice->id, &kind, &id)) {
        return;
    }
    Tick *tick = g_new0(Tick, 1);
    tick->who = counter_who(lowest);
    tick->now = counter_now(lowest);
    tick->kind = kind;
    tick->id = id;
    tick->branch_id = counter_of(lowest)->branch_id;
    tick->words = g_strdup(notice->line);
    const AppJob job = {.run = run,
                        .arg = tick,
                        .arg_free = tick_free,
                        .result_free = g_free,
                        .done = done,
                        .background = true};
    app_do(lowest, &job);
}
