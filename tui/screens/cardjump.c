/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going to a card from outside. */
#include "tui/screens/cardjump.h"

#include "data/base/i18n.h"
#include "data/customer/customer.h"
#include "tui/counter.h"
#include "tui/screens/card.h"
#include "tui/screens/card_private.h"
#include "tui/screens/due.h"

typedef struct {
    App *app;
    char *number;
    gint64 customer_id;
} Jump;

static gpointer run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    Jump *jump = arg;
    if (shop != NULL) {
        customer_find_number(shop->db, jump->number, &jump->customer_id, error);
    }
    return NULL;
}

/* What was typed there to look for somebody else has nowhere to go. */
static Outcome returned(Screen *screen, gpointer typed)
{
    (void)screen;
    (void)typed;
    return OUTCOME_HANDLED;
}

static bool is_there(Screen *top, gint64 customer_id)
{
    return top->class == &screen_card && ((const CardScreen *)top)->customer_id == customer_id;
}

static void finished(Work *work, gpointer result, GError *error, gpointer data)
{
    (void)work;
    (void)result;
    const Jump *jump = data;
    Screen *top = app_top(jump->app);
    if (top == NULL || app_shop(jump->app) == NULL) {
        g_clear_error(&error);
    } else if (error != NULL) {
        app_tell(top, error);
        g_clear_error(&error);
    } else if (jump->customer_id == 0) {
        g_autofree char *message = g_strdup_printf(
            _("No customer has the number %s. Type a name or a few letters."), jump->number);
        app_say(jump->app, AREA_MESSAGE, message);
    } else if (!is_there(top, jump->customer_id)) {
        const CardArg arg = {jump->customer_id};
        screen_push(top, &screen_card, &arg, returned);
    }
}

static void clean(gpointer arg, gpointer data)
{
    (void)data;
    Jump *jump = arg;
    g_free(jump->number);
    g_free(jump);
}

void card_jump(App *app, const char *number)
{
    Screen *top = app_top(app);
    if (top == NULL || app_shop(app) == NULL) {
        return;
    }
    if (*number == '\0') {
        if (top->class != &screen_due) {
            screen_push(top, &screen_due, NULL, returned);
        }
        return;
    }
    Jump *jump = g_new0(Jump, 1);
    jump->app = app;
    jump->number = g_strdup(number);
    const WorkOrder order = {
        .run = run, .arg = jump, .finished = finished, .clean = clean, .data = jump};
    app_order(app, &order);
}
