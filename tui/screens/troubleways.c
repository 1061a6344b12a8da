/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways out when the shop cannot be opened. */
#include "tui/screens/troubleways.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "tui/screens/backupwork.h"

void trouble_model_free(gpointer data)
{
    TroubleModel *model = data;
    g_ptr_array_unref(model->backups);
    g_free(model);
}

gpointer trouble_model_load(Shop *shop, gconstpointer ask, GError **error)
{
    const BackupWork *work = ask;
    const BackupPlace place = backup_work_place(work);
    TroubleModel *model = g_new0(TroubleModel, 1);
    (void)shop, (void)error;
    model->backups = backup_list(&place, work->where, work->at);
    model->best = backup_best(model->backups);
    model->today = work->today;
    return model;
}

/* Whether the file itself may be well, here or elsewhere: then a backup, which is older, is not the
 * first thing to think of. */
static bool may_be_well(const GError *fault)
{
    static const int codes[] = {FAULT_MISSING,   FAULT_NO_SHOP, FAULT_NEWER, FAULT_REFUSED,
                                FAULT_READ_ONLY, FAULT_FULL,    FAULT_BUSY,  FAULT_INTERNAL};
    for (gsize i = 0; i < G_N_ELEMENTS(codes); i++) {
        if (g_error_matches(fault, FAULT, codes[i])) {
            return true;
        }
    }
    return false;
}

static void add(GPtrArray *ways, Way way)
{
    g_ptr_array_add(ways, GINT_TO_POINTER(way));
}

static void add_backups(GPtrArray *ways, const TroubleModel *model)
{
    if (model->best != NULL) {
        add(ways, WAY_BRING);
        add(ways, WAY_LOOK);
    }
    if (model->backups->len > (model->best != NULL ? 1 : 0)) {
        add(ways, WAY_OTHERS);
    }
}

void trouble_ways_find(GPtrArray *ways, const TroubleModel *model, const GError *fault)
{
    bool is_well = may_be_well(fault);
    g_ptr_array_set_size(ways, 0);
    if (!is_well) {
        add_backups(ways, model);
    }
    add(ways, WAY_AGAIN);
    add(ways, WAY_ELSEWHERE);
    if (is_well) {
        add_backups(ways, model);
    }
    if (g_error_matches(fault, FAULT, FAULT_MISSING)) {
        add(ways, WAY_ANEW);
    }
}

char *trouble_way_words(const TroubleModel *model, Way way, bool is_running, bool is_short)
{
    g_autofree char *when =
        model->best != NULL ? backup_when_words(model->best->made, model->today) : NULL;
    switch (way) {
    case WAY_BRING:
        return g_strdup_printf(is_short ? _("Bring back: %s") : _("Bring back the backup: %s"),
                               when);
    case WAY_LOOK:
        return g_strdup_printf(is_short ? _("Only look: %s") : _("Only look at the backup: %s"),
                               when);
    case WAY_OTHERS:
        return g_strdup_printf(
            ngettext("Show the list: %u backup", "Choose among %u backups", model->backups->len),
            model->backups->len);
    case WAY_AGAIN:
        return g_strdup(is_running ? _("Go back and try again") : _("Try again"));
    case WAY_ELSEWHERE:
        return g_strdup(_("The shop is somewhere else"));
    case WAY_ANEW:
    default:
        return g_strdup(_("Begin a new shop here"));
    }
}

const char *trouble_way_help(Way way)
{
    switch (way) {
    case WAY_BRING:
        return _("Shows first what it has in it. What is at the shop's place now is kept.");
    case WAY_LOOK:
        return _("Opens a copy of it that can only be read. Nothing is changed.");
    case WAY_OTHERS:
        return _("Lists all of them, with when and why they were made.");
    case WAY_AGAIN:
        return _("For when it is mended: the disk is connected, the file back in its place.");
    case WAY_ELSEWHERE:
        return _("Opens the shop in another file, or on a server.");
    case WAY_ANEW:
    default:
        return _("For when the old shop is meant to be gone. Its backups stay.");
    }
}
