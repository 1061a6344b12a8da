/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the form for feedback, and what they mean. They are called csat, words, kind,
 * article, expectation, nps, ces, phase, touchpoint, channel and day. */
#pragma once

#include "data/base/day.h"
#include "data/diary/feedback.h"
#include "tui/screens/feedbackwork.h"
#include "tui/widgets/form.h"

typedef struct {
    Day today; /* what the rows' functions read: see nearfield.h */
    Form *form;
    const char **kinds, **expectations, **channels;
    bool is_chosen; /* somebody chose the kind: words no longer change it */
} FeedbackForm;

/* All rows, empty, the score listening. The struct must stay where it is. */
void feedback_form_init(FeedbackForm *self, Day today);
void feedback_form_clear(FeedbackForm *self);

/* What the rows show of FEEDBACK, which is about ARTICLE (NULL: nothing). Unref it. */
GHashTable *feedback_form_values(const Feedback *feedback, const char *article);
/* The kind that is shown: a code, static. */
const char *feedback_form_kind(const FeedbackForm *self);
/* Shows the kind that words and scores most likely are, unless somebody has chosen one. */
void feedback_form_guess(FeedbackForm *self);

/* Gives EVENT to the form. Typed digits go to the score while that listens, what else is typed
 * there to the words. The rows that can be completed are, from the lists of MODEL (NULL: not). */
Outcome feedback_form_input(FeedbackForm *self, const Event *event, const FeedbackModel *model);

/* What was typed, in the place of STORED (a new one: without an id). DAY gets the day, which the
 * order borrows; free it with g_free. The rest is borrowed from the form and from STORED. */
FeedbackOrder feedback_form_order(const FeedbackForm *self, const Feedback *stored, char **day);
