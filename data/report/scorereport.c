/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reports of CSAT, CES and NPS have in common. */
#include "data/report/scorereport.h"

#include "data/base/i18n.h"

/* What the figure of SCORE is called in tables, for programs. */
static const char *figure_name(Score score)
{
    return score == SCORE_CES ? "mean" : score == SCORE_NPS ? "nps" : "share";
}

void score_report_end(Report *report, Score score, const Scores *scores)
{
    double margin = 0;
    bool is_known = scores_margin(score, scores, &margin);
    report_real(report->values, "margin", N_("Margin of error"), N_("± %s"), is_known, margin,
                score == SCORE_CES ? 2 : 1);
    report_note(report, scores_definition(score));
    if (scores->n == 0) {
        report_note(report, _("Nobody was asked yet in this span."));
    } else if (scores->n < SCORES_FEW) {
        report_note(report, _("Shaky: fewer than 30 answers. A few more can change it a lot."));
    }
    if (is_known) {
        report_note(report, _("Margin of error: the true figure lies within it 95 times of 100."));
    }
}

void score_report_answers(Report *report, const Scores *scores, int least, int most)
{
    ReportTable *table = report_table(report, "answers", N_("Answers"));
    for (int points = most; points >= least; points--) {
        GPtrArray *row = report_row(table);
        report_count(row, "score", N_("Score"), points);
        report_count(row, "n", N_("Answers"), scores->counts[points]);
    }
}

bool score_report_groups(Report *report, Db *db, Score score, ScorePart part, GError **error)
{
    bool is_phase = part == SCORE_BY_PHASE;
    g_autoptr(GPtrArray) groups = scores_groups(db, &report->span, score, part, error);
    ReportTable *table = report_table(report, is_phase ? "phases" : "touchpoints",
                                      is_phase ? N_("By phase") : N_("By touchpoint"));
    for (guint i = 0; groups != NULL && i < groups->len; i++) {
        const ScoreGroup *group = g_ptr_array_index(groups, i);
        double value = 0;
        bool is_known = scores_figure(score, &group->scores, &value);
        GPtrArray *row = report_row(table);
        report_text(row, is_phase ? "phase" : "touchpoint", N_("Where"), group->name);
        report_count(row, "n", N_("Answers"), group->scores.n);
        report_real(row, figure_name(score), N_("Figure"), NULL, is_known, value,
                    score == SCORE_CES ? 2 : 1);
    }
    return groups != NULL;
}
