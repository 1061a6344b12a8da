/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shop a list goes into. */
#include "cli/target.h"

#include "cli/call.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/move.h"
#include "data/shopfile.h"
#include "data/shopknown.h"

#include <glib/gstdio.h>

static bool make_folder(Target *target, const Call *call, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(call->where);
    if (g_file_test(folder, G_FILE_TEST_IS_DIR)) {
        return true;
    }
    if (g_mkdir_with_parents(folder, 0700) != 0) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("The folder %s cannot be made. Choose another place with --shop."), folder);
        return false;
    }
    target->folder = g_steal_pointer(&folder);
    return true;
}

static bool make_passing_folder(Target *target, GError **error)
{
    target->folder = g_dir_make_tmp("tresen-XXXXXX", NULL);
    if (target->folder == NULL) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("Nothing can be written to %s, where the list was to be tried out. Free some "
                      "space there."),
                    g_get_tmp_dir());
    }
    return target->folder != NULL;
}

static bool build(Target *target, const Call *call, GError **error)
{
    const ShopPlan plan = shop_plan("");
    if (!shop_build(target->built, &plan, call->at, error)) {
        return false;
    }
    target->shop = call_open_shop(call, target->built, error);
    return target->shop != NULL;
}

/* For a server: filled in a file that passes, and carried there as a whole. */
static bool begin_for_server(Target *target, const Call *call, bool lasting, GError **error)
{
    if (!make_passing_folder(target, error)) {
        return false;
    }
    target->place = lasting ? call->where : NULL;
    target->now = call->at;
    target->built = g_build_filename(target->folder, "shop.tresen", NULL);
    return build(target, call, error);
}

static bool begin_shop(Target *target, const Call *call, bool lasting, GError **error)
{

    /* A named shop's folder has to be there already, on a trial too; only the usual one is made. */
    if (!call->is_usual_place && !call_has_folder(call->where, error)) {
        return false;
    }
    if (!(lasting ? make_folder(target, call, error) : make_passing_folder(target, error))) {
        return false;
    }
    target->place = lasting ? call->where : NULL;
    target->state_folder = call->world->spare_folder;
    target->built = lasting ? shopfile_beside(call->where)
                            : g_build_filename(target->folder, "shop.tresen", NULL);
    return build(target, call, error);
}

bool target_open(Target *target, const Call *call, bool lasting, GError **error)
{
    if (!call_has(call, "new") && shop_known_gone(call->world->spare_folder, call->where, error)) {
        return false;
    }
    if (!shop_exists(call->where)) {
        return begin_shop(target, call, lasting, error);
    }
    g_autoptr(GError) fault = NULL;
    target->shop = call_open_shop(call, call->where, &fault);
    if (target->shop == NULL && db_is_server(call->where) &&
        g_error_matches(fault, FAULT, FAULT_NO_SHOP)) {
        return begin_for_server(target, call, lasting, error);
    }
    if (fault != NULL) {
        g_propagate_error(error, g_steal_pointer(&fault));
    }
    return target->shop != NULL;
}

static bool carry_to_server(Target *target, GError **error)
{
    Moved moved;
    if (!shop_move(target->shop, target->place, target->now, NULL, NULL, &moved, error)) {
        return false;
    }
    g_free(moved.hash);
    g_free(moved.place);
    return true;
}

bool target_keep(Target *target, GError **error)
{
    if (target->place != NULL && db_is_server(target->place)) {
        return carry_to_server(target, error);
    }
    g_clear_pointer(&target->shop, shop_close);
    if (target->place == NULL) {
        return true;
    }

    if (!shopfile_put(target->built, target->place, error)) {
        return false;
    }
    shop_known_note(target->state_folder, target->place);
    g_clear_pointer(&target->built, g_free);
    g_clear_pointer(&target->folder, g_free);
    return true;
}

void target_clear(Target *target)
{
    g_clear_pointer(&target->shop, shop_close);
    if (target->built != NULL) {
        g_unlink(target->built);
    }
    /* Goes only when it is empty: what others have put there stays. */
    if (target->folder != NULL) {
        g_rmdir(target->folder);
    }
    g_clear_pointer(&target->built, g_free);
    g_clear_pointer(&target->folder, g_free);
}
