/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of complaints: how many, why, and how quickly they were answered. */
#include "data/base/i18n.h"
#include "data/report/cases.h"
#include "data/report/report.h"

static void add_causes(Report *report, const GPtrArray *causes)
{
    ReportTable *table = report_table(report, "causes", N_("By cause"));
    for (guint i = 0; i < causes->len; i++) {
        const CaseCount *cause = g_ptr_array_index(causes, i);
        GPtrArray *row = report_row(table);
        report_text(row, "label", N_("Cause"), cause->label);
        report_text(row, "cause", NULL, cause->code);
        report_count(row, "n", N_("Complaints"), cause->count);
        report_real(row, "share", N_("Share"), N_("%s %%"), true, cause->share, 1);
        report_real(row, "cumulated", N_("Cumulated"), N_("%s %%"), true, cause->cumulated, 1);
    }
}

static bool fill(Report *report, Db *db, GError **error)
{
    g_autoptr(ComplaintSums) sums = complaint_sums_load(db, &report->span, error);
    if (sums == NULL) {
        return false;
    }
    bool is_known = sums->answered > 0;
    report_count(report->values, "n", N_("Complaints"), sums->n);
    report_count(report->values, "open", N_("of them open"), sums->open);
    report_count(report->values, "agreed", N_("closed with agreement"), sums->agreed);
    report_count(report->values, "refused", N_("closed without"), sums->refused);
    report_count(report->values, "answered", N_("of them answered"), sums->answered);
    report_real(report->values, "days_to_answer", N_("Days to the answer (mean)"), NULL, is_known,
                sums->mean_days, 1);
    report_real(report->values, "days_to_answer_median", N_("Half of them within (days)"), NULL,
                is_known, sums->median_days, 1);
    report_amount(report->values, "cost", N_("What they cost"), true, sums->cost);
    add_causes(report, sums->causes);
    report_note(report, sums->n == 0 ? _("Nobody complained in this span.")
                                     : _("Counted are the complaints that came in this span."));
    return true;
}

const ReportClass report_complaints = {"complaints", N_("Complaints"), fill};
