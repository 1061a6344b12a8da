/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a customer. */
#include "data/customer/completeness.h"

#include "data/base/i18n.h"
#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"

#include <string.h>

static bool has(const char *text)
{
    return text != NULL && *text != '\0';
}

static bool has_name(const Sheet *sheet, const GPtrArray *kinds)
{
    (void)kinds;
    g_autofree char *name = customer_name(sheet->customer, NAME_SORTED);
    return name != NULL;
}

static bool has_form(const Sheet *sheet, const GPtrArray *kinds)
{
    (void)kinds;
    return has(sheet->customer->address_form);
}

static bool has_taste(const Sheet *sheet, const GPtrArray *kinds)
{
    for (guint i = 0; i < sheet->facts->len; i++) {
        const Fact *fact = g_ptr_array_index(sheet->facts, i);
        const FactKind *kind = fact_kind_by_id(kinds, fact->kind_id);
        if (kind != NULL &&
            (strcmp(kind->code, "usual") == 0 || strcmp(kind->code, "likes") == 0)) {
            return true;
        }
    }
    return false;
}

static bool has_birthday(const Sheet *sheet, const GPtrArray *kinds)
{
    (void)kinds;
    const Customer *customer = sheet->customer;
    bool is_company =
        has(customer->company) && !has(customer->given_name) && !has(customer->family_name);
    return is_company || !day_is_none(sheet_birthday(sheet));
}

static bool has_way(const Sheet *sheet, const GPtrArray *kinds)
{
    (void)kinds;
    for (guint i = 0; i < sheet->contacts->len; i++) {
        const Contact *contact = g_ptr_array_index(sheet->contacts, i);
        if (strcmp(contact->kind, "phone") == 0 || strcmp(contact->kind, "email") == 0) {
            return true;
        }
    }
    return false;
}

static bool has_answer(const Sheet *sheet, const GPtrArray *kinds)
{
    (void)kinds;
    for (guint i = 0; i < sheet->consents->len; i++) {
        const Consent *consent = g_ptr_array_index(sheet->consents, i);
        if (g_str_has_prefix(consent->purpose, "news_")) {
            return true;
        }
    }
    return false;
}

static const struct {
    bool (*is_known)(const Sheet *sheet, const GPtrArray *kinds);
    const char *question; /* N_() */
} things[COMPLETENESS_ALL] = {
    [COMPLETENESS_NAME] = {has_name, N_("What is their name?")},
    [COMPLETENESS_ADDRESS_FORM] = {has_form, N_("Du or Sie?")},
    [COMPLETENESS_TASTE] = {has_taste, N_("What do they like?")},
    [COMPLETENESS_BIRTHDAY] = {has_birthday, N_("When is their birthday?")},
    [COMPLETENESS_WAY] = {has_way, N_("What is their phone number?")},
    {has_answer, N_("May we call or write?")},
};

Completeness completeness_of(const Sheet *sheet, const GPtrArray *kinds)
{
    Completeness result = {.next = COMPLETENESS_ALL};
    for (guint i = 0; i < COMPLETENESS_ALL; i++) {
        if (things[i].is_known(sheet, kinds)) {
            result.known++;
        } else if (result.ask == NULL) {
            result.next = (CompletenessThing)i;
            result.ask = _(things[i].question);
        }
    }
    return result;
}
