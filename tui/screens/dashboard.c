/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The owner's screen: figures in a list, and beside it what the selected one rests on. */
#include "tui/screens/dashboard.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/activedays.h"
#include "tui/screens/behind.h"
#include "tui/screens/branchfilter.h"
#include "tui/screens/dashboarddetail.h"
#include "tui/screens/dialogs.h"

enum {
    MARGIN = 1,
    HEAD_ROW = 1,
    LIST_ROW = 2,
    GAP = 2,
    BESIDE_FROM = 72, /* columns: from here on the chart stands beside the list */
    LIST_COLS = 49,
    LIST_WIDE = 58,
    WIDE_FROM = 110,
    BELOW_FROM = 14, /* rows: from here on it stands below it */
    BELOW_ROWS = 8,
    MONTHS_MOST = 1200 /* so far back one can go */
};

typedef struct {
    BranchScreen base;
    int back;      /* months before this one */
    bool in_chart; /* the arrows move in the chart */
    int place;     /* in it */
    List list;
} Dashboard;

/* ---- loading ---- */

static bool dashboard_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)arg;
    (void)error;
    branch_filter_open(screen, BRANCH_KEPT);
    list_init(&((Dashboard *)screen)->list, &dashboard_list);
    return true;
}

static void dashboard_close(Screen *screen)
{
    branch_filter_close(screen);
}

static gpointer dashboard_ask(Screen *screen)
{
    const Dashboard *self = (const Dashboard *)screen;
    DashboardAsk *ask = g_new(DashboardAsk, 1);
    *ask = (DashboardAsk){counter_today(screen), self->back, branch_filter_id(screen)};
    return ask;
}

/* What is selected; NULL before the first load. Free with detail_free. */
static Detail *selected_detail(const Dashboard *self)
{
    int row = list_selected(&self->list);
    return self->base.base.model != NULL && row >= 0
               ? detail_new(self->base.base.model, dashboard_figure((guint)row))
               : NULL;
}

/* How many places the chart of the selected figure has; 0: there is none. */
static int chart_places(const Dashboard *self)
{
    g_autoptr(Detail) detail = selected_detail(self);
    const DashboardModel *model = self->base.base.model;
    return detail != NULL && model->presence[DASHBOARD_NOW] != NULL ? detail_places(detail, model)
                                                                    : 0;
}

static bool has_chart(const Screen *screen)
{
    return chart_places((const Dashboard *)screen) > 0;
}

/* Keeps the place inside the chart. */
static void hold_place(Dashboard *self)
{
    int places = chart_places(self);
    self->in_chart = self->in_chart && places > 0;
    self->place = CLAMP(self->place, 0, MAX(places - 1, 0));
}

static void dashboard_loaded(Screen *screen, gpointer old)
{
    (void)old;
    Dashboard *self = (Dashboard *)screen;
    const DashboardModel *model = screen->model;
    if (model->branches != NULL) {
        branch_filter_loaded(screen, model->branches, model->spans[DASHBOARD_NOW].branch_id);
    }
    list_show(&self->list, model);
    hold_place(self);
}

/* ---- drawing ---- */

static void draw_title(const Dashboard *self, Canvas *canvas)
{
    const DashboardModel *model = self->base.base.model;
    const ReportSpan *span = &model->spans[DASHBOARD_NOW];
    g_autofree char *words = dashboard_span(span);
    g_autofree char *title = branch_filter_title(&self->base.base, words);
    int col = canvas_put(canvas, 0, MARGIN, AREA_TITLE, title);
    if (!span_is_whole_month(span)) {
        canvas_text_right(canvas, 0, col + GAP, canvas->cols - col - GAP - MARGIN, AREA_DIM,
                          _("all months up to the same day"));
    }
}

