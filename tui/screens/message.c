/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence in a dialog. */
#include "tui/screens/dialogs.h"

#include "data/base/i18n.h"
#include "tui/screens/sentence.h"

typedef struct {
    const char *title, *text;
} MessageArg;

typedef struct {
    Screen base;
    char *title, *text;
} Message;

static bool message_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    const MessageArg *message = arg;
    Message *self = (Message *)screen;
    self->title = g_strdup(message ? message->title : NULL);
    self->text = g_strdup(message ? message->text : "");
    return true;
}

static const char *message_heading(const Screen *screen)
{
    return ((const Message *)screen)->title;
}

static void message_measure(Screen *screen, int max_rows, int max_cols, int *rows, int *cols)
{
    const Message *self = (const Message *)screen;
    sentence_measure(self->text, max_cols, rows, cols);
    /* The sentence, a blank row, the way out. */
    *rows = MIN(*rows + 2, max_rows);
}

static void message_draw(Screen *screen, Canvas *canvas)
{
    const Message *self = (const Message *)screen;
    canvas_wrapped(canvas, 0, 0, canvas->cols, canvas->rows - 2, AREA_DIALOG, self->text);
    g_autofree char *enter = key_label(K_ENTER);
    int col = canvas_put(canvas, canvas->rows - 1, 0, AREA_BAR_KEY, enter) + 1;
    canvas_put(canvas, canvas->rows - 1, col, AREA_DIALOG, _("OK"));
    canvas_cursor_selected(canvas, canvas->rows - 1, 0);
}

static Outcome message_input(Screen *screen, const Event *event)
{
    (void)screen;
    return event->kind == EVENT_CLICK ? OUTCOME_AS_ENTER : OUTCOME_NONE;
}

static void message_close(Screen *screen)
{
    Message *self = (Message *)screen;
    g_free(self->title);
    g_free(self->text);
}

static const Action actions[] = {
    {"close", "Enter|Esc", N_("OK"), N_("Closes the message."), .run = screen_leave},
    {0},
};

const ScreenClass screen_message = {
    .name = "message",
    .title = N_("Message"),
    .size = sizeof(Message),
    .place = SCREEN_DIALOG,
    .actions = actions,
    .heading = message_heading,
    .open = message_open,
    .input = message_input,
    .draw = message_draw,
    .measure = message_measure,
    .close = message_close,
};

Outcome dialog_message(Screen *parent, const char *title, const char *text)
{
    const MessageArg arg = {.title = title, .text = text};
    screen_push(parent, &screen_message, &arg, NULL);
    return OUTCOME_HANDLED;
}
