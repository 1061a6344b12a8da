/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of text asked for in a dialog. */
#include "tui/screens/dialogs.h"

#include "data/base/i18n.h"
#include "tui/app.h"
#include "tui/lineedit.h"
#include "tui/screens/sentence.h"
#include "tui/widgets/prompt.h"

#include <string.h>

#define PROMPT_COLS 60
#define COMPLAINT_ROWS 2

typedef struct {
    Screen base;
    PromptQuestion question; /* with texts of its own */
    char *title, *text, *hint, *initial;
    LineEdit *line;
    guint turn;
    PromptAnswer answer;
    char *typed;
    char *complaint;     /* why it was not taken; NULL: nothing was wrong */
    unsigned complained; /* about this state of the line */
} Prompt;

static bool prompt_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    const PromptQuestion *question = arg;
    Prompt *self = (Prompt *)screen;
    self->line = line_edit_new(0);
    if (question) {
        self->question = *question;
        self->title = g_strdup(question->title);
        self->text = g_strdup(question->question);
        self->hint = g_strdup(question->hint);
        line_edit_set(self->line, question->initial);
        self->initial = g_strdup(line_edit_text(self->line));
        if (question->is_guess) {
            line_edit_select_all(self->line);
        }
    }
    return true;
}

static const char *prompt_heading(const Screen *screen)
{
    return ((const Prompt *)screen)->title;
}

static void prompt_measure(Screen *screen, int max_rows, int max_cols, int *rows, int *cols)
{
    const Prompt *self = (const Prompt *)screen;
    int text_rows = 0;
    if (self->text) {
        int text_cols;
        sentence_measure(self->text, MIN(PROMPT_COLS, max_cols), &text_rows, &text_cols);
    }
    *cols = MIN(PROMPT_COLS, max_cols);
    int below = self->question.check ? COMPLAINT_ROWS : self->question.reading ? 1 : 0;
    *rows = MIN(text_rows + 1 + below, max_rows);
}

/* Under the box: what is wrong with the text, else how it is read. */
static void draw_below(Prompt *self, Canvas *canvas, int row)
{
    if (self->complaint && line_edit_changes(self->line) != self->complained) {
        g_clear_pointer(&self->complaint, g_free);
    }
    if (self->complaint) {
        canvas_wrapped(canvas, row, 3, canvas->cols - 3, canvas->rows - row, AREA_WARNING,
                       self->complaint);
    } else if (self->question.reading) {
        g_autofree char *reading =
            self->question.reading(line_edit_text(self->line), self->turn, self->question.context);
        canvas_text(canvas, row, 3, canvas->cols - 3, AREA_ACCENT, reading);
    }
}

/* The box with dots in it. */
static void draw_secret(Prompt *self, Canvas *canvas, int row)
{
    Canvas hidden = canvas_secret(canvas);
    int col = canvas_put(canvas, row, 1, AREA_ACCENT, canvas_symbol(canvas, SYMBOL_PROMPT)) + 1;
    line_edit_draw(self->line, &hidden, row, col, canvas->cols - col - 1, true);
}

static void prompt_screen_draw(Screen *screen, Canvas *canvas)
{
    Prompt *self = (Prompt *)screen;
    int row = 0;
    if (self->text) {
        row =
            canvas_wrapped(canvas, row, 0, canvas->cols, canvas->rows - 1, AREA_DIALOG, self->text);
    }
    if (self->question.is_secret) {
        draw_secret(self, canvas, row);
    } else {
        prompt_draw(canvas, row, self->line, line_edit_is_empty(self->line) ? self->hint : NULL);
    }
    draw_below(self, canvas, row + 1);
}

static Outcome prompt_input(Screen *screen, const Event *event)
{
    Prompt *self = (Prompt *)screen;
    if (event->kind == EVENT_KEY && event->key == K_CTRL + 'z') {
        line_edit_undo(self->line);
        return OUTCOME_REDRAW;
    }
    if (event->kind == EVENT_KEY && event->key == K_CTRL + 'y') {
        line_edit_redo(self->line);
        return OUTCOME_REDRAW;
    }
    return line_edit_input(self->line, event);
}

static bool can_turn(const Screen *screen)
{
    const PromptQuestion *question = &((const Prompt *)screen)->question;
    return question->reading != NULL && question->check == NULL;
}

static Outcome prompt_turn(Screen *screen)
{
    ((Prompt *)screen)->turn++;
    return OUTCOME_REDRAW;
}

/* It may be a passphrase. */
static void forget_typed(Prompt *self)
{
    if (self->typed != NULL) {
        explicit_bzero(self->typed, strlen(self->typed));
    }
    g_clear_pointer(&self->typed, g_free);
}

static Outcome prompt_take(Screen *screen)
{
    Prompt *self = (Prompt *)screen;
    forget_typed(self);
    self->typed = g_strdup(line_edit_text(self->line));
    if (!self->question.is_secret) {
        g_strstrip(self->typed);
    }
    if (*self->typed == '\0') {
        app_say(screen->app, AREA_MESSAGE, _("Type something first, or press Esc to go back."));
        return OUTCOME_REDRAW;
    }
    g_autoptr(GError) error = NULL;
    if (self->question.check &&
        !self->question.check(self->typed, self->question.context, &error)) {
        g_free(self->complaint);
        self->complaint = g_strdup(error->message);
        self->complained = line_edit_changes(self->line);
        return OUTCOME_REDRAW;
    }
    self->answer = (PromptAnswer){.text = self->typed, .turn = self->turn};
    screen_result(screen, &self->answer, NULL);
    return OUTCOME_CLOSE;
}

static bool prompt_unsaved(const Screen *screen)
{
    const Prompt *self = (const Prompt *)screen;
    return strcmp(line_edit_text(self->line), self->initial != NULL ? self->initial : "") != 0;
}

static void prompt_close(Screen *screen)
{
    Prompt *self = (Prompt *)screen;
    line_edit_free(self->line);
    g_free(self->title);
    g_free(self->text);
    g_free(self->hint);
    g_free(self->initial);
    forget_typed(self);
    g_free(self->complaint);
}

static const Action actions[] = {
    {"take", "Enter", N_("OK"), N_("Takes what you have typed."), .run = prompt_take},
    {"turn", "Tab", N_("Meant otherwise"), N_("Reads what you have typed in another way."),
     .run = prompt_turn, .when = can_turn},
    {"back", "Esc", N_("Back"), N_("Goes back and changes nothing."), .run = screen_leave},
    {0},
};

const ScreenClass screen_prompt = {
    .name = "prompt",
    .title = N_("Question"),
    .size = sizeof(Prompt),
    .place = SCREEN_DIALOG,
    .actions = actions,
    .heading = prompt_heading,
    .open = prompt_open,
    .input = prompt_input,
    .draw = prompt_screen_draw,
    .measure = prompt_measure,
    .unsaved = prompt_unsaved,
    .close = prompt_close,
};

Outcome dialog_prompt(Screen *parent, const PromptQuestion *question, ReturnFunc answered)
{
    screen_push(parent, &screen_prompt, question, answered);
    return OUTCOME_HANDLED;
}
