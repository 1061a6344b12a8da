/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A contact with a customer. */
#include "data/agenda/interaction.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/customer/consent.h"

#include <stddef.h>
#include <string.h>

static const Field fields[] = {
    {"customer_id", FIELD_REF, FIELD_OWNER, offsetof(Interaction, customer_id), NULL},
    {"day", FIELD_TEXT, FIELD_REQUIRED, offsetof(Interaction, day), N_("Day")},
    {"minute", FIELD_MAYBE, FIELD_PLAIN, offsetof(Interaction, minute), N_("Time")},
    {"direction", FIELD_TEXT, FIELD_PLAIN, offsetof(Interaction, direction), N_("Who began")},
    {"channel", FIELD_TEXT, FIELD_PLAIN, offsetof(Interaction, channel), N_("Way")},
    {"outcome", FIELD_TEXT, FIELD_PERSONAL, offsetof(Interaction, outcome), N_("Outcome")},
    {"mood", FIELD_TEXT, FIELD_PERSONAL, offsetof(Interaction, mood), N_("Mood")},
    {"branch_id", FIELD_REF, FIELD_PLAIN, offsetof(Interaction, branch_id), N_("Branch")},
    {"words", FIELD_TEXT, FIELD_PERSONAL, offsetof(Interaction, words), N_("Words")},
};

static char *call(gconstpointer record)
{
    const Interaction *interaction = record;
    return g_strdup(interaction->words != NULL
                        ? interaction->words
                        : choice_label(interaction_channels, interaction->channel));
}

const RecordType interaction_type = {
    .table = "interaction",
    .label = N_("contact made"),
    .size = sizeof(Interaction),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .derives = DERIVES_NOTHING,
    .cares = true,
    .call = call,
};

const Choice interaction_channels[] = {
    {"counter", N_("At the counter")},
    {"visit", N_("Visit with them")},
    {"phone", N_("Phone")},
    {"email", N_("E-mail")},
    {"sms", N_("SMS")},
    {"social", N_("Social network")},
    {"post", N_("Post")},
    {"newsletter", N_("Newsletter")},
    {NULL, NULL},
};

const Choice interaction_directions[] = {
    {"out", N_("from us")},
    {"in", N_("from them")},
    {NULL, NULL},
};

const Choice interaction_outcomes[] = {
    {"reached", N_("reached")},
    {"not_reached", N_("not reached")},
    {"call_back", N_("wants a call back")},
    {"appointment", N_("wants an appointment")},
    {"documents", N_("wants papers")},
    {"talk", N_("wants to talk in person")},
    {"order", N_("ordered")},
    {"no_more", N_("wants no more of it")},
    {NULL, NULL},
};

const Choice interaction_moods[] = {
    {"good", N_("good")},
    {"neutral", N_("neutral")},
    {"bad", N_("bad")},
    {NULL, NULL},
};

static bool refuse(const char *sentence, GError **error)
{
    g_set_error_literal(error, FAULT, FAULT_REFUSED, sentence);
    return false;
}

static bool check(const Interaction *interaction, GError **error)
{
    Day day;
    if (interaction->day == NULL || !day_from_text(interaction->day, &day) || !day_is_whole(day)) {
        return refuse(_("Please say on which day it was, such as 27.11. or “yesterday”."), error);
    }
    if (choice_place(interaction_channels, interaction->channel) == 0) {
        return refuse(_("Please say by which way it was, such as phone or e-mail."), error);
    }
    return choice_place(interaction_directions, interaction->direction) > 0 ||
           refuse(_("Please say who began: somebody of the shop, or they."), error);
}

static bool wants_no_more(const Interaction *interaction)
{
    return g_strcmp0(interaction->outcome, "no_more") == 0;
}

/* Notes that the customer takes back what allowed the shop to use this way. */
static bool take_back(Deed *deed, const Interaction *interaction, GError **error)
{
    const char *purpose = consent_purpose(interaction->channel);
    return purpose == NULL || consent_note(deed, interaction->customer_id, purpose, "withdrawn",
                                           interaction->day, NULL, error);
}

/* Whether the stored row says already that they want no more: they may have agreed anew since. */
static bool said_before(Db *db, gint64 id, bool *said, GError **error)
{
    *said = false;
    if (id == 0) {
        return true;
    }
    Interaction *stored = record_load(db, &interaction_type, id, error);
    *said = stored != NULL && wants_no_more(stored);
    record_free(stored);
    return stored != NULL;
}

bool interaction_save(Deed *deed, Interaction *interaction, GError **error)
{
    bool said = false;
    if (!check(interaction, error) ||
        !said_before(deed_db(deed), interaction->head.id, &said, error)) {
        return false;
    }
    bool ok = interaction->head.id == 0 ? record_insert(deed, interaction, error)
                                        : record_update(deed, interaction, error);
    return ok && (said || !wants_no_more(interaction) || take_back(deed, interaction, error));
}
