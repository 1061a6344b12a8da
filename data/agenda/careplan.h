/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The communication plan: which kind of contact how often, for a class, a tag or one customer. */
#pragma once

#include "data/base/choice.h"
#include "data/base/day.h"
#include "data/db/record.h"

/* One line of the plan. Exactly one of class, tag and customer_id is set. */
typedef struct {
    RecordHead head;
    char *class;        /* "A", "B", "C" */
    char *tag;          /* the words of notes of the kind "tag", folded when compared */
    gint64 customer_id; /* the customer */
    char *channel;      /* a code of care_channels; NULL: what fits */
    gint64 every;       /* every so many units, 0 to 999; 0: never */
    char *unit;         /* a code of series_units */
    char *from_day;     /* since when the line holds, YYYY-MM-DD */
    char *words;        /* what it is about; NULL: nothing in particular */
} CarePlan;

extern const RecordType care_plan_type;

/* "visit", "phone", "email", "sms", "social", "post", "newsletter". */
extern const Choice care_channels[];

/* About how many days lie between two contacts of PLAN: a month counts 30, a year 365. 0: never. */
int care_plan_days(const CarePlan *plan);
/* "every quarter by phone", "every 6 weeks", "never": for people. Free with g_free. */
char *care_plan_words(const CarePlan *plan);
/* The same with whose line it is: "class A, every quarter", "group “choir”, never", "their own
 * line, every 6 weeks"; HAS_WAY: also by which way. Free with g_free. */
char *care_plan_origin(const CarePlan *plan, bool has_way);
/* Whether it takes a customer out of all ways. */
bool care_plan_is_never(const CarePlan *plan);
/* Stores PLAN as a new line, or as it was changed when it has an id. FAULT_REFUSED, with what is
 * missing, unless for whom and how often are said; FAULT_TAKEN when there is a line for the same
 * people and channel. */
bool care_plan_save(Deed *deed, CarePlan *plan, GError **error);
/* The lines for classes and tags (CUSTOMER_ID 0), or those of a customer alone: classes first, then
 * tags, by name. The array frees them. NULL on a fault. */
GPtrArray *care_plan_list(Db *db, gint64 customer_id, GError **error);
