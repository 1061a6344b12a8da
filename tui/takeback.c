/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl-Z: taking back what was done last. */
#include "tui/takeback.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/db/deed.h"
#include "data/deedabout.h"
#include "tui/counter.h"
#include "tui/dates.h"
#include "tui/figures.h"
#include "tui/screens/dialogs.h"

/* A deed to be taken back. */
typedef struct {
    Who who;
    gint64 id;
} Taking;

/* "adding a note (Hilde Wagner)", "taking over a list (3,060 customers)". */
static char *describe(const DeedAbout *about)
{
    const char *verb = _(about->verb);
    if (about->name != NULL) {
        /* TRANSLATORS: what was done, and to whom: "adding a note (Hilde Wagner)". */
        return g_strdup_printf(_("%s (%s)"), verb, about->name);
    }
    if (about->customers == 0) {
        return g_strdup(verb);
    }
    g_autofree char *count = figures_grouped(about->customers);
    /* TRANSLATORS: what was done, and to how many: "taking over a list (3,060 customers)". */
    return g_strdup_printf(
        ngettext("%s (%s customer)", "%s (%s customers)", (unsigned long)about->customers), verb,
        count);
}

static gpointer run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Taking *taking = arg;
    g_autoptr(DeedAbout) about = deed_about_load(shop->db, taking->id, error);
    return about != NULL && deed_undo(shop->db, &taking->who, taking->id, NULL, error)
               ? describe(about)
               : NULL;
}

static Outcome done(Screen *screen, gpointer what)
{
    /* TRANSLATORS: %s is what was done and to whom: "adding a note (Hilde Wagner)". */
    g_autofree char *message = g_strdup_printf(_("Taken back: %s."), (const char *)what);
    app_say(screen->app, AREA_MESSAGE, message);
    /* What was taken back may have been the clerk at the counter. */
    return counter_check_clerk(screen) | OUTCOME_REDRAW;
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

static Outcome take_back(Screen *screen, gint64 id)
{
    Taking *taking = g_new0(Taking, 1);
    *taking = (Taking){counter_who(screen), id};
    const AppJob job = {
        .run = run,
        .arg = taking,
        .arg_free = g_free,
        .result_free = g_free,
        .done = done,
        .failed = failed,
    };
    return app_do(screen, &job);
}

static Outcome answered(Screen *screen, gpointer yes)
{
    return yes != NULL ? take_back(screen, counter_of(screen)->asked_deed) : OUTCOME_HANDLED;
}

/* What concerns several customers or is of another day is not taken back by a slip of the hand. */
static Outcome looked_up(Screen *screen, gpointer result)
{
    const DeedAbout *about = result;
    if (about->id == 0) {
        app_say(screen->app, AREA_MESSAGE, _("There is nothing to take back."));
        return OUTCOME_REDRAW;
    }
    Day today = counter_today(screen), day = instant_local_day(about->at);
    if (about->customers <= 1 && day_compare(day, today) == 0) {
        return take_back(screen, about->id);
    }
    counter_of(screen)->asked_deed = about->id;
    g_autofree char *what = describe(about);
    g_autofree char *date = dates_brief(day, today);
    /* TRANSLATORS: a date, and what was done then: "Done on 21 Nov: adding a note (Hilde
     * Wagner). Take it back?" */
    g_autofree char *question = g_strdup_printf(_("Done on %s: %s. Take it back?"), date, what);
    return dialog_confirm(screen, question, _("Take back"), _("Keep"), answered);
}

/* The last deed of the clerk; one with the id 0 when there is none. */
static gpointer look_up(Shop *shop, gpointer clerk_id, Work *work, GError **error)
{
    (void)work;
    gint64 id = 0;
    const char *verb = NULL;
    if (!deed_last(shop->db, *(const gint64 *)clerk_id, &id, &verb, error)) {
        return NULL;
    }
    return id != 0 ? deed_about_load(shop->db, id, error) : g_new0(DeedAbout, 1);
}

Outcome takeback_last(Screen *screen)
{
    Who who = counter_who(screen);
    const AppJob job = {
        .run = look_up,
        .arg = g_memdup2(&who.clerk_id, sizeof who.clerk_id),
        .arg_free = g_free,
        .result_free = deed_about_free,
        .done = looked_up,
        .reads_only = true,
    };
    return app_do(screen, &job);
}
