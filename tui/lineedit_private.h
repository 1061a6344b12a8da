/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a line editor, for lineedit.c and lineedit_view.c. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* What letter after letter is one change for line_edit_undo. */
typedef enum { RUN_NONE, RUN_TYPING, RUN_ERASING } LineRun;

struct LineEdit {
    GString *text;
    gsize cursor; /* byte offset, on a cluster border */
    gsize scroll; /* byte offset of the first cluster in sight */
    unsigned max_chars;
    unsigned changes;
    bool is_selected;  /* all of it; never without text */
    LineRun run;       /* what the last change was part of */
    bool run_blank;    /* its last letter was a blank */
    GPtrArray *steps;  /* what can be taken back, the latest last */
    GPtrArray *undone; /* what was taken back since the last change, likewise */
};
