/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of lost customers: how many, why, and who came back. */
#include "data/base/i18n.h"
#include "data/report/cases.h"
#include "data/report/report.h"

static void add_reasons(Report *report, const char *name, const char *label,
                        const GPtrArray *reasons)
{
    ReportTable *table = report_table(report, name, label);
    for (guint i = 0; i < reasons->len; i++) {
        const CaseCount *reason = g_ptr_array_index(reasons, i);
        GPtrArray *row = report_row(table);
        report_text(row, "label", N_("Reason"), reason->label);
        report_text(row, "reason", NULL, reason->code);
        report_text(row, "family", NULL, reason->family);
        report_count(row, "n", N_("Customers"), reason->count);
        report_real(row, "share", N_("Share"), N_("%s %%"), true, reason->share, 1);
    }
}

static bool fill(Report *report, Db *db, GError **error)
{
    g_autoptr(LossSums) sums = loss_sums_load(db, &report->span, error);
    if (sums == NULL) {
        return false;
    }
    report_count(report->values, "n", N_("Lost"), sums->n);
    report_count(report->values, "back", N_("of them back by now"), sums->back);
    report_count(report->values, "won_back", N_("Came back in this span"), sums->won_back);
    report_amount(report->values, "value", N_("A year with them was worth"), true, sums->value);
    add_reasons(report, "reasons", N_("What they say"), sums->stated);
    add_reasons(report, "real_reasons", N_("What is so"), sums->real);
    report_note(report, sums->n == 0 ? _("Nobody was marked as lost in this span.")
                                     : _("Counted is who was marked as lost in this span."));
    return true;
}

const ReportClass report_lost = {"lost", N_("Lost customers"), fill};
