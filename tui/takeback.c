/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl-Z and Ctrl-Y: taking back what was done last, and doing it again. */
#include "tui/takeback.h"

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
    bool discreet; /* the message names nobody */
} Taking;

/* "adding a note (Hilde Wagner)", "taking over a list (3,060 customers)". */
static char *describe(const DeedAbout *about, bool discreet)
{
    const char *verb = _(about->verb);
    if (about->name != NULL && discreet) {
        return g_strdup(verb);
    }
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
               ? describe(about, taking->discreet)
               : NULL;
}

/* What was done again or taken back may have been the clerk at the counter. */
static Outcome say(Screen *screen, const char *message)
{
    app_say(screen->app, AREA_MESSAGE, message);
    return counter_check_clerk(screen) | OUTCOME_REDRAW;
}

static Outcome taken_back(Screen *screen, gpointer what)
{
    /* TRANSLATORS: %s is what was done and to whom: "adding a note (Hilde Wagner)". */
    g_autofree char *message = g_strdup_printf(_("Taken back: %s."), (const char *)what);
    return say(screen, message);
}

static Outcome done_again(Screen *screen, gpointer what)
{
    /* TRANSLATORS: %s is what was done and to whom: "adding a note (Hilde Wagner)". */
    g_autofree char *message = g_strdup_printf(_("Done again: %s."), (const char *)what);
    return say(screen, message);
}

static Outcome do_undo(Screen *screen, gint64 id, Outcome (*done)(Screen *, gpointer))
{
    Taking *taking = g_new0(Taking, 1);
    *taking = (Taking){counter_who(screen), id, app_is_discreet(screen->app)};
    const AppJob job = {
        .run = run,
        .arg = taking,
        .arg_free = g_free,
        .result_free = g_free,
        .done = done,
    };
    return app_do(screen, &job);
}

Outcome takeback_deed(Screen *screen, gint64 id)
{
    return do_undo(screen, id, taken_back);
}

static Outcome answered_back(Screen *screen, gpointer yes)
{
    return yes != NULL ? do_undo(screen, counter_of(screen)->asked_deed, taken_back)
                       : OUTCOME_HANDLED;
}

static Outcome answered_again(Screen *screen, gpointer yes)
{
    return yes != NULL ? do_undo(screen, counter_of(screen)->asked_deed, done_again)
                       : OUTCOME_HANDLED;
}

static bool is_of_today(const Screen *screen, const DeedAbout *about)
{
    return day_compare(instant_local_day(about->at), counter_today(screen)) == 0;
}

/* What concerns several customers or is of another day is not done by a slip of the hand. */
static bool is_at_hand(const Screen *screen, const DeedAbout *about)
{
    return about->customers <= 1 && is_of_today(screen, about);
}

static char *day_of(const Screen *screen, const DeedAbout *about)
{
    return dates_brief(instant_local_day(about->at), counter_today(screen));
}

/* Asks whether to take back what RESULT, a DeedAbout, names. */
static Outcome ask_back(Screen *screen, gpointer result)
{
    const DeedAbout *about = result;
    counter_of(screen)->asked_deed = about->id;
    g_autofree char *what = describe(about, app_is_discreet(screen->app));
    g_autofree char *date = is_of_today(screen, about) ? NULL : day_of(screen, about);
    /* TRANSLATORS: a date, and what was done then: "Done on 21 Nov: adding a note (Hilde
     * Wagner). Take it back?" */
    g_autofree char *question =
        date == NULL ? g_strdup_printf(_("Done today: %s. Take it back?"), what)
                     : g_strdup_printf(_("Done on %s: %s. Take it back?"), date, what);
    return dialog_confirm(screen, question, _("Take back"), _("Keep"), answered_back);
}

/* Asks whether to do again what was taken back, which RESULT names. */
static Outcome ask_again(Screen *screen, gpointer result)
{
    const DeedAbout *about = result;
    counter_of(screen)->asked_deed = about->id;
    g_autofree char *what = describe(about, app_is_discreet(screen->app));
    g_autofree char *date = day_of(screen, about);
    /* TRANSLATORS: a date, and what was taken back then: "Taken back on 21 Nov: adding a note
     * (Hilde Wagner). Do it again?" */
    g_autofree char *question =
        g_strdup_printf(_("Taken back on %s: %s. Do it again?"), date, what);
    return dialog_confirm(screen, question, _("Do again"), _("Leave it"), answered_again);
}

static Outcome found_last(Screen *screen, gpointer result)
{
    const DeedAbout *about = result;
    if (about->id == 0) {
        app_say(screen->app, AREA_MESSAGE, _("There is nothing to take back."));
        return OUTCOME_REDRAW;
    }
    if (is_at_hand(screen, about)) {
        return do_undo(screen, about->id, taken_back);
    }
    return ask_back(screen, result);
}

static Outcome found_undone(Screen *screen, gpointer result)
{
    const DeedAbout *about = result;
    if (about->id == 0) {
        app_say(screen->app, AREA_MESSAGE,
                _("There is nothing to do again: only what was just taken back can be."));
        return OUTCOME_REDRAW;
    }
    if (is_at_hand(screen, about)) {
        return do_undo(screen, about->id, done_again);
    }
    return ask_again(screen, result);
}

/* Which of the clerk's deeds to look for. */
typedef struct {
    bool (*find)(Db *db, gint64 clerk_id, gint64 *id, const char **verb, GError **error);
    gint64 clerk_id;
} Wanted;

/* A DeedAbout; its id is 0 when there is no such deed. */
static gpointer look_up(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Wanted *wanted = arg;
    gint64 id = 0;
    const char *verb = NULL;
    if (!wanted->find(shop->db, wanted->clerk_id, &id, &verb, error)) {
        return NULL;
    }
    return id != 0 ? deed_about_load(shop->db, id, error) : g_new0(DeedAbout, 1);
}

static Outcome look(Screen *screen, Wanted wanted, Outcome (*found)(Screen *, gpointer))
{
    const AppJob job = {
        .run = look_up,
        .arg = g_memdup2(&wanted, sizeof wanted),
        .arg_free = g_free,
        .result_free = deed_about_free,
        .done = found,
        .reads_only = true,
    };
    return app_do(screen, &job);
}

Outcome takeback_last(Screen *screen)
{
    return look(screen, (Wanted){deed_last, counter_who(screen).clerk_id}, found_last);
}

Outcome takeback_again(Screen *screen)
{
    return look(screen, (Wanted){deed_last_undone, counter_who(screen).clerk_id}, found_undone);
}

/* Whom the chosen deed is about. */
static gpointer look_at(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    return deed_about_load(shop->db, *(const gint64 *)arg, error);
}

Outcome takeback_chosen(Screen *screen, gint64 id, HistoryTurn turn, bool is_undone)
{
    if (is_undone) {
        app_say(screen->app, AREA_MESSAGE,
                turn == HISTORY_TAKEN_BACK ? _("That was done again already.")
                                           : _("That was taken back already."));
        return OUTCOME_REDRAW;
    }
    const AppJob job = {
        .run = look_at,
        .arg = g_memdup2(&id, sizeof id),
        .arg_free = g_free,
        .result_free = deed_about_free,
        .done = turn == HISTORY_TAKEN_BACK ? ask_again : ask_back,
        .reads_only = true,
    };
    return app_do(screen, &job);
}
