/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown of the selected figure. */
#include "tui/screens/dashboarddetail.h"

#include "data/base/decimal.h"
#include "data/base/i18n.h"
#include "data/report/report.h"
#include "tui/dates.h"

enum { HOURS = 24, WEEKDAYS = 7, OPEN_FROM = 8, OPEN_TO = 18 };

/* ---- making ---- */

static void bar_clear(gpointer data)
{
    DetailBar *bar = data;
    g_free(bar->label);
    g_free(bar->text);
}

void detail_free(Detail *detail)
{
    if (detail != NULL) {
        g_array_unref(detail->bars);
        g_ptr_array_unref(detail->notes);
        g_free(detail);
    }
}

DetailBar *detail_bar(Detail *detail, const char *label, double value, char *text)
{
    const DetailBar bar = {.label = g_strdup(label), .text = text, .value = MAX(value, 0)};
    g_array_append_val(detail->bars, bar);
    return &g_array_index(detail->bars, DetailBar, detail->bars->len - 1);
}

void detail_note(Detail *detail, char *sentence)
{
    g_ptr_array_add(detail->notes, sentence);
}

Behind detail_behind(const DashboardModel *model, BehindKind kind, int index)
{
    return (Behind){.kind = kind, .span = model->spans[index], .window = model->window};
}

/* The kind of customers behind FIGURE as a whole. */
static BehindKind kind_of(DashboardFigure figure)
{
    static const BehindKind kinds[DASHBOARD_FIGURES] = {
        [DASHBOARD_VISITS] = BEHIND_CAME,
        [DASHBOARD_TAKINGS] = BEHIND_CAME,
        [DASHBOARD_CUSTOMERS] = BEHIND_CAME,
        [DASHBOARD_NEW] = BEHIND_NEW,
        [DASHBOARD_KNOWN] = BEHIND_RETURNING,
        [DASHBOARD_REGULARS] = BEHIND_REGULARS,
        [DASHBOARD_RETENTION] = BEHIND_GONE,
        [DASHBOARD_REPEAT] = BEHIND_REPEATERS,
        [DASHBOARD_HOURS] = BEHIND_HOUR,
        [DASHBOARD_CSAT] = BEHIND_SCORE,
        [DASHBOARD_CES] = BEHIND_SCORE,
        [DASHBOARD_NPS] = BEHIND_SCORE,
        [DASHBOARD_COMPLAINTS] = BEHIND_COMPLAINTS,
        [DASHBOARD_ANSWERS] = BEHIND_WAITING,
        [DASHBOARD_LOST] = BEHIND_LOST,
        [DASHBOARD_BACK] = BEHIND_BACK,
    };
    return kinds[figure];
}

/* A bar for each of the three spans. */
static void add_spans(Detail *detail, const DashboardModel *model)
{
    for (int i = 0; i < DASHBOARD_SPANS; i++) {
        double number = 0;
        g_autofree char *month = dashboard_month(&model->spans[i]);
        bool is_known = dashboard_number(model, detail->figure, i, &number);
        DetailBar *bar =
            detail_bar(detail, month, number, dashboard_value(model, detail->figure, i));
        bar->leads = is_known;
        bar->behind = detail_behind(model, kind_of(detail->figure), i);
    }
}

/* "+5 % on Oct 2026": how a count has changed. */
static void note_changes(Detail *detail, const DashboardModel *model)
{
    double now = 0, then = 0;
    for (int i = DASHBOARD_BEFORE; i < DASHBOARD_SPANS; i++) {
        if (!dashboard_number(model, detail->figure, DASHBOARD_NOW, &now) ||
            !dashboard_number(model, detail->figure, i, &then) || then <= 0) {
            continue;
        }
        double change = 100 * (now - then) / then;
        g_autofree char *percent = decimal_for_people(change, 0);
        g_autofree char *month = dashboard_month(&model->spans[i]);
        /* TRANSLATORS: how much more or less than in another month: "+5 % against Oct 2026". */
        detail_note(detail, g_strdup_printf(_("%s%s %% against %s"), change > 0.5 ? "+" : "",
                                            percent, month));
    }
}

