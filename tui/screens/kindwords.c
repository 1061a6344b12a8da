/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a kind of note is, in words. */
#include "tui/screens/kindwords.h"

#include "data/base/i18n.h"

#include <string.h>

enum { PLACE_NOTES, PLACE_TOP, PLACE_ONCE };

const Choice kind_places[] = {
    [PLACE_NOTES] = {"notes", N_("among the other notes")},
    [PLACE_TOP] = {"top", N_("at the top, as a warning")},
    [PLACE_ONCE] = {"once", N_("at the top, until ticked")},
    {NULL, NULL},
};

const Choice kind_sensitivities[] = {
    {"plain", N_("nothing special")},
    {"health", N_("health: needs consent")},
    {"belief", N_("belief: needs consent")},
    {NULL, NULL},
};

guint kind_place(const FactKind *kind)
{
    if (kind->is_once) {
        return PLACE_ONCE;
    }
    return kind->is_warning ? PLACE_TOP : PLACE_NOTES;
}

guint kind_sensitivity(const FactKind *kind)
{
    guint found = 0;
    for (guint i = 0; kind_sensitivities[i].code != NULL; i++) {
        if (g_strcmp0(kind_sensitivities[i].code, kind->sensitivity) == 0) {
            found = i;
        }
    }
    return found;
}

void kind_set_place(FactKind *kind, guint place)
{
    kind->is_warning = place != PLACE_NOTES;
    kind->is_once = place == PLACE_ONCE;
}

void kind_set_sensitivity(FactKind *kind, guint sensitivity)
{
    record_set_text(&kind->sensitivity, kind_sensitivities[sensitivity].code);
}

const char *kind_place_brief(const FactKind *kind)
{
    switch (kind_place(kind)) {
    case PLACE_ONCE:
        return _("until ticked");
    case PLACE_TOP:
        return _("warning");
    default:
        return "";
    }
}

const char *kind_sensitivity_brief(const FactKind *kind)
{
    if (g_strcmp0(kind->sensitivity, "health") == 0) {
        return _("health");
    }
    return g_strcmp0(kind->sensitivity, "belief") == 0 ? _("belief") : "";
}
