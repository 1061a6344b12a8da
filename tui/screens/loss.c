/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a customer who is lost. */
#include "tui/screens/loss.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/formdraft.h"
#include "tui/screens/lossform.h"
#include "tui/screens/losswork.h"
#include "tui/screens/reasonfield.h"
#include "tui/screens/rejoin.h"
#include "tui/screens/values.h"

#include <string.h>

enum { FORM_COL = 1, FORM_COLS = 78, TALL_ROWS = 20 };

typedef struct {
    Screen base;
    LossArg whom;
    LossForm own;
    int form_row; /* where it was drawn */
    Loss *stored; /* as the form was filled with; NULL until it has been loaded */
    GHashTable *filled;
    GPtrArray *reasons; /* what the form's context points to */
    char *currency;
    Event *held; /* typed before the form was filled */
} LossScreen;

static bool loss_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    LossScreen *self = (LossScreen *)screen;
    self->whom = arg != NULL ? *(const LossArg *)arg : (LossArg){0};
    self->own.context.today = counter_today(screen);
    return true;
}

static void loss_close(Screen *screen)
{
    LossScreen *self = (LossScreen *)screen;
    loss_form_clear(&self->own);
    g_clear_pointer(&self->filled, g_hash_table_unref);
    g_clear_pointer(&self->reasons, g_ptr_array_unref);
    g_clear_pointer(&self->held, event_free);
    g_free(self->currency);
    record_free(self->stored);
}

static gpointer loss_ask(Screen *screen)
{
    const LossScreen *self = (const LossScreen *)screen;
    const LossAsk ask = {self->whom.customer_id, self->whom.loss_id, self->own.context.today};
    return g_memdup2(&ask, sizeof ask);
}

/* ---- filling ---- */

/* What the first load brings for the whole time the form is open. */
static void begin(LossScreen *self, LossModel *model)
{
    self->reasons = g_steal_pointer(&model->reasons);
    self->currency = g_steal_pointer(&model->currency);
    self->own.context.reasons = self->reasons;
    self->own.context.currency = self->currency;
    clerk_field_init(&self->own.context.clerk, g_steal_pointer(&model->clerks), N_("nobody"));
}

static void put(Screen *screen, GHashTable *values)
{
    LossScreen *self = (LossScreen *)screen;
    loss_form_make(&self->own, self->stored, values);
}

static void fill(LossScreen *self, LossModel *model)
{
    bool is_first = self->stored == NULL;
    if (is_first) {
        begin(self, model);
    } else {
        clerk_field_renew(&self->own.context.clerk, model->clerks, NULL, NULL);
    }
    record_free(self->stored);
    self->stored = record_copy(model->loss);
    g_autoptr(GHashTable) base = g_steal_pointer(&self->filled);
    g_autoptr(GHashTable) mine = is_first ? NULL : values_of_form(self->own.form);
    self->filled = loss_values(self->stored, &self->own.context);
    loss_form_make(&self->own, self->stored, self->filled);
    if (!is_first) {
        const RejoinSides sides = {&self->own.form,     base, mine, self->filled,
                                   &self->stored->head, put};
        rejoin_join(&self->base, &sides);
    }
}

static void loss_loaded(Screen *screen, gpointer old)
{
    (void)old;
    LossScreen *self = (LossScreen *)screen;
    if (self->stored == NULL || rejoin_is_due(screen)) {
        fill(self, screen->model);
    }
}

/* Whether a field of the form says something else than it was filled with. */
static bool loss_unsaved(const Screen *screen)
{
    const LossScreen *self = (const LossScreen *)screen;
    for (guint i = 0; self->stored != NULL && i < form_count(self->own.form); i++) {
        const char *name = form_field(self->own.form, i)->name;
        if (strcmp(form_get(self->own.form, name), values_get(self->filled, name)) != 0) {
            return true;
        }
    }
    return false;
}

/* ---- drafts ---- */

