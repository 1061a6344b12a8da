/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody said of the shop, in scores or in words. */
#include "data/diary/feedback.h"

#include "data/base/i18n.h"

#include <inttypes.h>
#include <stddef.h>
#include <string.h>

static const Field fields[] = {
    {"customer_id", FIELD_REF, FIELD_OWNER, offsetof(Feedback, customer_id), NULL},
    {"day", FIELD_TEXT, FIELD_REQUIRED, offsetof(Feedback, day), N_("Day")},
    {"kind", FIELD_TEXT, FIELD_PLAIN, offsetof(Feedback, kind), N_("Kind")},
    {"csat", FIELD_MAYBE, FIELD_PLAIN, offsetof(Feedback, csat), N_("Satisfaction")},
    {"ces", FIELD_MAYBE, FIELD_PLAIN, offsetof(Feedback, ces), N_("Ease")},
    {"nps", FIELD_MAYBE, FIELD_PLAIN, offsetof(Feedback, nps), N_("Recommendation")},
    {"product", FIELD_MAYBE, FIELD_PLAIN, offsetof(Feedback, product), N_("Product")},
    {"advice", FIELD_MAYBE, FIELD_PLAIN, offsetof(Feedback, advice), N_("Advice")},
    {"expectation", FIELD_TEXT, FIELD_PLAIN, offsetof(Feedback, expectation), N_("Expectation")},
    {"phase", FIELD_TEXT, FIELD_PLAIN, offsetof(Feedback, phase), N_("Phase")},
    {"touchpoint", FIELD_TEXT, FIELD_PLAIN, offsetof(Feedback, touchpoint), N_("Touchpoint")},
    {"channel", FIELD_TEXT, FIELD_PLAIN, offsetof(Feedback, channel), N_("Channel")},
    {"article_id", FIELD_REF, FIELD_PLAIN, offsetof(Feedback, article_id), N_("Article")},
    {"branch_id", FIELD_REF, FIELD_PLAIN, offsetof(Feedback, branch_id), N_("Branch")},
    {"wish_id", FIELD_REF, FIELD_PLAIN, offsetof(Feedback, wish_id), NULL},
    {"told_day", FIELD_TEXT, FIELD_PLAIN, offsetof(Feedback, told_day), NULL},
    {"words", FIELD_TEXT, FIELD_PERSONAL, offsetof(Feedback, words), N_("Words")},
};

static char *call(gconstpointer record)
{
    return feedback_brief(record);
}

const RecordType feedback_type = {
    .table = "feedback",
    .label = N_("feedback"),
    .size = sizeof(Feedback),
    .fields = fields,
    .fields_count = G_N_ELEMENTS(fields),
    .derives = DERIVES_NOTHING,
    .call = call,
};

const Choice feedback_kinds[] = {
    {"score", N_("Scores")},
    {"praise", N_("Praise")},
    {"opinion", N_("Opinion")},
    {"idea", N_("Idea")},
    {"wish", N_("Wish")},
    {"question", N_("Question")},
    {"complaint", N_("Displeased")},
    {"again", N_("Buys it again")},
    {"referral", N_("Brought somebody")},
    {"review", N_("Wrote a review")},
    {"survey", N_("Survey")},
    {NULL, NULL},
};

const Choice feedback_expectations[] = {
    {"below", N_("below")},
    {"met", N_("met")},
    {"above", N_("above")},
    {NULL, NULL},
};

const Choice feedback_channels[] = {
    {"counter", N_("Counter")},
    {"phone", N_("Phone")},
    {"email", N_("E-mail")},
    {"web", N_("Website")},
    {"social", N_("Social")},
    {"post", N_("Letter")},
    {NULL, NULL},
};

const Choice feedback_phases[] = {
    {"advice", N_("Advice")},
    {"order", N_("Ordering")},
    {"payment", N_("Paying")},
    {"pickup", N_("Picking up")},
    {"delivery", N_("Delivery")},
    {"complaint", N_("Complaining")},
    {NULL, NULL},
};

const Choice feedback_touchpoints[] = {
    {"counter", N_("Counter")},    {"phone", N_("Phone")},        {"web", N_("Web shop")},
    {"delivery", N_("Delivery")},  {"window", N_("Shop window")}, {"social", N_("Social media")},
    {"advert", N_("Advertising")}, {"event", N_("Event")},        {NULL, NULL},
};

static void add_part(GPtrArray *parts, gint64 score, const char *format)
{
    if (score != RECORD_NONE) {
        g_auto(GStrv) around = g_strsplit(format, "%d", 2);
        g_autofree char *number = g_strdup_printf("%" PRId64, score);
        g_ptr_array_add(parts, g_strjoinv(number, around));
    }
}

char *feedback_brief(const Feedback *feedback)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
    add_part(parts, feedback->csat, _("%d of 5"));
    /* TRANSLATORS: two answers of a survey, each of 5. */
    add_part(parts, feedback->product, _("product %d"));
    add_part(parts, feedback->advice, _("advice %d"));
    if (feedback->words != NULL) {
        /* TRANSLATORS: what somebody said. */
        g_ptr_array_add(parts, g_strdup_printf(_("“%s”"), feedback->words));
    }
    add_part(parts, feedback->ces, _("ease %d of 7"));
    add_part(parts, feedback->nps, _("recommends %d of 10"));
    if (parts->len == 0) {
        bool is_asked = g_strcmp0(feedback->kind, "survey") == 0;
        g_ptr_array_add(parts, g_strdup(is_asked ? _("did not want to answer")
                                                 : choice_label(feedback_kinds, feedback->kind)));
    }
    g_ptr_array_add(parts, NULL);
    return g_strjoinv(" · ", (char **)parts->pdata);
}
