/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A customer with everything that belongs to them: loading, storing, removing. */
#include "data/customer/sheet.h"

#include "data/agenda/forget.h"
#include "data/agenda/occasion.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/customer/address.h"
#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/customer/country.h"
#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "data/customer/kin.h"
#include "data/customer/relation.h"
#include "data/customer/sheet_private.h"
#include "data/db/fields.h"
#include "data/records.h"

#include <stddef.h>
#include <string.h>

enum { LONGEST_NUMBER = 100 };

static bool contact_is_empty(gconstpointer record)
{
    return ((const Contact *)record)->value == NULL;
}

static bool address_is_empty(gconstpointer record)
{
    const Address *address = record;
    return address->street == NULL && address->postcode == NULL && address->place == NULL &&
           address->region == NULL && address->country == NULL;
}

static bool relation_is_empty(gconstpointer record)
{
    return ((const Relation *)record)->name == NULL;
}

static bool fact_is_empty(gconstpointer record)
{
    return ((const Fact *)record)->words == NULL;
}

static bool occasion_is_empty(gconstpointer record)
{
    return day_is_none(occasion_day(record));
}

static bool consent_is_empty(gconstpointer record)
{
    return ((const Consent *)record)->state == NULL;
}

const SheetPart sheet_parts[SHEET_PARTS] = {
    {&contact_type, offsetof(Sheet, contacts), contact_is_empty},
    {&address_type, offsetof(Sheet, addresses), address_is_empty},
    {&relation_type, offsetof(Sheet, relations), relation_is_empty},
    {&fact_type, offsetof(Sheet, facts), fact_is_empty},
    {&occasion_type, offsetof(Sheet, occasions), occasion_is_empty},
    {&consent_type, offsetof(Sheet, consents), consent_is_empty},
};

GPtrArray **sheet_part(Sheet *sheet, const SheetPart *part)
{
    return G_STRUCT_MEMBER_P(sheet, part->offset);
}

Sheet *sheet_of(Customer *customer)
{
    Sheet *sheet = g_new0(Sheet, 1);
    sheet->customer = customer;
    for (guint i = 0; i < SHEET_PARTS; i++) {
        *sheet_part(sheet, &sheet_parts[i]) = g_ptr_array_new_with_free_func(record_free);
    }
    return sheet;
}

Sheet *sheet_new(void)
{
    return sheet_of(record_new(&customer_type));
}

void sheet_free(Sheet *sheet)
{
    if (sheet == NULL) {
        return;
    }
    record_free(sheet->customer);
    for (guint i = 0; i < SHEET_PARTS; i++) {
        g_clear_pointer(sheet_part(sheet, &sheet_parts[i]), g_ptr_array_unref);
    }
    g_free(sheet);
}

Sheet *sheet_copy(const Sheet *sheet)
{
    Sheet *copy = g_new0(Sheet, 1);
    copy->customer = record_copy(sheet->customer);
    for (guint i = 0; i < SHEET_PARTS; i++) {
        const GPtrArray *rows =
            *(GPtrArray *const *)(gconstpointer)((const char *)sheet + sheet_parts[i].offset);
        GPtrArray *copies = g_ptr_array_new_with_free_func(record_free);
        for (guint row = 0; row < rows->len; row++) {
            g_ptr_array_add(copies, record_copy(g_ptr_array_index(rows, row)));
        }
        *sheet_part(copy, &sheet_parts[i]) = copies;
    }
    return copy;
}

Sheet *sheet_load(Db *db, gint64 customer_id, GError **error)
{
    g_autoptr(Sheet) sheet = g_new0(Sheet, 1);
    sheet->customer = record_load(db, &customer_type, customer_id, error);
    if (sheet->customer == NULL) {
        return NULL;
    }
    if (customer_is_erased(sheet->customer)) {
        g_set_error_literal(error, FAULT, FAULT_MISSING,
                            _("This customer was erased for ever. Only the sales are still there, "
                              "without a name."));
        return NULL;
    }
    for (guint i = 0; i < SHEET_PARTS; i++) {
        GPtrArray *list = record_list(db, sheet_parts[i].type, "WHERE customer_id = $1 ORDER BY id",
                                      DB_VALUES(db_int(customer_id)), error);
        if (list == NULL) {
            return NULL;
        }
        *sheet_part(sheet, &sheet_parts[i]) = list;
    }
    return g_steal_pointer(&sheet);
}

