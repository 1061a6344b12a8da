/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of text being typed: pure state, no terminal. The cursor moves by grapheme clusters,
 * words are what blanks part. */
#pragma once

#include <glib.h>
#include <stdbool.h>

#include "tui/canvas.h"
#include "tui/keys.h"
#include "tui/screen.h"

typedef struct LineEdit LineEdit;

/* An empty line that takes at most MAX_CHARS characters (code points; 0 for 10000, and never
 * more). Free with line_edit_free. */
LineEdit *line_edit_new(unsigned max_chars);
void line_edit_free(LineEdit *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LineEdit, line_edit_free)

/* The text, valid UTF-8; lives until the next change. */
const char *line_edit_text(const LineEdit *line);
/* Whether there is none. */
bool line_edit_is_empty(const LineEdit *line);
/* Replaces the text (NULL counts as ""), puts the cursor at its end, forgets what could be
 * undone. */
void line_edit_set(LineEdit *line, const char *text);
/* Byte offset of the cursor in the text. */
gsize line_edit_cursor(const LineEdit *line);
/* Puts the cursor at the cluster border at or before byte OFFSET. */
void line_edit_set_cursor(LineEdit *line, gsize offset);

/* Selects all of the text, as the address bar of a browser does: a letter or a paste takes its
 * place, what erases something erases all of it, what moves the cursor and each change unselect it.
 * Without text nothing is selected. */
void line_edit_select_all(LineEdit *line);
bool line_edit_is_selected(const LineEdit *line);

/* Puts TEXT in at the cursor; line breaks and tabs become one blank each, other controls go,
 * invalid UTF-8 becomes U+FFFD, and what does not fit is left out. False: nothing was put in. */
bool line_edit_insert(LineEdit *line, const char *text);
/* Puts TEXT, made one line and cut in the same way, in the place of all that is there, as one
 * change; the cursor stands at its end. */
void line_edit_replace(LineEdit *line, const char *text);
/* Takes back the last change; a word that was typed or erased letter by letter, with the blanks
 * after it, is one. False when there is nothing to take back; of more than 200 changes the first
 * are forgotten. */
bool line_edit_undo(LineEdit *line);
/* Does again what was taken back last, as long as nothing else was changed. False when there is
 * nothing. */
bool line_edit_redo(LineEdit *line);

/* Gives a key or paste to the line: characters, Left, Right, Ctrl-Left, Ctrl-Right (also Alt-b,
 * Alt-f), Home, End, Ctrl-A, Ctrl-E, Backspace, Delete, Ctrl-W (also Alt-Backspace), Alt-d,
 * Ctrl-U, Ctrl-K. OUTCOME_REDRAW when it was taken (also when there was nothing to move or
 * delete), OUTCOME_NONE when it is no editing key. Ctrl-Z and Ctrl-Y are not taken: the caller
 * decides and calls line_edit_undo or line_edit_redo. */
Outcome line_edit_input(LineEdit *line, const Event *event);
/* Grows with each change of the text: compare it to see whether a handled event changed
 * something. */
unsigned line_edit_changes(const LineEdit *line);

/* What part of the line a view of CELLS cells (at least 1) shows, and where the cursor stands in
 * it. It scrolls no more than needed to keep the cursor in sight, and remembers that. *SHOWN is a
 * new string fit for the screen, at most CELLS wide; free it. Returns the cursor's cell, 0 to
 * CELLS - 1. */
int line_edit_view(LineEdit *line, int cells, char **shown);

/* Draws the line at ROW, COL in WIDTH cells; with FOCUS in AREA_FIELD_FOCUS, with the part the
 * cursor stands in and the terminal's cursor, what is selected as AREA_SELECTED; else in AREA_FIELD
 * from its beginning. Returns the column of the cursor. */
int line_edit_draw(LineEdit *line, Canvas *canvas, int row, int col, int width, bool focus);
