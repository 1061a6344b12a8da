/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the dashboard, one a row. */
#include "tui/screens/dashboardrows.h"

#include "data/base/decimal.h"
#include "data/base/i18n.h"
#include "data/base/money.h"

#include <math.h>

enum {
    MARGIN = 1,
    LABEL_LEAST = 17,
    COLUMN = 10,
    COLUMN_WIDE = 11,
    WIDE_FROM = 52, /* cells: from here on columns are wider */
    HOURS = 24,
    WEEKDAYS = 7
};

/* How a figure is had and written. */
typedef struct {
    const char *label; /* N_() */
    /* In span INDEX, which is loaded; false when it cannot be had. */
    bool (*number)(const DashboardModel *model, int index, double *number);
    char *(*write)(const DashboardModel *model, double number);
} FigureRow;

/* ---- the figures ---- */

static bool set(gint64 count, double *number)
{
    *number = (double)count;
    return true;
}

static bool visits(const DashboardModel *model, int index, double *number)
{
    return set(model->presence[index]->visits, number);
}

static bool takings(const DashboardModel *model, int index, double *number)
{
    return set(model->presence[index]->amount, number);
}

static bool customers(const DashboardModel *model, int index, double *number)
{
    return set(model->presence[index]->customers, number);
}

static bool newcomers(const DashboardModel *model, int index, double *number)
{
    return set(model->presence[index]->fresh, number);
}

static bool returning(const DashboardModel *model, int index, double *number)
{
    const Presence *presence = model->presence[index];
    return set(presence->customers - presence->fresh, number);
}

static bool regulars(const DashboardModel *model, int index, double *number)
{
    const Presence *presence = model->presence[index];
    return presence_percent(presence->regulars, presence->customers, number);
}

static bool retention(const DashboardModel *model, int index, double *number)
{
    const Presence *presence = model->presence[index];
    return presence_retention(presence->start, presence->end, presence->new_at_end,
                              presence->returned, number);
}

static bool repeat(const DashboardModel *model, int index, double *number)
{
    const Presence *presence = model->presence[index];
    return presence_percent(presence->repeaters, presence->customers, number);
}

static bool csat(const DashboardModel *model, int index, double *number)
{
    return scores_figure(SCORE_CSAT, &model->scores[index][SCORE_CSAT], number);
}

static bool ces(const DashboardModel *model, int index, double *number)
{
    return scores_figure(SCORE_CES, &model->scores[index][SCORE_CES], number);
}

static bool nps(const DashboardModel *model, int index, double *number)
{
    return scores_figure(SCORE_NPS, &model->scores[index][SCORE_NPS], number);
}

static bool complaints(const DashboardModel *model, int index, double *number)
{
    return set(model->complaints[index]->n, number);
}

static bool answer_days(const DashboardModel *model, int index, double *number)
{
    *number = model->complaints[index]->mean_days;
    return model->complaints[index]->answered > 0;
}

static bool lost(const DashboardModel *model, int index, double *number)
{
    return set(model->losses[index]->n, number);
}

static bool came_back(const DashboardModel *model, int index, double *number)
{
    return set(model->losses[index]->won_back, number);
}

static bool most_at_once(const DashboardModel *model, int index, double *number)
{
    int weekday = 0, hour = 0;
    return dashboard_busiest(model, index, &weekday, &hour) &&
           set(model->presence[index]->hours[weekday][hour], number);
}

/* ---- how they are written ---- */

static char *as_count(const DashboardModel *model, double number)
{
    (void)model;
    return decimal_for_people(number, 0);
}

static char *as_percent(const DashboardModel *model, double number)
{
    (void)model;
    g_autofree char *text = decimal_for_people(number, 1);
    /* TRANSLATORS: a share: "86.7 %". */
    return g_strdup_printf(_("%s %%"), text);
}

static char *as_mean(const DashboardModel *model, double number)
{
    (void)model;
    return decimal_for_people(number, 2);
}

