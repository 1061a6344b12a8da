/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was bought on a visit, one line an article. */
#include "data/diary/visititem.h"

#include "data/base/i18n.h"

#include <stddef.h>

static const Field fields[] = {
    {"customer_id", FIELD_REF, FIELD_OWNER, offsetof(VisitItem, customer_id), NULL},
    {"visit_id", FIELD_REF, FIELD_PLAIN, offsetof(VisitItem, visit_id), NULL},
    {"article_id", FIELD_REF, FIELD_PLAIN, offsetof(VisitItem, article_id), N_("Article")},
    {"quantity", FIELD_INT, FIELD_PLAIN, offsetof(VisitItem, quantity), N_("Quantity")},
    {"amount", FIELD_MAYBE, FIELD_PLAIN, offsetof(VisitItem, amount), N_("Amount")},
};

const RecordType visit_item_type = {
    .table = "visit_item",
    .label = N_("bought article"),
    .size = sizeof(VisitItem),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .derives = DERIVES_SUMS,
};
