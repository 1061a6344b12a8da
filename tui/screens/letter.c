/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text a reminder offers to send. */
#include "tui/screens/letter.h"

#include "data/agenda/letter.h"
#include "data/base/i18n.h"
#include "data/base/utf8.h"
#include "data/customer/customer.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/formdraft.h"
#include "tui/screens/importfolder.h"
#include "tui/screens/letterwork.h"
#include "tui/screens/values.h"
#include "tui/takeback.h"
#include "tui/widgets/form.h"

#include <string.h>

enum { LEFT = 1, COLS_MOST = 76, TALL_ROWS = 14, MOST_CHARS = 500, FORM_ROWS = 2 };

typedef struct {
    Screen base;
    LetterArg of;
    Form *form;
    int form_row; /* where it was drawn */
    GHashTable *filled;
    bool is_noted; /* it was taken: the contact is noted, and the reminder done */
    bool is_asked; /* whether it shall go without a line of one's own */
} Letter;

static const FormField fields[] = {
    {.name = "line",
     .label = N_("Your own line"),
     .kind = FORM_TEXT,
     .hint = N_("something only the two of you know"),
     .max_chars = MOST_CHARS},
};

static bool letter_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    Letter *self = (Letter *)screen;
    self->of = arg != NULL ? *(const LetterArg *)arg : (LetterArg){0};
    self->form = form_new(fields, G_N_ELEMENTS(fields), NULL);
    self->filled = values_of_form(self->form);
    return true;
}

static void letter_close(Screen *screen)
{
    Letter *self = (Letter *)screen;
    g_clear_pointer(&self->form, form_free);
    g_clear_pointer(&self->filled, g_hash_table_unref);
}

static gpointer letter_ask(Screen *screen)
{
    LetterAsk *ask = g_new0(LetterAsk, 1);
    ask->of = ((const Letter *)screen)->of;
    ask->clerk = g_strdup(counter_of(screen)->clerk);
    return ask;
}

/* Whoever took the reminder back, or did it elsewhere. */
static void letter_loaded(Screen *screen, gpointer old)
{
    (void)old;
    const LetterModel *model = screen->model;
    ((Letter *)screen)->is_noted = strcmp(model->reminder->state, "open") != 0;
}

static bool letter_unsaved(const Screen *screen)
{
    const Letter *self = (const Letter *)screen;
    g_autoptr(GHashTable) values = values_of_form(self->form);
    return !self->is_noted && !values_equal(values, self->filled);
}

/* ---- drafts ---- */

static bool letter_draft(const Screen *screen, Draft *draft)
{
    const Letter *self = (const Letter *)screen;
    const LetterModel *model = screen->model;
    draft->subject_id = self->of.customer_id;
    draft->part_id = self->of.reminder_id;
    if (model == NULL || !letter_unsaved(screen)) {
        return false;
    }
    draft->title = g_strdup_printf(_("Text to %s: %s"), model->call, form_get(self->form, "line"));
    form_draft_keep(draft, self->form, self->filled);
    return true;
}

static bool letter_restore(Screen *screen, const Draft *draft)
{
    Letter *self = (Letter *)screen;
    return form_draft_restore(draft, self->form, self->filled);
}

static Screen *letter_resume(Screen *parent, const Draft *draft, ReturnFunc returned)
{
    const LetterArg arg = {draft->subject_id, draft->part_id};
    return screen_push(parent, &screen_letter, &arg, returned);
}

/* ---- typing and drawing ---- */

static Outcome letter_input(Screen *screen, const Event *event)
{
    Letter *self = (Letter *)screen;
    bool is_undo = event->kind == EVENT_KEY && event->key == K_CTRL + 'z';
    if (is_undo && self->is_noted) {
        return OUTCOME_NONE; /* what was said on the screen is meant, not the typing */
    }
    return form_input_at(self->form, event, self->form_row, LEFT);
}

/* The whole text, with the line that was typed. */
static char *whole_text(const Letter *self)
{
    const LetterModel *model = self->base.model;
    g_autofree char *line = utf8_storable(form_get(self->form, "line"), -1, true, NULL);
    return letter_with_line(model->text, line);
}

/* By which way, and where to: "E-mail  hilde@example.org". Returns the row below. */
static int draw_way(const LetterModel *model, Canvas *canvas, int row)
{
    int col = canvas_put(canvas, row, LEFT, AREA_LABEL,
                         choice_label(customer_channels, model->reminder->channel)) +
              2;
    Canvas hidden = canvas_private(canvas);
    canvas_put(&hidden, row, col, AREA_TEXT,
               model->where != NULL ? model->where : _("no address is known"));
    row++;
    if (!model->may_send) {
        row = canvas_wrapped(canvas, row, LEFT, canvas->cols - 2, 2, AREA_WARNING,
                             _("Has not agreed to news by this way. Ask first, or leave it."));
    }
    return row;
}

