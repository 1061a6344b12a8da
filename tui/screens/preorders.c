/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pre-orders that wait to be fetched: the list, with one key for each step. */
#include "tui/screens/preorders.h"

#include "data/base/i18n.h"
#include "data/base/timeofday.h"
#include "data/branch.h"
#include "data/customer/customer.h"
#include "data/shop.h"
#include "tui/counter.h"
#include "tui/dates.h"
#include "tui/screens/branchfilter.h"
#include "tui/screens/card.h"
#include "tui/screens/preorder.h"
#include "tui/screens/preorderwork.h"
#include "tui/takeback.h"
#include "tui/text.h"
#include "tui/widgets/listpage.h"

#include <string.h>

enum {
    MARGIN = 1,
    GAP = 2,
    WHEN_MOST = 22,
    NAME_MOST = 24,
    BRANCH_FROM = 76, /* narrower screens do not say where */
    BRANCH_MOST = 12
};

static const Day LAST_DAY = {9999, 12, 31};

/* One line. */
typedef struct {
    Preorder *preorder;
    char *call;   /* of the customer */
    char *branch; /* where; NULL */
    char *when;   /* "today 14:30", "Fri 27 Nov" */
    bool is_late, is_ready;
} Row;

typedef struct {
    GPtrArray *rows;
    Day today;
    int when_cols, name_cols, branch_cols;
    char *who;           /* of whom they all are; NULL: of several */
    GPtrArray *branches; /* Branch */
    gint64 branch_id;    /* which one they are of; 0: all */
} Model;

typedef struct {
    gint64 customer_id, branch_id;
    Day today;
} Ask;

typedef struct {
    BranchScreen base;
    gint64 customer_id; /* 0: of all */
    ListPage page;
} Preorders;

/* ---- the model ---- */

static void row_free(gpointer data)
{
    Row *row = data;
    record_free(row->preorder);
    g_free(row->call);
    g_free(row->branch);
    g_free(row->when);
    g_free(row);
}

static void model_free(gpointer data)
{
    Model *model = data;
    g_clear_pointer(&model->rows, g_ptr_array_unref);
    g_clear_pointer(&model->branches, g_ptr_array_unref);
    g_free(model->who);
    g_free(model);
}

static gpointer preorders_ask(Screen *screen)
{
    const Preorders *self = (const Preorders *)screen;
    const Ask ask = {self->customer_id, branch_filter_id(screen), counter_today(screen)};
    return g_memdup2(&ask, sizeof ask);
}

static char *when_of(const Preorder *preorder, Day day, Day today)
{
    g_autofree char *near = dates_near(day, today);
    g_autofree char *time =
        preorder->minute != RECORD_NONE ? time_of_day_text(preorder->minute) : NULL;
    return time != NULL ? g_strdup_printf("%s %s", near, time) : g_steal_pointer(&near);
}

/* Takes PREORDER. */
static bool add_row(Db *db, Model *model, Preorder *preorder, bool is_of_one,
                    const GPtrArray *branches, GError **error)
{
    Row *row = g_new0(Row, 1);
    Day day = DAY_NONE;
    g_ptr_array_add(model->rows, row);
    row->preorder = preorder;
    Customer *customer = record_load(db, &customer_type, preorder->customer_id, error);
    if (customer == NULL) {
        return false;
    }
    row->call = customer_call(customer, NAME_SORTED);
    if (is_of_one && model->who == NULL) {
        model->who = customer_call(customer, NAME_SPOKEN);
    }
    record_free(customer);
    bool is_known = day_from_text(preorder->day, &day) && day_is_whole(day);
    row->when = is_known ? when_of(preorder, day, model->today) : g_strdup(preorder->day);
    row->is_late = is_known && day_compare(day, model->today) < 0;
    row->is_ready = strcmp(preorder->state, "ready") == 0;
    row->branch = g_strdup(branch_name(branches, preorder->branch_id));
    model->when_cols = MAX(model->when_cols, MIN(text_width_shown(row->when), WHEN_MOST));
    model->name_cols = MAX(model->name_cols, MIN(text_width_shown(row->call), NAME_MOST));
    model->branch_cols = MAX(model->branch_cols, MIN(text_width_shown(row->branch), BRANCH_MOST));
    return true;
}

static bool load(Db *db, const Ask *ask, Model *model, GError **error)
{
    model->branch_id = ask->branch_id;
    model->branches = branch_list(db, &model->branch_id, error);
    if (model->branches == NULL) {
        return false;
    }
    g_autoptr(GPtrArray) list = ask->customer_id != 0
                                    ? preorder_open_of(db, ask->customer_id, error)
                                    : preorder_due(db, LAST_DAY, model->branch_id, error);
    bool ok = list != NULL;
    for (guint i = 0; ok && i < list->len; i++) {
        ok = add_row(db, model, record_copy(g_ptr_array_index(list, i)), ask->customer_id != 0,
                     model->branches, error);
    }
    return ok;
}

