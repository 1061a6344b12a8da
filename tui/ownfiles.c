/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling what could not be used of a person's own files: one message, however many faults. */
#include "tui/ownfiles.h"

#include "data/base/i18n.h"
#include "tui/screens/dialogs.h"

/* So many are told; the others are counted. Who mends these sees them at the next start. */
#define MOST_TOLD 4

void own_files_tell_faults(App *app, const GPtrArray *faults)
{
    if (faults->len == 0) {
        return;
    }
    g_autoptr(GString) text = g_string_new(_("This could not be used; everything else holds."));
    guint told = MIN(faults->len, MOST_TOLD);
    for (guint i = 0; i < told; i++) {
        const char *fault = g_ptr_array_index(faults, i);
        g_string_append_printf(text, "\n\n%s", fault);
    }
    guint left = faults->len - told;
    if (left > 0) {
        g_autofree char *rest =
            g_strdup_printf(ngettext("And %u more line.", "And %u more lines.", left), left);
        g_string_append_printf(text, "\n\n%s", rest);
    }
    dialog_message(app_top(app), _("Your own files"), text->str);
}
