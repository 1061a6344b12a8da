/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for something the shop promises to a customer. */
#include "tui/screens/promise.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/formdraft.h"
#include "tui/screens/nearfield.h"
#include "tui/screens/promisework.h"
#include "tui/screens/rejoin.h"
#include "tui/screens/values.h"
#include "tui/widgets/form.h"

#include <string.h>

enum { FORM_COL = 1, FORM_COLS = 76, TALL_ROWS = 12, MOST_CHARS = 300 };

typedef struct {
    Screen base;
    PromiseArg whom;
    Day today; /* what the rows' functions read: see nearfield.h */
    Form *form;
    int form_row; /* where it was drawn */
    ClerkField clerk;
    Promise *stored; /* as the form was filled with; NULL until it has been loaded */
    GHashTable *filled;
    Event *held; /* typed before the form was filled */
} PromiseForm;

static const FormField fields[] = {
    {.name = "words",
     .label = N_("What"),
     .kind = FORM_TEXT,
     .joins = true,
     .hint = N_("call back about the cake"),
     .max_chars = MOST_CHARS},
    {.name = "until",
     .label = N_("Until"),
     .kind = FORM_DATE,
     .hint = N_("friday, 27.11. or +3"),
     .reading = near_field_reading_ahead,
     .check = near_field_check_ahead},
};

static bool promise_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    PromiseForm *self = (PromiseForm *)screen;
    self->whom = arg != NULL ? *(const PromiseArg *)arg : (PromiseArg){0};
    self->today = counter_today(screen);
    self->form = form_new(fields, G_N_ELEMENTS(fields), &self->today);
    self->filled = values_of_form(self->form);
    return true;
}

static void promise_close(Screen *screen)
{
    PromiseForm *self = (PromiseForm *)screen;
    g_clear_pointer(&self->form, form_free);
    g_clear_pointer(&self->filled, g_hash_table_unref);
    g_clear_pointer(&self->held, event_free);
    clerk_field_clear(&self->clerk);
    record_free(self->stored);
}

static gpointer promise_ask(Screen *screen)
{
    const PromiseForm *self = (const PromiseForm *)screen;
    const PromiseAsk ask = {self->whom.customer_id, self->whom.promise_id};
    return g_memdup2(&ask, sizeof ask);
}

/* ---- filling ---- */

static void add_clerks(PromiseForm *self, PromiseModel *model)
{
    if (self->clerk.clerks != NULL) {
        clerk_field_renew(&self->clerk, model->clerks, self->form, "clerk");
        return;
    }
    if (model->clerks->len == 0) {
        return;
    }
    clerk_field_init(&self->clerk, g_steal_pointer(&model->clerks), N_("whoever is there"));
    const FormField row = {
        .name = "clerk", .label = N_("Who"), .kind = FORM_CHOICE, .choices = self->clerk.labels};
    form_append(self->form, &row, 1);
}

static GHashTable *values_of(const PromiseForm *self, const Promise *promise)
{
    GHashTable *values = values_new();
    g_autofree char *until = near_field_shown(promise->due_day);
    gint64 clerk = promise->head.id != 0 ? promise->clerk_id : counter_of(&self->base)->clerk_id;
    values_set(values, "words", promise->words);
    values_set(values, "until", until);
    values_set_choice(values, "clerk", clerk_field_choice(&self->clerk, clerk));
    return values;
}

static void fill(PromiseForm *self, PromiseModel *model)
{
    bool is_first = self->stored == NULL;
    add_clerks(self, model);
    record_free(self->stored);
    self->stored = record_copy(model->promise);
    g_autoptr(GHashTable) base = g_steal_pointer(&self->filled);
    g_autoptr(GHashTable) mine = values_of_form(self->form);
    g_autoptr(GHashTable) values = values_of(self, self->stored);
    values_to_form(values, self->form);
    self->filled = values_of_form(self->form);
    if (!is_first) {
        const RejoinSides sides = {&self->form,         base, mine, self->filled,
                                   &self->stored->head, NULL};
        rejoin_join(&self->base, &sides);
    }
}

static void promise_loaded(Screen *screen, gpointer old)
{
    (void)old;
    PromiseForm *self = (PromiseForm *)screen;
    if (self->stored == NULL || rejoin_is_due(screen)) {
        fill(self, screen->model);
    }
}

static bool promise_unsaved(const Screen *screen)
{
    const PromiseForm *self = (const PromiseForm *)screen;
    g_autoptr(GHashTable) values = values_of_form(self->form);
    return self->stored != NULL && !values_equal(values, self->filled);
}

/* ---- drafts ---- */

static bool promise_draft(const Screen *screen, Draft *draft)
{
    const PromiseForm *self = (const PromiseForm *)screen;
    const PromiseModel *model = screen->model;
    draft->subject_id = self->whom.customer_id;
    draft->part_id = self->whom.promise_id;
    if (model == NULL || !promise_unsaved(screen)) {
        return false;
    }
    draft->title =
        g_strdup_printf(_("Promise to %s: %s"), model->call, form_get(self->form, "words"));
    form_draft_keep(draft, self->form, self->filled);
    return true;
}

static bool promise_restore(Screen *screen, const Draft *draft)
{
    PromiseForm *self = (PromiseForm *)screen;
    return form_draft_restore(draft, self->form, self->filled);
}

