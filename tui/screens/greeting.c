/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for how somebody was greeted. */
#include "tui/screens/greeting.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/formdraft.h"
#include "tui/screens/greetingwork.h"
#include "tui/screens/values.h"
#include "tui/widgets/form.h"

#include <string.h>

enum {
    FORM_COL = 1,
    FORM_COLS = 76,
    FORM_ROWS = 4,
    FORM_ROWS_NARROW = 6,
    TALL_ROWS = 12,
    MOST_CHARS = 300,
    PAST_COL = 3
};

typedef struct {
    Screen base;
    GreetingArg whom;
    Form *form;
    int form_row; /* where it was drawn */
    const char **ways;
    Greeting *stored; /* as the form was filled with; NULL until it has been loaded */
    GHashTable *filled;
    Event *held; /* typed before the form was filled */
} GreetingForm;

static const FormField words_row = {.name = "words",
                                    .label = N_("What"),
                                    .kind = FORM_TEXT,
                                    .hint = N_("what you gave or said"),
                                    .max_chars = MOST_CHARS};

static bool greeting_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    GreetingForm *self = (GreetingForm *)screen;
    self->whom = arg != NULL ? *(const GreetingArg *)arg : (GreetingArg){0};
    self->ways = values_labels(NULL, greeting_ways);
    const FormField how = {
        .name = "how", .label = N_("How"), .kind = FORM_CHOICE, .choices = self->ways};
    self->form = form_new(&how, 1, NULL);
    form_append(self->form, &words_row, 1);
    self->filled = values_of_form(self->form);
    return true;
}

static void greeting_close(Screen *screen)
{
    GreetingForm *self = (GreetingForm *)screen;
    g_clear_pointer(&self->form, form_free);
    g_clear_pointer(&self->ways, g_free);
    g_clear_pointer(&self->filled, g_hash_table_unref);
    g_clear_pointer(&self->held, event_free);
    record_free(self->stored);
}

static gpointer greeting_ask(Screen *screen)
{
    return g_memdup2(&((const GreetingForm *)screen)->whom, sizeof(GreetingArg));
}

static void greeting_loaded(Screen *screen, gpointer old)
{
    (void)old;
    GreetingForm *self = (GreetingForm *)screen;
    const GreetingModel *model = screen->model;
    if (self->stored != NULL) {
        return;
    }
    self->stored = record_copy(model->tick);
    g_autoptr(GHashTable) values = values_new();
    const char *how = self->stored->how;
    values_set_code(values, "how", greeting_ways, how != NULL ? how : model->way);
    values_set(values, "words", self->stored->words);
    values_to_form(values, self->form);
    g_hash_table_unref(self->filled);
    self->filled = values_of_form(self->form);
}

static bool greeting_unsaved(const Screen *screen)
{
    const GreetingForm *self = (const GreetingForm *)screen;
    g_autoptr(GHashTable) values = values_of_form(self->form);
    return self->stored != NULL && !values_equal(values, self->filled);
}

/* ---- drafts ---- */

/* The place of a day in drafts: its year with its id. */
static gint64 part_of(const GreetingArg *whom)
{
    static const gint64 years = 10000;
    return whom->occasion_id * years + whom->year;
}

static bool greeting_draft(const Screen *screen, Draft *draft)
{
    const GreetingForm *self = (const GreetingForm *)screen;
    const GreetingModel *model = screen->model;
    draft->subject_id = self->whom.customer_id;
    draft->part_id = part_of(&self->whom);
    if (model == NULL || !greeting_unsaved(screen)) {
        return false;
    }
    draft->title = g_strdup_printf(_("How %s was greeted"), model->call);
    form_draft_keep(draft, self->form, self->filled);
    return true;
}

static bool greeting_restore(Screen *screen, const Draft *draft)
{
    GreetingForm *self = (GreetingForm *)screen;
    return form_draft_restore(draft, self->form, self->filled);
}

static Screen *greeting_resume(Screen *parent, const Draft *draft, ReturnFunc returned)
{
    static const gint64 years = 10000;
    const GreetingArg arg = {draft->subject_id, draft->part_id / years,
                             (int)(draft->part_id % years)};
    return screen_push(parent, &screen_greeting, &arg, returned);
}

/* ---- typing and drawing ---- */

static Outcome give_to_form(GreetingForm *self, const Event *event)
{
    return form_input_at(self->form, event, self->form_row, FORM_COL);
}

static Outcome give_held(Screen *screen)
{
    GreetingForm *self = (GreetingForm *)screen;
    g_autoptr(Event) event = g_steal_pointer(&self->held);
    return event != NULL ? give_to_form(self, event) | OUTCOME_HANDLED : OUTCOME_HANDLED;
}

