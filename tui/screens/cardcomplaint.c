/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Complaints of the customer on a card: a new one, and those that are open. */
#include "data/base/i18n.h"
#include "data/diary/complaint.h"
#include "tui/screens/card_private.h"
#include "tui/screens/complaint.h"
#include "tui/screens/complaintcase.h"
#include "tui/screens/complaintrows.h"
#include "tui/screens/dialogs.h"

static Outcome saved(Screen *screen, gpointer id)
{
    (void)screen;
    return id != NULL ? OUTCOME_RELOAD : OUTCOME_HANDLED;
}

static Outcome new_complaint(CardScreen *self)
{
    const ComplaintFormArg arg = {.which = {.customer_id = self->customer_id}};
    screen_push(&self->base, &screen_complaint, &arg, saved);
    return OUTCOME_HANDLED;
}

/* What was typed on the case goes on to home. */
static Outcome case_returned(Screen *screen, gpointer typed)
{
    return typed != NULL ? card_find_other(screen, *(const char *)typed) : OUTCOME_RELOAD;
}

static Outcome show(CardScreen *self, gint64 id)
{
    const ComplaintArg arg = {self->customer_id, id};
    screen_push(&self->base, &screen_complaintcase, &arg, case_returned);
    return OUTCOME_HANDLED;
}

static Outcome picked(Screen *screen, gpointer answer)
{
    CardScreen *self = (CardScreen *)screen;
    if (answer == NULL) {
        return OUTCOME_HANDLED;
    }
    guint choice = *(const guint *)answer;
    return choice < self->picks->len ? show(self, g_array_index(self->picks, gint64, choice))
                                     : new_complaint(self);
}

/* Whoever complained and comes again mostly comes because of that. */
static Outcome ask_which(CardScreen *self, const GPtrArray *open, Day today)
{
    g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func(g_free);
    g_clear_pointer(&self->picks, g_array_unref);
    self->picks = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (guint i = 0; i < open->len; i++) {
        const Complaint *complaint = g_ptr_array_index(open, i);
        g_autofree char *age = complaint_age_words(complaint, today);
        g_array_append_val(self->picks, complaint->head.id);
        g_ptr_array_add(labels, g_strdup_printf("%s (%s)", complaint->words, age));
    }
    g_ptr_array_add(labels, g_strdup(_("another complaint, a new one")));
    return dialog_choice_private(&self->base, _("Which complaint?"),
                                 (const char *const *)labels->pdata, labels->len, picked);
}

Outcome card_complain(Screen *screen)
{
    CardScreen *self = (CardScreen *)screen;
    const CardModel *model = screen->model;
    const Card *card = card_screen_card(self);
    return card != NULL && card->complaints->len > 0
               ? ask_which(self, card->complaints, model->today)
               : new_complaint(self);
}
