/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question with two answers. */
#include "tui/screens/dialogs.h"

#include "data/base/i18n.h"
#include "tui/screens/sentence.h"
#include "tui/text.h"

#define GAP 4

typedef struct {
    const char *question, *yes, *no;
} ConfirmArg;

typedef struct {
    Screen base;
    char *question, *yes, *no;
    int no_col; /* where the second answer was drawn */
    int answer_row;
} Confirm;

static bool confirm_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    const ConfirmArg *confirm = arg;
    Confirm *self = (Confirm *)screen;
    self->question = g_strdup(confirm ? confirm->question : "");
    self->yes = g_strdup(confirm ? confirm->yes : _("Yes"));
    self->no = g_strdup(confirm ? confirm->no : _("No"));
    return true;
}

/* The answers as they stand in the dialog: "Enter Quit    Esc Stay". */
static int answers_width(const Confirm *self)
{
    g_autofree char *enter = key_label(K_ENTER);
    g_autofree char *esc = key_label(K_ESC);
    return text_width(enter) + 1 + text_width(self->yes) + GAP + text_width(esc) + 1 +
           text_width(self->no);
}

static void confirm_measure(Screen *screen, int max_rows, int max_cols, int *rows, int *cols)
{
    const Confirm *self = (const Confirm *)screen;
    sentence_measure(self->question, max_cols, rows, cols);
    *rows = MIN(*rows + 2, max_rows);
    *cols = MIN(MAX(*cols, answers_width(self)), max_cols);
}

static int draw_answer(Canvas *canvas, int row, int col, Key key, const char *label)
{
    g_autofree char *name = key_label(key);
    col = canvas_put(canvas, row, col, AREA_BAR_KEY, name) + 1;
    return canvas_put(canvas, row, col, AREA_DIALOG, label);
}

static void confirm_draw(Screen *screen, Canvas *canvas)
{
    Confirm *self = (Confirm *)screen;
    canvas_wrapped(canvas, 0, 0, canvas->cols, canvas->rows - 2, AREA_DIALOG, self->question);
    self->answer_row = canvas->rows - 1;
    self->no_col = draw_answer(canvas, self->answer_row, 0, K_ENTER, self->yes) + GAP;
    draw_answer(canvas, self->answer_row, self->no_col, K_ESC, self->no);
    canvas_cursor_selected(canvas, self->answer_row, 0);
}

static Outcome confirm_input(Screen *screen, const Event *event)
{
    const Confirm *self = (const Confirm *)screen;
    if (event->kind != EVENT_CLICK || event->row != self->answer_row) {
        return OUTCOME_NONE;
    }
    return event->col < self->no_col ? OUTCOME_AS_ENTER : OUTCOME_CLOSE;
}

static Outcome confirm_yes(Screen *screen)
{
    /* Anything but NULL means yes. */
    return screen_done(screen);
}

static void confirm_close(Screen *screen)
{
    Confirm *self = (Confirm *)screen;
    g_free(self->question);
    g_free(self->yes);
    g_free(self->no);
}

/* Both stand in the dialog: the bar need not say them again. */
static const Action actions[] = {
    {"yes", "Enter", N_("Yes"), N_("Does what is asked."), .run = confirm_yes, .quiet = true},
    {"no", "Esc", N_("No"), N_("Goes back and changes nothing."), .run = screen_leave,
     .quiet = true},
    {0},
};

const ScreenClass screen_confirm = {
    .name = "confirm",
    .title = N_("Question"),
    .size = sizeof(Confirm),
    .place = SCREEN_DIALOG,
    .actions = actions,
    .open = confirm_open,
    .input = confirm_input,
    .draw = confirm_draw,
    .measure = confirm_measure,
    .close = confirm_close,
};

Outcome dialog_confirm(Screen *parent, const char *question, const char *yes, const char *no,
                       ReturnFunc answered)
{
    const ConfirmArg arg = {.question = question, .yes = yes, .no = no};
    screen_push(parent, &screen_confirm, &arg, answered);
    return OUTCOME_HANDLED;
}

Outcome dialog_retry(Screen *parent, const char *text, ReturnFunc answered)
{
    return dialog_confirm(parent, text, _("Try again"), _("Leave it"), answered);
}

void dialog_retry_say(Screen *dialog, const char *text, const char *yes)
{
    Confirm *self = (Confirm *)dialog;
    g_free(self->question);
    g_free(self->yes);
    self->question = g_strdup(text);
    self->yes = g_strdup(yes);
}

static Outcome throw_away(Screen *screen, gpointer yes)
{
    (void)screen;
    return yes ? OUTCOME_CLOSE : OUTCOME_HANDLED;
}

Outcome dialog_leave(Screen *screen)
{
    if (!screen->class->unsaved(screen)) {
        return OUTCOME_CLOSE;
    }
    return dialog_confirm(screen, _("What you have typed is not saved yet. Throw it away?"),
                          _("Throw away"), _("Go on typing"), throw_away);
}
