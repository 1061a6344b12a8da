/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people behind the counter. */
#include "data/clerk.h"

#include "data/base/i18n.h"

#include <stddef.h>

static const Field fields[] = {
    {"name", FIELD_TEXT, FIELD_PERSONAL | FIELD_REQUIRED, offsetof(Clerk, name), N_("Name")},
    {"active", FIELD_INT, FIELD_PLAIN, offsetof(Clerk, active), NULL},
};

static char *call(gconstpointer record)
{
    return g_strdup(((const Clerk *)record)->name);
}

const RecordType clerk_type = {
    .table = "clerk",
    .label = N_("clerk"),
    .size = sizeof(Clerk),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .call = call,
};
