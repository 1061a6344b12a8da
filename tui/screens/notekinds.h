/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All kinds of notes in a few lines, below the words of a note. */
#pragma once

#include "tui/canvas.h"
#include "tui/screens/notekind.h"

/* How many lines of COLS cells they take. */
int note_kinds_rows(const NoteKind *kind, int cols);
/* Draws them into CANVAS, the one it will be marked and in sight. */
void note_kinds_draw(const NoteKind *kind, Canvas *canvas);
