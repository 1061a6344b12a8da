/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What screens of the diary are opened with: visits, orders, promises, complaints, losses. */
#include "tests/tui/openings_private.h"

#include "tests/data/people.h"

#include "data/diary/complaint.h"
#include "data/diary/loss.h"
#include "data/diary/preorder.h"
#include "data/diary/promise.h"
#include "tui/screens/complaintcase.h"
#include "tui/screens/loss.h"
#include "tui/screens/preorder.h"
#include "tui/screens/preorders.h"
#include "tui/screens/promise.h"
#include "tui/screens/visit.h"

void fill_complaintcase(Opening *opening)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(opening->shop->db);
    Complaint *complaint = record_new(&complaint_type);
    complaint->customer_id = opening->customer;
    record_set_text(&complaint->day, "2026-11-18");
    record_set_text(&complaint->words, "falsche Inschrift");
    expect_done(complaint_add(deed, complaint, &error), error);
    ComplaintArg *arg = g_new0(ComplaintArg, 1);
    arg->complaint_id = complaint->head.id;
    record_free(complaint);
    people_commit(deed);
    opening->arg = opening->own = arg;
}

void fill_promise(Opening *opening)
{
    PromiseArg *arg = g_new0(PromiseArg, 1);
    arg->customer_id = opening->customer;
    opening->arg = opening->own = arg;
}

/* A promise to the customer; with an argument, which the screen does not look at, so that the shop
 * stays. */
void fill_promises(Opening *opening)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(opening->shop->db);
    Promise *promise = record_new(&promise_type);
    promise->customer_id = opening->customer;
    record_set_text(&promise->due_day, "2026-11-24");
    record_set_text(&promise->words, "Torte für 12, kein Marzipan, mit Erdbeer");
    expect_done(opening->customer == 0 || promise_save(deed, promise, &error), error);
    record_free(promise);
    people_commit(deed);
    fill_people(opening);
}

void fill_loss(Opening *opening)
{
    LossArg *arg = g_new0(LossArg, 1);
    arg->customer_id = opening->customer;
    opening->arg = opening->own = arg;
}

/* The customer is lost; with an argument as above. */
void fill_losses(Opening *opening)
{
    g_autoptr(GError) error = NULL;
    Deed *deed = people_begin(opening->shop->db);
    Loss *loss = record_new(&loss_type);
    loss->customer_id = opening->customer;
    loss->value = 123456;
    record_set_text(&loss->day, "2026-11-18");
    record_set_text(&loss->how, "says");
    record_set_text(&loss->competitor, "Vanille & Erdbeer");
    const Day today = {2026, 11, 21};
    expect_done(opening->customer == 0 || loss_save(deed, loss, today, &error), error);
    record_free(loss);
    people_commit(deed);
    fill_people(opening);
}

void fill_visit(Opening *opening)
{
    VisitArg *arg = g_new0(VisitArg, 1);
    arg->customer_id = opening->customer;
    opening->arg = opening->own = arg;
}

/* Something is to be fetched, and may be ordered again. */
static void add_preorder(Opening *opening)
{
    g_autoptr(GError) error = NULL;
    if (opening->customer == 0) {
        return;
    }
    Deed *deed = people_begin(opening->shop->db);
    Preorder *preorder = record_new(&preorder_type);
    preorder->customer_id = opening->customer;
    preorder->amount = 5400;
    preorder->minute = 870;
    record_set_text(&preorder->day, "2026-11-20");
    record_set_text(&preorder->words, "Torte ohne Mandel");
    record_set_text(&preorder->for_whom, "Kurt");
    expect_done(preorder_save(deed, preorder, &error), error);
    record_free(preorder);
    people_commit(deed);
}

void fill_preorder(Opening *opening)
{
    PreorderArg *arg = g_new0(PreorderArg, 1);
    add_preorder(opening);
    arg->customer_id = opening->customer;
    opening->arg = opening->own = arg;
}

void fill_preorders(Opening *opening)
{
    PreordersArg *arg = g_new0(PreordersArg, 1);
    add_preorder(opening);
    opening->arg = opening->own = arg;
}
