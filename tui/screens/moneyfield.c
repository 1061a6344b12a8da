/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of a form that take an amount of money. */
#include "tui/screens/moneyfield.h"

#include "data/base/fault.h"
#include "data/base/money.h"
#include "data/db/record.h"

#include <string.h>

static bool is_blank(const char *typed)
{
    return typed[strspn(typed, " \t")] == '\0';
}

char *money_field_reading(const char *typed, gconstpointer context)
{
    const MoneyContext *money = context;
    gint64 amount = 0;
    return money_read(typed, money->currency, &amount, NULL)
               ? money_for_people(amount, money->currency)
               : NULL;
}

bool money_field_check(const char *typed, gconstpointer context, GError **error)
{
    const MoneyContext *money = context;
    gint64 amount = 0;
    bool too_much = false;
    if (is_blank(typed) || money_read(typed, money->currency, &amount, &too_much)) {
        return true;
    }
    g_autofree char *sentence = money_refused(typed, too_much);
    g_set_error_literal(error, FAULT, FAULT_REFUSED, sentence);
    return false;
}

gint64 money_field_amount(const char *typed, const MoneyContext *context)
{
    gint64 amount = RECORD_NONE;
    money_read(typed, context->currency, &amount, NULL);
    return amount;
}

char *money_field_shown(gint64 amount, const char *currency)
{
    return amount != RECORD_NONE ? money_bare(amount, currency) : g_strdup("");
}
