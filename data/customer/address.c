/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Postal addresses of a customer. */
#include "data/customer/address.h"

#include "data/base/i18n.h"

#include <stddef.h>

static const Field fields[] = {
    {"customer_id", FIELD_REF, FIELD_OWNER, offsetof(Address, customer_id), NULL},
    {"label", FIELD_TEXT, FIELD_PERSONAL, offsetof(Address, label), N_("Label")},
    {"street", FIELD_TEXT, FIELD_PERSONAL, offsetof(Address, street), N_("Street")},
    {"postcode", FIELD_TEXT, FIELD_PERSONAL, offsetof(Address, postcode), N_("Postcode")},
    {"place", FIELD_TEXT, FIELD_PERSONAL, offsetof(Address, place), N_("Place")},
    {"region", FIELD_TEXT, FIELD_PERSONAL, offsetof(Address, region), N_("Region")},
    {"country", FIELD_TEXT, FIELD_PERSONAL, offsetof(Address, country), N_("Country")},
};

static void add(GString *text, const char *glue, const char *part)
{
    if (part != NULL) {
        g_string_append_printf(text, "%s%s", text->len > 0 ? glue : "", part);
    }
}

static char *call(gconstpointer record)
{
    const Address *address = record;
    GString *text = g_string_new(NULL);
    add(text, "", address->street);
    add(text, ", ", address->postcode);
    add(text, address->postcode != NULL ? " " : ", ", address->place);
    add(text, ", ", address->region);
    add(text, ", ", address->country);
    return g_string_free(text, FALSE);
}

const RecordType address_type = {
    .table = "address",
    .label = N_("address"),
    .size = sizeof(Address),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .cares = true,
    .call = call,
};
