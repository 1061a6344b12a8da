/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deeds at random: what happened with customers. */
#include "tests/faults/anydeed.h"

#include "data/branch.h"
#include "data/clerk.h"
#include "data/customer/customer.h"
#include "data/diary/article.h"
#include "data/diary/complaint.h"
#include "data/diary/complaintcause.h"
#include "data/diary/extra.h"
#include "data/diary/feedback.h"
#include "data/diary/loss.h"
#include "data/diary/lossreason.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"
#include "data/diary/visit.h"
#include "data/diary/wish.h"

static OrderItem any_item(Play *play)
{
    return (OrderItem){.name = play_words(play, false),
                       .quantity = roll(play, 5) + 1,
                       .amount = play_amount(play)};
}

static bool add_visit(Play *play, Deed *deed, GError **error)
{
    gint64 id = 0;
    const OrderItem items[] = {any_item(play), any_item(play)};
    VisitOrder order = visit_order(play_any(play, &customer_type), play_day(play, false));
    order.amount = play_amount(play);
    order.branch_id = play_maybe(play, &branch_type);
    order.words = play_words(play, true);
    order.for_whom = play_words(play, true);
    order.items = items;
    order.items_count = roll(play, 3);
    return visit_add(deed, &order, &id, NULL, error);
}

static bool change_visit(Play *play, Deed *deed, GError **error)
{
    const OrderItem item = any_item(play);
    Visit *visit = play_load(play, &visit_type);
    if (visit == NULL) {
        return true;
    }
    record_set_text(&visit->day, play_day(play, false));
    record_set_text(&visit->words, play_words(play, true));
    visit->amount = play_amount(play);
    bool ok = roll(play, 2) == 0 ? visit_change(deed, visit, &item, 1, error)
                                 : visit_change(deed, visit, NULL, 0, error);
    record_free(visit);
    return ok;
}

static bool remove_visit(Play *play, Deed *deed, GError **error)
{
    return visit_remove(deed, play_any(play, &visit_type), error);
}

static bool save_preorder(Play *play, Deed *deed, GError **error)
{
    Preorder *order = roll(play, 2) == 0 ? play_load(play, &preorder_type) : NULL;
    if (order == NULL) {
        order = record_new(&preorder_type);
        order->customer_id = play_any(play, &customer_type);
    }
    record_set_text(&order->day, play_day(play, false));
    record_set_text(&order->words, play_words(play, false));
    order->amount = play_amount(play);
    bool ok = preorder_save(deed, order, error);
    record_free(order);
    return ok;
}

static bool move_preorder(Play *play, Deed *deed, GError **error)
{
    return preorder_move(deed, play_any(play, &preorder_type), play_code(play, preorder_states),
                         play->now.day, play->now.minute, play_maybe(play, &branch_type), error);
}

static bool give_extra(Play *play, Deed *deed, GError **error)
{
    gint64 id = 0;
    return extra_add(deed, play_any(play, &customer_type), play->now.day, play->who.branch_id,
                     play_words(play, false), &id, error);
}

static bool save_complaint(Play *play, Deed *deed, GError **error)
{
    Complaint *complaint = roll(play, 3) > 0 ? play_load(play, &complaint_type) : NULL;
    bool is_new = complaint == NULL;
    if (is_new) {
        complaint = record_new(&complaint_type);
        complaint->customer_id = play_maybe(play, &customer_type);
        record_set_text(&complaint->day, play_day(play, false));
    }
    record_set_text(&complaint->words, play_words(play, false));
    record_set_text(&complaint->severity, play_code(play, complaint_severities));
    record_set_text(&complaint->answer, play_words(play, true));
    complaint->cause_id = play_maybe(play, &complaint_cause_type);
    complaint->clerk_id = play_maybe(play, &clerk_type);
    complaint->cost = play_amount(play);
    if (!is_new) {
        complaint_set_state(complaint, play_code(play, complaint_states), play->now.day);
    }
    bool ok =
        is_new ? complaint_add(deed, complaint, error) : record_update(deed, complaint, error);
    record_free(complaint);
    return ok;
}

