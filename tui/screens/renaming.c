/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of lists that two change. */
#include "tui/screens/renaming.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "tui/app.h"
#include "tui/screens/removal.h"

typedef struct {
    gint64 id;
    char *typed;
    RenamingFind find;
    RenamingAsk ask;
} Renaming;

static void renaming_free(gpointer data)
{
    Renaming *renaming = data;
    g_free(renaming->typed);
    g_free(renaming);
}

void renaming_begin(Screen *screen, gint64 id, const char *typed, RenamingFind find,
                    RenamingAsk ask)
{
    Renaming *renaming = g_new0(Renaming, 1);
    *renaming = (Renaming){id, g_strdup(typed), find, ask};
    screen_keep(screen, renaming, renaming_free);
}

static Outcome ask_again(Screen *screen)
{
    const Renaming *renaming = screen_kept(screen);
    gconstpointer row = screen->model != NULL ? renaming->find(screen, renaming->id) : NULL;
    if (row == NULL) {
        app_say(screen->app, AREA_WARNING, _("Somebody else has removed this."));
        return OUTCOME_REDRAW;
    }
    return renaming->ask(screen, row, renaming->typed);
}

bool renaming_refused(Screen *screen, const GError *error)
{
    const Renaming *renaming = screen_kept(screen);
    if (renaming->id == 0 || !g_error_matches(error, FAULT, FAULT_CONFLICT)) {
        return renaming->id != 0 && removal_refused(screen, error);
    }
    app_reload(screen);
    app_after_load(screen, ask_again);
    return true;
}

char *renaming_question(const char *now)
{
    return g_strdup_printf(_("Somebody else has just written “%s” there. Yours stands below."),
                           now);
}