/* Parts CANVAS into the list and the chart. Whether there is room for both. */
static bool split(const Canvas *canvas, Canvas *list, Canvas *chart)
{
    *list = *canvas;
    if (canvas->cols >= BESIDE_FROM) {
        int cols = canvas->cols >= WIDE_FROM ? LIST_WIDE : LIST_COLS;
        *list = canvas_part(canvas, 0, 0, G_MAXINT, cols);
        *chart = canvas_part(canvas, 0, cols + GAP, G_MAXINT, canvas->cols - cols - GAP - MARGIN);
        return true;
    }
    if (canvas->rows >= BELOW_FROM) {
        int rows = canvas->rows - BELOW_ROWS;
        *list = canvas_part(canvas, 0, 0, rows - 1, G_MAXINT);
        *chart = canvas_part(canvas, rows, MARGIN, G_MAXINT, canvas->cols - 2 * MARGIN);
        return true;
    }
    return false;
}

static void draw_list(Dashboard *self, Canvas *canvas, bool focus)
{
    Canvas head = canvas_part(canvas, 0, 0, 1, G_MAXINT);
    Canvas rows = canvas_part(canvas, LIST_ROW - HEAD_ROW, 0, G_MAXINT, G_MAXINT);
    dashboard_heads(&head, self->base.base.model);
    list_draw(&self->list, &rows, focus);
}

/* Where there is no room for both, the chart takes the place of the list while one is in it. */
static void dashboard_draw(Screen *screen, Canvas *canvas)
{
    Dashboard *self = (Dashboard *)screen;
    const DashboardModel *model = screen->model;
    if (model == NULL) {
        return;
    }
    Canvas body = canvas_part(canvas, HEAD_ROW, 0, G_MAXINT, G_MAXINT), list, chart;
    draw_title(self, canvas);
    bool has_both = split(&body, &list, &chart);
    if (has_both || !self->in_chart) {
        draw_list(self, &list, !self->in_chart);
    }
    if (!has_both) {
        chart = canvas_part(&body, 0, MARGIN, G_MAXINT, body.cols - 2 * MARGIN);
    }
    g_autoptr(Detail) detail = has_both || self->in_chart ? selected_detail(self) : NULL;
    if (detail != NULL) {
        detail_draw(&chart, detail, model, self->in_chart ? self->place : -1);
    }
}

/* ---- moving ---- */

enum { HOURS = 24, WEEKDAYS = 7 };

/* Moves over the hours that are shown. */
static bool move_in_heat(Dashboard *self, Key key)
{
    int first, last;
    int weekday = self->place / HOURS, hour = self->place % HOURS;
    detail_hours(self->base.base.model, &first, &last);
    weekday += key == K_DOWN ? 1 : key == K_UP ? -1 : 0;
    hour += key == K_RIGHT ? 1 : key == K_LEFT ? -1 : 0;
    self->place = CLAMP(weekday, 0, WEEKDAYS - 1) * HOURS + CLAMP(hour, first, last);
    return key == K_UP || key == K_DOWN || key == K_LEFT || key == K_RIGHT;
}

/* Moves the cursor in the chart. Whether KEY does that. */
static bool move_in_chart(Dashboard *self, Key key)
{
    g_autoptr(Detail) detail = selected_detail(self);
    if (detail == NULL) {
        return false;
    }
    int places = detail_places(detail, self->base.base.model);
    if (detail->kind == DETAIL_HEAT) {
        return move_in_heat(self, key);
    }
    bool is_line = detail->kind == DETAIL_LINE;
    Key back = is_line ? K_LEFT : K_UP, on = is_line ? K_RIGHT : K_DOWN;
    int place = key == back     ? self->place - 1
                : key == on     ? self->place + 1
                : key == K_HOME ? 0
                : key == K_END  ? places - 1
                                : -2;
    if (place == -2) {
        return false;
    }
    self->place = CLAMP(place, 0, places - 1);
    return true;
}

static Outcome dashboard_input(Screen *screen, const Event *event)
{
    Dashboard *self = (Dashboard *)screen;
    if (screen->model == NULL) {
        return OUTCOME_NONE;
    }
    if (self->in_chart && event->kind == EVENT_KEY && move_in_chart(self, event->key)) {
        return OUTCOME_REDRAW;
    }
    Event own = *event;
    own.row -= LIST_ROW;
    if (event->kind == EVENT_KEY && self->in_chart) {
        return OUTCOME_NONE;
    }
    Outcome outcome = list_input(&self->list, &own, true);
    if (outcome != OUTCOME_NONE) {
        self->in_chart = false;
    }
    return outcome;
}