static gpointer preorders_load(Shop *shop, gconstpointer arg, GError **error)
{
    const Ask *ask = arg;
    if (!db_read_begin(shop->db, error)) {
        return NULL;
    }
    Model *model = g_new0(Model, 1);
    *model = (Model){.rows = g_ptr_array_new_with_free_func(row_free), .today = ask->today};
    bool ok = load(shop->db, ask, model, error);
    db_read_end(shop->db);
    if (!ok) {
        g_clear_pointer(&model, model_free);
    }
    return model;
}

/* ---- the list ---- */

static const Row *row_at(gconstpointer model, guint row)
{
    return g_ptr_array_index(((const Model *)model)->rows, row);
}

static guint count_rows(gconstpointer model)
{
    return ((const Model *)model)->rows->len;
}

static gint64 row_id(gconstpointer model, guint row)
{
    return row_at(model, row)->preorder->head.id;
}

/* What stands before a row: late or ready, by a sign and not by colour alone. */
static int draw_sign(Canvas *line, const Row *row, int col)
{
    const char *late = canvas_symbol(line, SYMBOL_WARNING);
    const char *sign = row->is_ready  ? canvas_symbol(line, SYMBOL_DONE)
                       : row->is_late ? late
                                      : canvas_symbol(line, SYMBOL_OPEN);
    int width = MAX(text_width(late), text_width(canvas_symbol(line, SYMBOL_DONE)));
    canvas_put(line, 0, col, row->is_late && !row->is_ready ? AREA_WARNING : AREA_LABEL, sign);
    return col + width + 1;
}

static void draw_row(Canvas *line, gconstpointer data, guint index)
{
    const Model *model = data;
    const Row *row = row_at(model, index);
    Canvas hidden = canvas_private(line);
    int end = line->cols - 1;
    if (line->cols >= BRANCH_FROM && model->branch_cols > 0) {
        end -= model->branch_cols + 1;
        canvas_text(line, 0, end, model->branch_cols, AREA_DIM,
                    row->branch != NULL ? row->branch : "");
        end -= GAP;
    }
    int col = draw_sign(line, row, MARGIN);
    int when = MIN(model->when_cols, (end - col) / 3);
    col =
        canvas_text(line, 0, col, when, row->is_late ? AREA_WARNING : AREA_LABEL, row->when) + GAP;
    int name = MIN(model->name_cols, (end - col) / 2);
    col = canvas_text(&hidden, 0, col, name, AREA_TEXT, row->call) + GAP;
    canvas_text(&hidden, 0, col, end - col, AREA_TEXT, row->preorder->words);
}

static const ListClass list_class = {.count = count_rows, .id = row_id, .draw = draw_row};

/* ---- the screen ---- */

static bool preorders_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    Preorders *self = (Preorders *)screen;
    self->customer_id = arg != NULL ? ((const PreordersArg *)arg)->customer_id : 0;
    branch_filter_open(screen, BRANCH_KEPT_OWN);
    list_page_init(&self->page, &list_class);
    return true;
}

static void preorders_close(Screen *screen)
{
    branch_filter_close(screen);
}

static void preorders_loaded(Screen *screen, gpointer old)
{
    (void)old;
    Preorders *self = (Preorders *)screen;
    const Model *model = screen->model;
    /* Those of one customer are few: there is nothing to choose. */
    if (self->customer_id == 0) {
        branch_filter_loaded(screen, model->branches, model->branch_id);
    }
    list_page_show(&self->page, model);
}

static Outcome preorders_input(Screen *screen, const Event *event)
{
    return list_page_input(&((Preorders *)screen)->page, event);
}

static char *title_of(const Screen *screen)
{
    const Model *model = screen->model;
    if (model != NULL && model->who != NULL) {
        return g_strdup_printf(_("Pre-orders of %s"), model->who);
    }
    return branch_filter_title(screen, _("Pre-orders to be fetched"));
}

static void preorders_draw(Screen *screen, Canvas *canvas)
{
    Preorders *self = (Preorders *)screen;
    g_autofree char *title = title_of(screen);
    list_page_draw(&self->page, canvas, title,
                   _("Nothing waits to be fetched. On a customer's card, b notes a pre-order."));
}

/* ---- what can be done ---- */

