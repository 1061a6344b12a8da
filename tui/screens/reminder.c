/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a reminder. */
#include "tui/screens/reminder.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/formdraft.h"
#include "tui/screens/letter.h"
#include "tui/screens/putoff.h"
#include "tui/screens/rejoin.h"
#include "tui/screens/reminderform.h"
#include "tui/screens/reminderhistory.h"
#include "tui/screens/values.h"

#include <string.h>

enum { FORM_COL = 1, FORM_COLS = 76, TALL_ROWS = 12, BELOW_LEAST = 2 };

typedef struct {
    Screen base;
    ReminderArg what;
    ReminderFields fields;
    Form *form;
    int form_row;     /* where it was drawn */
    char *words;      /* that day, time and repeats of a new one follow from */
    Reminder *stored; /* as the form was filled with; NULL until it has been loaded */
    GHashTable *filled;
    Event *held; /* typed before the form was filled */
} ReminderForm;

static bool reminder_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    ReminderForm *self = (ReminderForm *)screen;
    g_autoptr(GDateTime) now = app_now(screen->app);
    self->what = arg != NULL ? *(const ReminderArg *)arg : (ReminderArg){0};
    self->fields.now = moment_of(now);
    self->form = reminder_form_new(&self->fields);
    self->filled = values_of_form(self->form);
    self->words = g_strdup("");
    return true;
}

static void reminder_close(Screen *screen)
{
    ReminderForm *self = (ReminderForm *)screen;
    g_clear_pointer(&self->form, form_free);
    g_clear_pointer(&self->filled, g_hash_table_unref);
    g_clear_pointer(&self->held, event_free);
    g_free(self->words);
    record_free(self->stored);
    reminder_fields_clear(&self->fields);
}

static gpointer reminder_ask(Screen *screen)
{
    return g_memdup2(&((const ReminderForm *)screen)->what, sizeof(ReminderArg));
}

/* ---- filling ---- */

static void fill(ReminderForm *self, ReminderModel *model)
{
    bool is_first = self->stored == NULL;
    record_free(self->stored);
    self->stored = record_copy(model->reminder);
    reminder_fields_take(&self->fields, self->form, model);
    if (self->fields.is_new) {
        self->stored->branch_id = counter_of(&self->base)->branch_id;
    }
    g_autoptr(GHashTable) base = g_steal_pointer(&self->filled);
    g_autoptr(GHashTable) mine = values_of_form(self->form);
    g_autoptr(GHashTable) values = reminder_fields_values(&self->fields, self->stored);
    values_to_form(values, self->form);
    self->filled = values_of_form(self->form);
    if (!is_first) {
        const RejoinSides sides = {&self->form,         base, mine, self->filled,
                                   &self->stored->head, NULL};
        rejoin_join(&self->base, &sides);
    }
}

static void reminder_loaded(Screen *screen, gpointer old)
{
    (void)old;
    ReminderForm *self = (ReminderForm *)screen;
    if (self->stored == NULL || rejoin_is_due(screen)) {
        fill(self, screen->model);
    }
}

static bool reminder_unsaved(const Screen *screen)
{
    const ReminderForm *self = (const ReminderForm *)screen;
    g_autoptr(GHashTable) values = values_of_form(self->form);
    return self->stored != NULL && !values_equal(values, self->filled);
}

/* ---- drafts ---- */

static bool reminder_draft(const Screen *screen, Draft *draft)
{
    const ReminderForm *self = (const ReminderForm *)screen;
    const ReminderModel *model = screen->model;
    draft->subject_id = self->stored != NULL ? self->stored->customer_id : self->what.customer_id;
    draft->part_id = self->stored != NULL ? self->stored->head.id : self->what.reminder_id;
    if (model == NULL || !reminder_unsaved(screen)) {
        return false;
    }
    const char *words = form_get(self->form, "words");
    draft->title = model->call != NULL
                       ? g_strdup_printf(_("Reminder about %s: %s"), model->call, words)
                       : g_strdup_printf(_("Reminder: %s"), words);
    form_draft_keep(draft, self->form, self->filled);
    return true;
}

static bool reminder_restore(Screen *screen, const Draft *draft)
{
    ReminderForm *self = (ReminderForm *)screen;
    bool is_changed = form_draft_restore(draft, self->form, self->filled);
    g_free(self->words);
    self->words = g_strdup(form_get(self->form, "words"));
    return is_changed;
}

static Screen *reminder_resume(Screen *parent, const Draft *draft, ReturnFunc returned)
{
    const ReminderArg arg = {draft->subject_id, draft->part_id, 0};
    return screen_push(parent, &screen_reminder, &arg, returned);
}

/* ---- typing ---- */

static ReminderWords meant_now(const ReminderForm *self)
{
    ReminderWords meant = {0};
    g_autoptr(GHashTable) values = values_of_form(self->form);
    reminder_fields_read(&self->fields, self->stored, values, &meant);
    return meant;
}

