/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form: labelled fields under each other, one of which listens. State and drawing; what the
 * fields mean is in their rows. */
#pragma once

#include <glib.h>
#include <stdbool.h>

#include "data/customer/suggest.h"
#include "tui/canvas.h"
#include "tui/screen.h"

typedef enum {
    FORM_TEXT,  /* typed text */
    FORM_DATE,  /* typed text, whose reading is shown beside it while typing */
    FORM_CHOICE /* one of a few: Left, Right, Space, or its first letter. With the focus it shows
                 * them all, on several lines where one is too short */
} FieldKind;

/* One row of a form. The text members are static or outlive the form. */
typedef struct {
    const char *name;  /* for form_get: "given_name"; unique in the form */
    const char *label; /* N_() */
    FieldKind kind;
    /* N_(): shown dim while the field is empty and has the focus; may be NULL */
    const char *hint;
    const char *const *choices; /* FORM_CHOICE: N_() labels, at least one; ends with NULL */
    unsigned max_chars;         /* as line_edit_new */
    SuggestWhat suggest;        /* what completes it; 0: nothing */
    bool joins;                 /* free words: two wordings make sense one behind the other */
    /* What TYPED is understood as ("3 May 1956"), a new string, or NULL for nothing to show.
     * CONTEXT is the form's. May be NULL. */
    char *(*reading)(const char *typed, gconstpointer context);
    /* Whether TYPED may be saved; a sentence in ERROR if not. May be NULL. */
    bool (*check)(const char *typed, gconstpointer context, GError **error);
} FormField;

typedef struct Form Form;

/* A form of the COUNT rows at FIELDS (copied). CONTEXT goes to the rows' functions and must
 * outlive the form. Free with form_free. */
Form *form_new(const FormField *fields, unsigned count, gconstpointer context);
void form_free(Form *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Form, form_free)

/* Puts another row (copied) before row INDEX; INDEX = form_count appends. */
void form_insert(Form *form, unsigned index, const FormField *field);
/* Puts the COUNT rows at FIELDS (copied) below the others. */
void form_append(Form *form, const FormField *fields, unsigned count);
unsigned form_count(const Form *form);
/* Row INDEX, below form_count; belongs to FORM. */
const FormField *form_field(const Form *form, unsigned index);
/* The choice NAME offers CHOICES from now on, which outlive the form: more than before, behind
 * those that were there. */
void form_set_choices(Form *form, const char *name, const char *const *choices);
/* The row called NAME, -1 if there is none. */
int form_find(const Form *form, const char *name);

/* The text of the field NAME as typed, "" at least; for a choice the number of the chosen label
 * as text. Lives until the next change. */
const char *form_get(const Form *form, const char *name);
/* Sets it; counts as unchanged afterwards. For a choice use form_choose. NULL counts as "". */
void form_set(Form *form, const char *name, const char *text);
/* The chosen label's number of the choice NAME, from 0. */
unsigned form_chosen(const Form *form, const char *name);
void form_choose(Form *form, const char *name, unsigned choice);

/* Whether a person changed something since it was set. */
bool form_is_changed(const Form *form);
/* Grows with each change: for what follows the typing (likely duplicates). */
unsigned form_changes(const Form *form);
/* The name of the field that listens. */
const char *form_focus(const Form *form);
void form_set_focus(Form *form, const char *name);
/* Selects all of the text of the field NAME, so that the next letter takes its place. */
void form_select(Form *form, const char *name);
/* Whether it is selected. */
bool form_is_selected(const Form *form, const char *name);
/* Puts TEXT into the field NAME as if a person had typed it in the place of what is there: one
 * change that Ctrl-Z takes back. */
void form_type(Form *form, const char *name, const char *text);
/* What completes the field that listens. */
SuggestWhat form_suggests(const Form *form);
/* TEXT (copied; NULL: none) completes the field NAME, in which ASKED stood when it was looked up.
 * It stands dim after the cursor as long as the field listens and what is typed fits. */
void form_suggest(Form *form, const char *name, const char *asked, const char *text);
/* Shows MESSAGE under the field NAME until it is changed, and puts the focus there. NULL takes it
 * away. */
void form_complain(Form *form, const char *name, const char *message);

/* Asks all rows' `check`: true when all may be saved. Else the messages stand under the fields
 * and the focus is on the first. */
bool form_check(Form *form);

/* Whether EVENT types something or goes to another field: what is worth keeping for a form that is
 * not filled yet. */
bool form_is_typing(const Event *event);

/* Tab, Down, Enter to the next field, Shift-Tab, Up to the one before, all else into the field;
 * Ctrl-Z takes back typing inside the field, Ctrl-Y does it again; Right or End at the end of the
 * text takes what completes it; a click focuses. Enter in the last field is
 * OUTCOME_NONE: an action row "Enter" can save. Leaving a field checks it. */
Outcome form_input(Form *form, const Event *event);
/* The same for a form that was drawn at ROW and COL, as EVENT counts them. */
Outcome form_input_at(Form *form, const Event *event, int row, int col);

/* Goes to the next field as Tab does: for an action row, so that the bar names the key. */
Outcome form_next(Form *form);

/* Draws all rows that fit, scrolled so that the focus is in sight, labels in one column; where not
 * all fit, a mark at the right edge says that it goes on above or below. */
void form_draw(Form *form, Canvas *canvas);
