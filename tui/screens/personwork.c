/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form for a related person asks of the shop. Runs on the worker. */
#include "tui/screens/personwork.h"

#include "data/agenda/occasion.h"
#include "data/base/i18n.h"
#include "data/customer/customer.h"
#include "data/customer/kin.h"
#include "data/lookup/lookup.h"
#include "data/shop.h"
#include "tui/screens/dayfield.h"
#include "tui/screens/rejoin.h"
#include "tui/screens/rejoinwork.h"
#include "tui/screens/values.h"

#include <string.h>

enum { MOST_NAMESAKES = 20 };

struct PersonStored {
    Relation *relation;
    GPtrArray *days;   /* Occasion */
    char *link_number; /* of the customer the person is; NULL */
};

typedef struct {
    PersonStored *person; /* as it is to be stored; every run works on a copy */
    Who who;
} Save;

static PersonStored *stored_new(void)
{
    PersonStored *stored = g_new0(PersonStored, 1);
    stored->days = g_ptr_array_new_with_free_func(record_free);
    return stored;
}

static PersonStored *stored_copy(const PersonStored *stored)
{
    PersonStored *copy = stored_new();
    copy->relation = record_copy(stored->relation);
    for (guint i = 0; i < stored->days->len; i++) {
        g_ptr_array_add(copy->days, record_copy(g_ptr_array_index(stored->days, i)));
    }
    return copy;
}

void person_stored_free(PersonStored *stored)
{
    if (stored != NULL) {
        record_free(stored->relation);
        g_clear_pointer(&stored->days, g_ptr_array_unref);
        g_free(stored->link_number);
        g_free(stored);
    }
}

gconstpointer person_stored_record(const PersonStored *stored)
{
    return stored->relation;
}

const RecordHead *person_stored_changed(const PersonStored *before, const PersonStored *now)
{
    g_autoptr(GPtrArray) own = g_ptr_array_new();
    g_ptr_array_add(own, before->relation);
    const RecordHead *last = rejoin_later(NULL, now->relation, own);
    for (guint i = 0; i < now->days->len; i++) {
        last = rejoin_later(last, g_ptr_array_index(now->days, i), before->days);
    }
    return last;
}

void person_ask_free(gpointer data)
{
    PersonAsk *ask = data;
    g_free(ask->link);
    vocabulary_unref(ask->vocabulary);
    form_suggest_ask_clear(&ask->suggest);
    g_free(ask);
}

void person_model_free(gpointer data)
{
    PersonModel *model = data;
    person_stored_free(model->stored);
    g_free(model->customer_call);
    g_free(model->link);
    g_free(model->link_call);
    g_free(model->link_name);
    suggestion_clear(&model->suggestion);
    g_free(model);
}

/* ---- loading ---- */

static bool load_link_number(Db *db, PersonStored *stored, GError **error)
{
    if (stored->relation->other_customer_id == 0) {
        return true;
    }
    Customer *other = record_load(db, &customer_type, stored->relation->other_customer_id, error);
    if (other == NULL) {
        return false;
    }
    stored->link_number = g_strdup(other->number);
    record_free(other);
    return true;
}

static PersonStored *load_stored(Db *db, const PersonAsk *ask, GError **error)
{
    PersonStored *stored = stored_new();
    if (ask->relation_id == 0) {
        stored->relation = record_new(&relation_type);
        stored->relation->customer_id = ask->customer_id;
        record_set_text(&stored->relation->kind, relation_kinds[0].code);
        return stored;
    }
    stored->relation = record_load(db, &relation_type, ask->relation_id, error);
    GPtrArray *days = stored->relation == NULL
                          ? NULL
                          : record_list(db, &occasion_type, "WHERE relation_id = $1 ORDER BY id",
                                        DB_VALUES(db_int(ask->relation_id)), error);
    if (days != NULL) {
        g_ptr_array_unref(stored->days);
        stored->days = days;
    }
    if (days == NULL || !load_link_number(db, stored, error)) {
        g_clear_pointer(&stored, person_stored_free);
    }
    return stored;
}

static void set_link(PersonModel *model, const Customer *customer)
{
    g_autofree char *call = customer_call(customer, NAME_SORTED);
    model->link_id = customer->head.id;
    model->link_count = 1;
    /* TRANSLATORS: a customer's name and number. */
    model->link_call = g_strdup_printf(_("%s · no. %s"), call, customer->number);
    model->link_name = customer_call(customer, NAME_SPOKEN);
}

static bool take_number(Db *db, gint64 owner_id, gint64 id, PersonModel *model, GError **error)
{
    if (id == owner_id) {
        return true;
    }
    Customer *customer = record_load(db, &customer_type, id, error);
    if (customer != NULL) {
        set_link(model, customer);
    }
    record_free(customer);
    return model->link_id != 0;
}

/* By the name only: that somebody's husband is called Kurt does not make her a Kurt. And as typed:
 * who is only alike is somebody else. */
static bool find_words(Db *db, const PersonAsk *ask, PersonModel *model, GError **error)
{
    g_autoptr(Found) found = lookup_find(db, ask->vocabulary, model->link, MOST_NAMESAKES, error);
    const Match *only = NULL;
    for (guint i = 0; found != NULL && i < found->alike_from; i++) {
        const Match *match = g_ptr_array_index(found->matches, i);
        if (match->hit == GROUP_NAME && match->customer_id != ask->customer_id) {
            model->link_count++;
            only = match;
        }
    }
    if (model->link_count == 1 && only != NULL) {
        set_link(model, only->sheet->customer);
    }
    return found != NULL;
}

