/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A customer in the output of commands. */
#include "cli/person.h"

#include "data/customer/address.h"
#include "data/customer/contact.h"

#include <string.h>

GPtrArray *person_contacts(const Sheet *sheet, const char *kind)
{
    GPtrArray *values = g_ptr_array_new();
    for (guint i = 0; i < sheet->contacts->len; i++) {
        const Contact *contact = g_ptr_array_index(sheet->contacts, i);
        if (strcmp(contact->kind, kind) == 0) {
            g_ptr_array_add(values, contact->value);
        }
    }
    return values;
}

const char *person_place(const Sheet *sheet)
{
    for (guint i = 0; i < sheet->addresses->len; i++) {
        const Address *address = g_ptr_array_index(sheet->addresses, i);
        if (address->place != NULL) {
            return address->place;
        }
    }
    return NULL;
}

void person_add_json(JsonWriter *json, const Sheet *sheet, const GPtrArray *warnings)
{
    g_autofree char *name = customer_name(sheet->customer, NAME_SPOKEN);
    g_autoptr(GPtrArray) phones = person_contacts(sheet, "phone");
    g_autoptr(GPtrArray) emails = person_contacts(sheet, "email");

    json_add_text(json, "number", sheet->customer->number);
    json_writer_name(json, "name");
    json_writer_text(json, name != NULL ? name : "");
    json_add_text(json, "description", sheet->customer->description);
    json_add_texts(json, "phones", phones);
    json_add_texts(json, "emails", emails);
    json_add_day(json, "birthday", sheet_birthday(sheet));
    json_add_texts(json, "warnings", warnings);
}
