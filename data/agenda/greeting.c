/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tick of a year. */
#include "data/agenda/greeting.h"

#include "data/base/i18n.h"

#include <stddef.h>

static const Field fields[] = {
    {"customer_id", FIELD_REF, FIELD_OWNER, offsetof(Greeting, customer_id), NULL},
    {"occasion_id", FIELD_REF, FIELD_PLAIN, offsetof(Greeting, occasion_id), NULL},
    {"year", FIELD_INT, FIELD_PLAIN, offsetof(Greeting, year), N_("Year")},
    {"how", FIELD_TEXT, FIELD_PERSONAL, offsetof(Greeting, how), N_("How")},
};

const RecordType greeting_type = {
    .table = "greeting",
    .label = N_("greeting"),
    .size = sizeof(Greeting),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
};

const Choice greeting_ways[] = {
    {"in the shop", N_("in the shop")},
    {"call", N_("by phone")},
    {"card", N_("by card")},
    {NULL, NULL},
};
