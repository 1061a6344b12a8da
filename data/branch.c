/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of the shop. */
#include "data/branch.h"

#include "data/base/i18n.h"

#include <stddef.h>

static const Field fields[] = {
    {"name", FIELD_TEXT, FIELD_REQUIRED, offsetof(Branch, name), N_("Name")},
};

static char *call(gconstpointer record)
{
    return g_strdup(((const Branch *)record)->name);
}

const RecordType branch_type = {
    .table = "branch",
    .label = N_("branch"),
    .size = sizeof(Branch),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .call = call,
};
