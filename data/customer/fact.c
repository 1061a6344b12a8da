/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Soft facts. */
#include "data/customer/fact.h"

#include "data/base/i18n.h"

#include <stddef.h>

static const Field fields[] = {
    {"customer_id", FIELD_REF, FIELD_OWNER, offsetof(Fact, customer_id), NULL},
    {"kind_id", FIELD_REF, FIELD_PLAIN, offsetof(Fact, kind_id), N_("Kind")},
    {"words", FIELD_TEXT, FIELD_PERSONAL | FIELD_HEALTH | FIELD_REQUIRED, offsetof(Fact, words),
     N_("Fact")},
    {"done_at", FIELD_TEXT, FIELD_PLAIN, offsetof(Fact, done_at), NULL},
    {"done_by", FIELD_REF, FIELD_PLAIN, offsetof(Fact, done_by), NULL},
};

static char *call(gconstpointer record)
{
    return g_strdup(((const Fact *)record)->words);
}

const RecordType fact_type = {
    .table = "fact",
    .label = N_("note"),
    .size = sizeof(Fact),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .cares = true,
    .call = call,
};
