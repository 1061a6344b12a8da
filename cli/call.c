/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What commands ask of their call. */
#include "cli/call.h"

#include "cli/print.h"
#include "cli/progress.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"

bool call_has(const Call *call, const char *name)
{
    return g_hash_table_contains(call->options, name);
}

const char *call_option(const Call *call, const char *name)
{
    return g_hash_table_lookup(call->options, name);
}

bool call_day(const Call *call, const char *name, Day otherwise, Day *day)
{
    const char *text = call_option(call, name);
    *day = otherwise;
    if (text == NULL || (day_from_text(text, day) && day_is_whole(*day))) {
        return true;
    }
    g_autofree char *sentence = g_strdup_printf(
        _("“%s” after --%s is not a day. Write it as year, month and day: 2026-03-01."), text,
        name);
    print_sentence(sentence);
    return false;
}

bool call_has_folder(const char *file, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(file);
    if (g_file_test(folder, G_FILE_TEST_IS_DIR)) {
        return true;
    }
    g_set_error(error, FAULT, FAULT_NO_SHOP,
                _("There is no folder %s. Make it first, or check whether its name is right."),
                folder);
    return false;
}

bool call_tell_waiting(guint seconds, gpointer data)
{
    (void)data;
    if (seconds == 1) {
        print_sentence(_("Another program is writing to the shop. Waiting until it is done …"));
    }
    return true;
}

Shop *call_open_shop(const Call *call, const char *where, GError **error)
{
    Progress progress = {0};
    Shop *shop = shop_open_watched(where, DB_READ_WRITE, call->world->backup_folder, call->at,
                                   progress_upgrade, &progress, error);
    if (shop == NULL) {
        return NULL;
    }
    db_set_waiting(shop->db, call_tell_waiting, NULL);
    if (db_is_read_only(shop->db)) {
        g_autofree char *sentence = g_strdup_printf(
            _("The shop %s can only be read here, so nothing can be changed."), where);
        print_sentence(sentence);
    }
    return shop;
}

CliStatus call_refused(const GError *error)
{
    print_sentence(error->message);
    return CLI_NOTHING;
}
