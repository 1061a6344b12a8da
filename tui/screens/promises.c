/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the shop has promised: the list, with one key for kept and one for broken. */
#include "tui/screens/promises.h"

#include "data/base/i18n.h"
#include "data/clerk.h"
#include "data/customer/customer.h"
#include "data/shop.h"
#include "tui/counter.h"
#include "tui/dates.h"
#include "tui/screens/branchfilter.h"
#include "tui/screens/card.h"
#include "tui/screens/promise.h"
#include "tui/screens/promisework.h"
#include "tui/takeback.h"
#include "tui/text.h"
#include "tui/widgets/listpage.h"

#include <string.h>

enum {
    MOST = 500, /* more than anybody reads */
    MARGIN = 1,
    GAP = 2,
    WHEN_MOST = 22,
    NAME_MOST = 24,
    CLERK_FROM = 70, /* narrower screens do not say who sees to it */
    CLERK_MOST = 14
};

/* One line. */
typedef struct {
    Promise *promise;
    char *call;  /* of the customer */
    char *clerk; /* who sees to it; NULL */
    char *when;  /* "today", "Fri 27 Nov", "kept 3 May" */
    bool is_late;
} Row;

typedef struct {
    GPtrArray *rows;
    GPtrArray *branches; /* Branch */
    gint64 branch_id;    /* which one sees to them; 0: all */
    bool is_done;        /* those that were kept or broken */
    Day today;
    int when_cols, name_cols, clerk_cols;
} Model;

typedef struct {
    bool is_done;
    gint64 branch_id;
    Day today;
} Ask;

typedef struct {
    BranchScreen base;
    bool is_done; /* which ones are wanted */
    ListPage page;
} Promises;

/* ---- the model ---- */

static void row_free(gpointer data)
{
    Row *row = data;
    record_free(row->promise);
    g_free(row->call);
    g_free(row->clerk);
    g_free(row->when);
    g_free(row);
}

static void model_free(gpointer data)
{
    Model *model = data;
    g_clear_pointer(&model->rows, g_ptr_array_unref);
    g_clear_pointer(&model->branches, g_ptr_array_unref);
    g_free(model);
}

static gpointer promises_ask(Screen *screen)
{
    const Ask ask = {((const Promises *)screen)->is_done, branch_filter_id(screen),
                     counter_today(screen)};
    return g_memdup2(&ask, sizeof ask);
}

static char *when_of(const Promise *promise, Day today)
{
    Day done;
    if (promise->done_day == NULL || !day_from_text(promise->done_day, &done)) {
        return dates_near(promise_due_day(promise), today);
    }
    g_autofree char *day = dates_brief(done, today);
    return strcmp(promise->state, "kept") == 0 ? g_strdup_printf(_("kept %s"), day)
                                               : g_strdup_printf(_("not kept %s"), day);
}

/* Takes PROMISE. */
static bool add_row(Db *db, Model *model, Promise *promise, const GPtrArray *clerks, GError **error)
{
    Row *row = g_new0(Row, 1);
    g_ptr_array_add(model->rows, row);
    row->promise = promise;
    Customer *customer = record_load(db, &customer_type, promise->customer_id, error);
    if (customer == NULL) {
        return false;
    }
    row->call = customer_call(customer, NAME_SORTED);
    record_free(customer);
    row->when = when_of(promise, model->today);
    row->is_late = !model->is_done && day_compare(promise_due_day(promise), model->today) < 0;
    for (guint i = 0; i < clerks->len; i++) {
        const Clerk *clerk = g_ptr_array_index(clerks, i);
        if (clerk->head.id == promise->clerk_id) {
            row->clerk = g_strdup(clerk->name);
        }
    }
    model->when_cols = MAX(model->when_cols, MIN(text_width_shown(row->when), WHEN_MOST));
    model->name_cols = MAX(model->name_cols, MIN(text_width_shown(row->call), NAME_MOST));
    model->clerk_cols = MAX(model->clerk_cols, MIN(text_width_shown(row->clerk), CLERK_MOST));
    return true;
}

static bool load(Db *db, Model *model, GError **error)
{
    model->branches = branch_list(db, &model->branch_id, error);
    if (model->branches == NULL) {
        return false;
    }
    g_autoptr(GPtrArray) promises = promise_list(db, model->is_done, model->branch_id, MOST, error);
    g_autoptr(GPtrArray) clerks =
        promises != NULL ? record_list(db, &clerk_type, "ORDER BY id", DB_NO_VALUES, error) : NULL;
    bool ok = clerks != NULL;
    for (guint i = 0; ok && i < promises->len; i++) {
        ok = add_row(db, model, record_copy(g_ptr_array_index(promises, i)), clerks, error);
    }
    return ok;
}

static gpointer promises_load(Shop *shop, gconstpointer arg, GError **error)
{
    const Ask *ask = arg;
    if (!db_read_begin(shop->db, error)) {
        return NULL;
    }
    Model *model = g_new0(Model, 1);
    *model = (Model){.rows = g_ptr_array_new_with_free_func(row_free),
                     .branch_id = ask->branch_id,
                     .is_done = ask->is_done,
                     .today = ask->today};
    bool ok = load(shop->db, model, error);
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
    return row_at(model, row)->promise->head.id;
}

