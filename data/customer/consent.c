/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a customer agreed to something. No row means that nobody has asked yet. */
#include "data/customer/consent.h"

#include "data/base/i18n.h"

#include <stddef.h>
#include <string.h>

static const Field fields[] = {
    {"customer_id", FIELD_REF, FIELD_OWNER, offsetof(Consent, customer_id), NULL},
    {"purpose", FIELD_TEXT, FIELD_PERSONAL | FIELD_REQUIRED, offsetof(Consent, purpose),
     N_("Purpose")},
    {"state", FIELD_TEXT, FIELD_PERSONAL | FIELD_REQUIRED, offsetof(Consent, state), N_("Answer")},
    {"day", FIELD_TEXT, FIELD_PERSONAL, offsetof(Consent, day), N_("Day")},
    {"how", FIELD_TEXT, FIELD_PERSONAL, offsetof(Consent, how), N_("How")},
    {"asked_by", FIELD_REF, FIELD_PLAIN, offsetof(Consent, asked_by), NULL},
};

static char *call(gconstpointer record)
{
    const Consent *consent = record;
    return g_strdup_printf("%s: %s", choice_label(consent_purposes, consent->purpose),
                           choice_label(consent_states, consent->state));
}

const RecordType consent_type = {
    .table = "consent",
    .label = N_("consent"),
    .size = sizeof(Consent),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .cares = true,
    .call = call,
};

const Choice consent_purposes[] = {
    {"health", N_("Health (allergies, diet)")},
    {"belief", N_("Belief (kosher, halal …)")},
    {"news_email", N_("News by e-mail")},
    {"news_sms", N_("News by SMS")},
    {"news_phone", N_("News by phone")},
    {"news_post", N_("News by post")},
    {NULL, NULL},
};

const Choice consent_states[] = {
    {"given", N_("agreed")},
    {"refused", N_("does not agree")},
    {"withdrawn", N_("withdrawn")},
    {NULL, NULL},
};

const Choice consent_ways[] = {
    {"in the shop", N_("in the shop")},
    {"in writing", N_("in writing")},
    {"from a list", N_("from a list")},
    {NULL, NULL},
};

const char *consent_purpose(const char *channel)
{
    static const struct {
        const char *channel, *purpose;
    } purposes[] = {
        {"phone", "news_phone"}, {"email", "news_email"}, {"newsletter", "news_email"},
        {"sms", "news_sms"},     {"post", "news_post"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(purposes); i++) {
        if (g_strcmp0(purposes[i].channel, channel) == 0) {
            return purposes[i].purpose;
        }
    }
    return NULL;
}

bool consent_must_be_given(const char *purpose)
{
    return strcmp(purpose, "news_post") != 0;
}

Consent *consent_load(Db *db, gint64 customer_id, const char *purpose, GError **error)
{
    g_autoptr(GPtrArray) found =
        record_list(db, &consent_type, "WHERE customer_id = $1 AND purpose = $2",
                    DB_VALUES(db_int(customer_id), db_text(purpose)), error);
    if (found == NULL) {
        return NULL;
    }
    if (found->len > 0) {
        return g_ptr_array_steal_index(found, 0);
    }
    Consent *consent = record_new(&consent_type);
    consent->customer_id = customer_id;
    record_set_text(&consent->purpose, purpose);
    return consent;
}

bool consent_note(Deed *deed, gint64 customer_id, const char *purpose, const char *state,
                  const char *day, const char *how, GError **error)
{
    Consent *consent = consent_load(deed_db(deed), customer_id, purpose, error);
    if (consent == NULL) {
        return false;
    }
    record_set_text(&consent->state, state);
    record_set_text(&consent->day, day);
    record_set_text(&consent->how, how);
    consent->asked_by = deed_who(deed)->clerk_id;
    bool ok = consent->head.id == 0 ? record_insert(deed, consent, error)
                                    : record_update(deed, consent, error);
    record_free(consent);
    return ok;
}
