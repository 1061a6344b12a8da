/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of a form that take an amount of money. Their form's context begins with a MoneyContext.
 */
#pragma once

#include "data/base/day.h"

typedef struct {
    Day today;      /* for fields that take a day */
    char *currency; /* ISO 4217; NULL: "EUR" */
} MoneyContext;

/* For FormField.reading: the amount as it is understood; NULL when there is nothing to say. Free
 * with g_free. */
char *money_field_reading(const char *typed, gconstpointer context);
/* For FormField.check: whether TYPED is empty or an amount; FAULT_REFUSED otherwise. */
bool money_field_check(const char *typed, gconstpointer context, GError **error);
/* The amount in TYPED; RECORD_NONE when there is none. */
gint64 money_field_amount(const char *typed, const MoneyContext *context);
/* AMOUNT as it stands in a field, "" for RECORD_NONE. Free with g_free. */
char *money_field_shown(gint64 amount, const char *currency);
