/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The customers behind a figure, and the way to their cards. */
#include "tui/screens/behind.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/dates.h"
#include "tui/figures.h"
#include "tui/screens/card.h"
#include "tui/text.h"
#include "tui/widgets/listpage.h"

enum {
    PAGE = 200,
    MOST = 20000,
    MARGIN = 1,
    GAP = 2,
    NAME_COLS = 26,
    NAME_LEAST = 16,
    NUMBER_MOST = 10,
    LAST_COLS = 14,
    VISITS_COLS = 11,
    DETAIL_FROM = 64, /* columns: from here on what was said stands behind the name */
    LAST_FROM = 52
};

typedef struct {
    BehindList *list;
    guint limit;
    Day today;
    int number_cols;
} Model;

typedef struct {
    Behind behind;
    guint limit;
    Day today;
} Ask;

typedef struct {
    Screen base;
    Behind behind;
    char *title;
    guint limit;
    ListPage page;
} BehindScreen;

/* ---- loading ---- */

static void model_free(gpointer data)
{
    Model *model = data;
    behind_list_free(model->list);
    g_free(model);
}

static gpointer behind_ask(Screen *screen)
{
    const BehindScreen *self = (const BehindScreen *)screen;
    Ask *ask = g_new(Ask, 1);
    *ask = (Ask){self->behind, self->limit, counter_today(screen)};
    return ask;
}

static gpointer load(Shop *shop, gconstpointer data, GError **error)
{
    const Ask *ask = data;
    BehindList *list = behind_load(shop->db, &ask->behind, ask->limit, error);
    if (list == NULL) {
        return NULL;
    }
    Model *model = g_new0(Model, 1);
    *model = (Model){.list = list, .limit = ask->limit, .today = ask->today};
    for (guint i = 0; i < list->people->len; i++) {
        const BehindPerson *person = g_ptr_array_index(list->people, i);
        model->number_cols = MAX(model->number_cols, text_width_shown(person->number));
    }
    model->number_cols = MIN(model->number_cols, NUMBER_MOST);
    return model;
}

/* ---- the list ---- */

static const BehindPerson *person_at(const Model *model, guint row)
{
    return g_ptr_array_index(model->list->people, row);
}

static guint count_rows(gconstpointer model)
{
    return ((const Model *)model)->list->people->len;
}

static char *last_of(const BehindPerson *person, Day today)
{
    Day day;
    bool is_day =
        person->last_day != NULL && day_from_text(person->last_day, &day) && day_is_whole(day);
    return is_day ? dates_since(day, today) : g_strdup("");
}

static char *visits_of(const BehindPerson *person)
{
    g_autofree char *count = figures_grouped(person->visits);
    return g_strdup_printf(ngettext("%s visit", "%s visits", (gulong)person->visits), count);
}

static void draw_row(Canvas *line, gconstpointer data, guint row)
{
    const Model *model = data;
    const BehindPerson *person = person_at(model, row);
    Canvas hidden = canvas_private(line);
    g_autofree char *last = last_of(person, model->today);
    g_autofree char *visits = visits_of(person);
    bool says = person->detail != NULL && line->cols >= DETAIL_FROM;
    int end = line->cols - MARGIN - 1;
    if (line->cols >= LAST_FROM && !says) {
        end -= LAST_COLS;
        canvas_text_right(&hidden, 0, end, LAST_COLS, AREA_DIM, last);
        end -= VISITS_COLS + GAP;
        canvas_text_right(&hidden, 0, end, VISITS_COLS, AREA_TEXT, visits);
        end -= GAP;
    }
    int name = says ? NAME_COLS : MAX(end - MARGIN - model->number_cols - GAP, NAME_LEAST);
    int col = canvas_text(&hidden, 0, MARGIN, name, AREA_TEXT, person->name) + GAP;
    col = canvas_text(line, 0, col, model->number_cols, AREA_DIM, person->number) + GAP;
    if (says) {
        canvas_text(&hidden, 0, col, end - col, AREA_TEXT, person->detail);
    }
}

static const ListClass list_class = {.count = count_rows, .draw = draw_row};

/* ---- the screen ---- */

static bool behind_open(Screen *screen, gconstpointer data, GError **error)
{
    (void)error;
    const BehindArg *arg = data;
    BehindScreen *self = (BehindScreen *)screen;
    self->behind = arg->behind;
    self->title = g_strdup(arg->title);
    self->limit = PAGE;
    list_page_init(&self->page, &list_class);
    return true;
}

static void behind_close(Screen *screen)
{
    g_free(((BehindScreen *)screen)->title);
}

static void behind_loaded(Screen *screen, gpointer old)
{
    (void)old;
    list_page_show(&((BehindScreen *)screen)->page, screen->model);
}

/* The last row asks for more. */
static Outcome behind_input(Screen *screen, const Event *event)
{
    BehindScreen *self = (BehindScreen *)screen;
    const Model *model = screen->model;
    Outcome outcome = list_page_input(&self->page, event);
    bool at_end = outcome != OUTCOME_NONE && model != NULL &&
                  (gint64)model->limit < model->list->total && self->limit == model->limit &&
                  list_selected(&self->page.list) == (int)count_rows(model) - 1;
    if (at_end && self->limit < MOST) {
        self->limit += PAGE;
        return outcome | OUTCOME_RELOAD;
    }
    return outcome;
}

/* Who it is, how many, and how many more nobody knows. Free with g_free. */
static char *title_of(const BehindScreen *self)
{
    const Model *model = self->base.model;
    if (model == NULL) {
        return g_strdup(self->title);
    }
    g_autofree char *total = figures_grouped(model->list->total);
    if (model->list->unknown == 0) {
        return g_strdup_printf("%s: %s", self->title, total);
    }
    g_autofree char *unknown = figures_grouped(model->list->unknown);
    g_autofree char *others = g_strdup_printf(ngettext("and %s of whom nobody knows who it was",
                                                       "and %s of whom nobody knows who they were",
                                                       (gulong)model->list->unknown),
                                              unknown);
    return g_strdup_printf("%s: %s, %s", self->title, total, others);
}

static void behind_draw(Screen *screen, Canvas *canvas)
{
    BehindScreen *self = (BehindScreen *)screen;
    g_autofree char *title = title_of(self);
    list_page_draw(&self->page, canvas, title, _("There is nobody behind this figure."));
}

static const BehindPerson *selected(const Screen *screen)
{
    int row =
        screen->model != NULL ? list_selected(&((const BehindScreen *)screen)->page.list) : -1;
    return row >= 0 ? person_at(screen->model, (guint)row) : NULL;
}

static bool has_selected(const Screen *screen)
{
    return selected(screen) != NULL;
}

static Outcome behind_enter(Screen *screen)
{
    const BehindPerson *person = selected(screen);
    if (person != NULL) {
        const CardArg arg = {person->customer_id};
        screen_push(screen, &screen_card, &arg, NULL);
    }
    return OUTCOME_HANDLED;
}

static const Action actions[] = {
    {"open", "Enter", N_("Open"), N_("Opens the selected card."), .run = behind_enter,
     .when = has_selected, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Goes back to the figures."), .run = screen_leave},
    {0},
};

const ScreenClass screen_behind = {
    .name = "behind",
    .title = N_("Who is behind a figure"),
    .size = sizeof(BehindScreen),
    .actions = actions,
    .open = behind_open,
    .ask = behind_ask,
    .ask_free = g_free,
    .load = load,
    .model_free = model_free,
    .loaded = behind_loaded,
    .input = behind_input,
    .draw = behind_draw,
    .close = behind_close,
};
