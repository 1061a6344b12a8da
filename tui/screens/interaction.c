/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a contact with a customer. */
#include "tui/screens/interaction.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/formdraft.h"
#include "tui/screens/interactionwork.h"
#include "tui/screens/rejoin.h"
#include "tui/screens/values.h"

#include <string.h>

enum { FORM_COL = 1, FORM_COLS = 76, TALL_ROWS = 12 };

typedef struct {
    Screen base;
    InteractionArg what;
    InteractionRows rows;
    int form_row;        /* where it was drawn */
    Interaction *stored; /* as the form was filled with; NULL until it has been loaded */
    GHashTable *filled;
    Event *held; /* typed before the form was filled */
} InteractionForm;

static bool contact_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    InteractionForm *self = (InteractionForm *)screen;
    g_autoptr(GDateTime) now = app_now(screen->app);
    self->what = arg != NULL ? *(const InteractionArg *)arg : (InteractionArg){0};
    interaction_rows_init(&self->rows, moment_of(now));
    if (self->what.interaction_id == 0) {
        interaction_rows_add_next(&self->rows);
    }
    self->filled = values_of_form(self->rows.form);
    return true;
}

static void contact_close(Screen *screen)
{
    InteractionForm *self = (InteractionForm *)screen;
    interaction_rows_clear(&self->rows);
    g_clear_pointer(&self->filled, g_hash_table_unref);
    g_clear_pointer(&self->held, event_free);
    record_free(self->stored);
}

static gpointer contact_ask(Screen *screen)
{
    const InteractionForm *self = (const InteractionForm *)screen;
    const InteractionAsk ask = {self->what, self->rows.now.day};
    return g_memdup2(&ask, sizeof ask);
}

/* ---- filling ---- */

static void fill(InteractionForm *self, const InteractionModel *model)
{
    bool is_first = self->stored == NULL;
    record_free(self->stored);
    self->stored = record_copy(model->interaction);
    if (self->stored->head.id == 0) {
        self->stored->branch_id = counter_of(&self->base)->branch_id;
    }
    g_autoptr(GHashTable) base = g_steal_pointer(&self->filled);
    g_autoptr(GHashTable) mine = values_of_form(self->rows.form);
    g_autoptr(GHashTable) values = interaction_rows_values(&self->rows, self->stored);
    values_to_form(values, self->rows.form);
    self->filled = values_of_form(self->rows.form);
    if (!is_first) {
        const RejoinSides sides = {&self->rows.form,    base, mine, self->filled,
                                   &self->stored->head, NULL};
        rejoin_join(&self->base, &sides);
    }
}

static void contact_loaded(Screen *screen, gpointer old)
{
    (void)old;
    InteractionForm *self = (InteractionForm *)screen;
    if (self->stored == NULL || rejoin_is_due(screen)) {
        fill(self, screen->model);
    }
}

static bool contact_unsaved(const Screen *screen)
{
    const InteractionForm *self = (const InteractionForm *)screen;
    g_autoptr(GHashTable) values = values_of_form(self->rows.form);
    return self->stored != NULL && !values_equal(values, self->filled);
}

/* ---- drafts ---- */

static bool contact_draft(const Screen *screen, Draft *draft)
{
    const InteractionForm *self = (const InteractionForm *)screen;
    const InteractionModel *model = screen->model;
    draft->subject_id = self->what.customer_id;
    draft->part_id = self->what.interaction_id;
    if (model == NULL || !contact_unsaved(screen)) {
        return false;
    }
    draft->title =
        g_strdup_printf(_("Contact with %s: %s"), model->call, form_get(self->rows.form, "words"));
    form_draft_keep(draft, self->rows.form, self->filled);
    return true;
}

static bool contact_restore(Screen *screen, const Draft *draft)
{
    InteractionForm *self = (InteractionForm *)screen;
    return form_draft_restore(draft, self->rows.form, self->filled);
}

static Screen *contact_resume(Screen *parent, const Draft *draft, ReturnFunc returned)
{
    const InteractionArg arg = {draft->subject_id, draft->part_id};
    return screen_push(parent, &screen_interaction, &arg, returned);
}

/* ---- typing and drawing ---- */

static Outcome give_to_form(InteractionForm *self, const Event *event)
{
    return form_input_at(self->rows.form, event, self->form_row, FORM_COL);
}

