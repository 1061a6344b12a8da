/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a complaint. */
#include "tui/screens/complaint.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/complaintfields.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/formdraft.h"
#include "tui/screens/rejoin.h"
#include "tui/screens/values.h"

#include <string.h>

enum { FORM_COL = 1, FORM_COLS = 76, TALL_ROWS = 14 };

typedef struct {
    Screen base;
    ComplaintFormArg arg;
    ComplaintFields fields;
    Form *form;         /* NULL until the first load: its choices are the shop's */
    int form_row;       /* where it was drawn */
    Complaint *stored;  /* as the form was filled with */
    GHashTable *filled; /* what the form was filled with */
    Event *held;        /* typed before the form was there */
} ComplaintForm;

static bool complaint_form_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    if (arg != NULL) {
        ((ComplaintForm *)screen)->arg = *(const ComplaintFormArg *)arg;
    }
    return true;
}

static void complaint_form_close(Screen *screen)
{
    ComplaintForm *self = (ComplaintForm *)screen;
    g_clear_pointer(&self->form, form_free);
    g_clear_pointer(&self->filled, g_hash_table_unref);
    g_clear_pointer(&self->held, event_free);
    record_free(self->stored);
    complaint_fields_clear(&self->fields);
}

static gpointer complaint_form_ask(Screen *screen)
{
    return g_memdup2(&((const ComplaintForm *)screen)->arg.which, sizeof(ComplaintArg));
}

/* ---- filling ---- */

static void fill(ComplaintForm *self, const ComplaintModel *model)
{
    record_free(self->stored);
    self->stored = record_copy(model->complaint);
    g_autoptr(GHashTable) values = complaint_fields_values(&self->fields, model);
    values_to_form(values, self->form);
    g_clear_pointer(&self->filled, g_hash_table_unref);
    self->filled = values_of_form(self->form);
}

static void begin(ComplaintForm *self, ComplaintModel *model)
{
    complaint_fields_init(&self->fields, model, counter_today(&self->base));
    self->form = complaint_form_new(&self->fields, self->arg.which.complaint_id != 0);
    fill(self, model);
    if (self->arg.field != NULL && form_find(self->form, self->arg.field) >= 0) {
        form_set_focus(self->form, self->arg.field);
    }
}

static void merge(ComplaintForm *self, const ComplaintModel *model)
{
    g_autoptr(GHashTable) base = g_hash_table_ref(self->filled);
    g_autoptr(GHashTable) mine = values_of_form(self->form);
    complaint_fields_renew(&self->fields, model, self->form);
    fill(self, model);
    const RejoinSides sides = {&self->form, base, mine, self->filled, &self->stored->head, NULL};
    rejoin_join(&self->base, &sides);
}

static void complaint_form_loaded(Screen *screen, gpointer old)
{
    (void)old;
    ComplaintForm *self = (ComplaintForm *)screen;
    if (self->form == NULL) {
        begin(self, screen->model);
    } else if (rejoin_is_due(screen)) {
        merge(self, screen->model);
    }
}

static bool complaint_form_unsaved(const Screen *screen)
{
    const ComplaintForm *self = (const ComplaintForm *)screen;
    if (self->form == NULL) {
        return false;
    }
    g_autoptr(GHashTable) values = values_of_form(self->form);
    return !values_equal(values, self->filled);
}

/* ---- drafts ---- */

static bool complaint_form_draft(const Screen *screen, Draft *draft)
{
    const ComplaintForm *self = (const ComplaintForm *)screen;
    const ComplaintModel *model = screen->model;
    draft->subject_id =
        self->stored != NULL ? self->stored->customer_id : self->arg.which.customer_id;
    draft->part_id = self->arg.which.complaint_id;
    if (model == NULL || !complaint_form_unsaved(screen)) {
        return false;
    }
    draft->title =
        model->call != NULL
            ? g_strdup_printf(_("Complaint of %s: %s"), model->call, form_get(self->form, "words"))
            : g_strdup_printf(_("Complaint: %s"), form_get(self->form, "words"));
    form_draft_keep(draft, self->form, self->filled);
    return true;
}

static bool complaint_form_restore(Screen *screen, const Draft *draft)
{
    ComplaintForm *self = (ComplaintForm *)screen;
    return form_draft_restore(draft, self->form, self->filled);
}

static Screen *complaint_form_resume(Screen *parent, const Draft *draft, ReturnFunc returned)
{
    const ComplaintFormArg arg = {.which = {draft->subject_id, draft->part_id}};
    return screen_push(parent, &screen_complaint, &arg, returned);
}

/* ---- typing and drawing ---- */

/* Enter saves from every field: a few words are enough, and Tab leads to the rest. */
static Outcome give_to_form(ComplaintForm *self, const Event *event)
{
    bool is_enter = event->kind == EVENT_KEY && event->key == K_ENTER;
    return is_enter ? OUTCOME_NONE : form_input_at(self->form, event, self->form_row, FORM_COL);
}