static char *as_days(const DashboardModel *model, double number)
{
    (void)model;
    return decimal_for_people(number, 1);
}

static char *as_points(const DashboardModel *model, double number)
{
    (void)model;
    g_autofree char *text = decimal_for_people(number, 0);
    return g_strconcat(number >= 0.5 ? "+" : "", text, NULL);
}

/* Whole units of the currency: cents are noise here. */
static char *as_money(const DashboardModel *model, double number)
{
    return decimal_for_people(number / pow(10, money_digits(model->currency)), 0);
}

static const FigureRow figures[DASHBOARD_FIGURES] = {
    [DASHBOARD_VISITS] = {N_("Visits"), visits, as_count},
    [DASHBOARD_TAKINGS] = {N_("Takings"), takings, as_money},
    [DASHBOARD_CUSTOMERS] = {N_("Customers"), customers, as_count},
    [DASHBOARD_NEW] = {N_("New"), newcomers, as_count},
    [DASHBOARD_KNOWN] = {N_("Returning"), returning, as_count},
    [DASHBOARD_REGULARS] = {N_("Regulars"), regulars, as_percent},
    [DASHBOARD_RETENTION] = {N_("Retention rate"), retention, as_percent},
    [DASHBOARD_REPEAT] = {N_("Repeat rate"), repeat, as_percent},
    [DASHBOARD_HOURS] = {N_("Busiest hour"), most_at_once, as_count},
    [DASHBOARD_CSAT] = {N_("CSAT"), csat, as_percent},
    [DASHBOARD_CES] = {N_("CES"), ces, as_mean},
    [DASHBOARD_NPS] = {N_("NPS"), nps, as_points},
    [DASHBOARD_COMPLAINTS] = {N_("Complaints"), complaints, as_count},
    [DASHBOARD_ANSWERS] = {N_("Days to answer"), answer_days, as_days},
    [DASHBOARD_LOST] = {N_("Lost"), lost, as_count},
    [DASHBOARD_BACK] = {N_("Came back"), came_back, as_count},
};

/* A row of the list: a figure, or a heading. */
typedef struct {
    DashboardFigure figure;
    const char *heading; /* N_() */
} ListRow;

static const ListRow rows[] = {
    {DASHBOARD_VISITS, NULL},     {DASHBOARD_TAKINGS, NULL},
    {DASHBOARD_CUSTOMERS, NULL},  {DASHBOARD_NEW, NULL},
    {DASHBOARD_KNOWN, NULL},      {DASHBOARD_REGULARS, NULL},
    {DASHBOARD_RETENTION, NULL},  {DASHBOARD_REPEAT, NULL},
    {DASHBOARD_HOURS, NULL},      {DASHBOARD_FIGURES, N_("WHAT THEY SAY")},
    {DASHBOARD_CSAT, NULL},       {DASHBOARD_CES, NULL},
    {DASHBOARD_NPS, NULL},        {DASHBOARD_FIGURES, N_("WHAT WENT WRONG")},
    {DASHBOARD_COMPLAINTS, NULL}, {DASHBOARD_ANSWERS, NULL},
    {DASHBOARD_LOST, NULL},       {DASHBOARD_BACK, NULL},
};

const char *dashboard_label(DashboardFigure figure)
{
    return _(figures[figure].label);
}

bool dashboard_number(const DashboardModel *model, DashboardFigure figure, int index,
                      double *number)
{
    return model->presence[index] != NULL && figures[figure].number(model, index, number);
}

bool dashboard_busiest(const DashboardModel *model, int index, int *weekday, int *hour)
{
    gint64 most = 0;
    for (int i = 0; model->presence[index] != NULL && i < WEEKDAYS * HOURS; i++) {
        gint64 count = model->presence[index]->hours[i / HOURS][i % HOURS];
        if (count > most) {
            most = count;
            *weekday = i / HOURS;
            *hour = i % HOURS;
        }
    }
    return most > 0;
}