static Outcome give_held(Screen *screen)
{
    InteractionForm *self = (InteractionForm *)screen;
    g_autoptr(Event) event = g_steal_pointer(&self->held);
    return event != NULL ? give_to_form(self, event) | OUTCOME_HANDLED : OUTCOME_HANDLED;
}

static Outcome contact_input(Screen *screen, const Event *event)
{
    InteractionForm *self = (InteractionForm *)screen;
    if (self->stored != NULL) {
        return give_to_form(self, event);
    }
    if (!form_is_typing(event) || self->held != NULL) {
        return OUTCOME_NONE;
    }
    self->held = event_copy(event);
    return app_after_load(screen, give_held);
}

static void contact_draw(Screen *screen, Canvas *canvas)
{
    InteractionForm *self = (InteractionForm *)screen;
    const InteractionModel *model = screen->model;
    g_autofree char *title =
        g_strdup_printf(_("A contact with %s"), model != NULL ? model->call : "…");
    canvas_text(canvas, 0, FORM_COL, canvas->cols - 2, AREA_TITLE, title);
    self->form_row = canvas->rows >= TALL_ROWS ? 2 : 1;
    Canvas part =
        canvas_part(canvas, self->form_row, FORM_COL, G_MAXINT, MIN(canvas->cols - 2, FORM_COLS));
    form_draw(self->rows.form, &part);
}

/* ---- saving ---- */

/* Whoever wants no more of it has thereby taken back a consent: that is said. */
static Outcome contact_saved(Screen *screen, gpointer id)
{
    const InteractionForm *self = (const InteractionForm *)screen;
    guint outcome = form_chosen(self->rows.form, "outcome");
    bool no_more = outcome > 0 && strcmp(interaction_outcomes[outcome - 1].code, "no_more") == 0;
    app_say(screen->app, AREA_GOOD,
            no_more ? _("Noted; the plan no longer uses this way. Ctrl-Z takes it back.")
                    : _("Noted. Ctrl-Z takes it back."));
    screen_result(screen, g_memdup2(id, sizeof(gint64)), g_free);
    return OUTCOME_CLOSE;
}

static bool contact_not_saved(Screen *screen, const GError *error)
{
    return rejoin_refused(screen, ((const InteractionForm *)screen)->stored, error);
}

static Outcome contact_do_save(Screen *screen)
{
    InteractionForm *self = (InteractionForm *)screen;
    const InteractionModel *model = screen->model;
    if (self->stored == NULL) {
        return OUTCOME_HANDLED;
    }
    if (!interaction_rows_check(&self->rows)) {
        return OUTCOME_REDRAW;
    }
    Who who = counter_who(screen);
    Reminder *next = interaction_rows_next(&self->rows, self->stored->customer_id);
    if (next != NULL) {
        next->clerk_id = model->clerk_id;
        next->branch_id = self->stored->branch_id;
    }
    Interaction *typed = interaction_rows_typed(&self->rows, self->stored, self->filled);
    const AppJob job = {
        .run = interaction_job_run,
        .arg = interaction_job_new(typed, next, &who),
        .arg_free = interaction_job_free,
        .result_free = g_free,
        .done = contact_saved,
        .failed = contact_not_saved,
    };
    return app_do(screen, &job);
}

static Outcome contact_next(Screen *screen)
{
    return form_next(((InteractionForm *)screen)->rows.form);
}

static const Action actions[] = {
    {"save", "F4|Ctrl-S|Enter", N_("Save"),
     N_("Saves the form; in the last field Enter does it, too."), .run = contact_do_save,
     .when = counter_may_write, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Leaves the form; asks before typed words are lost."),
     .run = dialog_leave},
    {"next", "Tab", N_("Next field"), N_("Goes to the next field; Shift-Tab goes back."),
     .run = contact_next},
    {0},
};

const ScreenClass screen_interaction = {
    .name = "interaction",
    .title = N_("Contact"),
    .size = sizeof(InteractionForm),
    .actions = actions,
    .open = contact_open,
    .ask = contact_ask,
    .ask_free = g_free,
    .load = interaction_model_load,
    .model_free = interaction_model_free,
    .loaded = contact_loaded,
    .load_failed = rejoin_load_failed,
    .input = contact_input,
    .draw = contact_draw,
    .unsaved = contact_unsaved,
    .draft = contact_draft,
    .restore = contact_restore,
    .resume = contact_resume,
    .close = contact_close,
};