static bool loss_draft(const Screen *screen, Draft *draft)
{
    const LossScreen *self = (const LossScreen *)screen;
    const LossModel *model = screen->model;
    draft->subject_id = self->whom.customer_id;
    draft->part_id = self->whom.loss_id;
    if (model == NULL || !loss_unsaved(screen)) {
        return false;
    }
    draft->title = g_strdup_printf(_("Why %s is lost"), model->call);
    form_draft_keep(draft, self->own.form, self->filled);
    return true;
}

static bool loss_restore(Screen *screen, const Draft *draft)
{
    LossScreen *self = (LossScreen *)screen;
    g_autoptr(GHashTable) base = NULL;
    g_autoptr(GHashTable) mine = NULL;
    g_autoptr(GHashTable) both =
        form_draft_merge(draft, self->own.form, self->filled, &base, &mine);
    loss_form_make(&self->own, self->stored, both);
    form_draft_focus(self->own.form, mine);
    values_tell_clashes(self->own.form, base, mine, self->filled);
    return form_draft_clashes(base, mine, self->filled);
}

static Screen *loss_resume(Screen *parent, const Draft *draft, ReturnFunc returned)
{
    const LossArg arg = {draft->subject_id, draft->part_id};
    return screen_push(parent, &screen_loss, &arg, returned);
}

/* ---- typing and drawing ---- */

static Outcome give_to_form(LossScreen *self, const Event *event)
{
    Outcome outcome = form_input_at(self->own.form, event, self->form_row, FORM_COL);
    loss_form_follow(&self->own, self->stored);
    return outcome;
}

static Outcome give_held(Screen *screen)
{
    LossScreen *self = (LossScreen *)screen;
    g_autoptr(Event) event = g_steal_pointer(&self->held);
    return event != NULL ? give_to_form(self, event) | OUTCOME_HANDLED : OUTCOME_HANDLED;
}

static Outcome loss_input(Screen *screen, const Event *event)
{
    LossScreen *self = (LossScreen *)screen;
    if (self->stored != NULL) {
        return give_to_form(self, event);
    }
    if (!form_is_typing(event) || self->held != NULL) {
        return OUTCOME_NONE;
    }
    self->held = event_copy(event);
    return app_after_load(screen, give_held);
}

static void loss_draw(Screen *screen, Canvas *canvas)
{
    LossScreen *self = (LossScreen *)screen;
    const LossModel *model = screen->model;
    if (model == NULL) {
        return;
    }
    g_autofree char *title = g_strdup_printf(
        self->own.is_death ? _("%s has died") : _("%s is lost: how and why"), model->call);
    canvas_text(canvas, 0, FORM_COL, canvas->cols - 2, AREA_TITLE, title);
    self->form_row = canvas->rows >= TALL_ROWS ? 2 : 1;
    Canvas part =
        canvas_part(canvas, self->form_row, FORM_COL, G_MAXINT, MIN(canvas->cols - 2, FORM_COLS));
    form_draw(self->own.form, &part);
}

/* ---- reasons ---- */

static Outcome reason_chosen(Screen *screen, gpointer answer)
{
    LossScreen *self = (LossScreen *)screen;
    const guint *choice = answer;
    if (choice != NULL && *choice < self->reasons->len) {
        const LossReason *reason = g_ptr_array_index(self->reasons, *choice);
        loss_form_put_reason(&self->own, wordlist_label(&loss_reasons, reason));
    }
    return OUTCOME_REDRAW;
}

static bool can_list(const Screen *screen)
{
    const LossScreen *self = (const LossScreen *)screen;
    return self->stored != NULL && !self->own.is_death && self->reasons->len > 0;
}

static Outcome loss_list_reasons(Screen *screen)
{
    const LossScreen *self = (const LossScreen *)screen;
    g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < self->reasons->len; i++) {
        const LossReason *reason = g_ptr_array_index(self->reasons, i);
        g_ptr_array_add(labels, g_strdup_printf("%s (%s)", wordlist_label(&loss_reasons, reason),
                                                choice_label(loss_families, reason->family)));
    }
    return dialog_choice(screen, _("Why?"), (const char *const *)labels->pdata, labels->len, 0,
                         reason_chosen);
}

/* ---- saving ---- */

