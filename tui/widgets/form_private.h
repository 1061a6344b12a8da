/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a form, for form.c and form_draw.c. */
#pragma once

#include "tui/lineedit.h"
#include "tui/widgets/completion.h"
#include "tui/widgets/form.h"

typedef struct {
    FormField field;
    LineEdit *line;
    unsigned chosen;
    char *original; /* what it was set to */
    unsigned original_choice;
    char *message; /* why it cannot be saved, or NULL */
    char chosen_text[12];
    int row;  /* where it was last drawn, -1 out of sight */
    int rows; /* how many it took there */
} FormEntry;

struct Form {
    GPtrArray *entries;
    gconstpointer context;
    unsigned focus;
    unsigned top; /* the first entry in sight */
    unsigned changes;
    Completion completion; /* of the field that listens */
    const char *completed; /* its name; NULL: none */
};

FormEntry *form_entry(const Form *form, unsigned index);