gpointer sheet_add(Sheet *sheet, const RecordType *type)
{
    for (guint i = 0; i < SHEET_PARTS; i++) {
        if (sheet_parts[i].type == type) {
            gpointer record = record_new(type);
            g_ptr_array_add(*sheet_part(sheet, &sheet_parts[i]), record);
            return record;
        }
    }
    g_return_val_if_reached(NULL);
}

Day sheet_birthday(const Sheet *sheet)
{
    for (guint i = 0; i < sheet->occasions->len; i++) {
        const Occasion *occasion = g_ptr_array_index(sheet->occasions, i);
        if (occasion->relation_id == 0 && strcmp(occasion->kind, "birthday") == 0) {
            return occasion_day(occasion);
        }
    }
    return DAY_NONE;
}

GPtrArray *sheet_warnings(const Sheet *sheet, const GPtrArray *kinds)
{
    GPtrArray *warnings = g_ptr_array_new_with_free_func(g_free);
    /* KINDS stand in the order of the card. */
    for (guint k = 0; k < kinds->len; k++) {
        const FactKind *kind = g_ptr_array_index(kinds, k);
        for (guint i = 0; kind->is_warning && i < sheet->facts->len; i++) {
            const Fact *fact = g_ptr_array_index(sheet->facts, i);
            if (fact->kind_id == kind->head.id && fact->done_at == NULL) {
                g_ptr_array_add(warnings, g_strdup(fact->words));
            }
        }
    }
    return warnings;
}

const char *sheet_fact(const Sheet *sheet, const GPtrArray *kinds, const char *code)
{
    const FactKind *kind = fact_kind_by_code(kinds, code);
    for (guint i = sheet->facts->len; kind != NULL && i > 0; i--) {
        const Fact *fact = g_ptr_array_index(sheet->facts, i - 1);
        if (fact->kind_id == kind->head.id) {
            return fact->words;
        }
    }
    return NULL;
}

static bool is_known(const Sheet *sheet)
{
    const Customer *customer = sheet->customer;
    if (customer->given_name != NULL || customer->family_name != NULL ||
        customer->company != NULL || customer->description != NULL) {
        return true;
    }
    for (guint i = 0; i < sheet->contacts->len; i++) {
        if (!contact_is_empty(g_ptr_array_index(sheet->contacts, i))) {
            return true;
        }
    }
    return false;
}

bool sheet_check(const Sheet *sheet, GError **error)
{
    const char *number = sheet->customer->number;
    if (!is_known(sheet)) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("Please give a name, or a few words that describe the customer."));
        return false;
    }
    if (number != NULL && strlen(number) > LONGEST_NUMBER) {
        g_set_error(
            error, FAULT, FAULT_REFUSED,
            _("That number is too long. Please choose one of at most %d letters and digits."),
            LONGEST_NUMBER);
        return false;
    }
    return true;
}

static bool save_customer(Deed *deed, Customer *customer, GError **error)
{
    Db *db = deed_db(deed);
    if (customer->number == NULL) {
        customer->number = customer_next_number(db, error);
        if (customer->number == NULL) {
            return false;
        }
    }
    gint64 holder = 0;
    if (!customer_find_number(db, customer->number, &holder, error)) {
        return false;
    }
    if (holder != 0 && holder != customer->head.id) {
        g_set_error(error, FAULT, FAULT_TAKEN,
                    _("Number %s belongs to another customer. Please choose another one."),
                    customer->number);
        return false;
    }
    if (!customer_saw_number(db, customer->number, error)) {
        return false;
    }
    return customer->head.id == 0 ? record_insert(deed, customer, error)
                                  : record_update(deed, customer, error);
}

/* Related people go with their days, days with the ticks of their years. */
static bool remove_row(Deed *deed, const RecordType *type, gint64 id, GError **error)
{
    if (type == &relation_type) {
        return kin_remove(deed, id, error);
    }
    return type == &occasion_type ? occasion_forget(deed, id, error)
                                  : record_remove(deed, type, id, error);
}

static bool save_row(Deed *deed, const SheetPart *part, RecordHead *row, GError **error)
{
    if (!part->is_empty(row)) {
        return row->id == 0 ? record_insert(deed, row, error) : record_update(deed, row, error);
    }
    /* Whoever emptied it did so to what it was then. */
    if (row->id != 0 && (!record_is_current(deed_db(deed), row, error) ||
                         !remove_row(deed, part->type, row->id, error))) {
        return false;
    }
    row->id = 0;
    return true;
}

