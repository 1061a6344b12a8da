/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading the figures of three spans. */
#include "tui/screens/dashboardmodel.h"

#include "data/base/i18n.h"
#include "data/branch.h"
#include "data/setting.h"

enum { YEAR = 12 };

static bool load_span(Db *db, DashboardModel *model, int index, GError **error)
{
    const ReportSpan *span = &model->spans[index];
    static const Score scores[DASHBOARD_SCORES] = {SCORE_CSAT, SCORE_CES, SCORE_NPS};
    model->presence[index] = presence_load(db, span, model->window, error);
    bool ok = model->presence[index] != NULL;
    for (guint i = 0; i < DASHBOARD_SCORES && ok; i++) {
        ok = scores_load(db, span, scores[i], &model->scores[index][i], error);
    }
    model->complaints[index] = ok ? complaint_sums_load(db, span, error) : NULL;
    model->losses[index] =
        model->complaints[index] != NULL ? loss_sums_load(db, span, error) : NULL;
    return model->losses[index] != NULL;
}

static bool load_all(Db *db, DashboardModel *model, GError **error)
{
    bool ok = presence_window(db, &model->window, error) &&
              setting_get(db, SETTING_CURRENCY, "EUR", &model->currency, error);
    gint64 branch_id = model->spans[DASHBOARD_NOW].branch_id;
    model->branches = ok ? branch_list(db, &branch_id, error) : NULL;
    ok = model->branches != NULL;
    for (int i = 0; i < DASHBOARD_SPANS && ok; i++) {
        model->spans[i].branch_id = branch_id;
        ok = load_span(db, model, i, error);
    }
    return ok;
}

gpointer dashboard_model_load(Shop *shop, gconstpointer data, GError **error)
{
    const DashboardAsk *ask = data;
    DashboardModel *model = g_new0(DashboardModel, 1);
    model->today = ask->today;
    model->back = ask->back;
    ReportSpan *spans = model->spans;
    spans[DASHBOARD_NOW] = span_month(ask->today, ask->back);
    spans[DASHBOARD_NOW].branch_id = ask->branch_id;
    spans[DASHBOARD_BEFORE] = span_earlier(&spans[DASHBOARD_NOW], 1);
    spans[DASHBOARD_YEAR_AGO] = span_earlier(&spans[DASHBOARD_NOW], YEAR);
    bool ok = shop == NULL;
    if (shop != NULL && db_read_begin(shop->db, error)) {
        ok = load_all(shop->db, model, error);
        db_read_end(shop->db);
    }
    if (!ok) {
        dashboard_model_free(model);
        return NULL;
    }
    return model;
}

void dashboard_model_free(gpointer data)
{
    DashboardModel *model = data;
    if (model == NULL) {
        return;
    }
    for (int i = 0; i < DASHBOARD_SPANS; i++) {
        presence_free(model->presence[i]);
        complaint_sums_free(model->complaints[i]);
        loss_sums_free(model->losses[i]);
    }
    g_clear_pointer(&model->branches, g_ptr_array_unref);
    g_free(model->currency);
    g_free(model);
}

char *dashboard_month(const ReportSpan *span)
{
    /* TRANSLATORS: the head of a column, with the words of "{d} {month} {year}": "Nov 2026". */
    return day_by_pattern(span->from, _("{mon} {year}"));
}

char *dashboard_span(const ReportSpan *span)
{
    if (span_is_whole_month(span)) {
        /* TRANSLATORS: a month: "November 2026". */
        return day_by_pattern(span->from, _("{month} {year}"));
    }
    g_autofree char *last = day_by_pattern(span->to, _("{d} {mon} {year}"));
    /* TRANSLATORS: the days of a month so far; %s is the last one: "1 to 21 Nov 2026". German:
     * 1. bis %s */
    return g_strdup_printf(_("1 to %s"), last);
}
