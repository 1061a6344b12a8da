/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The box with a mark before it that one types into: "› mül▏      hint". State is the line
 * editor's; this draws it. */
#pragma once

#include "tui/canvas.h"
#include "tui/lineedit.h"
#include "tui/widgets/completion.h"

/* Draws the mark and LINE at ROW over the whole width of CANVAS with the terminal's cursor in it.
 * HINT (NULL: none) stands dim at the right end, as far as there is room beside the text. */
void prompt_draw(Canvas *canvas, int row, LineEdit *line, const char *hint);
/* The same with COMPLETION after the cursor. */
void prompt_draw_completed(Canvas *canvas, int row, LineEdit *line, Completion *completion,
                           const char *hint);