static const Preorder *selected(const Screen *screen)
{
    int row = list_selected(&((const Preorders *)screen)->page.list);
    return row >= 0 ? row_at(screen->model, (guint)row)->preorder : NULL;
}

static bool can_change(const Screen *screen)
{
    return selected(screen) != NULL && counter_may_write(screen);
}

static bool is_in(const Screen *screen, const char *state)
{
    const Preorder *preorder = selected(screen);
    return preorder != NULL && strcmp(preorder->state, state) == 0 && counter_may_write(screen);
}

static bool is_not_ready(const Screen *screen)
{
    return is_in(screen, "open");
}

static bool is_ready(const Screen *screen)
{
    return is_in(screen, "ready");
}

static bool is_of_customer(const Screen *screen)
{
    return ((const Preorders *)screen)->customer_id != 0 && counter_may_write(screen);
}

static bool is_of_all(const Screen *screen)
{
    return ((const Preorders *)screen)->customer_id == 0;
}

static bool has_card(const Screen *screen)
{
    return is_of_all(screen) && selected(screen) != NULL;
}

static Outcome bring(Screen *screen, const char *state)
{
    const Preorder *preorder = selected(screen);
    return preorder != NULL ? preorder_move_now(screen, preorder, state) : OUTCOME_HANDLED;
}

static Outcome preorders_ready(Screen *screen)
{
    return bring(screen, "ready");
}

static Outcome preorders_not_ready(Screen *screen)
{
    return bring(screen, "open");
}

static Outcome preorders_fetched(Screen *screen)
{
    return bring(screen, "fetched");
}

static Outcome preorders_cancel(Screen *screen)
{
    return bring(screen, "cancelled");
}

static Outcome form_returned(Screen *screen, gpointer id)
{
    if (id == NULL) {
        return OUTCOME_HANDLED;
    }
    ((Preorders *)screen)->page.wanted = *(const gint64 *)id;
    return OUTCOME_RELOAD;
}

static Outcome preorders_change(Screen *screen)
{
    const Preorder *preorder = selected(screen);
    if (preorder != NULL) {
        const PreorderArg arg = {preorder->customer_id, preorder->head.id};
        screen_push(screen, &screen_preorder, &arg, form_returned);
    }
    return OUTCOME_HANDLED;
}

static Outcome preorders_add(Screen *screen)
{
    const PreorderArg arg = {.customer_id = ((const Preorders *)screen)->customer_id};
    screen_push(screen, &screen_preorder, &arg, form_returned);
    return OUTCOME_HANDLED;
}

static Outcome preorders_card(Screen *screen)
{
    const Preorder *preorder = selected(screen);
    if (preorder != NULL) {
        const CardArg arg = {preorder->customer_id};
        screen_push(screen, &screen_card, &arg, card_pass_on);
    }
    return OUTCOME_HANDLED;
}

static const Action actions[] = {
    {"card", "Enter", N_("Open card"), N_("Opens the card of the customer."), .run = preorders_card,
     .when = has_card, .needs_model = true},
    {"fetched", "f", N_("Fetched"), N_("The selected one was fetched; that is noted as a visit."),
     .run = preorders_fetched, .when = can_change, .needs_model = true},
    {"ready", "r", N_("Ready"), N_("The selected one is ready to be fetched."),
     .run = preorders_ready, .when = is_not_ready, .needs_model = true},
    {"not_ready", "r", N_("Not ready"), N_("The selected one is not ready after all."),
     .run = preorders_not_ready, .when = is_ready, .needs_model = true},
    {"change", "e", N_("Change"), N_("Changes what was ordered, for when and where."),
     .run = preorders_change, .when = can_change, .needs_model = true},
    {"cancel", "Delete|x", N_("Cancel"), N_("The selected one is not wanted any more."),
     .run = preorders_cancel, .when = can_change, .needs_model = true},
    {"add", "n|b|F2|Alt-n", N_("New"), N_("Notes another pre-order, also one as before."),
     .run = preorders_add, .when = is_of_customer, .needs_model = true},
    BRANCH_ACTION,
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"redo", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {"back", "Esc", N_("Back"), N_("Goes back."), .run = screen_leave},
    {0},
};

const ScreenClass screen_preorders = {
    .name = "preorders",
    .title = N_("Pre-orders"),
    .size = sizeof(Preorders),
    .actions = actions,
    .open = preorders_open,
    .ask = preorders_ask,
    .ask_free = g_free,
    .load = preorders_load,
    .model_free = model_free,
    .loaded = preorders_loaded,
    .input = preorders_input,
    .draw = preorders_draw,
    .close = preorders_close,
};