static FeedbackOrder any_feedback(Play *play)
{
    FeedbackOrder order = feedback_order(play_day(play, false));
    order.customer_id = play_maybe(play, &customer_type);
    order.kind = play_code(play, feedback_kinds);
    order.csat = roll(play, 2) == 0 ? (gint64)roll(play, 5) + 1 : RECORD_NONE;
    order.nps = roll(play, 2) == 0 ? (gint64)roll(play, 11) : RECORD_NONE;
    order.article = play_words(play, true);
    order.words = play_words(play, false);
    return order;
}

static bool add_feedback(Play *play, Deed *deed, GError **error)
{
    const FeedbackOrder order = any_feedback(play);
    return feedback_add(deed, &order, NULL, error);
}

static bool change_feedback(Play *play, Deed *deed, GError **error)
{
    const FeedbackOrder order = any_feedback(play);
    Feedback *feedback = play_load(play, &feedback_type);
    bool ok = feedback == NULL || feedback_change(deed, feedback, &order, error);
    record_free(feedback);
    return ok;
}

static bool change_wish(Play *play, Deed *deed, GError **error)
{
    gint64 wish = play_any(play, &wish_type);
    guint way = wish == 0 ? 0 : roll(play, 5);
    switch (way) {
    case 0:
        return wish_add(deed, play_words(play, false), play_maybe(play, &article_type), &wish,
                        error);
    case 1:
        return wish_set_state(deed, wish, play_code(play, wish_states), play_day(play, false),
                              error);
    case 2:
        return wish_reword(deed, wish, play_words(play, false), error);
    case 3:
        return wish_join(deed, wish, play_any(play, &wish_type), error);
    default:
        return wish_tell(deed, wish, play_any(play, &customer_type), play_day(play, true), error);
    }
}

static bool lose(Play *play, Deed *deed, GError **error)
{
    Loss *loss = roll(play, 2) == 0 ? play_load(play, &loss_type) : NULL;
    if (loss == NULL) {
        loss = record_new(&loss_type);
        loss->customer_id = play_any(play, &customer_type);
        record_set_text(&loss->day, play_day(play, false));
    }
    record_set_text(&loss->how, play_code(play, loss_hows));
    record_set_text(&loss->words, play_words(play, true));
    record_set_text(&loss->ask_day, play_day(play, true));
    loss->reason_id = play_maybe(play, &loss_reason_type);
    loss->value = play_amount(play);
    bool ok = loss_save(deed, loss, play->now.day, error);
    record_free(loss);
    return ok;
}

static bool come_back(Play *play, Deed *deed, GError **error)
{
    return loss_come_back(deed, play_any(play, &customer_type), play->now.day, NULL, error);
}

static bool save_promise(Play *play, Deed *deed, GError **error)
{
    Promise *promise = roll(play, 2) == 0 ? play_load(play, &promise_type) : NULL;
    if (promise == NULL) {
        promise = record_new(&promise_type);
        promise->customer_id = play_any(play, &customer_type);
    }
    record_set_text(&promise->words, play_words(play, false));
    record_set_text(&promise->due_day, play_day(play, false));
    promise->clerk_id = play_maybe(play, &clerk_type);
    bool ok = promise_save(deed, promise, error);
    record_free(promise);
    return ok;
}

static bool settle_promise(Play *play, Deed *deed, GError **error)
{
    return promise_settle(deed, play_any(play, &promise_type), play_code(play, promise_states),
                          play->now.day, error);
}

static bool remove_something(Play *play, Deed *deed, GError **error)
{
    static const RecordType *const types[] = {&extra_type,     &preorder_type, &feedback_type,
                                              &complaint_type, &promise_type,  &loss_type};
    const RecordType *type = types[roll(play, G_N_ELEMENTS(types))];
    return record_remove(deed, type, play_any(play, type), error);
}

const PlayAct play_diary[] = {
    {"noting a visit", add_visit},
    {"noting one more visit", add_visit},
    {"changing a visit", change_visit},
    {"removing a visit", remove_visit},
    {"saving a pre-order", save_preorder},
    {"moving a pre-order", move_preorder},
    {"noting a free extra", give_extra},
    {"saving a complaint", save_complaint},
    {"noting feedback", add_feedback},
    {"changing feedback", change_feedback},
    {"changing a wish", change_wish},
    {"marking as lost", lose},
    {"noting that somebody came back", come_back},
    {"saving a promise", save_promise},
    {"settling a promise", settle_promise},
    {"removing something", remove_something},
    {NULL, NULL},
};