/* One line says it all: then Enter saves it. */
static bool is_said(const ReminderForm *self)
{
    if (!self->fields.is_new || strcmp(form_focus(self->form), "words") != 0) {
        return false;
    }
    ReminderWords meant = meant_now(self);
    bool is_said = *meant.words != '\0' && day_is_whole(meant.due.day);
    reminder_words_clear(&meant);
    return is_said;
}

static Outcome give_to_form(ReminderForm *self, const Event *event)
{
    if (event->kind == EVENT_KEY && event->key == K_ENTER && is_said(self)) {
        return OUTCOME_NONE;
    }
    bool was_day = strcmp(form_focus(self->form), "day") == 0;
    Outcome outcome = form_input_at(self->form, event, self->form_row, FORM_COL);
    if (was_day && strcmp(form_focus(self->form), "day") != 0) {
        reminder_fields_split(&self->fields, self->form);
    }
    const char *words = form_get(self->form, "words");
    if (self->fields.is_new && strcmp(words, self->words) != 0) {
        reminder_fields_follow(&self->fields, self->form, self->words);
        g_free(self->words);
        self->words = g_strdup(words);
    }
    return outcome;
}

static Outcome give_held(Screen *screen)
{
    ReminderForm *self = (ReminderForm *)screen;
    g_autoptr(Event) event = g_steal_pointer(&self->held);
    return event != NULL ? give_to_form(self, event) | OUTCOME_HANDLED : OUTCOME_HANDLED;
}

static Outcome reminder_input(Screen *screen, const Event *event)
{
    ReminderForm *self = (ReminderForm *)screen;
    if (self->stored != NULL) {
        return give_to_form(self, event);
    }
    if (!form_is_typing(event) || self->held != NULL) {
        return OUTCOME_NONE;
    }
    self->held = event_copy(event);
    return app_after_load(screen, give_held);
}

/* ---- drawing ---- */

static char *title_of(const ReminderForm *self)
{
    const ReminderModel *model = self->base.model;
    if (model == NULL) {
        return g_strdup("…");
    }
    return model->call != NULL ? g_strdup_printf(_("A reminder about %s"), model->call)
                               : g_strdup(_("A reminder for the shop"));
}

/* What will be stored, as far as it is said, and what became of it so far. */
static void draw_below(const ReminderForm *self, Canvas *canvas, int row)
{
    ReminderWords meant = meant_now(self);
    g_autofree char *reading =
        *meant.words != '\0' ? reminder_words_reading(&meant, self->fields.now.day) : NULL;
    reminder_words_clear(&meant);
    if (reading != NULL) {
        Canvas hidden = canvas_private(canvas);
        const char *mark = canvas_symbol(canvas, SYMBOL_OPEN);
        int col = canvas_put(canvas, row, FORM_COL, AREA_ACCENT, mark) + 1;
        row = canvas_wrapped(&hidden, row, col, canvas->cols - col - 1, 2, AREA_ACCENT, reading);
        if (is_said(self)) {
            canvas_put(canvas, row++, col, AREA_DIM, _("Enter saves it."));
        }
    }
    Canvas rest = canvas_part(canvas, row + 1, FORM_COL, G_MAXINT, G_MAXINT);
    reminder_history_draw(&rest, self->base.model, self->fields.now.day);
}

static void reminder_draw(Screen *screen, Canvas *canvas)
{
    ReminderForm *self = (ReminderForm *)screen;
    g_autofree char *title = title_of(self);
    canvas_text(canvas, 0, FORM_COL, canvas->cols - 2, AREA_TITLE, title);
    self->form_row = canvas->rows >= TALL_ROWS ? 2 : 1;
    int rows = canvas->rows - self->form_row;
    int below =
        rows > (int)form_count(self->form) + BELOW_LEAST ? (int)form_count(self->form) + 2 : rows;
    Canvas part = canvas_part(canvas, self->form_row, FORM_COL, MAX(below, 1),
                              MIN(canvas->cols - 2, FORM_COLS));
    form_draw(self->form, &part);
    if (self->stored != NULL && below < rows) {
        draw_below(self, canvas, self->form_row + below);
    }
}

/* ---- saving ---- */

static Outcome reminder_saved(Screen *screen, gpointer id)
{
    app_say(screen->app, AREA_GOOD, _("Noted. Ctrl-Z takes it back."));
    screen_result(screen, g_memdup2(id, sizeof(gint64)), g_free);
    return OUTCOME_CLOSE;
}

static bool reminder_not_saved(Screen *screen, const GError *error)
{
    return rejoin_refused(screen, ((const ReminderForm *)screen)->stored, error);
}

