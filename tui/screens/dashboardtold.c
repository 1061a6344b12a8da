/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown of scores, complaints and losses. */
#include "data/base/decimal.h"
#include "data/base/i18n.h"
#include "data/base/money.h"
#include "tui/screens/dashboarddetail.h"

static char *count_text(gint64 count)
{
    return decimal_for_people((double)count, 0);
}

/* ---- scores ---- */

/* A bar for the answers from LEAST to MOST. */
static void add_answers(Detail *detail, const DashboardModel *model, const char *label, int least,
                        int most)
{
    Score score = (Score)(detail->figure - DASHBOARD_CSAT);
    gint64 count = scores_between(&model->scores[DASHBOARD_NOW][score], least, most);
    DetailBar *bar = detail_bar(detail, label, (double)count, count_text(count));
    bar->leads = count > 0;
    bar->behind = detail_behind(model, BEHIND_SCORE, DASHBOARD_NOW);
    bar->behind.score = score;
    bar->behind.least = least;
    bar->behind.most = most;
}

static void add_points(Detail *detail, const DashboardModel *model, int most)
{
    for (int points = most; points > 0; points--) {
        g_autofree char *label = g_strdup_printf("%d", points);
        add_answers(detail, model, label, points, points);
    }
}

/* "41 answers, margin of error ± 8.3". */
static void note_answers(Detail *detail, Score score, const Scores *scores)
{
    double margin = 0;
    g_autofree char *count = count_text(scores->n);
    g_autofree char *answers =
        g_strdup_printf(ngettext("%s answer", "%s answers", (gulong)scores->n), count);
    if (scores_margin(score, scores, &margin)) {
        g_autofree char *points = decimal_for_people(margin, score == SCORE_CES ? 2 : 1);
        /* TRANSLATORS: how many answers, and how far off the figure may be. */
        detail_note(detail, g_strdup_printf(_("%s, margin of error ± %s"), answers, points));
    } else {
        detail_note(detail, g_steal_pointer(&answers));
    }
}

void detail_scores(Detail *detail, const DashboardModel *model)
{
    Score score = (Score)(detail->figure - DASHBOARD_CSAT);
    const Scores *scores = &model->scores[DASHBOARD_NOW][score];
    if (score == SCORE_NPS) {
        add_answers(detail, model, _("Promoters (9, 10)"), 9, 10);
        add_answers(detail, model, _("Passives (7, 8)"), 7, 8);
        add_answers(detail, model, _("Detractors (0 to 6)"), 0, 6);
    } else {
        add_points(detail, model, score == SCORE_CES ? 7 : 5);
    }
    if (scores->n == 0) {
        detail_note(detail, g_strdup(_("Nobody was asked yet in this span.")));
    } else {
        note_answers(detail, score, scores);
    }
    if (scores->n > 0 && scores->n < SCORES_FEW) {
        detail_note(detail, g_strdup(_("Shaky: fewer than 30 answers. A few more can change it a "
                                       "lot.")));
    }
    detail_note(detail, g_strdup(scores_definition(score)));
}

/* ---- complaints and losses ---- */

/* A bar a cause, with its share and what it and those above it make of all (Pareto). */
static void add_causes(Detail *detail, const DashboardModel *model, const GPtrArray *cases,
                       BehindKind kind)
{
    for (guint i = 0; i < cases->len; i++) {
        const CaseCount *cause = g_ptr_array_index(cases, i);
        g_autofree char *count = count_text(cause->count);
        g_autofree char *sum = decimal_for_people(cause->cumulated, 0);
        DetailBar *bar = detail_bar(detail, cause->label, (double)cause->count,
                                    g_strdup_printf("%s %4s %%", count, sum));
        bar->leads = true;
        bar->behind = detail_behind(model, kind, DASHBOARD_NOW);
        bar->behind.has_cause = true;
        bar->behind.cause = cause->id;
    }
    if (cases->len > 0) {
        detail_note(detail, g_strdup(_("How many, and how much of all with those above.")));
    }
}

static void fill_complaints(Detail *detail, const DashboardModel *model)
{
    const ComplaintSums *sums = model->complaints[DASHBOARD_NOW];
    add_causes(detail, model, sums->causes, BEHIND_COMPLAINTS);
    if (sums->n == 0) {
        detail_note(detail, g_strdup(_("Nobody complained in this span.")));
        return;
    }
    detail_note(detail, g_strdup_printf(ngettext("%d of them is open.", "%d of them are open.",
                                                 (gulong)sums->open),
                                        (int)sums->open));
    if (sums->cost != 0) {
        g_autofree char *cost = money_for_people(sums->cost, model->currency);
        detail_note(detail, g_strdup_printf(_("They cost %s."), cost));
    }
}

static void note_answer_time(Detail *detail, const ComplaintSums *sums)
{
    if (sums->answered == 0) {
        detail_note(detail, g_strdup(_("None was answered yet.")));
        return;
    }
    g_autofree char *median = decimal_for_people(sums->median_days, 1);
    detail_note(detail,
                g_strdup_printf(ngettext("%d complaint was answered.",
                                         "%d complaints were answered.", (gulong)sums->answered),
                                (int)sums->answered));
    detail_note(detail, g_strdup_printf(_("Half of them within %s days."), median));
}

static void fill_losses(Detail *detail, const DashboardModel *model)
{
    const LossSums *sums = model->losses[DASHBOARD_NOW];
    add_causes(detail, model, sums->best, BEHIND_LOST);
    if (sums->n == 0) {
        detail_note(detail, g_strdup(_("Nobody was marked as lost in this span.")));
    } else if (sums->value != 0) {
        g_autofree char *value = money_for_people(sums->value, model->currency);
        detail_note(detail, g_strdup_printf(_("A year with them was worth %s."), value));
    }
}

void detail_cases(Detail *detail, const DashboardModel *model)
{
    if (detail->figure == DASHBOARD_COMPLAINTS) {
        fill_complaints(detail, model);
    } else if (detail->figure == DASHBOARD_ANSWERS) {
        note_answer_time(detail, model->complaints[DASHBOARD_NOW]);
    } else if (detail->figure == DASHBOARD_LOST) {
        fill_losses(detail, model);
    } else {
        detail_note(detail, g_strdup(_("Counted is who came back in this span, whenever they were "
                                       "lost.")));
    }
}
