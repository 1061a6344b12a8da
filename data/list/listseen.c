/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of lists that were taken over, by the hash of their content, so that the same list again
 * adds nothing. */
#include "data/list/listseen.h"

#include "data/base/i18n.h"

#include <stddef.h>

static const Field fields[] = {
    {"customer_id", FIELD_REF, FIELD_OWNER, offsetof(ListSeen, customer_id), NULL},
    {"key", FIELD_TEXT, FIELD_REQUIRED, offsetof(ListSeen, key), NULL},
};

const RecordType list_seen_type = {
    .table = "list_row",
    .label = N_("row of a list"),
    .size = sizeof(ListSeen),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
};