static void fill_retention(Detail *detail, const DashboardModel *model)
{
    const Presence *presence = model->presence[DASHBOARD_NOW];
    gint64 kept = presence->end - presence->new_at_end - presence->returned;
    const struct {
        const char *label;
        gint64 count;
        BehindKind kind;
    } parts[] = {
        {_("kept"), kept, BEHIND_KEPT},
        {_("stayed away"), presence->start - kept, BEHIND_GONE},
        {_("new"), presence->new_at_end, BEHIND_NEW},
        {_("back again"), presence->returned, BEHIND_WON_BACK},
    };
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        DetailBar *bar = detail_bar(detail, parts[i].label, (double)parts[i].count,
                                    decimal_for_people((double)parts[i].count, 0));
        bar->leads = parts[i].count > 0;
        bar->behind = detail_behind(model, parts[i].kind, DASHBOARD_NOW);
    }
    g_autofree char *end = decimal_for_people((double)presence->end, 0);
    g_autofree char *fresh = decimal_for_people((double)presence->new_at_end, 0);
    g_autofree char *returned = decimal_for_people((double)presence->returned, 0);
    g_autofree char *start = decimal_for_people((double)presence->start, 0);
    g_autofree char *rate = dashboard_value(model, DASHBOARD_RETENTION, DASHBOARD_NOW);
    /* TRANSLATORS: a sum: active at the end, new, back again, active before, the rate. */
    detail_note(detail, g_strdup_printf(_("(%s at the end − %s new − %s back again) ÷ %s before "
                                          "= %s"),
                                        end, fresh, returned, start, rate));
    detail_note(detail, g_strdup_printf(ngettext("A customer is active for %d day after a visit.",
                                                 "A customer is active for %d days after a visit.",
                                                 (gulong)model->window),
                                        model->window));
    if (presence->start == 0) {
        detail_note(detail, g_strdup(_("Nobody was active before it, so there is no rate yet.")));
    } else if (presence->start < REPORT_FEW) {
        detail_note(detail, g_strdup(report_few_words()));
    }
}

static void note_shares(Detail *detail, const DashboardModel *model)
{
    const Presence *presence = model->presence[DASHBOARD_NOW];
    if (detail->figure == DASHBOARD_REGULARS) {
        detail_note(detail, g_strdup_printf(_("Regulars were here %d times or more in the %d days "
                                              "up to the end."),
                                            PRESENCE_REGULAR, model->window));
    } else {
        detail_note(detail, g_strdup(_("Of those who came, so many came twice or more in the same "
                                       "span.")));
    }
    detail_note(detail, g_strdup_printf(ngettext("Of %d customer.", "Of %d customers.",
                                                 (gulong)presence->customers),
                                        (int)presence->customers));
    if (presence->customers < REPORT_FEW) {
        detail_note(detail, g_strdup(report_few_words()));
    }
}

static void fill_visits(Detail *detail, const DashboardModel *model)
{
    bool is_line = detail->figure == DASHBOARD_VISITS || detail->figure == DASHBOARD_TAKINGS;
    bool is_share = detail->figure == DASHBOARD_REGULARS || detail->figure == DASHBOARD_REPEAT;
    detail->kind = is_line                             ? DETAIL_LINE
                   : detail->figure == DASHBOARD_HOURS ? DETAIL_HEAT
                                                       : DETAIL_BARS;
    if (model->presence[DASHBOARD_NOW]->visits == 0) {
        detail_note(detail, g_strdup(_("Nobody came in this span.")));
        detail->is_empty = model->presence[DASHBOARD_BEFORE]->visits == 0;
    }
    if (detail->is_empty) {
        return;
    }
    if (detail->kind == DETAIL_BARS) {
        add_spans(detail, model);
    }
    if (is_line) {
        g_autofree char *now = dashboard_month(&model->spans[DASHBOARD_NOW]);
        g_autofree char *then = dashboard_month(&model->spans[DASHBOARD_BEFORE]);
        /* TRANSLATORS: below a chart: two months. */
        detail_note(detail, g_strdup_printf(_("Added up by day: %s; dotted: %s"), now, then));
    }
    if (detail->kind == DETAIL_HEAT) {
        detail_note(detail, g_strdup(_("Visits by weekday and hour: the darker, the more.")));
    } else if (is_share) {
        note_shares(detail, model);
    } else {
        note_changes(detail, model);
    }
}