static Outcome greeting_input(Screen *screen, const Event *event)
{
    GreetingForm *self = (GreetingForm *)screen;
    if (self->stored != NULL) {
        return give_to_form(self, event);
    }
    if (!form_is_typing(event) || self->held != NULL) {
        return OUTCOME_NONE;
    }
    self->held = event_copy(event);
    return app_after_load(screen, give_held);
}

/* What was given in other years, so that nobody gets the same again. */
static void draw_past(Canvas *canvas, int row, const GreetingModel *model)
{
    Canvas hidden = canvas_private(canvas);
    if (canvas->rows - row < 2) {
        return;
    }
    if (model->past->len == 0) {
        canvas_put(canvas, row, FORM_COL, AREA_DIM, _("Not greeted in earlier years."));
        return;
    }
    canvas_put(canvas, row, FORM_COL, AREA_HEADING, _("IN OTHER YEARS"));
    for (guint i = 0; i < model->past->len; i++) {
        canvas_put(&hidden, row + 1 + (int)i, PAST_COL, AREA_DIM,
                   g_ptr_array_index(model->past, i));
    }
}

static void greeting_draw(Screen *screen, Canvas *canvas)
{
    GreetingForm *self = (GreetingForm *)screen;
    const GreetingModel *model = screen->model;
    if (model == NULL) {
        return;
    }
    g_autofree char *title =
        g_strdup_printf(_("How %s was greeted: %s %d"), model->call, model->label, self->whom.year);
    Canvas hidden = canvas_private(canvas);
    canvas_text(&hidden, 0, FORM_COL, canvas->cols - 2, AREA_TITLE, title);
    self->form_row = canvas->rows >= TALL_ROWS ? 2 : 1;
    /* Where one line is too short for all ways there are several of them. */
    int rows = canvas->cols >= FORM_COLS ? FORM_ROWS : FORM_ROWS_NARROW;
    Canvas part =
        canvas_part(canvas, self->form_row, FORM_COL, rows, MIN(canvas->cols - 2, FORM_COLS));
    form_draw(self->form, &part);
    draw_past(canvas, self->form_row + rows, model);
}

/* ---- saving ---- */

static Outcome greeting_saved(Screen *screen, gpointer id)
{
    app_say(screen->app, AREA_GOOD, _("Noted. Ctrl-Z takes it back."));
    screen_result(screen, g_memdup2(id, sizeof(gint64)), g_free);
    return OUTCOME_CLOSE;
}

static Outcome greeting_save(Screen *screen)
{
    GreetingForm *self = (GreetingForm *)screen;
    if (self->stored == NULL) {
        return OUTCOME_HANDLED;
    }
    Greeting *tick = record_copy(self->stored);
    g_autoptr(GHashTable) values = values_of_form(self->form);
    guint way = values_get_choice(values, "how");
    /* Words of somebody's own that the form cannot show stay as long as nothing else is chosen. */
    if (tick->how == NULL || way != values_get_choice(self->filled, "how")) {
        record_set_text(&tick->how, greeting_ways[way].code);
    }
    values_store(values, "words", &tick->words);
    Who who = counter_who(screen);
    const AppJob job = {
        .run = greeting_save_run,
        .arg = greeting_save_new(tick, &who),
        .arg_free = greeting_save_free,
        .result_free = g_free,
        .done = greeting_saved,
    };
    return app_do(screen, &job);
}

static Outcome greeting_next(Screen *screen)
{
    return form_next(((GreetingForm *)screen)->form);
}

static const Action actions[] = {
    {"save", "F4|Ctrl-S|Enter", N_("Save"),
     N_("Saves the form; in the last field Enter does it, too."), .run = greeting_save,
     .when = counter_may_write, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Leaves the form; asks before typed words are lost."),
     .run = dialog_leave},
    {"next", "Tab", N_("Next field"), N_("Goes to the next field; Shift-Tab goes back."),
     .run = greeting_next},
    {0},
};

const ScreenClass screen_greeting = {
    .name = "greeting",
    .title = N_("Greeting"),
    .size = sizeof(GreetingForm),
    .actions = actions,
    .open = greeting_open,
    .ask = greeting_ask,
    .ask_free = g_free,
    .load = greeting_model_load,
    .model_free = greeting_model_free,
    .loaded = greeting_loaded,
    .input = greeting_input,
    .draw = greeting_draw,
    .unsaved = greeting_unsaved,
    .draft = greeting_draft,
    .restore = greeting_restore,
    .resume = greeting_resume,
    .close = greeting_close,
};
