/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recognising the customers of a list, and adding what is new of them. */
#include "data/list/importmatch.h"

#include "data/agenda/occasion.h"
#include "data/base/i18n.h"
#include "data/customer/address.h"
#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
#include "data/customer/relation.h"
#include "data/db/fields.h"
#include "data/lookup/fold.h"

#include <string.h>

static const char find_seen[] =
    "SELECT customer_id FROM list_row WHERE key = $1 ORDER BY id LIMIT 1";
static const char find_contact[] =
    "SELECT customer_id FROM contact WHERE key = $1 AND kind = $2 ORDER BY customer_id LIMIT 20";
static const char find_birthday[] =
    "SELECT occasion.customer_id FROM occasion JOIN customer ON customer.id = occasion.customer_id "
    "WHERE occasion.month = $1 AND occasion.day = $2 AND occasion.kind = 'birthday' AND "
    "occasion.relation_id IS NULL "
    "AND occasion.year = $3 AND customer.family_name = $4 ORDER BY occasion.customer_id LIMIT 20";

/* The folded name; NULL when there is none. Free with g_free. */
static char *folded_name(const Sheet *sheet)
{
    g_autofree char *name = customer_name(sheet->customer, NAME_SORTED);
    return name != NULL ? fold_text(name) : NULL;
}

bool importmatch_is_stranger(const Sheet *known, const Sheet *record)
{
    g_autofree char *known_name = folded_name(known), *record_name = folded_name(record);
    if (known_name == NULL || record_name == NULL) {
        return false;
    }
    g_auto(GStrv) known_words = g_strsplit(known_name, " ", -1),
                  record_words = g_strsplit(record_name, " ", -1);
    for (guint i = 0; record_words[i] != NULL; i++) {
        if (g_strv_contains((const char *const *)known_words, record_words[i])) {
            return false;
        }
    }
    return true;
}

