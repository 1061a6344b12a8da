/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A free extra somebody was given. */
#pragma once

#include "data/base/day.h"
#include "data/db/record.h"

typedef struct {
    RecordHead head;
    gint64 customer_id; /* the customer */
    char *day;          /* YYYY-MM-DD */
    gint64 branch_id;   /* where; 0: not told */
    char *words;        /* "Cake-Pops" */
} Extra;

extern const RecordType extra_type;

/* For so many days after somebody was given something the next one is asked about. */
enum { EXTRA_DAYS = 14 };

/* The last one the customer was given, from SINCE_DAY (whole) on. *EXTRA is NULL when there is
 * none, else freed with record_free. False on a fault. */
bool extra_last_of(Db *db, gint64 customer_id, Day since_day, Extra **extra, GError **error);
/* Notes that the customer was given WORDS on DAY (whole), at BRANCH_ID (0: not told). The text is
 * made storable here. FAULT_REFUSED when it is empty. *ID may be NULL. */
bool extra_add(Deed *deed, gint64 customer_id, Day day, gint64 branch_id, const char *words,
               gint64 *id, GError **error);
/* What was given most often lately: for the prompt. *WORDS is NULL when nothing ever was, else
 * freed with g_free. */
bool extra_usual(Db *db, char **words, GError **error);
