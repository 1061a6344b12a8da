/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a line editor, for lineedit.c and lineedit_view.c. */
#pragma once

#include <glib.h>
#include <stdbool.h>

struct LineEdit {
    GString *text;
    gsize cursor; /* byte offset, on a cluster border unless typing has just joined two */
    gsize scroll; /* byte offset of the first cluster in sight */
    unsigned max_chars;
    unsigned changes;
    bool typing;      /* the last change was a typed character */
    GPtrArray *steps; /* what can be taken back, the latest last */
};