static Outcome give_held(Screen *screen)
{
    ComplaintForm *self = (ComplaintForm *)screen;
    g_autoptr(Event) event = g_steal_pointer(&self->held);
    return event != NULL && self->form != NULL ? give_to_form(self, event) | OUTCOME_HANDLED
                                               : OUTCOME_HANDLED;
}

static Outcome complaint_form_input(Screen *screen, const Event *event)
{
    ComplaintForm *self = (ComplaintForm *)screen;
    if (self->form != NULL) {
        return give_to_form(self, event);
    }
    bool is_enter = event->kind == EVENT_KEY && event->key == K_ENTER;
    if (is_enter || !form_is_typing(event) || self->held != NULL) {
        return OUTCOME_NONE;
    }
    self->held = event_copy(event);
    return app_after_load(screen, give_held);
}

static void complaint_form_draw(Screen *screen, Canvas *canvas)
{
    ComplaintForm *self = (ComplaintForm *)screen;
    const ComplaintModel *model = screen->model;
    if (model == NULL) {
        return;
    }
    g_autofree char *title = model->call != NULL
                                 ? g_strdup_printf(_("Complaint of %s"), model->call)
                                 : g_strdup(_("A complaint, nobody known"));
    canvas_text(canvas, 0, FORM_COL, canvas->cols - 2, AREA_TITLE, title);
    self->form_row = canvas->rows >= TALL_ROWS ? 2 : 1;
    Canvas part =
        canvas_part(canvas, self->form_row, FORM_COL, G_MAXINT, MIN(canvas->cols - 2, FORM_COLS));
    form_draw(self->form, &part);
}

/* ---- saving ---- */

static Outcome complaint_form_saved(Screen *screen, gpointer id)
{
    bool is_new = ((const ComplaintForm *)screen)->arg.which.complaint_id == 0;
    app_say(screen->app, AREA_GOOD,
            is_new ? _("The complaint is noted. Ctrl-Z takes it back.")
                   : _("Saved. Ctrl-Z takes it back."));
    screen_result(screen, g_memdup2(id, sizeof(gint64)), g_free);
    return OUTCOME_CLOSE;
}

static bool complaint_form_not_saved(Screen *screen, const GError *error)
{
    return rejoin_refused(screen, ((const ComplaintForm *)screen)->stored, error);
}

static bool has_words(Form *form)
{
    g_autofree char *words = g_strstrip(g_strdup(form_get(form, "words")));
    if (*words == '\0') {
        form_complain(form, "words", _("Please say what happened."));
    }
    return *words != '\0';
}

static Outcome complaint_form_save(Screen *screen)
{
    ComplaintForm *self = (ComplaintForm *)screen;
    if (self->form == NULL) {
        return OUTCOME_HANDLED;
    }
    if (!form_check(self->form) || !has_words(self->form)) {
        return OUTCOME_REDRAW;
    }
    g_autoptr(GHashTable) values = values_of_form(self->form);
    Complaint *complaint = record_copy(self->stored);
    complaint_fields_apply(&self->fields, values, self->filled, complaint);
    const char *article = values_get(values, "article");
    bool is_other = strcmp(article, values_get(self->filled, "article")) != 0;
    g_autofree char *name = is_other ? g_strstrip(g_strdup(article)) : NULL;
    Who who = counter_who(screen);
    const AppJob job = {
        .run = complaint_save_run,
        .arg = complaint_save_new(complaint, name, &who),
        .arg_free = complaint_save_free,
        .result_free = g_free,
        .done = complaint_form_saved,
        .failed = complaint_form_not_saved,
    };
    return app_do(screen, &job);
}

static Outcome complaint_form_next(Screen *screen)
{
    ComplaintForm *self = (ComplaintForm *)screen;
    return self->form != NULL ? form_next(self->form) : OUTCOME_HANDLED;
}

static const Action actions[] = {
    {"save", "Enter|F4|Ctrl-S", N_("Save"),
     N_("Saves the complaint; what happened is enough, the rest can follow."),
     .run = complaint_form_save, .when = counter_may_write, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Leaves the form; asks before typed words are lost."),
     .run = dialog_leave},
    {"next", "Tab", N_("Next field"), N_("Goes to the next field; Shift-Tab goes back."),
     .run = complaint_form_next},
    {0},
};

const ScreenClass screen_complaint = {
    .name = "complaint",
    .title = N_("Complaint"),
    .size = sizeof(ComplaintForm),
    .actions = actions,
    .open = complaint_form_open,
    .ask = complaint_form_ask,
    .ask_free = g_free,
    .load = complaint_model_load,
    .model_free = complaint_model_free,
    .loaded = complaint_form_loaded,
    .load_failed = rejoin_load_failed,
    .input = complaint_form_input,
    .draw = complaint_form_draw,
    .unsaved = complaint_form_unsaved,
    .draft = complaint_form_draft,
    .restore = complaint_form_restore,
    .resume = complaint_form_resume,
    .close = complaint_form_close,
};
