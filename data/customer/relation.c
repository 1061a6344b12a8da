/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People who belong to a customer. */
#include "data/customer/relation.h"

#include "data/base/i18n.h"

#include <stddef.h>

static const Field fields[] = {
    {"customer_id", FIELD_REF, FIELD_OWNER, offsetof(Relation, customer_id), NULL},
    {"kind", FIELD_TEXT, FIELD_PERSONAL | FIELD_REQUIRED, offsetof(Relation, kind), N_("Relation")},
    {"name", FIELD_TEXT, FIELD_PERSONAL | FIELD_REQUIRED, offsetof(Relation, name), N_("Name")},
    {"note", FIELD_TEXT, FIELD_PERSONAL, offsetof(Relation, note), N_("Note")},
    {"other_customer_id", FIELD_REF, FIELD_PERSONAL, offsetof(Relation, other_customer_id), NULL},
};

static char *call(gconstpointer record)
{
    return g_strdup(((const Relation *)record)->name);
}

const RecordType relation_type = {
    .table = "relation",
    .label = N_("related person"),
    .size = sizeof(Relation),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .call = call,
};

const Choice relation_kinds[] = {
    {"partner", N_("Partner")}, {"child", N_("Child")},
    {"parent", N_("Parent")},   {"sibling", N_("Sibling")},
    {"friend", N_("Friend")},   {"colleague", N_("Colleague")},
    {"other", N_("Other")},     {NULL, NULL},
};
