/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Visits for tests of figures. */
#include "tests/data/reportshop.h"

#include "data/branch.h"
#include "data/diary/visit.h"

const ReportSpan march = {.from = {2026, 3, 1}, .to = {2026, 3, 31}};

gint64 add_customer(Deed *deed, const char *name)
{
    return people_add_in(deed, &(const Person){.family = name});
}

void add_visit_at(Deed *deed, gint64 customer, const char *day, gint64 minute, gint64 branch)
{
    g_autoptr(GError) error = NULL;
    Visit *visit = record_new(&visit_type);
    visit->customer_id = customer;
    visit->minute = minute;
    visit->branch_id = branch;
    visit->amount = 450;
    record_set_text(&visit->kind, "visit");
    record_set_text(&visit->day, day);
    record_set_text(&visit->channel, "counter");
    expect_done(record_insert(deed, visit, &error), error);
    record_free(visit);
}

void add_visit(Deed *deed, gint64 customer, const char *day)
{
    add_visit_at(deed, customer, day, 600, 0);
}

gint64 add_branch(Deed *deed, const char *name)
{
    g_autoptr(GError) error = NULL;
    Branch *branch = record_new(&branch_type);
    record_set_text(&branch->name, name);
    expect_done(record_insert(deed, branch, &error), error);
    gint64 id = branch->head.id;
    record_free(branch);
    return id;
}
