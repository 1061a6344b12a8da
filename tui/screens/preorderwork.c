/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screens for pre-orders ask of the shop. */
#include "tui/screens/preorderwork.h"

#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/branch.h"
#include "data/customer/customer.h"
#include "data/setting.h"
#include "tui/counter.h"

#include <string.h>

/* As many as there are digits to choose them. */
enum { EARLIER = 9 };

void preorder_model_free(gpointer data)
{
    PreorderModel *model = data;
    if (model != NULL) {
        record_free(model->preorder);
        g_clear_pointer(&model->earlier, g_ptr_array_unref);
        g_clear_pointer(&model->branches, g_ptr_array_unref);
        g_free(model->call);
        g_free(model->currency);
        g_free(model);
    }
}

static bool fill_order(Db *db, const PreorderAsk *ask, PreorderModel *model, GError **error)
{
    if (ask->preorder_id != 0) {
        model->preorder = record_load(db, &preorder_type, ask->preorder_id, error);
        return model->preorder != NULL;
    }
    model->preorder = record_new(&preorder_type);
    model->preorder->customer_id = ask->customer_id;
    record_set_text(&model->preorder->state, "open");
    return true;
}

static bool fill(Db *db, const PreorderAsk *ask, PreorderModel *model, GError **error)
{
    if (!fill_order(db, ask, model, error)) {
        return false;
    }
    gint64 customer_id = model->preorder->customer_id;
    Customer *customer = record_load(db, &customer_type, customer_id, error);
    model->call = customer != NULL ? customer_call(customer, NAME_SPOKEN) : NULL;
    record_free(customer);
    if (model->call == NULL) {
        return false;
    }
    model->earlier = preorder_earlier(db, customer_id, EARLIER, error);
    if (model->earlier == NULL) {
        return false;
    }
    model->branches = branch_list(db, NULL, error);
    return model->branches != NULL &&
           setting_get(db, SETTING_CURRENCY, "EUR", &model->currency, error);
}

gpointer preorder_model_load(Shop *shop, gconstpointer ask, GError **error)
{
    PreorderModel *model = g_new0(PreorderModel, 1);
    if (!fill(shop->db, ask, model, error)) {
        preorder_model_free(model);
        return NULL;
    }
    return model;
}

/* ---- saving ---- */

typedef struct {
    Preorder *preorder;
    Who who;
    /* for a move: */
    char *state;
    Day today;
    gint64 minute;
} Save;

gpointer preorder_save_new(Preorder *preorder, const Who *who)
{
    Save *save = g_new0(Save, 1);
    save->preorder = preorder;
    save->who = *who;
    return save;
}

void preorder_save_free(gpointer data)
{
    Save *save = data;
    record_free(save->preorder);
    g_free(save->state);
    g_free(save);
}

gpointer preorder_save_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Save *save = arg;
    bool is_new = save->preorder->head.id == 0;
    g_autoptr(Deed) deed =
        deed_begin(shop->db, &save->who,
                   is_new ? N_("noting a pre-order") : N_("changing a pre-order"), error);
    if (deed == NULL) {
        return NULL;
    }
    /* A copy, so that trying again begins with what was given. */
    Preorder *preorder = record_copy(save->preorder);
    bool ok = preorder_save(deed, preorder, error) && deed_commit(deed, NULL, error);
    gint64 *id = ok ? g_memdup2(&preorder->head.id, sizeof(gint64)) : NULL;
    record_free(preorder);
    return id;
}

/* ---- its way through the states ---- */

static gpointer move_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Save *save = arg;
    bool is_fetched = strcmp(save->state, "fetched") == 0;
    g_autoptr(Deed) deed =
        deed_begin(shop->db, &save->who,
                   is_fetched ? N_("handing out a pre-order") : N_("changing a pre-order"), error);
    bool ok = deed != NULL &&
              preorder_move(deed, save->preorder->head.id, save->state, save->today, save->minute,
                            save->who.branch_id, error) &&
              deed_commit(deed, NULL, error);
    return ok ? g_strdup(save->state) : NULL;
}

static Outcome moved(Screen *screen, gpointer state)
{
    const char *message = strcmp(state, "fetched") == 0
                              ? _("Fetched, and noted as a visit. Ctrl-Z takes it back.")
                          : strcmp(state, "ready") == 0 ? _("Ready. Ctrl-Z takes it back.")
                          : strcmp(state, "open") == 0  ? _("Open again. Ctrl-Z takes it back.")
                                                        : _("Cancelled. Ctrl-Z takes it back.");
    app_say(screen->app, AREA_GOOD, message);
    return OUTCOME_REDRAW;
}

Outcome preorder_move_now(Screen *screen, const Preorder *preorder, const char *state)
{
    Who who = counter_who(screen);
    Save *save = preorder_save_new(record_copy(preorder), &who);
    save->state = g_strdup(state);
    save->minute = RECORD_NONE;
    save->today = instant_local_moment(who.at, &save->minute);
    const AppJob job = {
        .run = move_run,
        .arg = save,
        .arg_free = preorder_save_free,
        .result_free = g_free,
        .done = moved,
    };
    return app_do(screen, &job);
}
