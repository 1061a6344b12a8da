/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing what is shown of the selected figure. */
#include "data/base/decimal.h"
#include "data/base/i18n.h"
#include "data/base/money.h"
#include "tui/dates.h"
#include "tui/screens/dashboarddetail.h"
#include "tui/widgets/chart.h"

#include <math.h>

enum { HOURS = 24, WEEKDAYS = 7, LINE_MOST = 14, COLS_MOST = 100, CHART_LEAST = 3 };

static void draw_bars(Canvas *canvas, const Detail *detail, int place)
{
    g_autofree ChartBar *bars = g_new0(ChartBar, detail->bars->len);
    for (guint i = 0; i < detail->bars->len; i++) {
        const DetailBar *bar = &g_array_index(detail->bars, DetailBar, i);
        bars[i] = (ChartBar){bar->label, bar->value, bar->text};
    }
    const ChartBars chart = {bars, detail->bars->len, place};
    chart_bars_draw(canvas, &chart);
}

/* What the days of span INDEX came to by then, added up: so months can be compared, whatever
 * weekdays they begin with. Free with g_free. */
static double *values_of(const DashboardModel *model, DashboardFigure figure, int index)
{
    const GArray *days = model->presence[index]->days;
    double *values = g_new0(double, days->len), sum = 0;
    for (guint i = 0; i < days->len; i++) {
        const PresenceDay *day = &g_array_index(days, PresenceDay, i);
        sum += (double)(figure == DASHBOARD_TAKINGS ? day->amount : day->visits);
        values[i] = MAX(sum, 0);
    }
    return values;
}

static void draw_line(Canvas *canvas, const Detail *detail, const DashboardModel *model, int place)
{
    const ReportSpan *span = &model->spans[DASHBOARD_NOW];
    g_autofree double *now = values_of(model, detail->figure, DASHBOARD_NOW);
    g_autofree double *then = values_of(model, detail->figure, DASHBOARD_BEFORE);
    g_autofree char *first = dates_brief(span->from, model->today);
    g_autofree char *last = dates_brief(span->to, model->today);
    ChartLine chart = {
        .now = now,
        .then = then,
        .now_count = model->presence[DASHBOARD_NOW]->days->len,
        .then_count = model->presence[DASHBOARD_BEFORE]->days->len,
        .first = first,
        .last = last,
        .selected = place,
    };
    double unit = detail->figure == DASHBOARD_TAKINGS ? pow(10, money_digits(model->currency)) : 1;
    g_autofree char *top = decimal_for_people(chart_line_top(&chart) / unit, 0);
    chart.top = top;
    chart_line_draw(canvas, &chart);
}

static void draw_heat(Canvas *canvas, const DashboardModel *model, int place)
{
    int first, last;
    double values[WEEKDAYS * HOURS];
    char *rows[WEEKDAYS], *cols[HOURS];
    detail_hours(model, &first, &last);
    int count = last - first + 1;
    for (int i = 0; i < WEEKDAYS * count; i++) {
        values[i] = (double)model->presence[DASHBOARD_NOW]->hours[i / count][first + i % count];
    }
    for (int i = 0; i < WEEKDAYS; i++) {
        rows[i] = dashboard_weekday(i);
    }
    for (int i = 0; i < count; i++) {
        cols[i] = g_strdup_printf("%d", first + i);
    }
    const ChartHeat chart = {
        .values = values,
        .rows = WEEKDAYS,
        .cols = (guint)count,
        .row_labels = (const char *const *)rows,
        .col_labels = (const char *const *)cols,
        .row = place >= 0 ? place / HOURS : -1,
        .col = place >= 0 ? place % HOURS - first : 0,
    };
    chart_heat_draw(canvas, &chart);
    for (int i = 0; i < WEEKDAYS; i++) {
        g_free(rows[i]);
    }
    for (int i = 0; i < count; i++) {
        g_free(cols[i]);
    }
}

/* What the place under the cursor stands for: "Sat 21 Nov: 48". NULL without one, and where the
 * chart says it itself. Free with g_free. */
static char *place_words(const Detail *detail, const DashboardModel *model, int place)
{
    if (place < 0 || detail->kind == DETAIL_BARS) {
        return NULL;
    }
    const Presence *presence = model->presence[DASHBOARD_NOW];
    if (detail->kind == DETAIL_HEAT) {
        g_autofree char *hour = dashboard_hour(place / HOURS, place % HOURS);
        g_autofree char *visits =
            decimal_for_people((double)presence->hours[place / HOURS][place % HOURS], 0);
        return g_strdup_printf("%s: %s", hour, visits);
    }
    const PresenceDay *day = &g_array_index(presence->days, PresenceDay, place);
    g_autofree char *date = dates_weekday(day_plus(presence->span.from, place));
    g_autofree char *value = detail->figure == DASHBOARD_TAKINGS
                                 ? money_for_people(day->amount, model->currency)
                                 : decimal_for_people((double)day->visits, 0);
    return g_strdup_printf("%s: %s", date, value);
}

/* How many rows the chart wants. */
static int chart_rows(const Detail *detail)
{
    return detail->kind == DETAIL_BARS   ? (int)detail->bars->len
           : detail->kind == DETAIL_HEAT ? WEEKDAYS + 1
                                         : LINE_MOST;
}

/* The notes as lines, broken at WIDTH. */
static GPtrArray *note_lines(const Canvas *canvas, const Detail *detail)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < detail->notes->len; i++) {
        g_auto(GStrv) parts = canvas_lines(canvas, MAX(canvas->cols, 1), G_MAXINT,
                                           g_ptr_array_index(detail->notes, i));
        for (guint k = 0; parts[k] != NULL; k++) {
            g_ptr_array_add(lines, g_strdup(parts[k]));
        }
    }
    return lines;
}

static void draw_chart(Canvas *canvas, const Detail *detail, const DashboardModel *model, int place)
{
    switch (detail->kind) {
    case DETAIL_BARS:
        draw_bars(canvas, detail, place);
        break;
    case DETAIL_LINE:
        draw_line(canvas, detail, model, place);
        break;
    case DETAIL_HEAT:
        draw_heat(canvas, model, place);
        break;
    }
}

void detail_draw(Canvas *canvas, const Detail *detail, const DashboardModel *model, int place)
{
    Canvas part = canvas_part(canvas, 0, 0, G_MAXINT, MIN(canvas->cols, COLS_MOST));
    Canvas hidden = canvas_private(&part);
    g_autoptr(GPtrArray) notes = note_lines(&part, detail);
    g_autofree char *words = place_words(detail, model, place);
    int row = 0;
    int col = canvas_put(&part, row, 0, AREA_TITLE, dashboard_label(detail->figure)) + 2;
    canvas_text_right(&hidden, row++, col, part.cols - col, AREA_TEXT, words);
    int gap = part.rows > 12 ? 1 : 0;
    row += gap;
    /* What a figure rests on is never left out for the chart, but while one looks at the chart. */
    int room = part.rows - row - (place >= 0 ? 1 : gap + (int)notes->len);
    int height = MIN(chart_rows(detail), room);
    if (!detail->is_empty && model->presence[DASHBOARD_NOW] != NULL &&
        height >= MIN(CHART_LEAST, chart_rows(detail))) {
        Canvas chart = canvas_part(&hidden, row, 0, height, G_MAXINT);
        draw_chart(&chart, detail, model, place);
        row += height + gap;
    }
    for (guint i = 0; i < notes->len; i++) {
        canvas_text(&hidden, row++, 0, part.cols, AREA_DIM, g_ptr_array_index(notes, i));
    }
}
