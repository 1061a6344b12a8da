/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in a form, as texts by the names of its fields: between a form, which knows no
 * records, and the records, which know no forms. A choice is the number of its label as text. */
#pragma once

#include <glib.h>
#include <stdbool.h>

#include "data/base/choice.h"
#include "data/db/record.h"
#include "tui/widgets/form.h"

/* An empty table that owns names and texts. Unref it with g_hash_table_unref. */
GHashTable *values_new(void);
/* The text of NAME, "" when there is none; belongs to the table. */
const char *values_get(GHashTable *values, const char *name);
void values_set(GHashTable *values, const char *name, const char *text);
/* Puts the text of NAME, made storable on one line, into a text of a record; what says the same
 * stays as it is, also where a field cannot show it. */
void values_store(GHashTable *values, const char *name, char **place);
/* The same as get and set for a choice. */
guint values_get_choice(GHashTable *values, const char *name);
void values_set_choice(GHashTable *values, const char *name, guint choice);
/* Chooses CODE of CHOICES, all of which the field offers; the first one when it is none of them. */
void values_set_code(GHashTable *values, const char *name, const Choice *choices, const char *code);
/* The same as get and set for the field called NAME and INDEX: "phone0", "phone1" … */
const char *values_get_at(GHashTable *values, const char *name, guint index);
void values_set_at(GHashTable *values, const char *name, guint index, const char *text);

/* What stands in all rows of FORM. Unref it. */
GHashTable *values_of_form(const Form *form);
/* Puts VALUES into all rows of FORM: "" where there is none. Counts as unchanged afterwards. */
void values_to_form(GHashTable *values, Form *form);
/* The labels of CHOICES for a row of kind FORM_CHOICE, untranslated, after FIRST (NULL: nothing
 * stands before them); ends with NULL. Free with g_free; the labels are static. */
const char **values_labels(const char *first, const Choice *choices);

/* What stands in FIELD as people see it, the label of a choice. Belongs to the table, or is static.
 */
const char *values_shown(GHashTable *values, const FormField *field);

/* Whether both say the same of the field NAME; blanks at the ends do not count. */
bool values_same(GHashTable *a, GHashTable *b, const char *name);
/* Whether both say the same; blanks at the ends do not count. */
bool values_equal(GHashTable *a, GHashTable *b);

/* What is to stand in a form after somebody else has saved: MINE where it differs from BASE,
 * which both began with, else THEIRS. Unref it. */
GHashTable *values_merge(GHashTable *base, GHashTable *mine, GHashTable *theirs);
/* Whether both changed the field NAME, to different things. */
bool values_clash(GHashTable *base, GHashTable *mine, GHashTable *theirs, const char *name);
/* Puts what is stored now under each field of FORM that both changed, to different things. */
void values_tell_clashes(Form *form, GHashTable *base, GHashTable *mine, GHashTable *theirs);