char *dashboard_weekday(int weekday)
{
    /* A month that began with a Monday. */
    return day_by_pattern((Day){2024, 1, weekday + 1}, "{weekday}");
}

char *dashboard_hour(int weekday, int hour)
{
    g_autofree char *name = dashboard_weekday(weekday);
    /* TRANSLATORS: a weekday and an hour: "Sat 10–11". */
    return g_strdup_printf(_("%s %d–%d"), name, hour, hour + 1);
}

char *dashboard_value(const DashboardModel *model, DashboardFigure figure, int index)
{
    double number = 0;
    int weekday = 0, hour = 0;
    if (!dashboard_number(model, figure, index, &number)) {
        return g_strdup("–");
    }
    if (figure == DASHBOARD_HOURS && dashboard_busiest(model, index, &weekday, &hour)) {
        return dashboard_hour(weekday, hour);
    }
    return figures[figure].write(model, number);
}

/* ---- the list ---- */

DashboardFigure dashboard_figure(guint row)
{
    return row < G_N_ELEMENTS(rows) ? rows[row].figure : DASHBOARD_FIGURES;
}

static int column_of(const Canvas *line)
{
    return line->cols >= WIDE_FROM ? COLUMN_WIDE : COLUMN;
}

/* How many of the three spans have room beside the label. */
static int columns_of(const Canvas *line)
{
    int room = line->cols - 2 * MARGIN - LABEL_LEAST;
    return CLAMP(room / column_of(line), 1, DASHBOARD_SPANS);
}

/* Where the column INDEX begins. */
static int place_of(const Canvas *line, int index)
{
    return line->cols - MARGIN - (columns_of(line) - index) * column_of(line);
}

void dashboard_heads(Canvas *line, const DashboardModel *model)
{
    for (int i = 0; i < columns_of(line); i++) {
        g_autofree char *month = dashboard_month(&model->spans[i]);
        canvas_text_right(line, 0, place_of(line, i), column_of(line),
                          i == DASHBOARD_NOW ? AREA_LABEL : AREA_DIM, month);
    }
}

static guint count_rows(gconstpointer model)
{
    (void)model;
    return G_N_ELEMENTS(rows);
}

static bool is_heading(gconstpointer model, guint row)
{
    (void)model;
    return rows[row].heading != NULL;
}

static gint64 row_id(gconstpointer model, guint row)
{
    (void)model;
    return (gint64)row + 1;
}

/* What stands before a figure: retention with its window, without which it says nothing. Free with
 * g_free. */
static char *label_of(const DashboardModel *model, DashboardFigure figure)
{
    if (figure != DASHBOARD_RETENTION) {
        return g_strdup(dashboard_label(figure));
    }
    /* TRANSLATORS: the retention rate and for how many days a visit makes active; 17 cells. */
    return g_strdup_printf(_("Retention (%d d)"), model->window);
}

static void draw_row(Canvas *line, gconstpointer data, guint row)
{
    const DashboardModel *model = data;
    if (rows[row].heading != NULL) {
        canvas_text(line, 0, MARGIN, line->cols - MARGIN, AREA_HEADING, _(rows[row].heading));
        return;
    }
    Canvas hidden = canvas_private(line);
    int first = place_of(line, 0);
    g_autofree char *label = label_of(model, rows[row].figure);
    canvas_text(line, 0, MARGIN, first - MARGIN, AREA_TEXT, label);
    for (int i = 0; i < columns_of(line); i++) {
        g_autofree char *value = dashboard_value(model, rows[row].figure, i);
        canvas_text_right(&hidden, 0, place_of(line, i) + 1, column_of(line) - 1,
                          i == DASHBOARD_NOW ? AREA_TEXT : AREA_DIM, value);
    }
}

const ListClass dashboard_list = {
    .count = count_rows,
    .is_heading = is_heading,
    .is_title = is_heading,
    .id = row_id,
    .draw = draw_row,
};
