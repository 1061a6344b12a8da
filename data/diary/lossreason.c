/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why customers stay away: a list the owner edits, in three families. */
#include "data/diary/lossreason.h"

#include "data/base/i18n.h"

#include <stddef.h>

static const Field fields[] = {
    {"code", FIELD_TEXT, FIELD_PLAIN, offsetof(LossReason, code), NULL},
    {"label", FIELD_TEXT, FIELD_PLAIN, offsetof(LossReason, label), N_("Reason")},
    {"family", FIELD_TEXT, FIELD_PLAIN, offsetof(LossReason, family), N_("Family")},
    {"place", FIELD_INT, FIELD_PLAIN, offsetof(LossReason, place), NULL},
};

static char *call(gconstpointer record)
{
    return g_strdup(wordlist_label(&loss_reasons, record));
}

const RecordType loss_reason_type = {
    .table = "loss_reason",
    .label = N_("reason"),
    .size = sizeof(LossReason),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .derives = DERIVES_NOTHING,
    .call = call,
};

const Choice loss_families[] = {
    {"customer", N_("with them")},
    {"company", N_("with us")},
    {"competitor", N_("with others")},
    {NULL, NULL},
};

static const BuiltinWord builtin[] = {
    {"price", N_("Too expensive"), "company"},
    {"quality", N_("Quality"), "company"},
    {"service", N_("Bad service"), "company"},
    {"unfriendly", N_("Unfriendly staff"), "company"},
    {"complaint", N_("Complaint handled badly"), "company"},
    {"slow", N_("Took too long"), "company"},
    {"appointment", N_("Appointment not kept"), "company"},
    {"unreachable", N_("Hard to reach"), "company"},
    {"inflexible", N_("Not flexible"), "company"},
    {"staff_change", N_("Their contact has left"), "company"},
    {"location", N_("No shop nearby"), "company"},
    {"image", N_("Bad reputation"), "company"},
    {"moved", N_("Moved away"), "customer"},
    {"life_stage", N_("New stage of life"), "customer"},
    {"marriage", N_("Marriage"), "customer"},
    {"children", N_("Children"), "customer"},
    {"new_job", N_("Another job"), "customer"},
    {"unemployment", N_("Lost their job"), "customer"},
    {"retirement", N_("Retired"), "customer"},
    {"money", N_("Money is short"), "customer"},
    {"demands", N_("Wants something finer"), "customer"},
    {"change", N_("Wants a change"), "customer"},
    {"trial", N_("Only wanted to try"), "customer"},
    {"death", N_("Died"), "customer"},
    {"better_offer", N_("Better offer elsewhere"), "competitor"},
    {"cheaper", N_("Cheaper elsewhere"), "competitor"},
    {"nearer", N_("Another shop is nearer"), "competitor"},
    {"poached", N_("Lured away"), "competitor"},
    {"recommended", N_("Another shop was recommended"), "competitor"},
    {"novelty", N_("Something new elsewhere"), "competitor"},
};

static char *uses_words(gint64 count)
{
    int shown = (int)MIN(count, G_MAXINT);
    return g_strdup_printf(ngettext("%d customer", "%d customers", (unsigned long)shown), shown);
}

static char *in_use(gint64 count)
{
    int shown = (int)MIN(count, G_MAXINT);
    return g_strdup_printf(ngettext("%d lost customer has this reason. Choose another one there "
                                    "first, then the reason can go.",
                                    "%d lost customers have this reason. Choose another one there "
                                    "first, then the reason can go.",
                                    (unsigned long)shown),
                           shown);
}

const WordList loss_reasons = {
    .type = &loss_reason_type,
    .builtin = builtin,
    .builtin_count = G_N_ELEMENTS(builtin),
    .families = loss_families,
    .title = N_("Why customers are lost"),
    .adding = N_("adding a reason"),
    .renaming = N_("changing a reason"),
    .moving = N_("moving a reason"),
    .removing = N_("removing a reason"),
    .count_uses = "SELECT id, COUNT(*) FROM ("
                  "SELECT reason_id AS id FROM loss WHERE reason_id IS NOT NULL UNION ALL "
                  "SELECT real_reason_id FROM loss WHERE real_reason_id IS NOT NULL "
                  "AND (reason_id IS NULL OR reason_id <> real_reason_id)) used GROUP BY id",
    .uses_words = uses_words,
    .in_use = in_use,
};
