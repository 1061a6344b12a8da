/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the dashboard shows: the figures of a month, of the one before and of the same a year ago.
 */
#pragma once

#include "data/report/cases.h"
#include "data/report/presence.h"
#include "data/report/scores.h"
#include "data/shop.h"

enum { DASHBOARD_NOW, DASHBOARD_BEFORE, DASHBOARD_YEAR_AGO, DASHBOARD_SPANS };
enum { DASHBOARD_SCORES = 3 }; /* CSAT, CES and NPS */

typedef struct {
    Day today;
    int back;         /* so many months before this one */
    gint64 branch_id; /* 0: all */
} DashboardAsk;

typedef struct {
    Day today;
    int back;
    int window; /* days a customer stays active after a visit */
    char *currency;
    GPtrArray *branches; /* Branch */
    ReportSpan spans[DASHBOARD_SPANS];
    Presence *presence[DASHBOARD_SPANS];
    Scores scores[DASHBOARD_SPANS][DASHBOARD_SCORES];
    ComplaintSums *complaints[DASHBOARD_SPANS];
    LossSums *losses[DASHBOARD_SPANS];
} DashboardModel;

/* For the worker: takes a DashboardAsk. SHOP may be NULL: then nothing is known. NULL on a fault.
 */
gpointer dashboard_model_load(Shop *shop, gconstpointer ask, GError **error);
void dashboard_model_free(gpointer model);

/* The month of SPAN for the head of a column: "Nov 2026". Free with g_free. */
char *dashboard_month(const ReportSpan *span);
/* SPAN for a title: "November 2026", "1 to 21 Nov 2026". Free with g_free. */
char *dashboard_span(const ReportSpan *span);