Detail *detail_new(const DashboardModel *model, DashboardFigure figure)
{
    Detail *detail = g_new0(Detail, 1);
    detail->figure = figure;
    detail->bars = g_array_new(FALSE, TRUE, sizeof(DetailBar));
    detail->notes = g_ptr_array_new_with_free_func(g_free);
    g_array_set_clear_func(detail->bars, bar_clear);
    if (model->presence[DASHBOARD_NOW] == NULL) {
        return detail;
    }
    if (figure == DASHBOARD_RETENTION) {
        fill_retention(detail, model);
    } else if (figure <= DASHBOARD_HOURS) {
        fill_visits(detail, model);
    } else if (figure <= DASHBOARD_NPS) {
        detail_scores(detail, model);
    } else if (figure == DASHBOARD_COMPLAINTS || figure == DASHBOARD_LOST) {
        detail_cases(detail, model);
    } else {
        add_spans(detail, model);
        detail_cases(detail, model);
    }
    return detail;
}

/* ---- who is behind it ---- */

int detail_places(const Detail *detail, const DashboardModel *model)
{
    if (detail->is_empty) {
        return 0;
    }
    switch (detail->kind) {
    case DETAIL_BARS:
        return (int)detail->bars->len;
    case DETAIL_LINE:
        return (int)model->presence[DASHBOARD_NOW]->days->len;
    case DETAIL_HEAT:
        break;
    }
    return WEEKDAYS * HOURS;
}

void detail_hours(const DashboardModel *model, int *first, int *last)
{
    *first = HOURS;
    *last = -1;
    for (int i = 0; i < WEEKDAYS * HOURS; i++) {
        if (model->presence[DASHBOARD_NOW]->hours[i / HOURS][i % HOURS] > 0) {
            *first = MIN(*first, i % HOURS);
            *last = MAX(*last, i % HOURS);
        }
    }
    if (*last < 0) {
        *first = OPEN_FROM;
        *last = OPEN_TO;
    }
}

/* All who are behind the figure. */
static Behind behind_all(const Detail *detail, const DashboardModel *model)
{
    Behind behind = detail_behind(model, kind_of(detail->figure), DASHBOARD_NOW);
    int weekday = 0, hour = 0;
    if (behind.kind == BEHIND_SCORE) {
        behind.score = (Score)(detail->figure - DASHBOARD_CSAT);
        behind.most = SCORE_MOST;
    }
    if (behind.kind == BEHIND_HOUR && dashboard_busiest(model, DASHBOARD_NOW, &weekday, &hour)) {
        behind.weekday = weekday + 1;
        behind.hour = hour;
    }
    return behind;
}

/* WHAT of the figure, in the span of BEHIND. Free with g_free. */
static char *title_of(const Detail *detail, const Behind *behind, const char *what)
{
    g_autofree char *span = dashboard_span(&behind->span);
    const char *label = dashboard_label(detail->figure);
    return what != NULL ? g_strdup_printf("%s · %s · %s", label, what, span)
                        : g_strdup_printf("%s · %s", label, span);
}

bool detail_leads(const Detail *detail, const DashboardModel *model, int place, Behind *behind,
                  char **title)
{
    double number = 0;
    g_autofree char *what = NULL;
    *behind = behind_all(detail, model);
    if (detail->kind == DETAIL_HEAT && place >= 0) {
        behind->weekday = place / HOURS + 1;
        behind->hour = place % HOURS;
    }
    if (detail->kind == DETAIL_HEAT) {
        what = dashboard_hour(behind->weekday - 1, behind->hour);
        *title = behind->weekday > 0 ? title_of(detail, behind, what) : NULL;
        return behind->weekday > 0;
    }
    if (detail->kind == DETAIL_LINE && place >= 0) {
        behind->kind = BEHIND_DAY;
        behind->day = day_plus(behind->span.from, place);
        what = dates_weekday(behind->day);
    }
    if (detail->kind == DETAIL_BARS && place >= 0) {
        const DetailBar *bar = &g_array_index(detail->bars, DetailBar, place);
        *behind = bar->behind;
        *title = title_of(detail, behind, bar->label);
        return bar->leads;
    }
    *title = title_of(detail, behind, what);
    return dashboard_number(model, detail->figure, DASHBOARD_NOW, &number);
}
