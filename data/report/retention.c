/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of who stayed: the retention rate as S3-18 has it. */
#include "data/base/i18n.h"
#include "data/report/presence.h"
#include "data/report/report.h"

static bool fill(Report *report, Db *db, GError **error)
{
    int window;
    g_autoptr(Presence) presence = presence_window(db, &window, error)
                                       ? presence_load(db, &report->span, window, error)
                                       : NULL;
    if (presence == NULL) {
        return false;
    }
    double rate = 0;
    bool is_known = presence_retention(presence->start, presence->end, presence->new_at_end,
                                       presence->returned, &rate);
    gint64 kept = presence->end - presence->new_at_end - presence->returned;
    report_count(report->values, "n", NULL, presence->start);
    report_count(report->values, "start", N_("Active before it"), presence->start);
    report_count(report->values, "end", N_("Active at its end"), presence->end);
    report_count(report->values, "new", N_("of them new"), presence->new_at_end);
    report_count(report->values, "returned", N_("of them back again"), presence->returned);
    report_count(report->values, "kept", N_("of them kept"), kept);
    report_count(report->values, "gone", N_("No longer active"), presence->start - kept);
    report_real(report->values, "rate", N_("Retention rate"), N_("%s %%"), is_known, rate, 1);
    report_count(report->values, "window_days", NULL, window);
    g_autofree char *window_words =
        g_strdup_printf(ngettext("A customer is active for %d day after a visit.",
                                 "A customer is active for %d days after a visit.", (gulong)window),
                        window);
    report_note(report, _("Retention rate: (active at the end less new less back again) ÷ active "
                          "before × 100."));
    report_note(report, window_words);
    if (!is_known) {
        report_note(report, _("Nobody was active before it, so there is no rate yet."));
    } else if (presence->start < REPORT_FEW) {
        report_note(report, report_few_words());
    }
    return true;
}

const ReportClass report_retention = {"retention", N_("Who stayed"), fill};
