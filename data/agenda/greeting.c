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
    {"words", FIELD_TEXT, FIELD_PERSONAL, offsetof(Greeting, words), N_("Words")},
};

const RecordType greeting_type = {
    .table = "greeting",
    .label = N_("greeting"),
    .size = sizeof(Greeting),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .cares = true,
};

const Choice greeting_ways[] = {
    {"in the shop", N_("in the shop")}, {"call", N_("by phone")},        {"card", N_("by card")},
    {"gift", N_("with a small gift")},  {"flowers", N_("with flowers")}, {NULL, NULL},
};

char *greeting_said(const char *how, const char *words)
{
    const char *way = how != NULL ? choice_label(greeting_ways, how) : NULL;
    return way != NULL && words != NULL ? g_strdup_printf("%s: %s", way, words)
                                        : g_strdup(way != NULL ? way : words);
}
