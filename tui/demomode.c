/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way into the demo shop and out of it. */
#include "tui/demomode.h"

#include "data/base/i18n.h"
#include "data/shopknown.h"
#include "tui/counter.h"
#include "tui/screens/home.h"
#include "tui/screens/shopplacework.h"
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

/* The shop, or NULL in the box where there is none yet. */
static gpointer leave_run(Shop *demo, gpointer arg, Work *work, GError **error)
{
    const PlaceWork *way = arg;
    if (shop_exists(way->where) || shop_known_is(way->spare_folder, way->where)) {
        return place_return_run(demo, arg, work, error);
    }
    return shop_box_new(NULL);
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
    const AppJob job = {.run = leave_run,
                        .arg = place_work_new(home, counter_of(home)->own_shop),
                        .arg_free = place_work_free,
                        .result_free = shop_box_free,
                        .done = left,
                        .reads_only = true};
    return app_do(home, &job);
}
