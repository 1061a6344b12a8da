/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The demo shop: its file. */
#include "data/demo/demo.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/demo/year.h"
#include "data/lookup/index.h"
#include "data/setting.h"
#include "data/shop.h"
#include "data/shopfile.h"

#include <glib/gstdio.h>

bool demo_day(Db *db, Day *day, GError **error)
{
    g_autofree char *text = NULL;
    *day = DAY_NONE;
    if (!setting_get(db, SETTING_DEMO, "", &text, error)) {
        return false;
    }
    /* What somebody wrote there by hand and is no day makes no demo. */
    if (!day_from_text(text, day) || !day_is_whole(*day)) {
        *day = DAY_NONE;
    }
    return true;
}

static bool is_no_demo(const char *path, GError **error)
{
    g_set_error(error, FAULT, FAULT_TAKEN,
                _("There is something else than a demo shop at %s. It was left as it is. Move it "
                  "away, or choose another place: “tresen demo --file FILE”."),
                path);
    return false;
}

bool demo_look(const char *path, Demo *demo, GError **error)
{
    g_autoptr(GError) fault = NULL;
    *demo = (Demo){.is_there = shopfile_exists(path)};
    if (!demo->is_there) {
        return true;
    }
    /* For writing: what a killed program left half done is taken back before it is judged. */
    g_autoptr(Db) db = db_open(path, DB_READ_WRITE, &fault);
    if (g_error_matches(fault, FAULT, FAULT_NEWER)) {
        g_propagate_error(error, g_steal_pointer(&fault));
        return false;
    }
    gint64 customers = 0;
    if (db == NULL || !demo_day(db, &demo->day, NULL) || day_is_none(demo->day)) {
        return is_no_demo(path, error);
    }
    if (!setting_get_int(db, SETTING_DEMO_CUSTOMERS, 0, &customers, error)) {
        return false;
    }
    demo->customers = (guint)CLAMP(customers, 0, DEMO_MOST);
    return true;
}

static bool write_all(Db *db, guint customers, Day today, DemoProgress progress, gpointer data,
                      GError **error)
{
    g_autofree char *day = day_to_text(today);
    return setting_set(db, SETTING_DEMO, day, error) &&
           setting_set_int(db, SETTING_DEMO_CUSTOMERS, customers, error) &&
           year_fill(db, customers, today, progress, data, error) && index_place_all(db, error);
}

/* One transaction: what is synced once costs as much as one deed, and its journal has only the few
 * pages of the empty shop. */
static bool fill(const char *path, guint customers, Day today, DemoProgress progress, gpointer data,
                 GError **error)
{
    g_autoptr(Db) db = db_open(path, DB_READ_WRITE, error);
    return db != NULL && db_begin(db, error) &&
           write_all(db, customers, today, progress, data, error) && db_commit(db, error) &&
           index_settle(db, error);
}

bool demo_make(const char *path, guint customers, Day today, DemoProgress progress, gpointer data,
               GError **error)
{
    const ShopPlan plan = shop_plan("Konditorei Emma");
    Demo before;
    if (!demo_look(path, &before, error)) {
        return false;
    }
    char opening[21];
    year_instant(year_begin(today), 7 * 60, opening);
    g_autofree char *beside = shopfile_beside(path);
    if (!shop_build(beside, &plan, opening, error)) {
        return false;
    }
    if (!fill(beside, customers, today, progress, data, error) ||
        !(before.is_there ? shopfile_replace(beside, path, error)
                          : shopfile_put(beside, path, error))) {
        g_unlink(beside);
        return false;
    }
    return true;
}

bool demo_provide(const char *path, guint customers, Day today, DemoProgress progress,
                  gpointer data, GError **error)
{
    Demo demo;
    if (!demo_look(path, &demo, error)) {
        return false;
    }
    if (demo.is_there && day_compare(demo.day, today) == 0 &&
        (customers == 0 || customers == demo.customers)) {
        return true;
    }
    return demo_make(path, customers != 0 ? customers : DEMO_CUSTOMERS, today, progress, data,
                     error);
}
