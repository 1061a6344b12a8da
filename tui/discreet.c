/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hiding what a customer at the counter should not read. */
#include "tui/discreet.h"

#include "data/base/i18n.h"
#include "tui/globals.h"

Outcome discreet_toggle(Screen *screen)
{
    app_set_discreet(screen->app, !app_is_discreet(screen->app));
    return OUTCOME_REDRAW;
}

char *discreet_words(const Screen *screen)
{
    if (!app_is_discreet(screen->app)) {
        return NULL;
    }
    g_autofree char *key = app_key_label(screen, global_action("discreet"));
    /* TRANSLATORS: in the head of the screen, while what a customer should not read is shown as
     * dots; %s is the key that shows it again. */
    return *key != '\0' ? g_strdup_printf(_("hidden: %s shows"), key) : g_strdup(_("hidden"));
}
