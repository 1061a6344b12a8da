/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a customer's sheet to the texts of the form and back. */
#include "tui/screens/editsheet.h"

#include "data/agenda/occasion.h"
#include "data/customer/address.h"
#include "data/customer/contact.h"
#include "data/customer/relation.h"
#include "tui/screens/dayfield.h"
#include "tui/screens/values.h"

#include <stddef.h>
#include <string.h>

/* The texts of a record and the fields they stand in. */
typedef struct {
    const char *name;
    gsize offset;
} Place;

static const Place customer_places[] = {
    {"number", offsetof(Customer, number)},
    {"salutation", offsetof(Customer, salutation)},
    {"title", offsetof(Customer, title)},
    {"given_name", offsetof(Customer, given_name)},
    {"family_name", offsetof(Customer, family_name)},
    {"company", offsetof(Customer, company)},
    {"description", offsetof(Customer, description)},
};

static const Place address_places[] = {
    {"street", offsetof(Address, street)},
    {"postcode", offsetof(Address, postcode)},
    {"place", offsetof(Address, place)},
};

static const char *const contact_kinds[] = {"phone", "email"};

static char **text_at(gpointer record, gsize offset)
{
    return G_STRUCT_MEMBER_P(record, offset);
}

static void read_places(GHashTable *values, gpointer record, const Place *places, guint count)
{
    for (guint i = 0; i < count; i++) {
        values_set(values, places[i].name, *text_at(record, places[i].offset));
    }
}

static void write_places(GHashTable *values, gpointer record, const Place *places, guint count)
{
    for (guint i = 0; i < count; i++) {
        values_store(values, places[i].name, text_at(record, places[i].offset));
    }
}

/* The customer's own day of KIND: a DayFieldFind. */
static Occasion *own_day(gpointer data, const char *kind, bool add)
{
    Sheet *sheet = data;
    for (guint i = 0; i < sheet->occasions->len; i++) {
        Occasion *occasion = g_ptr_array_index(sheet->occasions, i);
        if (occasion->relation_id == 0 && strcmp(occasion->kind, kind) == 0) {
            return occasion;
        }
    }
    Occasion *day = add ? sheet_add(sheet, &occasion_type) : NULL;
    if (day != NULL) {
        record_set_text(&day->kind, kind);
    }
    return day;
}

/* The INDEXth contact of KIND, NULL when there are fewer. */
static Contact *contact_at(const Sheet *sheet, const char *kind, guint index)
{
    for (guint i = 0; i < sheet->contacts->len; i++) {
        Contact *contact = g_ptr_array_index(sheet->contacts, i);
        if (strcmp(contact->kind, kind) == 0 && index-- == 0) {
            return contact;
        }
    }
    return NULL;
}

/* The code at the place NUMBER of CHOICES, counted from 1; NULL for another one. */
static const char *code_at(const Choice *choices, guint number)
{
    for (guint i = 0; choices[i].code != NULL; i++) {
        if (i + 1 == number) {
            return choices[i].code;
        }
    }
    return NULL;
}

static void read_choices(GHashTable *values, const Customer *customer)
{
    bool formal = g_strcmp0(customer->address_form, "sie") == 0,
         informal = g_strcmp0(customer->address_form, "du") == 0;
    values_set_choice(values, "address_form", formal ? 1 : informal ? 2 : 0);
    values_set_choice(values, "preferred_channel",
                      choice_place(customer_channels, customer->preferred_channel));
    values_set_choice(values, "class", choice_place(customer_classes, customer->class));
    values_set_choice(values, "closeness", choice_place(customer_closenesses, customer->closeness));
    g_autofree char *clerk = g_strdup_printf("%" G_GINT64_FORMAT, customer->clerk_id);
    values_set(values, "clerk_id", clerk);
}

static void write_choices(GHashTable *values, Customer *customer)
{
    static const char *const forms[] = {NULL, "sie", "du"};
    guint form = values_get_choice(values, "address_form");
    record_set_text(&customer->address_form, form < G_N_ELEMENTS(forms) ? forms[form] : NULL);
    record_set_text(&customer->preferred_channel,
                    code_at(customer_channels, values_get_choice(values, "preferred_channel")));
    record_set_text(&customer->class,
                    code_at(customer_classes, values_get_choice(values, "class")));
    record_set_text(&customer->closeness,
                    code_at(customer_closenesses, values_get_choice(values, "closeness")));
    if (g_hash_table_contains(values, "clerk_id")) {
        customer->clerk_id = g_ascii_strtoll(values_get(values, "clerk_id"), NULL, 10);
    }
}

static char *since_for_people(const Customer *customer)
{
    Day since = DAY_NONE;
    if (customer->since != NULL) {
        day_from_text(customer->since, &since);
    }
    return day_for_people(since);
}

GHashTable *edit_sheet_values(const Sheet *sheet)
{
    GHashTable *values = values_new();
    read_places(values, sheet->customer, customer_places, G_N_ELEMENTS(customer_places));
    read_choices(values, sheet->customer);
    for (guint k = 0; k < G_N_ELEMENTS(contact_kinds); k++) {
        const Contact *contact;
        for (guint i = 0; (contact = contact_at(sheet, contact_kinds[k], i)) != NULL; i++) {
            values_set_at(values, contact_kinds[k], i, contact->value);
        }
    }
    if (sheet->addresses->len > 0) {
        read_places(values, g_ptr_array_index(sheet->addresses, 0), address_places,
                    G_N_ELEMENTS(address_places));
    }
    day_field_values(values, (gpointer)(guintptr)sheet, own_day);
    g_autofree char *since = since_for_people(sheet->customer);
    values_set(values, "since", since);
    return values;
}

/* As many contacts of KIND as the sheet has or the form tells of; those emptied in the form
 * become empty. */
static void write_contacts(Sheet *sheet, GHashTable *values, const char *kind)
{
    for (guint i = 0;; i++) {
        g_autofree char *name = g_strdup_printf("%s%u", kind, i);
        const char *typed = g_hash_table_lookup(values, name);
        Contact *contact = contact_at(sheet, kind, i);
        if (contact == NULL && typed == NULL) {
            return;
        }
        if (contact == NULL) {
            contact = sheet_add(sheet, &contact_type);
            record_set_text(&contact->kind, kind);
        }
        values_store(values, name, &contact->value);
    }
}

void edit_sheet_apply(Sheet *sheet, GHashTable *values, Day today)
{
    /* A day nobody touched keeps its parts, whatever its words would be read as. */
    g_autoptr(GHashTable) shown = edit_sheet_values(sheet);
    write_places(values, sheet->customer, customer_places, G_N_ELEMENTS(customer_places));
    write_choices(values, sheet->customer);
    for (guint k = 0; k < G_N_ELEMENTS(contact_kinds); k++) {
        write_contacts(sheet, values, contact_kinds[k]);
    }
    if (sheet->addresses->len == 0) {
        sheet_add(sheet, &address_type);
    }
    write_places(values, g_ptr_array_index(sheet->addresses, 0), address_places,
                 G_N_ELEMENTS(address_places));
    day_field_apply(values, sheet, own_day, today);
    const char *since = values_get(values, "since");
    if (strcmp(since, values_get(shown, "since")) != 0) {
        g_autofree char *text = day_to_text(day_field_day(since, today));
        record_set_text(&sheet->customer->since, text);
    }
}
