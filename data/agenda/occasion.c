/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days that come round each year. */
#include "data/agenda/occasion.h"

#include "data/base/i18n.h"

#include <stddef.h>

static const Field fields[] = {
    {"customer_id", FIELD_REF, FIELD_OWNER, offsetof(Occasion, customer_id), NULL},
    {"relation_id", FIELD_REF, FIELD_PLAIN, offsetof(Occasion, relation_id), NULL},
    {"kind", FIELD_TEXT, FIELD_PERSONAL | FIELD_REQUIRED, offsetof(Occasion, kind), N_("Occasion")},
    {"label", FIELD_TEXT, FIELD_PERSONAL, offsetof(Occasion, label), N_("Label")},
    {"year", FIELD_REF, FIELD_PERSONAL, offsetof(Occasion, year), N_("Year")},
    {"month", FIELD_REF, FIELD_PERSONAL, offsetof(Occasion, month), N_("Month")},
    {"day", FIELD_REF, FIELD_PERSONAL, offsetof(Occasion, day), N_("Day")},
};

static char *call(gconstpointer record)
{
    g_autofree char *day = day_for_people(occasion_day(record));
    return g_strdup_printf("%s %s", occasion_label(record), day);
}

const RecordType occasion_type = {
    .table = "occasion",
    .label = N_("occasion"),
    .size = sizeof(Occasion),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .call = call,
};

const Choice occasion_kinds[] = {
    {"birthday", N_("Birthday")},
    {"name_day", N_("Name day")},
    {"wedding", N_("Wedding day")},
    {"other", N_("Other day")},
    {NULL, NULL},
};

Day occasion_day(const Occasion *occasion)
{
    return (Day){(int)occasion->year, (int)occasion->month, (int)occasion->day};
}

void occasion_set_day(Occasion *occasion, Day day)
{
    occasion->year = day.year;
    occasion->month = day.month;
    occasion->day = day.day;
}

const char *occasion_label(const Occasion *occasion)
{
    return occasion->label != NULL ? occasion->label : choice_label(occasion_kinds, occasion->kind);
}
