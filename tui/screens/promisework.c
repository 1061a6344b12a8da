/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form for a promise asks of the shop, and the deeds that change promises. */
#include "tui/screens/promisework.h"

#include "data/base/i18n.h"
#include "data/customer/customer.h"
#include "data/shop.h"
#include "tui/counter.h"

#include <string.h>

typedef struct {
    Promise *promise; /* every run works on a copy */
    Who who;
} Save;

typedef struct {
    gint64 id;
    char *words;
    const char *state;
    Day today;
    Who who;
} Settle;

/* ---- loading ---- */

void promise_model_free(gpointer data)
{
    PromiseModel *model = data;
    record_free(model->promise);
    g_clear_pointer(&model->clerks, g_ptr_array_unref);
    g_free(model->call);
    g_free(model);
}

static bool load(Db *db, const PromiseAsk *ask, PromiseModel *model, GError **error)
{
    if (ask->promise_id != 0) {
        model->promise = record_load(db, &promise_type, ask->promise_id, error);
    } else {
        model->promise = record_new(&promise_type);
        model->promise->customer_id = ask->customer_id;
    }
    Customer *customer =
        model->promise != NULL ? record_load(db, &customer_type, ask->customer_id, error) : NULL;
    if (customer == NULL) {
        return false;
    }
    model->call = customer_call(customer, NAME_SPOKEN);
    record_free(customer);
    model->clerks = clerk_field_load(db, model->promise->clerk_id, error);
    return model->clerks != NULL;
}

gpointer promise_model_load(Shop *shop, gconstpointer ask, GError **error)
{
    PromiseModel *model = g_new0(PromiseModel, 1);
    bool ok = db_read_begin(shop->db, error);
    if (ok) {
        ok = load(shop->db, ask, model, error);
        db_read_end(shop->db);
    }
    if (!ok) {
        g_clear_pointer(&model, promise_model_free);
    }
    return model;
}

/* ---- saving ---- */

gpointer promise_save_new(Promise *promise, const Who *who)
{
    Save *save = g_new0(Save, 1);
    save->promise = promise;
    save->who = *who;
    return save;
}

void promise_save_free(gpointer data)
{
    Save *save = data;
    record_free(save->promise);
    g_free(save);
}

gpointer promise_save_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Save *save = arg;
    bool is_new = save->promise->head.id == 0;
    g_autoptr(Deed) deed = deed_begin(
        shop->db, &save->who, is_new ? N_("noting a promise") : N_("changing a promise"), error);
    if (deed == NULL) {
        return NULL;
    }
    Promise *promise = record_copy(save->promise);
    bool ok = promise_save(deed, promise, error) && deed_commit(deed, NULL, error);
    gint64 *id = ok ? g_memdup2(&promise->head.id, sizeof(gint64)) : NULL;
    record_free(promise);
    return id;
}

/* ---- kept or broken ---- */

static void settle_free(gpointer data)
{
    Settle *settle = data;
    g_free(settle->words);
    g_free(settle);
}

static const char *verb_of(const char *state)
{
    return strcmp(state, "kept") == 0     ? N_("ticking a promise off")
           : strcmp(state, "broken") == 0 ? N_("noting a promise as not kept")
                                          : N_("opening a promise again");
}

static const char *message_of(const char *state)
{
    return strcmp(state, "kept") == 0     ? _("Kept: %s. Ctrl-Z takes it back.")
           : strcmp(state, "broken") == 0 ? _("Not kept: %s. Ctrl-Z takes it back.")
                                          : _("Open again: %s. Ctrl-Z takes it back.");
}

/* What was said of which words. */
static gpointer settle_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Settle *settle = arg;
    g_autoptr(Deed) deed = deed_begin(shop->db, &settle->who, verb_of(settle->state), error);
    bool ok = deed != NULL &&
              promise_settle(deed, settle->id, settle->state, settle->today, error) &&
              deed_commit(deed, NULL, error);
    if (!ok) {
        return NULL;
    }
    g_auto(GStrv) around = g_strsplit(message_of(settle->state), "%s", 2);
    char **said = g_new0(char *, 3);
    said[0] = g_strjoinv(settle->words, around);
    said[1] = g_strdup(settle->words);
    return said;
}

static void said_free(gpointer said)
{
    g_strfreev(said);
}

static Outcome settled(Screen *screen, gpointer data)
{
    char *const *said = data;
    app_say_about(screen->app, AREA_GOOD, said[0], said[1]);
    return OUTCOME_REDRAW;
}

Outcome promise_settle_now(Screen *screen, const Promise *promise, const char *state)
{
    Settle *settle = g_new0(Settle, 1);
    settle->id = promise->head.id;
    settle->words = g_strdup(promise->words);
    settle->state = state;
    settle->today = counter_today(screen);
    settle->who = counter_who(screen);
    const AppJob job = {
        .run = settle_run,
        .arg = settle,
        .arg_free = settle_free,
        .result_free = said_free,
        .done = settled,
    };
    return app_do(screen, &job);
}
