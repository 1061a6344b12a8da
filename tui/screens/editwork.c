/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the customer form asks of the shop. Runs on the worker. */
#include "tui/screens/editwork.h"

#include "data/base/i18n.h"
#include "data/customer/duplicate.h"
#include "data/shop.h"
#include "tui/screens/clerkfield.h"
#include "tui/screens/editsheet.h"
#include "tui/screens/rejoinwork.h"

enum { MOST_DUPLICATES = 6 };

typedef struct {
    /* As it is to be stored. Each run works on a copy: a failed one leaves ids that are none. */
    Sheet *sheet;
    Who who;
} Save;

void edit_ask_free(gpointer data)
{
    EditAsk *ask = data;
    g_clear_pointer(&ask->values, g_hash_table_unref);
    form_suggest_ask_clear(&ask->suggest);
    g_free(ask);
}

void edit_model_free(gpointer data)
{
    EditModel *model = data;
    sheet_free(model->stored);
    g_free(model->call);
    g_free(model->next_number);
    g_clear_pointer(&model->near, g_ptr_array_unref);
    g_clear_pointer(&model->clerks, g_ptr_array_unref);
    suggestion_clear(&model->suggestion);
    g_free(model);
}

static bool load_stored(Db *db, gint64 customer_id, EditModel *model, GError **error)
{
    model->stored = sheet_load(db, customer_id, error);
    if (model->stored == NULL) {
        return false;
    }
    model->call = customer_call(model->stored->customer, NAME_SORTED);
    return true;
}

static bool load_near(Db *db, const EditAsk *ask, EditModel *model, GError **error)
{
    g_autoptr(Sheet) sheet = sheet_new();
    sheet->customer->head.id = ask->customer_id;
    if (ask->values != NULL) {
        edit_sheet_apply(sheet, ask->values, ask->today);
    }
    model->near = duplicate_list(db, sheet, MOST_DUPLICATES, error);
    return model->near != NULL;
}

gpointer edit_load(Shop *shop, gconstpointer data, GError **error)
{
    const EditAsk *ask = data;
    EditModel *model = g_new0(EditModel, 1);
    bool ok = !ask->want_stored || load_stored(shop->db, ask->customer_id, model, error);
    ok = ok && load_near(shop->db, ask, model, error) &&
         form_suggest_load(shop, &ask->suggest, ask->values, &model->suggestion, error);
    gint64 clerk = model->stored != NULL ? model->stored->customer->clerk_id : 0;
    if (ok && (ask->want_stored || ask->customer_id == 0)) {
        model->clerks = clerk_field_load(shop->db, clerk, error);
        ok = model->clerks != NULL;
    }
    if (ok && ask->customer_id == 0) {
        model->next_number = customer_next_number(shop->db, error);
        ok = model->next_number != NULL;
    }
    if (!ok) {
        g_clear_pointer(&model, edit_model_free);
    }
    return model;
}

gpointer edit_save_new(const Sheet *stored, GHashTable *values, const Who *who, Day today)
{
    Save *save = g_new0(Save, 1);
    save->sheet = sheet_copy(stored);
    save->who = *who;
    edit_sheet_apply(save->sheet, values, today);
    return save;
}

void edit_save_free(gpointer data)
{
    Save *save = data;
    sheet_free(save->sheet);
    g_free(save);
}

/* Whether nobody else has added a phone, an address or a day to the customer as SHEET does; else
 * FAULT_CONFLICT. */
static bool adds_alone(Db *db, const Sheet *sheet, GError **error)
{
    g_autoptr(Sheet) now = sheet_load(db, sheet->customer->head.id, error);
    if (now == NULL) {
        return false;
    }
    return (!rejoin_both_add(sheet->contacts, now->contacts) &&
            !rejoin_both_add(sheet->addresses, now->addresses) &&
            !rejoin_both_add(sheet->occasions, now->occasions)) ||
           rejoin_refuse(error);
}

gpointer edit_save_run(Shop *shop, gpointer data, Work *work, GError **error)
{
    (void)work;
    const Save *save = data;
    g_autoptr(Sheet) sheet = sheet_copy(save->sheet);
    bool is_new = sheet->customer->head.id == 0;
    const char *verb = is_new ? N_("adding a customer") : N_("changing a customer");
    g_autoptr(Deed) deed = deed_begin(shop->db, &save->who, verb, error);
    gint64 id = 0;
    if (deed == NULL || (!is_new && !adds_alone(shop->db, sheet, error)) ||
        !sheet_save(deed, sheet, error) || !deed_commit(deed, &id, error)) {
        return NULL;
    }
    EditSaved *saved = g_new(EditSaved, 1);
    *saved = (EditSaved){sheet->customer->head.id, id != 0};
    return saved;
}
