/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two questions after a visit. */
#include "tui/screens/survey.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/feedbackwork.h"
#include "tui/screens/formdraft.h"
#include "tui/screens/rejoin.h"
#include "tui/screens/scorefield.h"
#include "tui/screens/values.h"

#include <string.h>

enum { COLS = 66, ROWS = 6, QUESTION_ROWS = 2, FORM_ROW = 3, SCORE_MOST = 3, WORDS_MOST = 1000 };

typedef struct {
    Screen base;
    SurveyArg whom;
    Form *form;
    Feedback *stored;   /* NULL until it has been loaded */
    GHashTable *filled; /* what the form was filled with */
    Event *held;        /* typed before the form was filled */
} Survey;

static const FormField fields[] = {
    {.name = "product",
     .label = N_("Product, 1–5"),
     .kind = FORM_DATE,
     .max_chars = SCORE_MOST,
     .reading = score_field_reading_survey,
     .check = score_field_check_survey},
    {.name = "advice",
     .label = N_("Advice, 1–5"),
     .kind = FORM_DATE,
     .max_chars = SCORE_MOST,
     .reading = score_field_reading_survey,
     .check = score_field_check_survey},
    {.name = "words",
     .label = N_("Words"),
     .kind = FORM_TEXT,
     .max_chars = WORDS_MOST,
     .joins = true},
};

static bool survey_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    Survey *self = (Survey *)screen;
    self->whom = arg != NULL ? *(const SurveyArg *)arg : (SurveyArg){0};
    self->form = form_new(fields, G_N_ELEMENTS(fields), NULL);
    self->filled = values_of_form(self->form);
    return true;
}

static void survey_close(Screen *screen)
{
    Survey *self = (Survey *)screen;
    g_clear_pointer(&self->form, form_free);
    g_clear_pointer(&self->filled, g_hash_table_unref);
    g_clear_pointer(&self->held, event_free);
    record_free(self->stored);
}

static gpointer survey_ask(Screen *screen)
{
    const Survey *self = (const Survey *)screen;
    FeedbackAsk *ask = g_new0(FeedbackAsk, 1);
    ask->customer_id = self->whom.customer_id;
    ask->feedback_id = self->whom.feedback_id;
    return ask;
}

static GHashTable *values_of(const Feedback *survey)
{
    GHashTable *values = values_new();
    g_autofree char *product = score_field_shown(survey->product);
    g_autofree char *advice = score_field_shown(survey->advice);
    values_set(values, "product", product);
    values_set(values, "advice", advice);
    values_set(values, "words", survey->words);
    return values;
}

static void survey_loaded(Screen *screen, gpointer old)
{
    (void)old;
    Survey *self = (Survey *)screen;
    const FeedbackModel *model = screen->model;
    bool is_first = self->stored == NULL;
    if (!is_first && !rejoin_is_due(screen)) {
        return;
    }
    record_free(self->stored);
    self->stored = record_copy(model->feedback);
    g_autoptr(GHashTable) base = g_steal_pointer(&self->filled);
    g_autoptr(GHashTable) mine = values_of_form(self->form);
    g_autoptr(GHashTable) values = values_of(self->stored);
    values_to_form(values, self->form);
    self->filled = values_of_form(self->form);
    if (!is_first) {
        const RejoinSides sides = {&self->form,         base, mine, self->filled,
                                   &self->stored->head, NULL};
        rejoin_join(screen, &sides);
    }
}

static bool survey_unsaved(const Screen *screen)
{
    const Survey *self = (const Survey *)screen;
    g_autoptr(GHashTable) values = values_of_form(self->form);
    return self->stored != NULL && !values_equal(values, self->filled);
}

/* ---- drafts ---- */

static bool survey_draft(const Screen *screen, Draft *draft)
{
    const Survey *self = (const Survey *)screen;
    const FeedbackModel *model = screen->model;
    draft->subject_id = self->stored != NULL ? self->stored->customer_id : self->whom.customer_id;
    draft->part_id = self->whom.feedback_id;
    if (model == NULL || !survey_unsaved(screen)) {
        return false;
    }
    draft->title = g_strdup_printf(_("Survey: %s"), model->call != NULL ? model->call : "…");
    form_draft_keep(draft, self->form, self->filled);
    return true;
}

static bool survey_restore(Screen *screen, const Draft *draft)
{
    Survey *self = (Survey *)screen;
    return form_draft_restore(draft, self->form, self->filled);
}

static Screen *survey_resume(Screen *parent, const Draft *draft, ReturnFunc returned)
{
    const SurveyArg arg = {draft->subject_id, draft->part_id};
    return screen_push(parent, &screen_survey, &arg, returned);
}

/* ---- typing and drawing ---- */

static Outcome give_to_form(Survey *self, const Event *event)
{
    bool is_score = strcmp(form_focus(self->form), "words") != 0;
    Event own = *event;
    own.row -= FORM_ROW;
    if (event->kind == EVENT_KEY && event->key == K_ENTER) {
        return OUTCOME_NONE;
    }
    return is_score ? score_field_input(self->form, &own, "words", true)
                    : form_input(self->form, &own);
}

static Outcome give_held(Screen *screen)
{
    Survey *self = (Survey *)screen;
    g_autoptr(Event) event = g_steal_pointer(&self->held);
    return event != NULL ? give_to_form(self, event) | OUTCOME_HANDLED : OUTCOME_HANDLED;
}

