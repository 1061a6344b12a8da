/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why people complain: a list the owner edits. */
#include "data/diary/complaintcause.h"

#include "data/base/i18n.h"

#include <inttypes.h>
#include <stddef.h>

static const char count_uses[] =
    "SELECT cause_id, COUNT(*) FROM complaint WHERE cause_id IS NOT NULL GROUP BY cause_id";

static const Field fields[] = {
    {"code", FIELD_TEXT, FIELD_REQUIRED, offsetof(ComplaintCause, code), NULL},
    {"label", FIELD_TEXT, FIELD_PLAIN, offsetof(ComplaintCause, label), N_("Cause")},
    {"place", FIELD_INT, FIELD_PLAIN, offsetof(ComplaintCause, place), NULL},
};

static char *call(gconstpointer record)
{
    return g_strdup(complaint_cause_label(record));
}

const RecordType complaint_cause_type = {
    .table = "complaint_cause",
    .label = N_("cause of complaints"),
    .size = sizeof(ComplaintCause),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .derives = DERIVES_NOTHING,
    .call = call,
};

/* In the order of forms: what a shop does wrong, then what is none of its own doing. */
static const BuiltinWord builtin[] = {
    {"quality", N_("Quality"), NULL},
    {"wrong_delivery", N_("Wrong delivery"), NULL},
    {"wrong_invoice", N_("Wrong invoice"), NULL},
    {"unfriendly_staff", N_("Unfriendly staff"), NULL},
    {"waiting_time", N_("Waiting time"), NULL},
    {"forgotten", N_("Forgotten or late"), NULL},
    {"wrong_advice", N_("Wrong advice"), NULL},
    {"price", N_("Price"), NULL},
    {"damaged", N_("Damaged"), NULL},
    {"allergen", N_("Allergen or hygiene"), NULL},
    {"other", N_("Something else"), NULL},
};

static char *uses_words(gint64 count)
{
    return g_strdup_printf(
        ngettext("%" PRId64 " complaint", "%" PRId64 " complaints", (unsigned long)count), count);
}

static char *in_use(gint64 count)
{
    return g_strdup_printf(ngettext("%" PRId64 " complaint has this cause. Give it "
                                    "another one first, then the cause can go.",
                                    "%" PRId64 " complaints have this cause. Give them "
                                    "another one first, then the cause can go.",
                                    (unsigned long)count),
                           count);
}

const WordList complaint_causes = {
    .type = &complaint_cause_type,
    .builtin = builtin,
    .builtin_count = G_N_ELEMENTS(builtin),
    .title = N_("Causes of complaints"),
    .adding = N_("adding a cause of complaints"),
    .renaming = N_("renaming a cause of complaints"),
    .moving = N_("moving a cause of complaints"),
    .removing = N_("removing a cause of complaints"),
    .count_uses = count_uses,
    .uses_words = uses_words,
    .in_use = in_use,
};

const char *complaint_cause_label(const ComplaintCause *cause)
{
    return wordlist_label(&complaint_causes, cause);
}

const char *complaint_cause_called(const GPtrArray *causes, gint64 id)
{
    const ComplaintCause *cause = wordlist_by_id(causes, id);
    return cause != NULL ? complaint_cause_label(cause) : "";
}
