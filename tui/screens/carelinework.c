/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading and storing a line of the communication plan. */
#include "tui/screens/carelinework.h"

#include "data/agenda/care.h"
#include "data/base/i18n.h"
#include "data/shop.h"

/* ---- loading ---- */

void care_line_model_free(gpointer data)
{
    CareLineModel *model = data;
    record_free(model->plan);
    g_clear_pointer(&model->next, g_ptr_array_unref);
    g_free(model->call);
    g_free(model);
}

static bool load_customer(Db *db, gint64 id, CareLineModel *model, GError **error)
{
    Customer *customer = record_load(db, &customer_type, id, error);
    if (customer == NULL) {
        return false;
    }
    model->call = customer_call(customer, NAME_SPOKEN);
    record_free(customer);
    model->next = care_list_of(db, id, error);
    return model->next != NULL;
}

static bool load(Db *db, const CareLineArg *ask, CareLineModel *model, GError **error)
{
    if (ask->plan_id != 0) {
        model->plan = record_load(db, &care_plan_type, ask->plan_id, error);
    } else {
        model->plan = record_new(&care_plan_type);
        model->plan->customer_id = ask->customer_id;
    }
    return model->plan != NULL &&
           (ask->customer_id == 0 || load_customer(db, ask->customer_id, model, error));
}

gpointer care_line_model_load(Shop *shop, gconstpointer ask, GError **error)
{
    if (!db_read_begin(shop->db, error)) {
        return NULL;
    }
    CareLineModel *model = g_new0(CareLineModel, 1);
    bool ok = load(shop->db, ask, model, error);
    db_read_end(shop->db);
    if (!ok) {
        g_clear_pointer(&model, care_line_model_free);
    }
    return model;
}

/* ---- storing ---- */

typedef struct {
    CarePlan *plan; /* every run works on a copy */
    Who who;
} Save;

gpointer care_line_save_new(const CarePlan *plan, const Who *who)
{
    Save *save = g_new(Save, 1);
    *save = (Save){record_copy(plan), *who};
    return save;
}

void care_line_save_free(gpointer data)
{
    Save *save = data;
    record_free(save->plan);
    g_free(save);
}

gpointer care_line_save_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Save *save = arg;
    bool is_new = save->plan->head.id == 0;
    g_autoptr(Deed) deed = deed_begin(shop->db, &save->who,
                                      is_new ? N_("adding a line to the communication plan")
                                             : N_("changing the communication plan"),
                                      error);
    if (deed == NULL) {
        return NULL;
    }
    CarePlan *plan = record_copy(save->plan);
    bool ok = care_plan_save(deed, plan, error) && deed_commit(deed, NULL, error);
    gint64 *id = ok ? g_memdup2(&plan->head.id, sizeof(gint64)) : NULL;
    record_free(plan);
    return id;
}

gpointer care_line_remove_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Save *save = arg;
    g_autoptr(Deed) deed =
        deed_begin(shop->db, &save->who, N_("removing a line of the communication plan"), error);
    bool ok = deed != NULL && record_is_current(shop->db, save->plan, error) &&
              record_remove(deed, &care_plan_type, save->plan->head.id, error) &&
              deed_commit(deed, NULL, error);
    return ok ? g_new0(gint64, 1) : NULL;
}
