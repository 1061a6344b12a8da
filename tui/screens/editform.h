/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the customer form, with as many lines for phones and e-mails as are wanted. */
#pragma once

#include "data/base/day.h"
#include "tui/screens/clerkfield.h"
#include "tui/widgets/form.h"

typedef struct {
    Day today; /* first: the rows with dates read it (dayfield.h) */
    Form *form;
    const char **channels; /* labels of preferred_channel */
    const char **classes, **closenesses;
    ClerkField clerk;      /* who looks after them */
    char number_hint[120]; /* what an empty number becomes */
    GPtrArray *names;      /* char *: of the lines that were added */
    guint phones, emails;  /* how many lines there are */
    bool is_filled;        /* edit_form_fill was here */
} EditForm;

/* Makes the empty form in FORM, which must stay where it is. TODAY is whole. Clear it with
 * edit_form_clear. */
void edit_form_init(EditForm *form, Day today);
void edit_form_clear(EditForm *form);

/* Takes CLERKS (Clerk) over, once, and adds the row for who looks after the customer; none for an
 * empty list. */
void edit_form_add_clerks(EditForm *form, GPtrArray *clerks);
/* What stands in all rows, and the id of who looks after the customer as edit_sheet_apply wants it.
 * Unref it. */
GHashTable *edit_form_values(const EditForm *form);
/* Shows VALUES (values.h) in all rows; counts as unchanged afterwards. The focus stays; only
 * the first time, when both names are known and there is no number yet, it goes to the phone. */
void edit_form_fill(EditForm *form, GHashTable *values);
/* Adds an empty line below the last phone and the last e-mail when that has been filled. */
void edit_form_grow(EditForm *form);
/* Whether the row NAME says something of who it may be: name, phone, e-mail. */
bool edit_form_tells_who(const char *name);
/* Tells what number an empty field becomes; NULL: not known yet. */
void edit_form_hint_number(EditForm *form, const char *number);
