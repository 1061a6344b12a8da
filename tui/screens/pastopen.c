/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening the forms of what happened. */
#include "tui/screens/pastopen.h"

#include "data/agenda/interaction.h"
#include "data/agenda/reminder.h"
#include "data/agenda/reminderevent.h"
#include "data/diary/complaint.h"
#include "data/diary/feedback.h"
#include "data/diary/loss.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"
#include "data/diary/visit.h"
#include "tui/screens/complaintcase.h"
#include "tui/screens/feedback.h"
#include "tui/screens/interaction.h"
#include "tui/screens/loss.h"
#include "tui/screens/preorder.h"
#include "tui/screens/promise.h"
#include "tui/screens/reminder.h"
#include "tui/screens/survey.h"
#include "tui/screens/visit.h"

#include <string.h>

static const RecordType *const with_forms[] = {
    &visit_type, &preorder_type,    &feedback_type, &complaint_type,     &promise_type,
    &loss_type,  &interaction_type, &reminder_type, &reminder_event_type};

bool past_can_open(const RecordType *type)
{
    bool can = false;
    for (guint i = 0; i < G_N_ELEMENTS(with_forms) && !can; i++) {
        can = with_forms[i] == type;
    }
    return can;
}

static void open_feedback(Screen *screen, gint64 customer_id, gint64 id, const char *code)
{
    if (g_strcmp0(code, "survey") == 0) {
        const SurveyArg arg = {customer_id, id};
        screen_push(screen, &screen_survey, &arg, NULL);
    } else {
        const FeedbackArg arg = {customer_id, id};
        screen_push(screen, &screen_feedback, &arg, NULL);
    }
}

Outcome past_open(Screen *screen, gint64 customer_id, const RecordType *type, gint64 id,
                  const char *code, ReturnFunc searched)
{
    if (type == &visit_type) {
        const VisitArg arg = {customer_id, id};
        screen_push(screen, &screen_visit, &arg, NULL);
    } else if (type == &preorder_type) {
        const PreorderArg arg = {customer_id, id};
        screen_push(screen, &screen_preorder, &arg, NULL);
    } else if (type == &feedback_type) {
        open_feedback(screen, customer_id, id, code);
    } else if (type == &complaint_type) {
        const ComplaintArg arg = {customer_id, id};
        screen_push(screen, &screen_complaintcase, &arg, searched);
    } else if (type == &promise_type) {
        const PromiseArg arg = {customer_id, id};
        screen_push(screen, &screen_promise, &arg, NULL);
    } else if (type == &loss_type) {
        const LossArg arg = {customer_id, id};
        screen_push(screen, &screen_loss, &arg, NULL);
    } else if (type == &interaction_type) {
        const InteractionArg arg = {customer_id, id};
        screen_push(screen, &screen_interaction, &arg, NULL);
    } else if (type == &reminder_type) {
        const ReminderArg arg = {.customer_id = customer_id, .reminder_id = id};
        screen_push(screen, &screen_reminder, &arg, NULL);
    } else if (type == &reminder_event_type) {
        const ReminderArg arg = {.customer_id = customer_id, .event_id = id};
        screen_push(screen, &screen_reminder, &arg, NULL);
    }
    return OUTCOME_HANDLED;
}