/* To the chart and back. In the heat map at the busiest hour first, on lines at the last day. */
static Outcome dashboard_chart(Screen *screen)
{
    Dashboard *self = (Dashboard *)screen;
    const DashboardModel *model = screen->model;
    g_autoptr(Detail) detail = selected_detail(self);
    int weekday = 0, hour = 0;
    self->in_chart = !self->in_chart && detail != NULL;
    if (self->in_chart && detail->kind == DETAIL_HEAT) {
        detail_hours(model, &hour, &weekday);
        weekday = 0;
        dashboard_busiest(model, DASHBOARD_NOW, &weekday, &hour);
        self->place = weekday * HOURS + hour;
    } else if (self->in_chart) {
        self->place = detail->kind == DETAIL_LINE ? G_MAXINT : 0;
    }
    hold_place(self);
    return OUTCOME_REDRAW;
}

static Outcome go(Screen *screen, int months)
{
    Dashboard *self = (Dashboard *)screen;
    int back = CLAMP(self->back + months, 0, MONTHS_MOST);
    if (back == self->back) {
        return OUTCOME_HANDLED;
    }
    self->back = back;
    return OUTCOME_RELOAD;
}

static Outcome dashboard_earlier(Screen *screen)
{
    return go(screen, 1);
}

static Outcome dashboard_later(Screen *screen)
{
    return go(screen, -1);
}

static bool may_go_later(const Screen *screen)
{
    return ((const Dashboard *)screen)->back > 0;
}

/* ---- the rest ---- */

static Outcome dashboard_enter(Screen *screen)
{
    Dashboard *self = (Dashboard *)screen;
    BehindArg arg = {0};
    g_autofree char *title = NULL;
    g_autoptr(Detail) detail = selected_detail(self);
    const DashboardModel *model = screen->model;
    if (detail == NULL || model->presence[DASHBOARD_NOW] == NULL) {
        return OUTCOME_HANDLED;
    }
    if (!detail_leads(detail, model, self->in_chart ? self->place : -1, &arg.behind, &title)) {
        app_say(screen->app, AREA_MESSAGE, _("There is nobody behind this figure."));
        return OUTCOME_HANDLED;
    }
    arg.title = title;
    screen_push(screen, &screen_behind, &arg, NULL);
    return OUTCOME_HANDLED;
}

static Outcome dashboard_window(Screen *screen)
{
    return active_days_ask(screen, ((const DashboardModel *)screen->model)->window);
}

static bool may_set(const Screen *screen)
{
    return screen->model != NULL && counter_may_write(screen);
}

static Outcome dashboard_back(Screen *screen)
{
    Dashboard *self = (Dashboard *)screen;
    if (self->in_chart) {
        self->in_chart = false;
        return OUTCOME_REDRAW;
    }
    return OUTCOME_CLOSE;
}

static const Action actions[] = {
    {"open", "Enter", N_("Who"), N_("Shows the customers behind the selected figure or bar."),
     .run = dashboard_enter, .needs_model = true},
    {"chart", "Tab", N_("Chart"), N_("Goes into the chart, to look at one bar of it, and back."),
     .run = dashboard_chart, .when = has_chart, .needs_model = true},
    {"earlier", "Left|p", N_("Month before"), N_("Shows the month before."),
     .run = dashboard_earlier},
    {"later", "Right|n", N_("Month after"), N_("Shows the month after."), .run = dashboard_later,
     .when = may_go_later},
    BRANCH_ACTION,
    {"active", "w", N_("Who is active"),
     N_("Sets how long a customer counts as active after a visit."), .run = dashboard_window,
     .when = may_set, .needs_model = true, .quiet = true},
    {"back", "Esc", N_("Back"), N_("Goes back to the home screen."), .run = dashboard_back},
    {0},
};

const ScreenClass screen_dashboard = {
    .name = "dashboard",
    .title = N_("How it goes"),
    .size = sizeof(Dashboard),
    .actions = actions,
    .open = dashboard_open,
    .ask = dashboard_ask,
    .ask_free = g_free,
    .load = dashboard_model_load,
    .model_free = dashboard_model_free,
    .loaded = dashboard_loaded,
    .input = dashboard_input,
    .draw = dashboard_draw,
    .close = dashboard_close,
};
