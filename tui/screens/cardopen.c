/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screens a card opens over itself, and going on with what was typed there. */
#include "data/agenda/careplan.h"
#include "data/agenda/quiet.h"
#include "data/base/i18n.h"
#include "data/customer/consent.h"
#include "data/customer/fact.h"
#include "data/customer/relation.h"
#include "data/diary/wish.h"
#include "tui/app.h"
#include "tui/counter.h"
#include "tui/screens/card.h"
#include "tui/screens/card_private.h"
#include "tui/screens/changes.h"
#include "tui/screens/edit.h"
#include "tui/screens/feedback.h"
#include "tui/screens/loss.h"
#include "tui/screens/note.h"
#include "tui/screens/pastopen.h"
#include "tui/screens/people.h"
#include "tui/screens/promise.h"
#include "tui/screens/survey.h"
#include "tui/screens/timeline.h"
#include "tui/screens/wish.h"

#include <string.h>

static Outcome note_returned(Screen *screen, gpointer data)
{
    const NoteResult *result = data;
    if (result == NULL) {
        return OUTCOME_HANDLED;
    }
    g_autofree char *message =
        g_strdup_printf(_("Noted: %s. Ctrl-Z takes it back."), result->words);
    app_say_about(screen->app, AREA_MESSAGE, message, result->words);
    return result->purpose != NULL ? card_consent_ask((CardScreen *)screen, result->purpose)
                                   : OUTCOME_REDRAW;
}

/* NULL when the customer is gone. */
static Screen *open_note(CardScreen *self, const Fact *fact)
{
    const Card *card = card_screen_card(self);
    if (card == NULL) {
        return NULL;
    }
    g_autofree char *call = customer_call(card->sheet->customer, NAME_SPOKEN);
    const NoteArg arg = {
        .customer_id = self->customer_id,
        .call = call,
        .kinds = card->kinds,
        .fact = fact,
        .knows_birthday = !day_is_none(sheet_birthday(card->sheet)),
        .health_answered = card_consent_answered(card, "health"),
        .belief_answered = card_consent_answered(card, "belief"),
    };
    return screen_push(&self->base, &screen_note, &arg, note_returned);
}

Screen *card_note_again(Screen *screen, gint64 fact_id)
{
    CardScreen *self = (CardScreen *)screen;
    const Card *card = card_screen_card(self);
    for (guint i = 0; card != NULL && i < card->sheet->facts->len; i++) {
        const Fact *fact = g_ptr_array_index(card->sheet->facts, i);
        if (fact->head.id == fact_id) {
            return open_note(self, fact);
        }
    }
    return open_note(self, NULL);
}

Outcome card_note(Screen *screen)
{
    open_note((CardScreen *)screen, NULL);
    return OUTCOME_HANDLED;
}

/* The form, with FIELD listening; NULL: its first one. */
static Outcome edit_field(CardScreen *self, const char *field)
{
    const EditArg arg = {.customer_id = self->customer_id, .field = field};
    screen_push(&self->base, &screen_edit, &arg, NULL);
    return OUTCOME_HANDLED;
}

Outcome card_edit(Screen *screen)
{
    return edit_field((CardScreen *)screen, NULL);
}

/* What was typed on the other card goes on to home. */
static Outcome other_returned(Screen *screen, gpointer typed)
{
    return typed != NULL ? card_find_other(screen, *(const char *)typed) : OUTCOME_RELOAD;
}

static Outcome people_returned(Screen *screen, gpointer other)
{
    if (other != NULL) {
        const CardArg arg = {*(const gint64 *)other};
        screen_push(screen, &screen_card, &arg, other_returned);
    }
    return OUTCOME_RELOAD;
}

Outcome card_people(Screen *screen)
{
    screen_push(screen, &screen_people, &((CardScreen *)screen)->customer_id, people_returned);
    return OUTCOME_HANDLED;
}

static Outcome reload_after(Screen *screen, gpointer id)
{
    (void)screen;
    return id != NULL ? OUTCOME_RELOAD : OUTCOME_HANDLED;
}

Outcome card_promise(Screen *screen)
{
    const PromiseArg arg = {.customer_id = ((CardScreen *)screen)->customer_id};
    screen_push(screen, &screen_promise, &arg, reload_after);
    return OUTCOME_HANDLED;
}

