/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form for a lost customer asks of the shop. */
#include "tui/screens/losswork.h"

#include "data/base/i18n.h"
#include "data/base/money.h"
#include "data/diary/lossreason.h"
#include "data/diary/sums.h"
#include "data/setting.h"
#include "data/shop.h"
#include "tui/counter.h"
#include "tui/screens/nearfield.h"
#include "tui/screens/reasonfield.h"
#include "tui/screens/values.h"

#include <string.h>

typedef struct {
    Loss *loss; /* every run works on a copy */
    Who who;
    Day today;
} Save;

/* ---- loading ---- */

void loss_model_free(gpointer data)
{
    LossModel *model = data;
    record_free(model->loss);
    g_clear_pointer(&model->reasons, g_ptr_array_unref);
    g_clear_pointer(&model->clerks, g_ptr_array_unref);
    g_free(model->call);
    g_free(model->currency);
    g_free(model);
}

Loss *loss_propose(Db *db, gint64 customer_id, Day today, GError **error)
{
    g_autoptr(VisitSum) sum = visit_sum_load(db, customer_id, error);
    gint64 value = RECORD_NONE;
    if (sum == NULL || !loss_year_value(db, customer_id, &value, error)) {
        return NULL;
    }
    g_autofree char *day = day_to_text(today);
    bool is_away = sum->away_from != NULL && strcmp(sum->away_from, day) <= 0;
    Loss *loss = record_new(&loss_type);
    loss->customer_id = customer_id;
    loss->value = value;
    record_set_text(&loss->day, day);
    record_set_text(&loss->how, is_away ? "stays_away" : "says");
    return loss;
}

static Loss *load_loss(Db *db, const LossAsk *ask, GError **error)
{
    Loss *loss = NULL;
    if (ask->loss_id != 0) {
        return record_load(db, &loss_type, ask->loss_id, error);
    }
    if (!loss_current(db, ask->customer_id, &loss, error) || loss != NULL) {
        return loss;
    }
    return loss_propose(db, ask->customer_id, ask->today, error);
}

static bool load(Db *db, const LossAsk *ask, LossModel *model, GError **error)
{
    Customer *customer = record_load(db, &customer_type, ask->customer_id, error);
    if (customer == NULL) {
        return false;
    }
    model->call = customer_call(customer, NAME_SPOKEN);
    record_free(customer);
    model->loss = load_loss(db, ask, error);
    model->reasons = model->loss != NULL ? wordlist_all(db, &loss_reasons, error) : NULL;
    model->clerks =
        model->reasons != NULL ? clerk_field_load(db, model->loss->clerk_id, error) : NULL;
    return model->clerks != NULL &&
           setting_get(db, SETTING_CURRENCY, "EUR", &model->currency, error);
}

gpointer loss_model_load(Shop *shop, gconstpointer ask, GError **error)
{
    LossModel *model = g_new0(LossModel, 1);
    bool ok = db_read_begin(shop->db, error);
    if (ok) {
        ok = load(shop->db, ask, model, error);
        db_read_end(shop->db);
    }
    if (!ok) {
        g_clear_pointer(&model, loss_model_free);
    }
    return model;
}

/* ---- between the record and the form ---- */

static void set_day(GHashTable *values, const char *name, const char *stored)
{
    g_autofree char *shown = near_field_shown(stored);
    values_set(values, name, shown);
}

GHashTable *loss_values(const Loss *loss, const LossContext *context)
{
    GHashTable *values = values_new();
    g_autofree char *value =
        loss->value != RECORD_NONE ? money_bare(loss->value, context->currency) : NULL;
    values_set_code(values, "how", loss_hows, loss->how);
    values_set_choice(values, "result", choice_place(loss_results, loss->result));
    values_set_choice(values, "greeted", loss->is_greeted != 0 ? 1 : 0);
    values_set_choice(values, "clerk", clerk_field_choice(&context->clerk, loss->clerk_id));
    values_set(values, "reason", reason_field_label(context->reasons, loss->reason_id));
    values_set(values, "real", reason_field_label(context->reasons, loss->real_reason_id));
    values_set(values, "value", value);
    values_set(values, "competitor", loss->competitor);
    values_set(values, "outcome", loss->outcome);
    values_set(values, "attempt", loss->attempt);
    values_set(values, "words", loss->words);
    set_day(values, "day", loss->day);
    set_day(values, "ask_day", loss->ask_day);
    set_day(values, "attempt_day", loss->attempt_day);
    set_day(values, "back_day", loss->back_day);
    return values;
}

/* Whether a field was in the form and says something else now. */
static bool differs(GHashTable *values, GHashTable *filled, const char *name)
{
    return g_hash_table_contains(values, name) &&
           strcmp(values_get(values, name), values_get(filled, name)) != 0;
}

static void apply_days(Loss *loss, GHashTable *values, GHashTable *filled, Day today)
{
    const struct {
        const char *name;
        char **place;
        bool is_ahead;
    } days[] = {
        {"day", &loss->day, false},
        {"ask_day", &loss->ask_day, true},
        {"attempt_day", &loss->attempt_day, false},
        {"back_day", &loss->back_day, false},
    };
    for (guint i = 0; i < G_N_ELEMENTS(days); i++) {
        if (differs(values, filled, days[i].name)) {
            const char *typed = values_get(values, days[i].name);
            g_autofree char *stored = days[i].is_ahead ? near_field_stored_ahead(typed, today)
                                                       : near_field_stored_back(typed, today);
            record_set_text(days[i].place, stored);
        }
    }
}

