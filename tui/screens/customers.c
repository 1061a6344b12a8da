/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All customers by name: the screen and its keys. */
#include "tui/screens/customers.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/figures.h"
#include "tui/lineedit.h"
#include "tui/screens/branchfilter.h"
#include "tui/screens/card.h"
#include "tui/screens/customerslist.h"
#include "tui/screens/homebeside.h"
#include "tui/takeback.h"
#include "tui/widgets/prompt.h"

#include <string.h>

enum {
    MOST_CHARS = 100,
    LIST_ROW = 2,
    ROWS_ABOVE = 2, /* what comes before the name that was jumped to stays in sight */
};

typedef struct {
    BranchScreen base;
    LineEdit *line;
    List list;
    bool seeks;      /* what is typed has not been jumped to yet */
    int number_cols; /* grows only: columns that jump while one scrolls are hard to read */
} Customers;

static bool customers_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)arg;
    (void)error;
    Customers *self = (Customers *)screen;
    branch_filter_open(screen, BRANCH_KEPT);
    self->line = line_edit_new(MOST_CHARS);
    list_init(&self->list, &customers_list);
    return true;
}

static void customers_close(Screen *screen)
{
    line_edit_free(((Customers *)screen)->line);
    branch_filter_close(screen);
}

/* The selected row, as far as it is loaded. */
static const RosterEntry *selected_entry(const Screen *screen)
{
    int row = screen->model != NULL ? list_selected(&((const Customers *)screen)->list) : -1;
    return row >= 0 ? customers_entry(screen->model, row) : NULL;
}

static gpointer customers_ask(Screen *screen)
{
    const Customers *self = (const Customers *)screen;
    const RosterEntry *entry = selected_entry(screen);
    CustomersAsk *ask = g_new0(CustomersAsk, 1);
    ask->typed = self->seeks ? g_strdup(line_edit_text(self->line)) : NULL;
    ask->row = MAX(list_selected(&self->list), 0);
    ask->id = entry != NULL ? entry->customer_id : 0;
    /* Two pages each way: the next page is there before its key is pressed. */
    ask->reach = (guint)MAX(screen_rows(screen) - LIST_ROW, 1) * 2;
    ask->branch_id = branch_filter_id(screen);
    ask->today = counter_today(screen);
    return ask;
}

static void customers_loaded(Screen *screen, gpointer old)
{
    (void)old;
    Customers *self = (Customers *)screen;
    CustomersModel *model = screen->model;
    self->number_cols = model->number_cols = MAX(self->number_cols, model->number_cols);
    if (model->branches != NULL) {
        branch_filter_loaded(screen, model->branches, model->branch_id);
    }
    list_show(&self->list, model);
    if (self->seeks && g_strcmp0(model->typed, line_edit_text(self->line)) == 0) {
        self->seeks = false;
        list_select(&self->list, (guint)model->row);
        self->list.top = (guint)MAX(model->row - ROWS_ABOVE, 0);
    }
}

/* Where one is: "1,234 of 100,000", and what can be typed. */
static char *box_hint(const Customers *self)
{
    const CustomersModel *model = self->base.base.model;
    if (model == NULL || model->roster == NULL || model->roster->total == 0) {
        return NULL;
    }
    g_autofree char *place = figures_grouped((gint64)list_selected(&self->list) + 1);
    g_autofree char *total = figures_grouped(model->roster->total);
    if (line_edit_is_empty(self->line)) {
        /* TRANSLATORS: beside the box, with the place in the list: "letters jump to a name  1,234
         * of 100,000". */
        return g_strdup_printf(_("letters jump to a name  %s of %s"), place, total);
    }
    if (model->typed != NULL && !model->fits) {
        /* TRANSLATORS: no name begins with what was typed; then the place in the list. */
        return g_strdup_printf(_("no name begins so  %s of %s"), place, total);
    }
    /* TRANSLATORS: the place in a list: "1,234 of 100,000". */
    return g_strdup_printf(_("%s of %s"), place, total);
}

/* The card's head of the selected row; its first line at least until the rest is there. */
static void draw_beside(const Screen *screen, Canvas *canvas)
{
    const CustomersModel *model = screen->model;
    const RosterEntry *entry = selected_entry(screen);
    if (entry == NULL) {
        return;
    }
    if (model->sheet == NULL || model->id != entry->customer_id) {
        canvas_text(canvas, 0, 0, canvas->cols, AREA_TITLE, entry->name);
        return;
    }
    const CardHead head = {.sheet = model->sheet,
                           .kinds = model->kinds,
                           .near = model->near,
                           .complaints = model->complaints,
                           .loss = model->loss,
                           .today = model->today};
    const Customer *customer = model->sheet->customer;
    home_beside_draw(canvas, &head, sheet_fact(model->sheet, model->kinds, "usual"),
                     customer->visits_before + model->sum->visits,
                     visit_sum_last_day(model->sum, customer->last_visit_before));
}