static Screen *promise_resume(Screen *parent, const Draft *draft, ReturnFunc returned)
{
    const PromiseArg arg = {draft->subject_id, draft->part_id};
    return screen_push(parent, &screen_promise, &arg, returned);
}

/* ---- typing and drawing ---- */

static Outcome give_to_form(PromiseForm *self, const Event *event)
{
    return form_input_at(self->form, event, self->form_row, FORM_COL);
}

static Outcome give_held(Screen *screen)
{
    PromiseForm *self = (PromiseForm *)screen;
    g_autoptr(Event) event = g_steal_pointer(&self->held);
    return event != NULL ? give_to_form(self, event) | OUTCOME_HANDLED : OUTCOME_HANDLED;
}

static Outcome promise_input(Screen *screen, const Event *event)
{
    PromiseForm *self = (PromiseForm *)screen;
    if (self->stored != NULL) {
        return give_to_form(self, event);
    }
    if (!form_is_typing(event) || self->held != NULL) {
        return OUTCOME_NONE;
    }
    self->held = event_copy(event);
    return app_after_load(screen, give_held);
}

static void promise_draw(Screen *screen, Canvas *canvas)
{
    PromiseForm *self = (PromiseForm *)screen;
    const PromiseModel *model = screen->model;
    g_autofree char *title =
        g_strdup_printf(_("A promise to %s"), model != NULL ? model->call : "…");
    canvas_text(canvas, 0, FORM_COL, canvas->cols - 2, AREA_TITLE, title);
    self->form_row = canvas->rows >= TALL_ROWS ? 2 : 1;
    Canvas part =
        canvas_part(canvas, self->form_row, FORM_COL, G_MAXINT, MIN(canvas->cols - 2, FORM_COLS));
    form_draw(self->form, &part);
}

/* ---- saving ---- */

static Outcome promise_saved(Screen *screen, gpointer id)
{
    app_say(screen->app, AREA_GOOD, _("Promised. Ctrl-Z takes it back."));
    screen_result(screen, g_memdup2(id, sizeof(gint64)), g_free);
    return OUTCOME_CLOSE;
}

static bool promise_not_saved(Screen *screen, const GError *error)
{
    return rejoin_refused(screen, ((const PromiseForm *)screen)->stored, error);
}

/* What is to be stored. A day that still says what it did stays as it is. */
static Promise *typed_promise(PromiseForm *self)
{
    Promise *promise = record_copy(self->stored);
    g_autoptr(GHashTable) values = values_of_form(self->form);
    const char *typed = values_get(values, "until");
    values_store(values, "words", &promise->words);
    if (strcmp(typed, values_get(self->filled, "until")) != 0 || promise->due_day == NULL) {
        g_autofree char *until = near_field_stored_ahead(typed, self->today);
        record_set_text(&promise->due_day, until);
    }
    if (self->clerk.clerks != NULL) {
        promise->clerk_id = clerk_field_id(&self->clerk, form_chosen(self->form, "clerk"));
    }
    return promise;
}

/* Nothing is promised without words and a day. */
static bool see_to_all(Form *form)
{
    g_autofree char *words = g_strstrip(g_strdup(form_get(form, "words")));
    g_autofree char *until = g_strstrip(g_strdup(form_get(form, "until")));
    if (!form_check(form)) {
        return false;
    }
    if (*words == '\0') {
        form_complain(form, "words", _("Please say what was promised."));
    } else if (*until == '\0') {
        form_complain(form, "until", _("Please say until when."));
    }
    return *words != '\0' && *until != '\0';
}

static Outcome promise_do_save(Screen *screen)
{
    PromiseForm *self = (PromiseForm *)screen;
    if (self->stored == NULL) {
        return OUTCOME_HANDLED;
    }
    if (!see_to_all(self->form)) {
        return OUTCOME_REDRAW;
    }
    Who who = counter_who(screen);
    const AppJob job = {
        .run = promise_save_run,
        .arg = promise_save_new(typed_promise(self), &who),
        .arg_free = promise_save_free,
        .result_free = g_free,
        .done = promise_saved,
        .failed = promise_not_saved,
    };
    return app_do(screen, &job);
}

static Outcome promise_next(Screen *screen)
{
    return form_next(((PromiseForm *)screen)->form);
}

static const Action actions[] = {
    {"save", "F4|Ctrl-S|Enter", N_("Save"),
     N_("Saves the form; in the last field Enter does it, too."), .run = promise_do_save,
     .when = counter_may_write, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Leaves the form; asks before typed words are lost."),
     .run = dialog_leave},
    {"next", "Tab", N_("Next field"), N_("Goes to the next field; Shift-Tab goes back."),
     .run = promise_next},
    {0},
};

const ScreenClass screen_promise = {
    .name = "promise",
    .title = N_("Promise"),
    .size = sizeof(PromiseForm),
    .actions = actions,
    .open = promise_open,
    .ask = promise_ask,
    .ask_free = g_free,
    .load = promise_model_load,
    .model_free = promise_model_free,
    .loaded = promise_loaded,
    .load_failed = rejoin_load_failed,
    .input = promise_input,
    .draw = promise_draw,
    .unsaved = promise_unsaved,
    .draft = promise_draft,
    .restore = promise_restore,
    .resume = promise_resume,
    .close = promise_close,
};
