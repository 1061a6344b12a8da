/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Removing what somebody else has changed meanwhile. */
#include "tui/screens/removal.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "tui/app.h"

RecordHead removal_seen(gconstpointer record)
{
    const RecordHead *head = record;
    return (RecordHead){.type = head->type, .id = head->id, .version = head->version};
}

bool removal_refused(Screen *screen, const GError *error)
{
    bool is_changed = g_error_matches(error, FAULT, FAULT_CONFLICT);
    if (!is_changed && !g_error_matches(error, FAULT, FAULT_MISSING)) {
        return false;
    }
    app_say(screen->app, AREA_WARNING,
            is_changed
                ? _("Somebody else has just changed this, so nothing was done. Look at it again.")
                : _("Somebody else has removed this."));
    app_reload(screen);
    return true;
}
