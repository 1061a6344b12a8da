/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a form as a draft, and back: for ScreenClass.draft and .restore. */
#pragma once

#include "data/draft.h"
#include "tui/widgets/form.h"

/* Puts the fields of FORM that differ from FILLED (values.h) into DRAFT. FILLED NULL: the form was
 * opened empty, and will be again. */
void form_draft_keep(Draft *draft, const Form *form, GHashTable *filled);

/* What is to stand in FORM, which was filled with FILLED, after the words of DRAFT have been put
 * into it: those where something else was typed meanwhile are left out, and so is what FORM does
 * not know. *BASE gets what DRAFT began with and *MINE what of it is put in, for
 * values_tell_clashes. All three tables are the caller's, to be unreffed. */
GHashTable *form_draft_merge(const Draft *draft, const Form *form, GHashTable *filled,
                             GHashTable **base, GHashTable **mine);

/* Puts the focus on the last field of FORM that is in MINE: there the typing most likely goes on.
 */
void form_draft_focus(Form *form, GHashTable *mine);

/* Whether somebody has changed a field that DRAFT changed, too, to something else. THEIRS is what
 * the form was filled with now. */
bool form_draft_clashes(GHashTable *base, GHashTable *mine, GHashTable *theirs);

/* For ScreenClass.restore of a form whose rows do not depend on what stands in them: puts the words
 * of DRAFT into FORM, which was filled with FILLED, remarks under what somebody has changed since,
 * and the focus where the typing goes on. What form_draft_clashes says. */
bool form_draft_restore(const Draft *draft, Form *form, GHashTable *filled);
