/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often a customer is contacted: their own lines of the plan, from the card. */
#include "data/agenda/careplan.h"
#include "data/base/i18n.h"
#include "data/shop.h"
#include "tui/app.h"
#include "tui/screens/card_private.h"
#include "tui/screens/careline.h"
#include "tui/screens/careplan.h"

/* Their own lines: with one or none its form opens, with more a list of them. */
typedef struct {
    guint count;
    gint64 plan_id; /* of the first one */
} Own;

static gpointer find_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    g_autoptr(GPtrArray) lines = care_plan_list(shop->db, *(const gint64 *)arg, error);
    if (lines == NULL) {
        return NULL;
    }
    Own *own = g_new0(Own, 1);
    own->count = lines->len;
    own->plan_id = lines->len > 0 ? ((const CarePlan *)g_ptr_array_index(lines, 0))->head.id : 0;
    return own;
}

static Outcome line_returned(Screen *screen, gpointer id)
{
    (void)screen;
    (void)id;
    return OUTCOME_RELOAD;
}

static Outcome found(Screen *screen, gpointer result)
{
    const Own *own = result;
    gint64 customer_id = ((const CardScreen *)screen)->customer_id;
    if (own->count > 1) {
        const CarePlanArg arg = {customer_id};
        screen_push(screen, &screen_careplan, &arg, line_returned);
    } else {
        const CareLineArg arg = {.plan_id = own->plan_id, .customer_id = customer_id};
        screen_push(screen, &screen_careline, &arg, line_returned);
    }
    return OUTCOME_HANDLED;
}

Outcome card_often(Screen *screen)
{
    const AppJob job = {
        .run = find_run,
        .arg = g_memdup2(&((const CardScreen *)screen)->customer_id, sizeof(gint64)),
        .arg_free = g_free,
        .result_free = g_free,
        .done = found,
        .reads_only = true,
    };
    return app_do(screen, &job);
}