static void apply_reason(GHashTable *values, GHashTable *filled, const char *name,
                         const LossContext *context, gint64 *place)
{
    if (differs(values, filled, name)) {
        const LossReason *reason =
            reason_field_find(context->reasons, values_get(values, name), NULL);
        *place = reason != NULL ? reason->head.id : 0;
    }
}

static void apply_choices(Loss *loss, GHashTable *values, GHashTable *filled,
                          const LossContext *context)
{
    guint result = values_get_choice(values, "result");
    record_set_text(&loss->how, loss_hows[values_get_choice(values, "how")].code);
    if (differs(values, filled, "result")) {
        record_set_text(&loss->result, result > 0 ? loss_results[result - 1].code : NULL);
    }
    if (differs(values, filled, "greeted")) {
        loss->is_greeted = values_get_choice(values, "greeted") == 1;
    }
    if (differs(values, filled, "clerk")) {
        loss->clerk_id = clerk_field_id(&context->clerk, values_get_choice(values, "clerk"));
    }
}

void loss_apply(Loss *loss, GHashTable *values, GHashTable *filled, const LossContext *context)
{
    const struct {
        const char *name;
        char **place;
    } texts[] = {
        {"competitor", &loss->competitor},
        {"outcome", &loss->outcome},
        {"attempt", &loss->attempt},
        {"words", &loss->words},
    };
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        if (g_hash_table_contains(values, texts[i].name)) {
            values_store(values, texts[i].name, texts[i].place);
        }
    }
    if (differs(values, filled, "value") &&
        !money_read(values_get(values, "value"), context->currency, &loss->value, NULL)) {
        loss->value = RECORD_NONE;
    }
    apply_choices(loss, values, filled, context);
    apply_days(loss, values, filled, context->today);
    apply_reason(values, filled, "reason", context, &loss->reason_id);
    apply_reason(values, filled, "real", context, &loss->real_reason_id);
}

/* ---- saving ---- */

gpointer loss_save_new(Loss *loss, const Who *who, Day today)
{
    Save *save = g_new0(Save, 1);
    *save = (Save){loss, *who, today};
    return save;
}

void loss_save_free(gpointer data)
{
    Save *save = data;
    record_free(save->loss);
    g_free(save);
}

gpointer loss_save_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Save *save = arg;
    bool is_new = save->loss->head.id == 0;
    g_autoptr(Deed) deed =
        deed_begin(shop->db, &save->who,
                   is_new ? N_("marking as lost") : N_("changing what is noted of a loss"), error);
    if (deed == NULL) {
        return NULL;
    }
    Loss *loss = record_copy(save->loss);
    bool ok = loss_save(deed, loss, save->today, error) && deed_commit(deed, NULL, error);
    gint64 *id = ok ? g_memdup2(&loss->head.id, sizeof(gint64)) : NULL;
    record_free(loss);
    return id;
}

/* ---- with one key ---- */

typedef struct {
    gint64 customer_id;
    char *call;
    Who who;
    Day today;
} OneKey;

static void one_key_free(gpointer data)
{
    OneKey *one = data;
    g_free(one->call);
    g_free(one);
}

static gpointer mark_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const OneKey *one = arg;
    g_autoptr(Deed) deed = deed_begin(shop->db, &one->who, N_("marking as lost"), error);
    Loss *loss = deed != NULL ? loss_propose(shop->db, one->customer_id, one->today, error) : NULL;
    bool ok =
        loss != NULL && loss_save(deed, loss, one->today, error) && deed_commit(deed, NULL, error);
    record_free(loss);
    return ok ? g_strdup(one->call) : NULL;
}

static gpointer back_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const OneKey *one = arg;
    g_autoptr(Deed) deed =
        deed_begin(shop->db, &one->who, N_("noting that somebody came back"), error);
    bool ok = deed != NULL && loss_come_back(deed, one->customer_id, one->today, NULL, error) &&
              deed_commit(deed, NULL, error);
    return ok ? g_strdup(one->call) : NULL;
}

/* FORMAT has %s for CALL, which is private. */
static Outcome tell(Screen *screen, const char *format, const char *call)
{
    g_auto(GStrv) around = g_strsplit(format, "%s", 2);
    g_autofree char *message = g_strjoinv(call, around);
    app_say_about(screen->app, AREA_GOOD, message, call);
    return OUTCOME_REDRAW;
}

static Outcome marked(Screen *screen, gpointer call)
{
    return tell(screen, _("Marked as lost: %s. e says why, Ctrl-Z takes it back."), call);
}

static Outcome is_back(Screen *screen, gpointer call)
{
    return tell(screen, _("Back again: %s. Ctrl-Z takes it back."), call);
}

static Outcome do_it(Screen *screen, gint64 customer_id, const char *call, bool marks)
{
    OneKey *one = g_new0(OneKey, 1);
    *one = (OneKey){customer_id, g_strdup(call), counter_who(screen), counter_today(screen)};
    const AppJob job = {
        .run = marks ? mark_run : back_run,
        .arg = one,
        .arg_free = one_key_free,
        .result_free = g_free,
        .done = marks ? marked : is_back,
    };
    return app_do(screen, &job);
}

Outcome loss_mark_now(Screen *screen, gint64 customer_id, const char *call)
{
    return do_it(screen, customer_id, call, true);
}

Outcome loss_back_now(Screen *screen, gint64 customer_id, const char *call)
{
    return do_it(screen, customer_id, call, false);
}
