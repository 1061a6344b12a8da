/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of who bought again: two visits or more of those with one or more. */
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
    bool is_known = presence_percent(presence->repeaters, presence->customers, &rate);
    report_count(report->values, "n", N_("Customers"), presence->customers);
    report_count(report->values, "repeat", N_("of them twice or more"), presence->repeaters);
    report_real(report->values, "rate", N_("Repeat rate"), N_("%s %%"), is_known, rate, 1);
    report_note(report,
                _("Repeat rate: customers with two visits or more ÷ customers with a visit × 100, "
                  "each in this span."));
    if (!is_known) {
        report_note(report, _("Nobody came, so there is no rate."));
    } else if (presence->customers < REPORT_FEW) {
        report_note(report, report_few_words());
    }
    return true;
}

const ReportClass report_repeat = {"repeat", N_("Who came again"), fill};