static Outcome survey_input(Screen *screen, const Event *event)
{
    Survey *self = (Survey *)screen;
    if (self->stored != NULL) {
        return give_to_form(self, event);
    }
    if (!form_is_typing(event) || self->held != NULL) {
        return OUTCOME_NONE;
    }
    self->held = event_copy(event);
    return app_after_load(screen, give_held);
}

static void survey_measure(Screen *screen, int max_rows, int max_cols, int *rows, int *cols)
{
    (void)screen;
    *rows = MIN(ROWS + 1, max_rows);
    *cols = MIN(COLS, max_cols);
}

static void survey_draw(Screen *screen, Canvas *canvas)
{
    Survey *self = (Survey *)screen;
    canvas_wrapped(canvas, 0, 0, canvas->cols, QUESTION_ROWS, AREA_DIALOG,
                   _("How did you like it, and how were you advised? 5 is very good."));
    Canvas part = canvas_part(canvas, FORM_ROW, 0, G_MAXINT, G_MAXINT);
    form_draw(self->form, &part);
}

/* ---- saving ---- */

static Outcome survey_saved(Screen *screen, gpointer brief)
{
    g_autofree char *message =
        g_strdup_printf(_("Survey: %s. Ctrl-Z takes it back."), (const char *)brief);
    app_say_about(screen->app, AREA_MESSAGE, message, brief);
    return OUTCOME_CLOSE;
}

static bool survey_not_saved(Screen *screen, const GError *error)
{
    return rejoin_refused(screen, ((const Survey *)screen)->stored, error);
}

static Outcome store(Survey *self, const FeedbackOrder *order)
{
    Who who = counter_who(&self->base);
    const AppJob job = {
        .run = feedback_save_run,
        .arg = feedback_save_new(self->stored, order, &who),
        .arg_free = feedback_save_free,
        .result_free = g_free,
        .done = survey_saved,
        .failed = survey_not_saved,
    };
    return app_do(&self->base, &job);
}

/* An order of this survey in which nothing is answered. DAY gets the day, which it borrows. */
static FeedbackOrder empty_order(const Survey *self, char **day)
{
    bool is_new = self->stored->head.id == 0;
    *day = is_new ? day_to_text(counter_today(&self->base)) : g_strdup(self->stored->day);
    FeedbackOrder order = feedback_order(*day);
    order.kind = "survey";
    order.customer_id = self->stored->customer_id;
    order.branch_id = is_new ? counter_of(&self->base)->branch_id : self->stored->branch_id;
    order.channel = is_new ? "counter" : self->stored->channel;
    return order;
}

static bool is_empty(const Form *form, const char *name)
{
    const char *text = form_get(form, name);
    return text[strspn(text, " ")] == '\0';
}

static Outcome survey_save(Screen *screen)
{
    Survey *self = (Survey *)screen;
    Form *form = self->form;
    g_autofree char *day = NULL;
    if (self->stored == NULL || !form_check(form)) {
        return OUTCOME_REDRAW;
    }
    if (is_empty(form, "product") && is_empty(form, "advice") && is_empty(form, "words")) {
        form_complain(form, "product", _("A number or a few words, please."));
        return OUTCOME_REDRAW;
    }
    FeedbackOrder order = empty_order(self, &day);
    order.product = score_field_get(form, "product");
    order.advice = score_field_get(form, "advice");
    order.words = form_get(form, "words");
    return store(self, &order);
}

/* Who was asked is not asked again for some time. */
static Outcome survey_decline(Screen *screen)
{
    Survey *self = (Survey *)screen;
    g_autofree char *day = NULL;
    if (self->stored == NULL) {
        return OUTCOME_HANDLED;
    }
    const FeedbackOrder order = empty_order(self, &day);
    return store(self, &order);
}

static Outcome survey_next(Screen *screen)
{
    return form_next(((Survey *)screen)->form);
}

static const Action actions[] = {
    {"save", "Enter|F4|Ctrl-S", N_("Save"), N_("Saves the answers; one of them is enough."),
     .run = survey_save, .when = counter_may_write, .needs_model = true},
    {"decline", "F6|Ctrl-N", N_("No answer"),
     N_("They do not want to answer: nobody asks them again for some time."), .run = survey_decline,
     .when = counter_may_write, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Goes back; asks before typed words are lost."),
     .run = dialog_leave},
    {"next", "Tab", N_("Next field"), N_("Goes to the next field; Shift-Tab goes back."),
     .run = survey_next},
    {0},
};

const ScreenClass screen_survey = {
    .name = "survey",
    .title = N_("Survey"),
    .size = sizeof(Survey),
    .place = SCREEN_DIALOG,
    .actions = actions,
    .open = survey_open,
    .ask = survey_ask,
    .ask_free = feedback_ask_free,
    .load = feedback_load,
    .model_free = feedback_model_free,
    .loaded = survey_loaded,
    .load_failed = rejoin_load_failed,
    .input = survey_input,
    .draw = survey_draw,
    .measure = survey_measure,
    .unsaved = survey_unsaved,
    .draft = survey_draft,
    .restore = survey_restore,
    .resume = survey_resume,
    .close = survey_close,
};