/* The days of people who are to go are empty from here on, and not there any more: kin_remove takes
 * them. */
static void drop_days_of_gone_people(const Sheet *sheet)
{
    for (guint i = 0; i < sheet->relations->len; i++) {
        const Relation *relation = g_ptr_array_index(sheet->relations, i);
        for (guint day = 0;
             relation_is_empty(relation) && relation->head.id != 0 && day < sheet->occasions->len;
             day++) {
            Occasion *occasion = g_ptr_array_index(sheet->occasions, day);
            if (occasion->relation_id == relation->head.id) {
                occasion_set_day(occasion, DAY_NONE);
                occasion->relation_id = 0;
                occasion->head.id = 0;
            }
        }
    }
}

static bool set_contact_keys(Db *db, const Sheet *sheet, GError **error)
{
    g_autofree char *country = NULL;
    if (!country_code(db, &country, error)) {
        return false;
    }
    for (guint i = 0; i < sheet->contacts->len; i++) {
        Contact *contact = g_ptr_array_index(sheet->contacts, i);
        if (!contact_is_empty(contact)) {
            g_free(contact->key);
            contact->key = contact_key(contact->kind, contact->value, country);
        }
    }
    return true;
}

bool sheet_save(Deed *deed, Sheet *sheet, GError **error)
{
    if (!sheet_check(sheet, error)) {
        return false;
    }
    if (!set_contact_keys(deed_db(deed), sheet, error) ||
        !save_customer(deed, sheet->customer, error)) {
        return false;
    }
    drop_days_of_gone_people(sheet);
    for (guint i = 0; i < SHEET_PARTS; i++) {
        const GPtrArray *rows = *sheet_part(sheet, &sheet_parts[i]);
        for (guint row = 0; row < rows->len; row++) {
            gpointer record = g_ptr_array_index(rows, row);
            *field_int(record_owner_field(sheet_parts[i].type), record) = sheet->customer->head.id;
            if (!save_row(deed, &sheet_parts[i], record, error)) {
                return false;
            }
        }
    }
    return true;
}

static bool remove_all(Deed *deed, const RecordType *type, gint64 customer_id, GError **error)
{
    g_autoptr(GPtrArray) rows =
        record_list(deed_db(deed), type, "WHERE customer_id = $1 ORDER BY id DESC",
                    DB_VALUES(db_int(customer_id)), error);
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        if (!record_remove(deed, type, ((RecordHead *)g_ptr_array_index(rows, i))->id, error)) {
            return false;
        }
    }
    return rows != NULL;
}

/* Related people of others who are this customer stay, as people the shop knows by name only. */
static bool unlink_relations(Deed *deed, gint64 customer_id, GError **error)
{
    g_autoptr(GPtrArray) rows =
        record_list(deed_db(deed), &relation_type, "WHERE other_customer_id = $1 ORDER BY id",
                    DB_VALUES(db_int(customer_id)), error);
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        Relation *relation = g_ptr_array_index(rows, i);
        relation->other_customer_id = 0;
        if (!record_update(deed, relation, error)) {
            return false;
        }
    }
    return rows != NULL;
}

bool sheet_remove(Deed *deed, gint64 customer_id, GError **error)
{
    if (!unlink_relations(deed, customer_id, error)) {
        return false;
    }
    guint count = 0;
    while (records[count] != NULL) {
        count++;
    }
    /* Children before their parents. */
    for (guint i = count; i > 0; i--) {
        const RecordType *type = records[i - 1];
        if (type != &customer_type && record_owner_field(type) != NULL &&
            !remove_all(deed, type, customer_id, error)) {
            return false;
        }
    }
    return record_remove(deed, &customer_type, customer_id, error);
}

char *sheet_where(const Sheet *sheet)
{
    for (guint i = 0; i < sheet->addresses->len; i++) {
        const Address *address = g_ptr_array_index(sheet->addresses, i);
        if (address->street != NULL && address->place != NULL) {
            return g_strdup_printf("%s, %s", address->street, address->place);
        }
        if (address->street != NULL || address->place != NULL) {
            return g_strdup(address->street != NULL ? address->street : address->place);
        }
    }
    for (guint i = 0; i < sheet->contacts->len; i++) {
        const Contact *contact = g_ptr_array_index(sheet->contacts, i);
        if (strcmp(contact->kind, "phone") == 0) {
            return g_strdup(contact->value);
        }
    }
    return NULL;
}
