/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way out when the shop is found to be damaged while the program runs. */
#include "tui/app_private.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "tui/screens/dialogs.h"

void app_set_damage(App *app, void (*call)(Screen *screen, const char *text))
{
    app->damage = call;
}

bool app_knows_damage(const App *app, const GError *error)
{
    return app->damage != NULL && g_error_matches(error, FAULT, FAULT_DAMAGED);
}

void app_ask_damage(Screen *screen, const GError *error, ReturnFunc answered)
{
    App *app = screen->app;
    g_free(app->damage_text);
    app->damage_text = g_strdup(error->message);
    dialog_confirm(screen, error->message, _("See what can be done"), _("Leave it"), answered);
}

Outcome app_show_damage(Screen *screen, gpointer yes)
{
    if (yes != NULL) {
        screen->app->damage(screen, screen->app->damage_text);
    }
    return OUTCOME_HANDLED;
}