/* Which customer is meant: by the exact number, else the only one who fits. The customer whose
 * people these are is not. */
static bool find_link(Db *db, const PersonAsk *ask, PersonModel *model, GError **error)
{
    gint64 id = 0;
    if (*model->link == '\0' || !customer_find_number(db, model->link, &id, error)) {
        return *model->link == '\0';
    }
    return id != 0 ? take_number(db, ask->customer_id, id, model, error)
                   : find_words(db, ask, model, error);
}

static bool load_owner(Db *db, gint64 customer_id, PersonModel *model, GError **error)
{
    Customer *owner = record_load(db, &customer_type, customer_id, error);
    if (owner != NULL) {
        model->customer_call = customer_call(owner, NAME_SPOKEN);
    }
    record_free(owner);
    return model->customer_call != NULL;
}

static bool load_all(Db *db, const PersonAsk *ask, PersonModel *model, GError **error)
{
    if (ask->want_stored) {
        model->stored = load_stored(db, ask, error);
        if (model->stored == NULL) {
            return false;
        }
    }
    /* Before the form is filled, the stored link is what will stand in it. */
    const char *stored = model->stored != NULL ? model->stored->link_number : NULL;
    model->link = g_strdup(*ask->link == '\0' && stored != NULL ? stored : ask->link);
    return load_owner(db, ask->customer_id, model, error) && find_link(db, ask, model, error);
}

gpointer person_load(Shop *shop, gconstpointer data, GError **error)
{
    const PersonAsk *ask = data;
    PersonModel *model = g_new0(PersonModel, 1);
    bool ok = db_read_begin(shop->db, error);
    if (ok) {
        ok = load_all(shop->db, ask, model, error) &&
             form_suggest_load(shop, &ask->suggest, NULL, &model->suggestion, error);
        db_read_end(shop->db);
    }
    if (!ok) {
        g_clear_pointer(&model, person_model_free);
    }
    return model;
}

/* ---- between the records and the form ---- */

/* A DayFieldFind. */
static Occasion *day_of_kind(gpointer data, const char *kind, bool add)
{
    const PersonStored *stored = data;
    for (guint i = 0; i < stored->days->len; i++) {
        Occasion *day = g_ptr_array_index(stored->days, i);
        if (strcmp(day->kind, kind) == 0) {
            return day;
        }
    }
    Occasion *day = add ? record_new(&occasion_type) : NULL;
    if (day != NULL) {
        record_set_text(&day->kind, kind);
        g_ptr_array_add(stored->days, day);
    }
    return day;
}

GHashTable *person_stored_values(const PersonStored *stored)
{
    GHashTable *values = values_new();
    values_set_code(values, "kind", relation_kinds, stored->relation->kind);
    values_set(values, "name", stored->relation->name);
    values_set(values, "note", stored->relation->note);
    values_set(values, "link", stored->link_number);
    day_field_values(values, (gpointer)(guintptr)stored, day_of_kind);
    return values;
}

static void apply(PersonStored *stored, GHashTable *values, Day today)
{
    record_set_text(&stored->relation->kind,
                    relation_kinds[values_get_choice(values, "kind")].code);
    values_store(values, "name", &stored->relation->name);
    values_store(values, "note", &stored->relation->note);
    day_field_apply(values, stored, day_of_kind, today);
}

/* ---- saving ---- */

gpointer person_save_new(const PersonStored *stored, GHashTable *values, gint64 link_id,
                         const Who *who, Day today)
{
    Save *save = g_new0(Save, 1);
    save->person = stored_copy(stored);
    save->who = *who;
    apply(save->person, values, today);
    save->person->relation->other_customer_id = link_id;
    return save;
}

void person_save_free(gpointer data)
{
    Save *save = data;
    person_stored_free(save->person);
    g_free(save);
}

/* Whether nobody else has added a day to PERSON as this does; else FAULT_CONFLICT. */
static bool adds_alone(Db *db, const PersonStored *person, GError **error)
{
    g_autoptr(GPtrArray) now = record_list(db, &occasion_type, "WHERE relation_id = $1 ORDER BY id",
                                           DB_VALUES(db_int(person->relation->head.id)), error);
    return now != NULL && (!rejoin_both_add(person->days, now) || rejoin_refuse(error));
}

gpointer person_save_run(Shop *shop, gpointer data, Work *work, GError **error)
{
    (void)work;
    const Save *save = data;
    PersonStored *person = stored_copy(save->person);
    bool is_new = person->relation->head.id == 0;
    g_autoptr(Deed) deed =
        deed_begin(shop->db, &save->who,
                   is_new ? N_("adding a related person") : N_("changing a related person"), error);
    bool ok = deed != NULL && (is_new || adds_alone(shop->db, person, error)) &&
              kin_save(deed, person->relation, person->days, error) &&
              deed_commit(deed, NULL, error);
    gint64 *id = ok ? g_memdup2(&person->relation->head.id, sizeof(gint64)) : NULL;
    person_stored_free(person);
    return id;
}
