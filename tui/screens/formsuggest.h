/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Completing what is typed into a form: what its screen asks in a load, and what comes back. */
#pragma once

#include "data/customer/suggest.h"
#include "data/shop.h"
#include "tui/widgets/form.h"

/* What is to be completed. All NULL and 0: nothing. */
typedef struct {
    SuggestWhat what;
    char *field; /* of the form */
    char *typed; /* what stands in it */
} SuggestAsk;

/* What completes it. */
typedef struct {
    char *field; /* NULL: nothing was to be completed */
    char *asked; /* what stood in it */
    char *text;  /* the likeliest; NULL: nothing is known */
} Suggestion;

/* Main thread: what the field of FORM that listens wants; clear it with form_suggest_ask_clear. */
SuggestAsk form_suggest_ask(const Form *form);
void form_suggest_ask_clear(SuggestAsk *ask);

/* Worker: looks up what ASK wants. SHOP may be NULL: then nothing is known. VALUES (values.h; may
 * be NULL) tell street, postcode and place. Into *SUGGESTION, which is empty; cleared with
 * suggestion_clear. False on a fault. */
bool form_suggest_load(Shop *shop, const SuggestAsk *ask, GHashTable *values,
                       Suggestion *suggestion, GError **error);
void suggestion_clear(Suggestion *suggestion);

/* Main thread: shows what a load found. */
void form_suggest_show(Form *form, const Suggestion *suggestion);

/* Main thread, after FORM has had an event: whether something else is to be completed now.
 * CHANGES and FOCUS are form_changes and form_focus before it. */
bool form_suggest_is_due(const Form *form, unsigned changes, const char *focus);
