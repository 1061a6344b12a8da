/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days that come round each year: birthday, name day, wedding day, own ones. Any part of the date
 * may be unknown. */
#pragma once

#include "data/base/choice.h"
#include "data/base/day.h"
#include "data/db/record.h"

typedef struct {
    RecordHead head;
    gint64 customer_id; /* the customer */
    gint64 relation_id; /* whose day it is: a related person, 0: the customer */
    char *kind;         /* a code of occasion_kinds */
    char *label;        /* for own occasions */
    gint64 year;        /* 0: not known */
    gint64 month;       /* 0: not known */
    gint64 day;         /* 0: not known */
} Occasion;

extern const RecordType occasion_type;

/* "birthday", "name_day", "wedding", "other". */
extern const Choice occasion_kinds[];

/* The known parts of the date. */
Day occasion_day(const Occasion *occasion);
void occasion_set_day(Occasion *occasion, Day day);
/* What the day is called: the own label, else the kind, translated. Belongs to OCCASION or the
 * catalogue. */
const char *occasion_label(const Occasion *occasion);
