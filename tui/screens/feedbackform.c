/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the form for feedback. */
#include "tui/screens/feedbackform.h"

#include "data/base/i18n.h"
#include "data/customer/alike.h"
#include "tui/screens/nearfield.h"
#include "tui/screens/scorefield.h"
#include "tui/screens/values.h"

#include <string.h>

enum { WORDS_MOST = 1000, NAME_MOST = 100, SCORE_MOST = 3 };

static const FormField upper_fields[] = {
    {.name = "csat",
     .label = N_("Satisfied, 1–5"),
     .kind = FORM_DATE,
     .hint = N_("a number, or just type words"),
     .max_chars = SCORE_MOST,
     .reading = score_field_reading_csat,
     .check = score_field_check_csat},
    {.name = "words",
     .label = N_("Words"),
     .kind = FORM_TEXT,
     .joins = true,
     .hint = N_("as they were said"),
     .max_chars = WORDS_MOST},
};

static const FormField about_field = {.name = "article",
                                      .label = N_("About"),
                                      .kind = FORM_TEXT,
                                      .hint = N_("a product"),
                                      .max_chars = NAME_MOST};

static const FormField lower_fields[] = {
    {.name = "nps",
     .label = N_("Recommends, 0–10"),
     .kind = FORM_DATE,
     .hint = N_("10 is most likely"),
     .max_chars = SCORE_MOST,
     .reading = score_field_reading_nps,
     .check = score_field_check_nps},
    {.name = "ces",
     .label = N_("Ease, 1–7"),
     .kind = FORM_DATE,
     .hint = N_("1 very hard, 7 very easy"),
     .max_chars = SCORE_MOST,
     .reading = score_field_reading_ces,
     .check = score_field_check_ces},
    {.name = "phase",
     .label = N_("Ease of what"),
     .kind = FORM_TEXT,
     .hint = N_("ordering, picking up, paying …"),
     .max_chars = NAME_MOST},
    {.name = "touchpoint",
     .label = N_("Met us at"),
     .kind = FORM_TEXT,
     .hint = N_("counter, web shop, shop window …"),
     .max_chars = NAME_MOST},
};

static const FormField day_field = {.name = "day",
                                    .label = N_("Day"),
                                    .kind = FORM_DATE,
                                    .hint = N_("today"),
                                    .reading = near_field_reading_back,
                                    .check = near_field_check_back};

/* The labels of all kinds but that of the survey, which has a form of its own. */
static const char **kind_labels(void)
{
    const char **labels = values_labels(NULL, feedback_kinds);
    labels[choice_place(feedback_kinds, "survey") - 1] = NULL;
    return labels;
}

void feedback_form_init(FeedbackForm *self, Day today)
{
    *self = (FeedbackForm){.today = today};
    self->kinds = kind_labels();
    self->expectations = values_labels(N_("not said"), feedback_expectations);
    self->channels = values_labels(N_("not said"), feedback_channels);
    const FormField kind = {
        .name = "kind", .label = N_("Kind"), .kind = FORM_CHOICE, .choices = self->kinds};
    const FormField expectation = {.name = "expectation",
                                   .label = N_("Expectation"),
                                   .kind = FORM_CHOICE,
                                   .choices = self->expectations};
    const FormField channel = {
        .name = "channel", .label = N_("Came by"), .kind = FORM_CHOICE, .choices = self->channels};
    self->form = form_new(upper_fields, G_N_ELEMENTS(upper_fields), &self->today);
    form_append(self->form, &kind, 1);
    form_append(self->form, &about_field, 1);
    form_append(self->form, &expectation, 1);
    form_append(self->form, lower_fields, G_N_ELEMENTS(lower_fields));
    form_append(self->form, &channel, 1);
    form_append(self->form, &day_field, 1);
}

void feedback_form_clear(FeedbackForm *self)
{
    g_clear_pointer(&self->form, form_free);
    g_clear_pointer(&self->kinds, g_free);
    g_clear_pointer(&self->expectations, g_free);
    g_clear_pointer(&self->channels, g_free);
}

static void set_score(GHashTable *values, const char *name, gint64 score)
{
    g_autofree char *text = score_field_shown(score);
    values_set(values, name, text);
}