static Outcome loss_saved(Screen *screen, gpointer id)
{
    app_say(screen->app, AREA_GOOD, _("Saved. Ctrl-Z takes it back."));
    screen_result(screen, g_memdup2(id, sizeof(gint64)), g_free);
    return OUTCOME_CLOSE;
}

static bool loss_not_saved(Screen *screen, const GError *error)
{
    return rejoin_refused(screen, ((const LossScreen *)screen)->stored, error);
}

/* What was typed; NULL when something of it cannot be saved, which was told. */
static Loss *typed_loss(LossScreen *self)
{
    if (!form_check(self->own.form)) {
        return NULL;
    }
    g_autofree char *day = g_strstrip(g_strdup(form_get(self->own.form, "day")));
    if (*day == '\0') {
        form_complain(self->own.form, "day",
                      _("Please say since when: today, 27.11. or 3.5.2024."));
        return NULL;
    }
    g_autoptr(GHashTable) values = values_of_form(self->own.form);
    Loss *loss = record_copy(self->stored);
    loss_apply(loss, values, self->filled, &self->own.context);
    return loss;
}

/* Saves LOSS, which it takes; NULL: something is to be typed first. */
static Outcome store(Screen *screen, Loss *loss)
{
    if (loss == NULL) {
        return OUTCOME_REDRAW;
    }
    Who who = counter_who(screen);
    const AppJob job = {
        .run = loss_save_run,
        .arg = loss_save_new(loss, &who, ((LossScreen *)screen)->own.context.today),
        .arg_free = loss_save_free,
        .result_free = g_free,
        .done = loss_saved,
        .failed = loss_not_saved,
    };
    return app_do(screen, &job);
}

static bool can_save(const Screen *screen)
{
    return ((const LossScreen *)screen)->stored != NULL && counter_may_write(screen);
}

static Outcome loss_do_save(Screen *screen)
{
    return store(screen, typed_loss((LossScreen *)screen));
}

static bool can_come_back(const Screen *screen)
{
    const LossScreen *self = (const LossScreen *)screen;
    return can_save(screen) && self->stored->head.id != 0 && self->stored->back_day == NULL &&
           !self->own.is_death;
}

static Outcome loss_come_back_today(Screen *screen)
{
    LossScreen *self = (LossScreen *)screen;
    Loss *loss = typed_loss(self);
    if (loss != NULL) {
        g_autofree char *today = day_to_text(self->own.context.today);
        record_set_text(&loss->back_day, today);
        if (g_strcmp0(loss->result, "open") == 0) {
            record_set_text(&loss->result, "came_back");
        }
    }
    return store(screen, loss);
}

static Outcome loss_next(Screen *screen)
{
    const LossScreen *self = (const LossScreen *)screen;
    return self->own.form != NULL ? form_next(self->own.form) : OUTCOME_HANDLED;
}

static const Action actions[] = {
    {"save", "F4|Ctrl-S|Enter", N_("Save"),
     N_("Saves the form; in the last field Enter does it, too."), .run = loss_do_save,
     .when = can_save, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Leaves the form; asks before typed words are lost."),
     .run = dialog_leave},
    {"reasons", "F3|Alt-r", N_("Reasons"), N_("Lists all reasons, for the field that listens."),
     .run = loss_list_reasons, .when = can_list, .needs_model = true},
    {"came_back", "F6|Alt-b", N_("Came back"), N_("Says that the customer is back since today."),
     .run = loss_come_back_today, .when = can_come_back, .needs_model = true},
    {"next", "Tab", N_("Next field"), N_("Goes to the next field; Shift-Tab goes back."),
     .run = loss_next},
    {0},
};

const ScreenClass screen_loss = {
    .name = "loss",
    .title = N_("Lost customer"),
    .size = sizeof(LossScreen),
    .actions = actions,
    .open = loss_open,
    .ask = loss_ask,
    .ask_free = g_free,
    .load = loss_model_load,
    .model_free = loss_model_free,
    .loaded = loss_loaded,
    .load_failed = rejoin_load_failed,
    .input = loss_input,
    .draw = loss_draw,
    .unsaved = loss_unsaved,
    .draft = loss_draft,
    .restore = loss_restore,
    .resume = loss_resume,
    .close = loss_close,
};
