/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phones, e-mails and the like of a customer. */
#include "data/customer/contact.h"

#include "data/base/i18n.h"
#include "data/customer/phone.h"

#include <stddef.h>
#include <string.h>

/* In bytes; a server's index takes no more than 2700. */
enum { LONGEST_KEY = 500 };

static const Field fields[] = {
    {"customer_id", FIELD_REF, FIELD_OWNER, offsetof(Contact, customer_id), NULL},
    {"kind", FIELD_TEXT, FIELD_REQUIRED, offsetof(Contact, kind), N_("Kind")},
    {"label", FIELD_TEXT, FIELD_PERSONAL, offsetof(Contact, label), N_("Label")},
    {"value", FIELD_TEXT, FIELD_PERSONAL | FIELD_REQUIRED, offsetof(Contact, value),
     N_("Phone or e-mail")},
    {"key", FIELD_TEXT, FIELD_PERSONAL, offsetof(Contact, key), NULL},
};

static char *call(gconstpointer record)
{
    return g_strdup(((const Contact *)record)->value);
}

const RecordType contact_type = {
    .table = "contact",
    .label = N_("contact"),
    .size = sizeof(Contact),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .cares = true,
    .call = call,
};

const Choice contact_kind_labels[] = {
    {"phone", N_("Phone")}, {"email", N_("E-mail")},
    {"web", N_("Website")}, {"social", N_("Social network")},
    {NULL, NULL},
};

const char *contact_kind_for(const char *channel)
{
    static const struct {
        const char *channel, *kind;
    } kinds[] = {
        {"phone", "phone"},      {"sms", "phone"},     {"email", "email"},
        {"newsletter", "email"}, {"social", "social"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (g_strcmp0(kinds[i].channel, channel) == 0) {
            return kinds[i].kind;
        }
    }
    return NULL;
}

char *contact_key(const char *kind, const char *value, const char *country)
{
    char *key =
        strcmp(kind, "phone") == 0 ? phone_digits(value, country) : g_utf8_casefold(value, -1);
    /* A phone of two digits, say: it still compares by what was typed. */
    key = key != NULL ? key : g_strdup(value);
    if (strlen(key) > LONGEST_KEY) {
        *g_utf8_find_prev_char(key, key + LONGEST_KEY + 1) = '\0';
    }
    return key;
}