static void draw_row(Canvas *line, gconstpointer data, guint index)
{
    const Model *model = data;
    const Row *row = row_at(model, index);
    Canvas hidden = canvas_private(line);
    int end = line->cols - 1;
    if (line->cols >= CLERK_FROM && model->clerk_cols > 0) {
        end -= model->clerk_cols + 1;
        canvas_text(&hidden, 0, end, model->clerk_cols, AREA_DIM,
                    row->clerk != NULL ? row->clerk : "");
        end -= GAP;
    }
    int col = MARGIN;
    /* What is late says so by more than its colour. */
    if (row->is_late) {
        canvas_put(line, 0, col, AREA_WARNING, canvas_symbol(line, SYMBOL_WARNING));
    }
    col += text_width(canvas_symbol(line, SYMBOL_WARNING)) + 1;
    int when = MIN(model->when_cols, line->cols * 2 / 5);
    col = canvas_text(line, 0, col, when, AREA_LABEL, row->when) + GAP;
    int name = MIN(model->name_cols, (end - col) / 2);
    col = canvas_text(&hidden, 0, col, name, AREA_TEXT, row->call) + GAP;
    canvas_text(&hidden, 0, col, end - col, AREA_TEXT, row->promise->words);
}

static const ListClass list_class = {.count = count_rows, .id = row_id, .draw = draw_row};

/* ---- the screen ---- */

static bool promises_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)arg;
    (void)error;
    branch_filter_open(screen, BRANCH_KEPT);
    list_page_init(&((Promises *)screen)->page, &list_class);
    return true;
}

static void promises_close(Screen *screen)
{
    branch_filter_close(screen);
}

static void promises_loaded(Screen *screen, gpointer old)
{
    (void)old;
    const Model *model = screen->model;
    branch_filter_loaded(screen, model->branches, model->branch_id);
    list_page_show(&((Promises *)screen)->page, model);
}

static Outcome promises_input(Screen *screen, const Event *event)
{
    return list_page_input(&((Promises *)screen)->page, event);
}

static void promises_draw(Screen *screen, Canvas *canvas)
{
    Promises *self = (Promises *)screen;
    g_autofree char *title =
        branch_filter_title(screen, self->is_done ? _("Promises that were kept or broken")
                                                  : _("What we have promised"));
    list_page_draw(&self->page, canvas, title,
                   self->is_done ? _("None yet. k on an open promise says that it was kept.")
                                 : _("Nothing is open. On a customer's card, m notes what was "
                                     "promised and until when."));
}

/* ---- what can be done ---- */

static const Promise *selected(const Screen *screen)
{
    int row = list_selected(&((const Promises *)screen)->page.list);
    return row >= 0 ? row_at(screen->model, (guint)row)->promise : NULL;
}

static bool has_selected(const Screen *screen)
{
    return selected(screen) != NULL;
}

static bool can_change(const Screen *screen)
{
    return has_selected(screen) && counter_may_write(screen);
}

static bool is_open(const Screen *screen)
{
    const Promise *promise = selected(screen);
    return promise != NULL && strcmp(promise->state, "open") == 0 && counter_may_write(screen);
}

static bool is_settled(const Screen *screen)
{
    return can_change(screen) && !is_open(screen);
}

static Outcome settle(Screen *screen, const char *state)
{
    const Promise *promise = selected(screen);
    return promise != NULL ? promise_settle_now(screen, promise, state) : OUTCOME_HANDLED;
}

static Outcome promises_keep(Screen *screen)
{
    return settle(screen, "kept");
}

static Outcome promises_break(Screen *screen)
{
    return settle(screen, "broken");
}

static Outcome promises_open_again(Screen *screen)
{
    return settle(screen, "open");
}

static Outcome promises_card(Screen *screen)
{
    const Promise *promise = selected(screen);
    if (promise != NULL) {
        const CardArg arg = {promise->customer_id};
        screen_push(screen, &screen_card, &arg, card_pass_on);
    }
    return OUTCOME_HANDLED;
}

static Outcome form_returned(Screen *screen, gpointer id)
{
    (void)screen;
    return id != NULL ? OUTCOME_RELOAD : OUTCOME_HANDLED;
}

static Outcome promises_change(Screen *screen)
{
    const Promise *promise = selected(screen);
    if (promise != NULL) {
        const PromiseArg arg = {promise->customer_id, promise->head.id};
        screen_push(screen, &screen_promise, &arg, form_returned);
    }
    return OUTCOME_HANDLED;
}

static Outcome promises_turn(Screen *screen)
{
    Promises *self = (Promises *)screen;
    self->is_done = !self->is_done;
    return OUTCOME_RELOAD;
}

static const Action actions[] = {
    {"card", "Enter", N_("Open card"), N_("Opens the card of the customer."), .run = promises_card,
     .when = has_selected, .needs_model = true},
    {"kept", "k", N_("Kept"), N_("The selected promise was kept."), .run = promises_keep,
     .when = is_open, .needs_model = true},
    {"broken", "b", N_("Not kept"), N_("The selected promise was not kept."), .run = promises_break,
     .when = is_open, .needs_model = true},
    {"again", "o", N_("Open again"), N_("The selected promise is still to be kept."),
     .run = promises_open_again, .when = is_settled, .needs_model = true},
    {"change", "e", N_("Change"), N_("Changes what was promised, until when and who sees to it."),
     .run = promises_change, .when = can_change, .needs_model = true},
    {"turn", "Tab", N_("Open / done"), N_("Shows what is open, or what was kept or broken."),
     .run = promises_turn},
    BRANCH_ACTION,
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"redo", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {"back", "Esc", N_("Back"), N_("Goes back to the home screen."), .run = screen_leave},
    {0},
};

const ScreenClass screen_promises = {
    .name = "promises",
    .title = N_("Promises"),
    .size = sizeof(Promises),
    .actions = actions,
    .open = promises_open,
    .ask = promises_ask,
    .ask_free = g_free,
    .load = promises_load,
    .model_free = model_free,
    .loaded = promises_loaded,
    .input = promises_input,
    .draw = promises_draw,
    .close = promises_close,
};