static void letter_draw(Screen *screen, Canvas *canvas)
{
    Letter *self = (Letter *)screen;
    const LetterModel *model = screen->model;
    bool is_tall = canvas->rows >= TALL_ROWS;
    int cols = MIN(canvas->cols - 2, COLS_MOST);
    Canvas hidden = canvas_private(canvas);
    g_autofree char *title = g_strdup_printf(_("A text to %s"), model != NULL ? model->call : "…");
    canvas_text(&hidden, 0, LEFT, canvas->cols - 2, AREA_TITLE, title);
    int row = model != NULL ? draw_way(model, canvas, 1) : 1;
    self->form_row = canvas->rows - FORM_ROWS;
    if (model != NULL) {
        g_autofree char *text = whole_text(self);
        row += is_tall ? 1 : 0;
        canvas_wrapped(&hidden, row, LEFT, cols, MAX(self->form_row - row - (is_tall ? 1 : 0), 0),
                       AREA_TEXT, text);
    }
    Canvas part = canvas_part(canvas, self->form_row, LEFT, FORM_ROWS, canvas->cols - 2);
    form_draw(self->form, &part);
}

/* ---- taking it ---- */

static Outcome copied(Screen *screen, gpointer is_new)
{
    ((Letter *)screen)->is_noted = true;
    app_say(screen->app, AREA_GOOD,
            *(const bool *)is_new
                ? _("Copied and noted as a contact. If pasting brings nothing, F5 writes a file.")
                : _("Copied once more."));
    return OUTCOME_REDRAW;
}

static Outcome written(Screen *screen, gpointer is_new)
{
    ((Letter *)screen)->is_noted = true;
    app_say(screen->app, AREA_GOOD,
            *(const bool *)is_new ? _("Written and noted as a contact. Ctrl-Z takes that back.")
                                  : _("Written once more."));
    return OUTCOME_REDRAW;
}

/* PATH: the file it is written to; NULL: it was copied. */
static Outcome take(Screen *screen, const char *text, const char *path)
{
    const Letter *self = (const Letter *)screen;
    const LetterModel *model = screen->model;
    Who who = counter_who(screen);
    const AppJob job = {
        .run = letter_run,
        .arg =
            letter_job_new(model->reminder, text, path, self->is_noted, counter_now(screen), &who),
        .arg_free = letter_job_free,
        .result_free = g_free,
        .done = path != NULL ? written : copied,
    };
    return app_do(screen, &job);
}

/* Whether it may go: a text nobody added anything to is told once. */
static bool is_personal(Letter *self)
{
    g_autofree char *line = utf8_storable(form_get(self->form, "line"), -1, true, NULL);
    if (*line != '\0' || self->is_asked) {
        return true;
    }
    self->is_asked = true;
    form_complain(self->form, "line",
                  _("A line of your own makes it a letter. Again goes without."));
    return false;
}

static bool has_text(const Screen *screen)
{
    const LetterModel *model = screen->model;
    return model != NULL && *model->text != '\0' && counter_may_write(screen);
}

static Outcome letter_copy(Screen *screen)
{
    Letter *self = (Letter *)screen;
    if (!has_text(screen) || !is_personal(self)) {
        return OUTCOME_REDRAW;
    }
    g_autofree char *text = whole_text(self);
    app_copy(screen->app, text);
    return take(screen, text, NULL);
}

static Outcome write_to(Screen *screen, gpointer answer)
{
    const PromptAnswer *typed = answer;
    if (typed == NULL || *typed->text == '\0' || !has_text(screen)) {
        return OUTCOME_HANDLED;
    }
    g_autofree char *path = folder_path(typed->text);
    g_autofree char *text = whole_text((Letter *)screen);
    return take(screen, text, path);
}

static Outcome letter_write(Screen *screen)
{
    Letter *self = (Letter *)screen;
    if (!has_text(screen) || !is_personal(self)) {
        return OUTCOME_REDRAW;
    }
    g_autofree char *file = g_strdup_printf(_("~/text-%d.txt"), (int)self->of.reminder_id);
    const PromptQuestion question = {
        .title = _("Write to a file"),
        .question = _("Into which file? One that is there is replaced."),
        .initial = file,
    };
    return dialog_prompt(screen, &question, write_to);
}

static const Action actions[] = {
    {"copy", "F4|Ctrl-S|Enter", N_("Copy"),
     N_("Puts the text onto the clipboard, for your mail program, and notes it as a contact."),
     .run = letter_copy, .when = has_text, .needs_model = true},
    {"write", "F5|Alt-w", N_("To a file"),
     N_("Writes the text to a file, to be printed or sent, and notes it as a contact."),
     .run = letter_write, .when = has_text, .needs_model = true},
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"back", "Esc", N_("Back"), N_("Leaves the text; asks before typed words are lost."),
     .run = dialog_leave},
    {0},
};

const ScreenClass screen_letter = {
    .name = "letter",
    .title = N_("Text"),
    .size = sizeof(Letter),
    .actions = actions,
    .open = letter_open,
    .ask = letter_ask,
    .ask_free = letter_ask_free,
    .load = letter_model_load,
    .model_free = letter_model_free,
    .loaded = letter_loaded,
    .input = letter_input,
    .draw = letter_draw,
    .unsaved = letter_unsaved,
    .draft = letter_draft,
    .restore = letter_restore,
    .resume = letter_resume,
    .close = letter_close,
};
