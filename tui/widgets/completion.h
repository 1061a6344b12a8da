/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rest of what is being typed, as the shop knows it: it stands dim after the cursor, and goes
 * into the line only when somebody takes it. */
#pragma once

#include <glib.h>
#include <stdbool.h>

#include "tui/canvas.h"
#include "tui/lineedit.h"

/* A value; all zero is none. */
typedef struct {
    char *asked;   /* what stood in the line when it was looked up */
    char *text;    /* the whole suggestion; NULL: none */
    bool is_shown; /* it was drawn: nobody takes what they have not seen */
    bool is_known; /* somebody has taken one: the key need not be told any more */
} Completion;

/* Forgets the suggestion, and frees it. */
void completion_clear(Completion *completion);
/* TEXT (copied; NULL: none) completes a line in which ASKED (copied) stands or which goes on
 * after it. */
void completion_set(Completion *completion, const char *asked, const char *text);

/* What the suggestion adds to LINE, NULL when it adds nothing (any more) or the cursor is not at
 * the end. Belongs to COMPLETION. */
const char *completion_rest(const Completion *completion, const LineEdit *line);

/* Right or End at the end of LINE puts the suggestion in its place, as one change, if it is shown.
 * False: the event does something else. */
bool completion_take(Completion *completion, LineEdit *line, const Event *event);

/* Draws the rest from the cursor on, which stands at ROW, COL, in at most WIDTH cells, and after it
 * which key takes it, where there is room and as long as nobody has taken one. While the app is
 * discreet it shows nothing: it is from others' cards. */
void completion_draw(Completion *completion, const LineEdit *line, Canvas *canvas, int row, int col,
                     int width);