static void customers_draw(Screen *screen, Canvas *canvas)
{
    Customers *self = (Customers *)screen;
    const CustomersModel *model = screen->model;
    g_autofree char *hint = box_hint(self);
    prompt_draw(canvas, 0, self->line, hint);
    if (model == NULL) {
        return;
    }
    if (model->branch_id != 0) {
        g_autofree char *title = branch_filter_title(screen, _("Customers"));
        canvas_text(canvas, LIST_ROW - 1, 1, canvas->cols - 2, AREA_HEADING, title);
    }
    Canvas body = canvas_part(canvas, LIST_ROW, 0, G_MAXINT, G_MAXINT);
    if (!list_has_selection(&self->list)) {
        canvas_wrapped(
            &body, 0, 1, body.cols - 2, 3, AREA_DIM,
            model->branch_id != 0
                ? _("Nobody has come to this branch most often yet. Another choice may show more.")
                : _("There are no customers yet. Esc goes back: a name typed there makes the "
                    "first card."));
        return;
    }
    Canvas list, beside;
    bool is_wide = home_beside_split(&body, &list, &beside);
    list_draw(&self->list, &list, true);
    if (is_wide) {
        draw_beside(screen, &beside);
    }
}

/* A number begins a new search, as on the card. */
static Outcome find_number(Screen *screen, char digit)
{
    const char typed[] = {digit, '\0'};
    screen_result(screen, g_strdup(typed), g_free);
    return OUTCOME_CLOSE;
}

static Outcome customers_input(Screen *screen, const Event *event)
{
    Customers *self = (Customers *)screen;
    bool is_empty = line_edit_is_empty(self->line);
    if (is_empty && event->kind == EVENT_KEY && event->key >= '0' && event->key <= '9') {
        return find_number(screen, (char)event->key);
    }
    Event own = *event;
    own.row -= LIST_ROW;
    Outcome outcome = list_input(&self->list, &own, is_empty);
    if (outcome != OUTCOME_NONE) {
        line_edit_set(self->line, NULL);
        self->seeks = false;
        return outcome | OUTCOME_RELOAD;
    }
    unsigned before = line_edit_changes(self->line);
    outcome = line_edit_input(self->line, event);
    if (line_edit_changes(self->line) == before) {
        return outcome;
    }
    self->seeks = !line_edit_is_empty(self->line);
    return self->seeks ? OUTCOME_RELOAD : OUTCOME_REDRAW;
}

static bool has_entry(const Screen *screen)
{
    return selected_entry(screen) != NULL;
}

/* A digit typed on the card goes on to home. */
static Outcome card_returned(Screen *screen, gpointer typed)
{
    return typed != NULL ? find_number(screen, *(const char *)typed) : OUTCOME_RELOAD;
}

static Outcome customers_enter(Screen *screen)
{
    const RosterEntry *entry = selected_entry(screen);
    if (entry == NULL) {
        return OUTCOME_HANDLED;
    }
    const CardArg arg = {entry->customer_id};
    line_edit_set(((Customers *)screen)->line, NULL);
    screen_push(screen, &screen_card, &arg, card_returned);
    return OUTCOME_HANDLED;
}

static Outcome customers_back(Screen *screen)
{
    Customers *self = (Customers *)screen;
    if (line_edit_is_empty(self->line)) {
        return OUTCOME_CLOSE;
    }
    line_edit_set(self->line, NULL);
    self->seeks = false;
    return OUTCOME_REDRAW;
}

static const Action actions[] = {
    {"open", "Enter", N_("Open"), N_("Opens the selected card."), .run = customers_enter,
     .when = has_entry, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Empties the box, then goes back."), .run = customers_back},
    BRANCH_ACTION,
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {0},
};

const ScreenClass screen_customers = {
    .name = "customers",
    .title = N_("All customers"),
    .size = sizeof(Customers),
    .actions = actions,
    .open = customers_open,
    .ask = customers_ask,
    .ask_free = customers_ask_free,
    .load = customers_model_load,
    .model_free = customers_model_free,
    .loaded = customers_loaded,
    .input = customers_input,
    .draw = customers_draw,
    .close = customers_close,
};
