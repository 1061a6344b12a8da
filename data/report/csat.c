/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of satisfaction: CSAT, and what the survey asks. */
#include "data/base/i18n.h"
#include "data/report/scorereport.h"

/* What the survey asked, as a row of TABLE. */
static bool add_question(Report *report, ReportTable *table, Db *db, Score score, const char *name,
                         GError **error)
{
    Scores scores;
    double share = 0, mean = 0;
    if (!scores_load(db, &report->span, score, &scores, error)) {
        return false;
    }
    bool is_known = scores_share(&scores, &share) && scores_mean(&scores, &mean);
    GPtrArray *row = report_row(table);
    report_text(row, "question", N_("Question"), name);
    report_count(row, "n", N_("Answers"), scores.n);
    report_real(row, "share", N_("Satisfied"), N_("%s %%"), is_known, share, 1);
    report_real(row, "mean", N_("Mean"), NULL, is_known, mean, 2);
    return true;
}

static bool fill(Report *report, Db *db, GError **error)
{
    Scores scores;
    double share = 0, mean = 0;
    if (!scores_load(db, &report->span, SCORE_CSAT, &scores, error)) {
        return false;
    }
    bool is_known = scores_share(&scores, &share) && scores_mean(&scores, &mean);
    report_count(report->values, "n", N_("Answers"), scores.n);
    report_real(report->values, "share", N_("CSAT"), N_("%s %%"), is_known, share, 1);
    report_real(report->values, "mean", N_("Mean"), NULL, is_known, mean, 2);
    score_report_end(report, SCORE_CSAT, &scores);
    score_report_answers(report, &scores, 1, 5);
    ReportTable *survey = report_table(report, "survey", N_("Survey"));
    return add_question(report, survey, db, SCORE_PRODUCT, "product", error) &&
           add_question(report, survey, db, SCORE_ADVICE, "advice", error) &&
           score_report_groups(report, db, SCORE_CSAT, SCORE_BY_TOUCHPOINT, error);
}

const ReportClass report_csat = {"csat", N_("Satisfaction (CSAT)"), fill};