/* Takes the first of the customers in ROWS who has the record's name. */
static bool pick_namesake(Db *db, Rows *rows, const Sheet *record, gint64 *id, GError **error)
{
    GError *fault = NULL;
    bool ok = rows != NULL;
    g_autofree char *wanted = folded_name(record);
    while (ok && *id == 0 && rows_next(rows, &fault)) {
        g_autoptr(Sheet) sheet = sheet_load(db, rows_int(rows, 0), error);
        g_autofree char *name = sheet != NULL ? folded_name(sheet) : NULL;
        ok = sheet != NULL;
        if (ok && g_strcmp0(name, wanted) == 0) {
            *id = sheet->customer->head.id;
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    return ok;
}

static bool find_by_contact(Db *db, const Sheet *record, const char *country, gint64 *id,
                            GError **error)
{
    for (guint i = 0; i < record->contacts->len && *id == 0; i++) {
        const Contact *contact = g_ptr_array_index(record->contacts, i);
        g_autofree char *key = contact_key(contact->kind, contact->value, country);
        g_autoptr(Rows) rows =
            db_query(db, find_contact, DB_VALUES(db_text(key), db_text(contact->kind)), error);
        if (!pick_namesake(db, rows, record, id, error)) {
            return false;
        }
    }
    return true;
}

static bool find_by_birthday(Db *db, const Sheet *record, gint64 *id, GError **error)
{
    Day day = sheet_birthday(record);
    if (!day_is_whole(day) || record->customer->family_name == NULL) {
        return true;
    }
    g_autoptr(Rows) rows = db_query(db, find_birthday,
                                    DB_VALUES(db_int(day.month), db_int(day.day), db_int(day.year),
                                              db_text(record->customer->family_name)),
                                    error);
    return pick_namesake(db, rows, record, id, error);
}

bool importmatch_find(Db *db, const Sheet *record, const char *key, const char *country, gint64 *id,
                      bool *seen, GError **error)
{
    *id = 0;
    if (!db_get_int(db, find_seen, DB_VALUES(db_text(key)), id, seen, error)) {
        return false;
    }
    if (*seen) {
        return true;
    }
    if (record->customer->number != NULL) {
        return customer_find_number(db, record->customer->number, id, error);
    }
    g_autofree char *name = folded_name(record);
    if (name == NULL) {
        return true;
    }
    return find_by_contact(db, record, country, id, error) &&
           (*id != 0 || find_by_birthday(db, record, id, error));
}

typedef struct {
    ImportDiffers differs;
    gpointer data;
    bool changed;
} Merge;

/* Whether two texts are the same to a person. */
static bool alike(const char *a, const char *b)
{
    g_autofree char *left = fold_text(a != NULL ? a : ""), *right = fold_text(b != NULL ? b : "");
    return strcmp(left, right) == 0;
}

/* Fills the empty text and number columns of KNOWN from RECORD, and tells of those that differ. */
static void merge_customer(Customer *known, const Customer *record, Merge *merge)
{
    for (guint i = 0; i < customer_type.fields_count; i++) {
        const Field *field = &customer_type.fields[i];
        if (field->type == FIELD_INT) {
            gint64 *place = field_int(field, known);
            merge->changed = merge->changed || *place < field_int_of(field, record);
            *place = MAX(*place, field_int_of(field, record));
            continue;
        }
        if (field->type != FIELD_TEXT) {
            continue;
        }
        char **place = field_text(field, known);
        const char *value = field_text_of(field, record);
        if (value == NULL || (*place != NULL && alike(*place, value))) {
            continue;
        }
        if (*place == NULL) {
            record_set_text(place, value);
            merge->changed = true;
        } else {
            merge->differs(_(field->label), value, *place, merge->data);
        }
    }
}

static bool same_contact(gconstpointer known, gconstpointer record, const char *country)
{
    const Contact *a = known, *b = record;
    g_autofree char *left = contact_key(a->kind, a->value, country),
                    *right = contact_key(b->kind, b->value, country);
    return strcmp(a->kind, b->kind) == 0 && strcmp(left, right) == 0;
}

static bool same_address(gconstpointer known, gconstpointer record, const char *country)
{
    const Address *a = known, *b = record;
    (void)country;
    return alike(a->street, b->street) && alike(a->postcode, b->postcode) &&
           alike(a->place, b->place);
}

static bool same_relation(gconstpointer known, gconstpointer record, const char *country)
{
    const Relation *a = known, *b = record;
    (void)country;
    return alike(a->name, b->name);
}

static bool same_fact(gconstpointer known, gconstpointer record, const char *country)
{
    const Fact *a = known, *b = record;
    (void)country;
    return a->kind_id == b->kind_id && alike(a->words, b->words);
}

static bool same_occasion(gconstpointer known, gconstpointer record, const char *country)
{
    const Occasion *a = known, *b = record;
    (void)country;
    return a->relation_id == b->relation_id && strcmp(a->kind, b->kind) == 0 &&
           alike(a->label, b->label);
}

static bool same_consent(gconstpointer known, gconstpointer record, const char *country)
{
    const Consent *a = known, *b = record;
    (void)country;
    return strcmp(a->purpose, b->purpose) == 0;
}

/* Adds copies of those RECORDS that none of KNOWN is the same as. Returns how many. */
static guint merge_rows(GPtrArray *known, const GPtrArray *records, const char *country,
                        bool (*same)(gconstpointer, gconstpointer, const char *))
{
    guint before = known->len;
    for (guint i = 0; i < records->len; i++) {
        bool there = false;
        for (guint k = 0; k < known->len && !there; k++) {
            there = same(g_ptr_array_index(known, k), g_ptr_array_index(records, i), country);
        }
        if (!there) {
            g_ptr_array_add(known, record_copy(g_ptr_array_index(records, i)));
        }
    }
    return known->len - before;
}

/* A birthday of which the list knows more parts replaces nothing by itself: the shop's stays, and a
 * contradiction is told. */
static void tell_birthday(const Sheet *known, const Sheet *record, Merge *merge)
{
    Day shop = sheet_birthday(known), list = sheet_birthday(record);
    if (day_is_none(list) || day_is_none(shop) || memcmp(&shop, &list, sizeof shop) == 0) {
        return;
    }
    g_autofree char *value = day_to_text(list), *there = day_to_text(shop);
    merge->differs(_("Birthday"), value, there, merge->data);
}

bool importmatch_merge(Sheet *known, const Sheet *record, const char *country,
                       ImportDiffers differs, gpointer data)
{
    Merge merge = {.differs = differs, .data = data};
    merge_customer(known->customer, record->customer, &merge);
    tell_birthday(known, record, &merge);
    guint added = merge_rows(known->contacts, record->contacts, country, same_contact) +
                  merge_rows(known->addresses, record->addresses, country, same_address) +
                  merge_rows(known->relations, record->relations, country, same_relation) +
                  merge_rows(known->facts, record->facts, country, same_fact) +
                  merge_rows(known->occasions, record->occasions, country, same_occasion) +
                  merge_rows(known->consents, record->consents, country, same_consent);
    return added > 0 || merge.changed;
}
