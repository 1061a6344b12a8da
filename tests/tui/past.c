/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the past of Emma's shop. */
#include "tests/tui/past.h"

#include "tests/data/people.h"

#include "data/base/day.h"
#include "data/diary/complaint.h"
#include "data/diary/extra.h"
#include "data/diary/feedback.h"
#include "data/diary/loss.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"
#include "data/diary/visit.h"

static const Day today = {2026, 11, 21};

static Deed *begin(const Emma *emma)
{
    g_autoptr(GError) error = NULL;
    const Who who = {.clerk_id = 1, .branch_id = 1, .at = "2026-11-20T09:30:00Z"};
    Deed *deed = deed_begin(emma->shop->db, &who, "living", &error);
    expect_done(deed != NULL, error);
    return deed;
}

static void add_visit(Deed *deed, gint64 customer, const char *day, const char *article,
                      gint64 amount)
{
    g_autoptr(GError) error = NULL;
    const OrderItem item = {article, 0, 1, RECORD_NONE};
    VisitOrder order = visit_order(customer, day);
    gint64 id = 0;
    order.items = article != NULL ? &item : NULL;
    order.items_count = article != NULL ? 1 : 0;
    order.amount = amount;
    order.branch_id = 1;
    expect_done(visit_add(deed, &order, &id, NULL, &error), error);
}

static void add_complaint(Deed *deed, gint64 customer, const char *day, const char *words)
{
    g_autoptr(GError) error = NULL;
    Complaint *complaint = record_new(&complaint_type);
    complaint->customer_id = customer;
    record_set_text(&complaint->day, day);
    record_set_text(&complaint->words, words);
    expect_done(complaint_add(deed, complaint, &error), error);
    record_free(complaint);
}

static void add_promise(Deed *deed, gint64 customer, const char *until, const char *words)
{
    g_autoptr(GError) error = NULL;
    Promise *promise = record_new(&promise_type);
    promise->customer_id = customer;
    record_set_text(&promise->due_day, until);
    record_set_text(&promise->words, words);
    expect_done(promise_save(deed, promise, &error), error);
    record_free(promise);
}

static void add_preorder(Deed *deed, gint64 customer, const char *day, gint64 minute,
                         const char *words)
{
    g_autoptr(GError) error = NULL;
    Preorder *preorder = record_new(&preorder_type);
    preorder->customer_id = customer;
    preorder->minute = minute;
    record_set_text(&preorder->day, day);
    record_set_text(&preorder->words, words);
    expect_done(preorder_save(deed, preorder, &error), error);
    record_free(preorder);
}

static void add_loss(Deed *deed, gint64 customer)
{
    g_autoptr(GError) error = NULL;
    Loss *loss = record_new(&loss_type);
    loss->customer_id = customer;
    record_set_text(&loss->day, "2026-05-03");
    record_set_text(&loss->how, "moved");
    expect_done(loss_save(deed, loss, today, &error), error);
    record_free(loss);
}

static void fill_hilde(Deed *deed, gint64 hilde)
{
    static const char *const days[] = {"2026-04-25", "2026-06-01", "2026-07-06",
                                       "2026-08-12", "2026-09-17", "2026-10-14"};
    g_autoptr(GError) error = NULL;
    for (guint i = 0; i < G_N_ELEMENTS(days); i++) {
        add_visit(deed, hilde, days[i], i % 2 == 0 ? "Torte für 10" : "Torte für 12",
                  4500 + 900 * (i % 2));
    }
    FeedbackOrder feedback = feedback_order("2026-10-14");
    feedback.customer_id = hilde;
    feedback.csat = 5;
    feedback.words = "wunderbar";
    expect_done(feedback_add(deed, &feedback, NULL, &error), error);
    add_complaint(deed, hilde, "2026-11-18", "falsche Inschrift");
    add_promise(deed, hilde, "2026-11-27", "Muster zeigen");
    add_preorder(deed, hilde, "2026-11-22", 15 * 60, "Torte für 12, Erdbeer");
    expect_done(extra_add(deed, hilde, (Day){2026, 11, 12}, 1, "Cake-Pops", NULL, &error), error);
}

void past_fill(const Emma *emma)
{
    Deed *deed = begin(emma);
    fill_hilde(deed, emma_customer(emma, "1001"));
    gint64 maria = emma_customer(emma, "1009"), renate = emma_customer(emma, "1004");
    for (int i = 0; i < 6; i++) {
        g_autofree char *day = day_to_text(day_plus(today, -31 - 9 * i));
        add_visit(deed, maria, day, "Roggenbrot", 420);
    }
    add_visit(deed, renate, "2026-11-21", NULL, RECORD_NONE);
    add_promise(deed, renate, "2026-11-20", "zurückrufen wegen Hochzeitstorte");
    add_complaint(deed, emma_customer(emma, "1005"), "2026-11-14", "unfreundlich bedient");
    add_complaint(deed, 0, "2026-11-21", "Tür klemmt");
    add_preorder(deed, emma_customer(emma, "1006"), "2026-11-21", RECORD_NONE, "Zwei Brote");
    add_loss(deed, emma_customer(emma, "1012"));
    people_commit(deed);
}

void past_crowd(const Emma *emma, const char *number, guint count)
{
    Deed *deed = begin(emma);
    gint64 customer = emma_customer(emma, number);
    for (guint i = 0; i < count; i++) {
        g_autofree char *day = day_to_text(day_plus(today, -(int)(count - i)));
        add_visit(deed, customer, day, NULL, 100 + i);
    }
    people_commit(deed);
}
