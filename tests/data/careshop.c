/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop with a communication plan for tests. */
#include "tests/data/careshop.h"

#include "data/agenda/quiet.h"
#include "data/customer/consent.h"
#include "data/customer/fact.h"
#include "data/db/fields.h"

#include <string.h>

static const Day founded = {2026, 3, 1};

/* Stores RECORD in a deed of its own and frees it; the id. */
static gint64 insert(Db *db, gpointer record)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(record_insert(deed, record, &error), error);
    gint64 id = ((const RecordHead *)record)->id;
    record_free(record);
    people_commit(deed);
    return id;
}

gint64 careshop_add(Db *db, const char *class)
{
    static const char *const purposes[] = {"news_email", "news_sms", "news_phone", "news_post"};
    gint64 id = people_add(db, &people_hilde);
    for (guint i = 0; i < G_N_ELEMENTS(purposes); i++) {
        careshop_consent(db, id, purposes[i], "given");
    }
    if (class != NULL) {
        careshop_set(db, id, "class", class);
    }
    return id;
}

void careshop_set(Db *db, gint64 customer_id, const char *column, const char *text)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Customer *customer = record_load(db, &customer_type, customer_id, &error);
    expect_done(customer != NULL, error);
    char **place = strcmp(column, "class") == 0       ? &customer->class
                   : strcmp(column, "closeness") == 0 ? &customer->closeness
                                                      : &customer->preferred_channel;
    record_set_text(place, text);
    expect_done(record_update(deed, customer, &error), error);
    record_free(customer);
    people_commit(deed);
}

void careshop_consent(Db *db, gint64 customer_id, const char *purpose, const char *state)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(consent_note(deed, customer_id, purpose, state, "2026-03-01", NULL, &error), error);
    people_commit(deed);
}

gint64 careshop_tag(Db *db, gint64 customer_id, const char *words)
{
    Fact *fact = record_new(&fact_type);
    fact->customer_id = customer_id;
    fact->kind_id = people_number(db, "SELECT id FROM fact_kind WHERE code = 'tag'", DB_NO_VALUES);
    record_set_text(&fact->words, words);
    return insert(db, fact);
}

gint64 careshop_plan(Db *db, const char *whom, gint64 customer_id, const char *channel,
                     gint64 every, const char *unit)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    CarePlan *plan = record_new(&care_plan_type);
    plan->customer_id = customer_id;
    bool is_class = whom != NULL && strlen(whom) == 1;
    record_set_text(is_class ? &plan->class : &plan->tag, whom);
    record_set_text(&plan->channel, channel);
    plan->every = every;
    record_set_text(&plan->unit, unit);
    record_set_text(&plan->from_day, "2026-03-01");
    expect_done(care_plan_save(deed, plan, &error), error);
    gint64 id = plan->head.id;
    record_free(plan);
    people_commit(deed);
    return id;
}

gint64 careshop_contact(Db *db, gint64 customer_id, const char *day, const char *direction,
                        const char *channel, const char *outcome)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    Interaction *contact = record_new(&interaction_type);
    contact->customer_id = customer_id;
    record_set_text(&contact->day, day);
    record_set_text(&contact->direction, direction);
    record_set_text(&contact->channel, channel);
    record_set_text(&contact->outcome, outcome);
    expect_done(interaction_save(deed, contact, &error), error);
    record_free(contact);
    return people_commit(deed);
}

gint64 careshop_quiet(Db *db, gint64 customer_id, const char *text)
{
    Quiet *quiet = record_new(&quiet_type);
    quiet->customer_id = customer_id;
    assert_true(quiet_read(text, founded, quiet));
    return insert(db, quiet);
}

gint64 careshop_remove(Db *db, const RecordType *type, gint64 id)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(db);
    expect_done(record_remove(deed, type, id, &error), error);
    return people_commit(deed);
}

char *careshop_next(Db *db, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = care_list_of(db, customer_id, &error);
    GString *text = g_string_new(NULL);
    expect_done(list != NULL, error);
    for (guint i = 0; i < list->len; i++) {
        const CareItem *item = g_ptr_array_index(list, i);
        g_autofree char *day = day_to_text(item->due);
        g_string_append_printf(text, "%s%s %s", i > 0 ? ", " : "", item->channel, day);
    }
    return g_string_free(text, FALSE);
}

static gint by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void careshop_expect_ways(Db *db, gint64 customer_id, const char *ways)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = care_list_of(db, customer_id, &error);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    expect_done(list != NULL, error);
    for (guint i = 0; i < list->len; i++) {
        g_ptr_array_add(names, ((CareItem *)g_ptr_array_index(list, i))->channel);
    }
    g_ptr_array_sort(names, by_name);
    g_ptr_array_add(names, NULL);
    g_autofree char *text = g_strjoinv(" ", (char **)names->pdata);
    assert_string_equal(text, ways);
}

Day careshop_due(Db *db, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = care_list_of(db, customer_id, &error);
    expect_done(list != NULL, error);
    assert_int_equal(list->len, 1);
    return ((const CareItem *)g_ptr_array_index(list, 0))->due;
}
