/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of how easy it was: CES, by phase. */
#include "data/base/i18n.h"
#include "data/report/scorereport.h"

static bool fill(Report *report, Db *db, GError **error)
{
    Scores scores;
    double mean = 0;
    if (!scores_load(db, &report->span, SCORE_CES, &scores, error)) {
        return false;
    }
    bool is_known = scores_mean(&scores, &mean);
    report_count(report->values, "n", N_("Answers"), scores.n);
    report_real(report->values, "mean", N_("CES"), NULL, is_known, mean, 2);
    score_report_end(report, SCORE_CES, &scores);
    score_report_answers(report, &scores, 1, 7);
    return score_report_groups(report, db, SCORE_CES, SCORE_BY_PHASE, error) &&
           score_report_groups(report, db, SCORE_CES, SCORE_BY_TOUCHPOINT, error);
}

const ReportClass report_ces = {"ces", N_("Ease (CES)"), fill};
