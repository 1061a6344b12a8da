/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of who would recommend the shop: NPS. */
#include "data/base/i18n.h"
#include "data/report/scorereport.h"

static bool fill(Report *report, Db *db, GError **error)
{
    Scores scores;
    double nps = 0;
    if (!scores_load(db, &report->span, SCORE_NPS, &scores, error)) {
        return false;
    }
    bool is_known = scores_nps(&scores, &nps);
    report_count(report->values, "n", N_("Answers"), scores.n);
    report_count(report->values, "promoters", N_("Promoters (9, 10)"),
                 scores_between(&scores, 9, 10));
    report_count(report->values, "passives", N_("Passives (7, 8)"), scores_between(&scores, 7, 8));
    report_count(report->values, "detractors", N_("Detractors (0 to 6)"),
                 scores_between(&scores, 0, 6));
    report_real(report->values, "nps", N_("NPS"), nps > 0 ? N_("+%s") : NULL, is_known, nps, 1);
    score_report_end(report, SCORE_NPS, &scores);
    score_report_answers(report, &scores, 0, 10);
    return score_report_groups(report, db, SCORE_NPS, SCORE_BY_TOUCHPOINT, error);
}

const ReportClass report_nps = {"nps", N_("Recommendation (NPS)"), fill};
