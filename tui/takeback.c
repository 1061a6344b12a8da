/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl-Z: taking back what was done last. */
#include "tui/takeback.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/db/deed.h"
#include "tui/counter.h"

/* What was taken back: a verb of the program, or NULL for nothing. */
typedef struct {
    const char *verb;
} TakenBack;

static gpointer run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Who *who = arg;
    gint64 id = 0;
    TakenBack *taken = g_new0(TakenBack, 1);
    if (!deed_last(shop->db, who->clerk_id, &id, &taken->verb, error) ||
        (id != 0 && !deed_undo(shop->db, who, id, NULL, error))) {
        g_free(taken);
        return NULL;
    }
    return taken;
}

static Outcome done(Screen *screen, gpointer result)
{
    const TakenBack *taken = result;
    if (taken->verb == NULL) {
        app_say(screen->app, AREA_MESSAGE, _("There is nothing to take back."));
        return OUTCOME_REDRAW;
    }
    /* TRANSLATORS: %s is what was done: "adding a note". */
    g_autofree char *message = g_strdup_printf(_("Taken back: %s."), _(taken->verb));
    app_say(screen->app, AREA_MESSAGE, message);
    return OUTCOME_REDRAW;
}

/* Trying again helps only where something else was in the way. */
static bool failed(Screen *screen, const GError *error)
{
    bool is_final = g_error_matches(error, FAULT, FAULT_CONFLICT) ||
                    g_error_matches(error, FAULT, FAULT_MISSING) ||
                    g_error_matches(error, FAULT, FAULT_REFUSED);
    if (is_final) {
        app_tell(screen, error);
    }
    return is_final;
}

Outcome takeback_last(Screen *screen)
{
    Who who = counter_who(screen);
    const AppJob job = {
        .run = run,
        .arg = g_memdup2(&who, sizeof who),
        .arg_free = g_free,
        .result_free = g_free,
        .done = done,
        .failed = failed,
    };
    return app_do(screen, &job);
}