GHashTable *feedback_form_values(const Feedback *feedback, const char *article)
{
    GHashTable *values = values_new();
    g_autofree char *day = near_field_shown(feedback->day);
    set_score(values, "csat", feedback->csat);
    set_score(values, "nps", feedback->nps);
    set_score(values, "ces", feedback->ces);
    values_set(values, "words", feedback->words);
    values_set(values, "article", article);
    values_set(values, "phase", choice_label(feedback_phases, feedback->phase));
    values_set(values, "touchpoint", choice_label(feedback_touchpoints, feedback->touchpoint));
    values_set(values, "day", day);
    values_set_code(values, "kind", feedback_kinds, feedback->kind);
    values_set_choice(values, "expectation",
                      choice_place(feedback_expectations, feedback->expectation));
    values_set_choice(values, "channel", choice_place(feedback_channels, feedback->channel));
    return values;
}

const char *feedback_form_kind(const FeedbackForm *self)
{
    return feedback_kinds[form_chosen(self->form, "kind")].code;
}

void feedback_form_guess(FeedbackForm *self)
{
    const char *kind =
        feedback_guess(form_get(self->form, "words"), score_field_get(self->form, "csat"),
                       score_field_get(self->form, "nps"));
    guint number = MAX(choice_place(feedback_kinds, kind), 1) - 1;
    if (!self->is_chosen && number != form_chosen(self->form, "kind")) {
        form_choose(self->form, "kind", number);
    }
}

/* Offers what the field that listens may go on with. */
static void complete(Form *form, const FeedbackModel *model)
{
    const char *focus = form_focus(form), *typed = form_get(form, focus);
    const GPtrArray *known = strcmp(focus, "article") == 0      ? model->articles
                             : strcmp(focus, "phase") == 0      ? model->phases
                             : strcmp(focus, "touchpoint") == 0 ? model->touchpoints
                                                                : NULL;
    const char *text = NULL;
    for (guint i = 0; known != NULL && i < known->len && text == NULL && *typed != '\0'; i++) {
        const char *rest = alike_rest(g_ptr_array_index(known, i), typed);
        text = rest != NULL && *rest != '\0' ? g_ptr_array_index(known, i) : NULL;
    }
    if (known != NULL) {
        form_suggest(form, focus, typed, text);
    }
}

Outcome feedback_form_input(FeedbackForm *self, const Event *event, const FeedbackModel *model)
{
    unsigned before = form_changes(self->form), kind = form_chosen(self->form, "kind");
    bool is_kind = strcmp(form_focus(self->form), "kind") == 0;
    if (event->kind == EVENT_KEY && event->key == K_ENTER) {
        return OUTCOME_NONE;
    }
    Outcome outcome = strcmp(form_focus(self->form), "csat") == 0
                          ? score_field_input(self->form, event, "words", false)
                          : form_input(self->form, event);
    if (is_kind && form_chosen(self->form, "kind") != kind) {
        self->is_chosen = true;
    }
    if (form_changes(self->form) != before) {
        feedback_form_guess(self);
    }
    if (model != NULL) {
        complete(self->form, model);
    }
    return outcome;
}

/* The code of the row NAME, which begins with "not said". */
static const char *code_of(const Form *form, const char *name, const Choice *choices)
{
    guint chosen = form_chosen(form, name);
    return chosen > 0 ? choices[chosen - 1].code : NULL;
}

FeedbackOrder feedback_form_order(const FeedbackForm *self, const Feedback *stored, char **day)
{
    const Form *form = self->form;
    *day = near_field_stored_back(form_get(form, "day"), self->today);
    if (*day == NULL) {
        *day = day_to_text(self->today);
    }
    FeedbackOrder order = feedback_order(*day);
    order.customer_id = stored->customer_id;
    order.kind = feedback_form_kind(self);
    order.csat = score_field_get(form, "csat");
    order.nps = score_field_get(form, "nps");
    order.ces = score_field_get(form, "ces");
    order.product = stored->product;
    order.advice = stored->advice;
    order.expectation = code_of(form, "expectation", feedback_expectations);
    order.channel = code_of(form, "channel", feedback_channels);
    order.phase = form_get(form, "phase");
    order.touchpoint = form_get(form, "touchpoint");
    order.article = form_get(form, "article");
    order.words = form_get(form, "words");
    order.wish_id = stored->wish_id;
    order.branch_id = stored->branch_id;
    return order;
}
