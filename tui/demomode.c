/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way into the demo shop and out of it. */
#include "tui/demomode.h"

#include "data/base/i18n.h"
#include "data/shopknown.h"
#include "tui/counter.h"
#include "tui/screens/home.h"
#include "tui/shopswitch.h"

void demo_greet(App *app)
{
    app_say(app, AREA_MESSAGE,
            _("This is a demo: nothing here is real. F9 leads out of it again."));
}

bool demo_may_leave(const Screen *screen)
{
    const Counter *counter = counter_of(screen);
    return counter->is_demo && counter->own_shop != NULL;
}

/* Where to go. */
typedef struct {
    char *where, *backup_folder, *spare_folder;
    char at[21];
} WayOut;

static void way_out_free(gpointer data)
{
    WayOut *way = data;
    g_free(way->where);
    g_free(way->backup_folder);
    g_free(way->spare_folder);
    g_free(way);
}

/* The shop, or NULL in the box where there is none yet. */
static gpointer leave_run(Shop *demo, gpointer arg, Work *work, GError **error)
{
    (void)demo, (void)work;
    const WayOut *way = arg;
    if (shop_known_gone(way->spare_folder, way->where, error)) {
        return NULL;
    }
    if (!shop_exists(way->where)) {
        return shop_box_new(NULL);
    }
    Shop *shop = shop_open(way->where, DB_READ_WRITE, way->backup_folder, way->at, error);
    return shop != NULL ? shop_box_new(shop) : NULL;
}

static Outcome left(Screen *home, gpointer data)
{
    ShopBox *box = data;
    g_autoptr(GError) error = NULL;
    if (box->shop == NULL) {
        shopswitch_to_none(home);
    } else if (shopswitch_to(home, box->shop, &error)) {
        box->shop = NULL;
        return OUTCOME_REDRAW;
    }
    home_begin(home);
    if (error != NULL) {
        app_tell(app_top(home->app), error);
    }
    return OUTCOME_HANDLED;
}

Outcome demo_leave(Screen *home)
{
    const Counter *counter = counter_of(home);
    WayOut *way = g_new0(WayOut, 1);
    way->where = g_strdup(counter->own_shop);
    way->backup_folder = g_strdup(counter->backup_folder);
    way->spare_folder = g_strdup(counter->spare_folder);
    g_strlcpy(way->at, counter_who(home).at, sizeof way->at);
    const AppJob job = {.run = leave_run,
                        .arg = way,
                        .arg_free = way_out_free,
                        .result_free = shop_box_free,
                        .done = left,
                        .reads_only = true};
    return app_do(home, &job);
}