Outcome card_feedback(Screen *screen)
{
    const FeedbackArg arg = {.customer_id = ((CardScreen *)screen)->customer_id};
    screen_push(screen, &screen_feedback, &arg, NULL);
    return OUTCOME_HANDLED;
}

bool card_has_survey(const Screen *screen)
{
    const Card *card = card_screen_card((const CardScreen *)screen);
    return card != NULL && card->survey_due && !loss_is_death(card->loss) &&
           counter_may_write(screen);
}

Outcome card_survey(Screen *screen)
{
    const SurveyArg arg = {.customer_id = ((CardScreen *)screen)->customer_id};
    screen_push(screen, &screen_survey, &arg, NULL);
    return OUTCOME_HANDLED;
}

Outcome card_lost(Screen *screen)
{
    const LossArg arg = {.customer_id = ((CardScreen *)screen)->customer_id};
    screen_push(screen, &screen_loss, &arg, reload_after);
    return OUTCOME_HANDLED;
}

static Outcome go_on(Screen *screen)
{
    CardScreen *self = (CardScreen *)screen;
    g_autoptr(Draft) draft = g_steal_pointer(&self->draft);
    if (draft != NULL && card_screen_card(self) != NULL) {
        app_resume(screen, draft, NULL);
    }
    return OUTCOME_HANDLED;
}

Outcome card_resume(Screen *parent, const Draft *draft, ReturnFunc returned)
{
    const CardArg arg = {draft->subject_id};
    Screen *screen = screen_push(parent, &screen_card, &arg, returned);
    if (screen != NULL) {
        ((CardScreen *)screen)->draft = draft_copy(draft);
        app_after_load(screen, go_on);
    }
    return OUTCOME_HANDLED;
}

static Outcome timeline_returned(Screen *screen, gpointer data)
{
    const TimelineResult *result = data;
    if (result != NULL && result->digit != '\0') {
        return card_find_other(screen, result->digit);
    }
    if (result != NULL && result->fact_id != 0) {
        card_note_again(screen, result->fact_id);
        return OUTCOME_HANDLED;
    }
    return OUTCOME_RELOAD;
}

/* All that happened, with the row ID of TYPE selected; NULL: the newest entry. */
static Outcome open_timeline(Screen *screen, const RecordType *type, gint64 id)
{
    const TimelineArg arg = {((CardScreen *)screen)->customer_id, type, id};
    screen_push(screen, &screen_timeline, &arg, timeline_returned);
    return OUTCOME_HANDLED;
}

Outcome card_timeline(Screen *screen)
{
    return open_timeline(screen, NULL, 0);
}

Outcome card_changes(Screen *screen)
{
    const ChangesArg arg = {((CardScreen *)screen)->customer_id};
    screen_push(screen, &screen_changes, &arg, other_returned);
    return OUTCOME_HANDLED;
}

/* Opens what the selected row can be changed with. */
Outcome card_change(Screen *screen)
{
    CardScreen *self = (CardScreen *)screen;
    const CardRow *row = card_screen_row(self);
    const RecordHead *record = row != NULL ? row->record : NULL;
    if (row != NULL && row->entry != NULL) {
        return open_timeline(screen, row->entry->type, row->entry->id);
    }
    if (record == NULL) {
        return OUTCOME_HANDLED;
    }
    if (past_can_open(record->type)) {
        return past_open(screen, self->customer_id, record->type, record->id, NULL, other_returned);
    }
    if (record->type == &care_plan_type) {
        return card_contact(screen);
    }
    if (record->type == &quiet_type) {
        return card_quiet(screen);
    }
    if (record->type == &fact_type) {
        open_note(self, (const Fact *)record);
        return OUTCOME_HANDLED;
    }
    if (record->type == &relation_type) {
        return card_people(screen);
    }
    if (record->type == &wish_type) {
        const WishArg arg = {record->id};
        screen_push(screen, &screen_wish, &arg, other_returned);
        return OUTCOME_HANDLED;
    }
    if (record->type == &consent_type) {
        const char *purpose = ((const Consent *)record)->purpose;
        return card_consent_ask(self, g_intern_string(purpose));
    }
    return edit_field(self, row->field);
}

Outcome card_pass_on(Screen *screen, gpointer typed)
{
    if (typed == NULL) {
        return OUTCOME_RELOAD;
    }
    screen_result(screen, g_strdup(typed), g_free);
    return OUTCOME_CLOSE;
}
