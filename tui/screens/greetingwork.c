/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form for a greeting asks of the shop, and the deed that stores it. */
#include "tui/screens/greetingwork.h"

#include "data/agenda/due.h"
#include "data/agenda/gesture.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/clerk.h"
#include "data/customer/relation.h"
#include "data/shop.h"

enum { MOST_PAST = 5 };

typedef struct {
    Greeting *tick; /* every run works on a copy */
    Who who;
} Save;

void greeting_model_free(gpointer data)
{
    GreetingModel *model = data;
    g_free(model->call);
    g_free(model->label);
    record_free(model->tick);
    g_clear_pointer(&model->past, g_ptr_array_unref);
    g_free(model);
}

/* How the owner wants the day OCCASION to be greeted in YEAR, into the model's way. */
static bool suggest(Db *db, const GreetingArg *ask, Occasion *occasion, GreetingModel *model,
                    GError **error)
{
    Gestures gestures;
    g_autoptr(Sheet) sheet = sheet_load(db, ask->customer_id, error);
    if (sheet == NULL || !gestures_load(db, &gestures, error)) {
        return false;
    }
    Due due = {.occasion = occasion, .customer = sheet->customer};
    due.turns = occasion->year != 0 ? ask->year - (int)occasion->year : 0;
    for (guint i = 0; i < sheet->relations->len && occasion->relation_id != 0; i++) {
        const Relation *relation = g_ptr_array_index(sheet->relations, i);
        due.relation_kind =
            relation->head.id == occasion->relation_id ? relation->kind : due.relation_kind;
    }
    model->way = gesture_for(&gestures, &due, gesture_reach(sheet));
    return true;
}

/* Who has the day OCCASION, and what it is. */
static bool name_it(Db *db, const Occasion *occasion, GreetingModel *model, GError **error)
{
    model->label = g_strdup(occasion_label(occasion));
    if (occasion->relation_id != 0) {
        Relation *relation = record_load(db, &relation_type, occasion->relation_id, error);
        model->call = relation != NULL ? g_strdup(relation->name) : NULL;
        record_free(relation);
        return model->call != NULL;
    }
    Customer *customer = record_load(db, &customer_type, occasion->customer_id, error);
    model->call = customer != NULL ? customer_call(customer, NAME_SPOKEN) : NULL;
    record_free(customer);
    return model->call != NULL;
}

/* "2025: with flowers: tulips (Lina B.)". */
static char *past_line(Db *db, const Greeting *greeting)
{
    g_autofree char *said = greeting_said(greeting->how, greeting->words);
    Clerk *clerk = greeting->head.created_by != 0
                       ? record_load(db, &clerk_type, greeting->head.created_by, NULL)
                       : NULL;
    const char *how = said != NULL ? said : _("greeted");
    char *line = clerk != NULL
                     ? g_strdup_printf("%d  %s (%s)", (int)greeting->year, how, clerk->name)
                     : g_strdup_printf("%d  %s", (int)greeting->year, how);
    record_free(clerk);
    return line;
}

static bool read_greetings(Db *db, const GreetingArg *ask, GreetingModel *model, GError **error)
{
    g_autoptr(GPtrArray) all =
        record_list(db, &greeting_type, "WHERE occasion_id = $1 ORDER BY year DESC LIMIT $2",
                    DB_VALUES(db_int(ask->occasion_id), db_int(MOST_PAST + 1)), error);
    for (guint i = 0; all != NULL && i < all->len; i++) {
        const Greeting *greeting = g_ptr_array_index(all, i);
        if (greeting->year == ask->year) {
            model->tick = record_copy(greeting);
        } else if (model->past->len < MOST_PAST) {
            g_ptr_array_add(model->past, past_line(db, greeting));
        }
    }
    if (model->tick == NULL) {
        model->tick = record_new(&greeting_type);
        model->tick->customer_id = ask->customer_id;
        model->tick->occasion_id = ask->occasion_id;
        model->tick->year = ask->year;
    }
    return all != NULL;
}

gpointer greeting_model_load(Shop *shop, gconstpointer arg, GError **error)
{
    const GreetingArg *ask = arg;
    if (!db_read_begin(shop->db, error)) {
        return NULL;
    }
    GreetingModel *model = g_new0(GreetingModel, 1);
    model->past = g_ptr_array_new_with_free_func(g_free);
    Occasion *occasion = record_load(shop->db, &occasion_type, ask->occasion_id, error);
    bool ok = occasion != NULL && name_it(shop->db, occasion, model, error) &&
              read_greetings(shop->db, ask, model, error) &&
              (model->tick->head.id != 0 || suggest(shop->db, ask, occasion, model, error));
    db_read_end(shop->db);
    record_free(occasion);
    if (!ok) {
        g_clear_pointer(&model, greeting_model_free);
    }
    return model;
}

gpointer greeting_save_new(Greeting *tick, const Who *who)
{
    Save *save = g_new0(Save, 1);
    save->tick = tick;
    save->who = *who;
    return save;
}

void greeting_save_free(gpointer data)
{
    Save *save = data;
    record_free(save->tick);
    g_free(save);
}

gpointer greeting_save_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Save *save = arg;
    const Greeting *tick = save->tick;
    g_autoptr(Deed) deed =
        deed_begin(shop->db, &save->who, N_("noting how somebody was greeted"), error);
    bool ok =
        deed != NULL &&
        due_greet_as(deed, tick->occasion_id, (int)tick->year, tick->how, tick->words, error) &&
        deed_commit(deed, NULL, error);
    return ok ? g_memdup2(&tick->occasion_id, sizeof(gint64)) : NULL;
}