static Outcome reminder_do_save(Screen *screen)
{
    ReminderForm *self = (ReminderForm *)screen;
    if (self->stored == NULL) {
        return OUTCOME_HANDLED;
    }
    if (!reminder_fields_check(&self->fields, self->stored, self->form)) {
        return OUTCOME_REDRAW;
    }
    Who who = counter_who(screen);
    g_autoptr(GHashTable) values = values_of_form(self->form);
    Reminder *reminder = reminder_fields_typed(&self->fields, self->stored, values);
    const AppJob job = {
        .run = reminder_job_run,
        .arg = reminder_job_new(reminder, &who),
        .arg_free = reminder_job_free,
        .result_free = g_free,
        .done = reminder_saved,
        .failed = reminder_not_saved,
    };
    return app_do(screen, &job);
}

/* ---- what is done with one that is there ---- */

static bool is_there(const Screen *screen)
{
    const ReminderForm *self = (const ReminderForm *)screen;
    return self->stored != NULL && !self->fields.is_new && !reminder_unsaved(screen) &&
           counter_may_write(screen);
}

static bool is_open(const Screen *screen)
{
    const ReminderForm *self = (const ReminderForm *)screen;
    return is_there(screen) && strcmp(self->stored->state, "open") == 0;
}

static bool is_series(const Screen *screen)
{
    return is_open(screen) && ((const ReminderForm *)screen)->stored->repeats != NULL;
}

static Outcome reminder_done(Screen *screen)
{
    return reminder_end_now(screen, ((ReminderForm *)screen)->stored, REMINDER_DO, true);
}

static Outcome reminder_skip(Screen *screen)
{
    return reminder_end_now(screen, ((ReminderForm *)screen)->stored, REMINDER_SKIP, true);
}

static Outcome reminder_drop(Screen *screen)
{
    return reminder_end_now(screen, ((ReminderForm *)screen)->stored, REMINDER_REMOVE, true);
}

static Outcome put_off(Screen *screen, gpointer until)
{
    (void)screen;
    return until != NULL ? OUTCOME_CLOSE : OUTCOME_HANDLED;
}

static Outcome reminder_put_off(Screen *screen)
{
    const Reminder *reminder = ((ReminderForm *)screen)->stored;
    const PutoffArg arg = {.kind = TODO_REMINDER,
                           .id = reminder->head.id,
                           .due = reminder_comes_up(reminder),
                           .words = reminder->words};
    screen_push(screen, &screen_putoff, &arg, put_off);
    return OUTCOME_HANDLED;
}

static bool has_text(const Screen *screen)
{
    const ReminderForm *self = (const ReminderForm *)screen;
    return is_open(screen) && self->stored->draft != NULL && self->stored->customer_id != 0;
}

static Outcome write_text(Screen *screen)
{
    const Reminder *reminder = ((ReminderForm *)screen)->stored;
    const LetterArg arg = {reminder->customer_id, reminder->head.id};
    screen_push(screen, &screen_letter, &arg, NULL);
    return OUTCOME_HANDLED;
}

static Outcome go_next(Screen *screen)
{
    return form_next(((ReminderForm *)screen)->form);
}

static const Action actions[] = {
    {"save", "F4|Ctrl-S|Enter", N_("Save"),
     N_("Saves the form; Enter does it in the last field, and once a line says what and when."),
     .run = reminder_do_save, .when = counter_may_write, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Leaves the form; asks before typed words are lost."),
     .run = dialog_leave},
    {"write", "Alt-w", N_("Text"), N_("Shows the text the reminder offers to send."),
     .run = write_text, .when = has_text, .needs_model = true},
    {"done", "Alt-o", N_("Done"), N_("Ticks the reminder off; one that repeats comes again."),
     .run = reminder_done, .when = is_open, .needs_model = true},
    {"putoff", "Alt-z", N_("Later"), N_("Lets the reminder come up later."),
     .run = reminder_put_off, .when = is_open, .needs_model = true},
    {"skip", "Alt-s", N_("Skip"), N_("Leaves it out this time; it comes again as it repeats."),
     .run = reminder_skip, .when = is_series, .needs_model = true},
    {"remove", "Alt-r", N_("Remove"), N_("Removes the reminder. Ctrl-Z brings it back."),
     .run = reminder_drop, .when = is_there, .needs_model = true},
    {"next", "Tab", N_("Next field"), N_("Goes to the next field; Shift-Tab goes back."),
     .run = go_next},
    {0},
};

const ScreenClass screen_reminder = {
    .name = "reminder",
    .title = N_("Reminder"),
    .size = sizeof(ReminderForm),
    .actions = actions,
    .open = reminder_open,
    .ask = reminder_ask,
    .ask_free = g_free,
    .load = reminder_model_load,
    .model_free = reminder_model_free,
    .loaded = reminder_loaded,
    .load_failed = rejoin_load_failed,
    .input = reminder_input,
    .draw = reminder_draw,
    .unsaved = reminder_unsaved,
    .draft = reminder_draft,
    .restore = reminder_restore,
    .resume = reminder_resume,
    .close = reminder_close,
};
