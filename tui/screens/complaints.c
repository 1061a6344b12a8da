/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All complaints at a glance. */
#include "tui/screens/complaints.h"

#include "data/base/i18n.h"
#include "data/clerk.h"
#include "data/diary/complaintcause.h"
#include "data/shop.h"
#include "tui/counter.h"
#include "tui/figures.h"
#include "tui/screens/branchfilter.h"
#include "tui/screens/card.h"
#include "tui/screens/complaint.h"
#include "tui/screens/complaintcase.h"
#include "tui/screens/complaintslist.h"
#include "tui/screens/dialogs.h"
#include "tui/takeback.h"
#include "tui/text.h"

enum { MARGIN = 1, GAP = 2, TALL_ROWS = 14, MOST_COLS = 120, MOST_SHOWN = 500 };

typedef struct {
    ComplaintFilter filter;
    Day today;
} Ask;

typedef struct {
    BranchScreen base;
    ComplaintFilter filter; /* but for the branch */
    List list;
    int list_row;    /* where it was drawn */
    GArray *offered; /* gint64: what the choice that is open offers */
    gint64 *chosen;  /* the part of the filter it is for */
} Complaints;

/* ---- the model ---- */

static void model_free(gpointer data)
{
    ComplaintsModel *model = data;
    g_clear_pointer(&model->rows, g_array_unref);
    g_clear_pointer(&model->board, complaint_board_free);
    g_clear_pointer(&model->causes, g_ptr_array_unref);
    g_clear_pointer(&model->branches, g_ptr_array_unref);
    g_clear_pointer(&model->clerks, g_ptr_array_unref);
    g_free(model);
}

static gpointer complaints_ask(Screen *screen)
{
    Ask ask = {((const Complaints *)screen)->filter, counter_today(screen)};
    ask.filter.branch_id = branch_filter_id(screen);
    return g_memdup2(&ask, sizeof ask);
}

static bool load(Db *db, ComplaintsModel *model, GError **error)
{
    model->causes = wordlist_all(db, &complaint_causes, error);
    model->branches =
        model->causes != NULL ? branch_list(db, &model->filter.branch_id, error) : NULL;
    model->clerks = model->branches != NULL
                        ? record_list(db, &clerk_type, "ORDER BY id", DB_NO_VALUES, error)
                        : NULL;
    model->board = model->clerks != NULL
                       ? complaint_board_load(db, &model->filter, model->today, MOST_SHOWN, error)
                       : NULL;
    return model->board != NULL;
}

static gpointer complaints_load(Shop *shop, gconstpointer arg, GError **error)
{
    const Ask *ask = arg;
    ComplaintsModel *model = g_new0(ComplaintsModel, 1);
    model->filter = ask->filter;
    model->today = ask->today;
    bool ok = db_read_begin(shop->db, error);
    if (ok) {
        ok = load(shop->db, model, error);
        db_read_end(shop->db);
    }
    if (!ok) {
        g_clear_pointer(&model, model_free);
        return NULL;
    }
    model->rows = complaints_rows_new(model);
    return model;
}

/* ---- the screen ---- */

static bool complaints_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)arg;
    (void)error;
    Complaints *self = (Complaints *)screen;
    branch_filter_open(screen, BRANCH_KEPT);
    list_init(&self->list, &complaints_list);
    self->offered = g_array_new(FALSE, FALSE, sizeof(gint64));
    return true;
}

static void complaints_close(Screen *screen)
{
    g_clear_pointer(&((Complaints *)screen)->offered, g_array_unref);
    branch_filter_close(screen);
}

/* The first complaint is what one came for, not what repeats. */
static void select_first_case(Complaints *self, const ComplaintsModel *model)
{
    for (guint i = 0; i < model->rows->len; i++) {
        if (complaints_row(model, i)->kind == COMPLAINTS_CASE) {
            list_select(&self->list, i);
            return;
        }
    }
}

static bool same_filter(const ComplaintFilter *a, const ComplaintFilter *b)
{
    return a->with_closed == b->with_closed && a->branch_id == b->branch_id &&
           a->cause_id == b->cause_id && a->clerk_id == b->clerk_id;
}

static void complaints_loaded(Screen *screen, gpointer old)
{
    Complaints *self = (Complaints *)screen;
    const ComplaintsModel *model = screen->model, *before = old;
    branch_filter_loaded(screen, model->branches, model->filter.branch_id);
    list_show(&self->list, model);
    if (before == NULL || !same_filter(&before->filter, &model->filter)) {
        list_to_first(&self->list);
        select_first_case(self, model);
    }
}

static bool has_filter(const ComplaintFilter *filter)
{
    return filter->with_closed || filter->branch_id != 0 || filter->cause_id != 0 ||
           filter->clerk_id != 0;
}

/* "· Quality · Emma": what is filtered by besides the branch; "" when nothing is. */
static char *filter_words(const ComplaintsModel *model, const char *dot)
{
    const ComplaintFilter *filter = &model->filter;
    GString *text = g_string_new(NULL);
    if (filter->cause_id != 0) {
        g_string_append_printf(text, " %s %s", dot,
                               complaint_cause_called(model->causes, filter->cause_id));
    }
    for (guint i = 0; i < model->clerks->len; i++) {
        const Clerk *clerk = g_ptr_array_index(model->clerks, i);
        if (clerk->head.id == filter->clerk_id) {
            g_string_append_printf(text, " %s %s", dot, clerk->name);
        }
    }
    return g_string_free(text, FALSE);
}

/* "7", "500 of 1,200" when those are too many. */
static char *count_words(const ComplaintsModel *model)
{
    gint64 shown = model->board->complaints->len;
    g_autofree char *total = figures_grouped(model->board->total);
    if (shown >= model->board->total) {
        return g_steal_pointer(&total);
    }
    g_autofree char *part = figures_grouped(shown);
    return g_strdup_printf(_("%s of %s"), part, total);
}

static void draw_head(const Screen *screen, Canvas *canvas)
{
    const ComplaintsModel *model = screen->model;
    g_autofree char *filter = filter_words(model, canvas_symbol(canvas, SYMBOL_DOT));
    g_autofree char *count = count_words(model);
    g_autofree char *what = branch_filter_title(
        screen, model->filter.with_closed ? _("All complaints") : _("Open complaints"));
    g_autofree char *title = g_strconcat(what, filter, NULL);
    int width = text_width_shown(count);
    int right = MIN(canvas->cols, MOST_COLS) - 1 - width;
    canvas_text(canvas, 0, MARGIN, right - MARGIN - GAP, AREA_TITLE, title);
    canvas_text(canvas, 0, right, width, AREA_DIM, count);
}

static void complaints_draw(Screen *screen, Canvas *canvas)
{
    Complaints *self = (Complaints *)screen;
    const ComplaintsModel *model = screen->model;
    if (model == NULL) {
        return;
    }
    draw_head(screen, canvas);
    self->list_row = canvas->rows >= TALL_ROWS ? 2 : 1;
    Canvas part = canvas_part(canvas, self->list_row, 0, G_MAXINT, MIN(canvas->cols, MOST_COLS));
    if (model->rows->len > 0) {
        list_draw(&self->list, &part, true);
    } else {
        canvas_wrapped(&part, 0, MARGIN, part.cols - 2 * MARGIN, 3, AREA_DIM,
                       has_filter(&model->filter)
                           ? _("No complaint is like that. Another choice may show more.")
                           : _("No complaint is open. Press a to see the closed ones."));
    }
}

static Outcome complaints_input(Screen *screen, const Event *event)
{
    Complaints *self = (Complaints *)screen;
    if (event->kind == EVENT_KEY && event->key >= '0' && event->key <= '9') {
        const char typed[] = {(char)event->key, '\0'};
        screen_result(screen, g_strdup(typed), g_free);
        return OUTCOME_CLOSE;
    }
    Event own = *event;
    own.row -= self->list_row;
    return list_input(&self->list, &own, true);
}

/* ---- what can be done ---- */

static const ComplaintsRow *selected(const Screen *screen)
{
    int row = screen->model != NULL ? list_selected(&((const Complaints *)screen)->list) : -1;
    return row >= 0 ? complaints_row(screen->model, (guint)row) : NULL;
}

static bool has_selected(const Screen *screen)
{
    return selected(screen) != NULL;
}

/* A cause that repeats leads to its complaints, closed ones as well: these count. */
static Outcome complaints_enter(Screen *screen)
{
    Complaints *self = (Complaints *)screen;
    const ComplaintsRow *row = selected(screen);
    if (row != NULL && row->repeat != NULL) {
        self->filter.cause_id = row->repeat->cause_id;
        self->filter.with_closed = true;
        return OUTCOME_RELOAD;
    }
    if (row != NULL && row->complaint != NULL) {
        const ComplaintArg arg = {row->complaint->customer_id, row->complaint->head.id};
        screen_push(screen, &screen_complaintcase, &arg, card_pass_on);
    }
    return OUTCOME_HANDLED;
}

static Outcome added(Screen *screen, gpointer id)
{
    (void)screen;
    return id != NULL ? OUTCOME_RELOAD : OUTCOME_HANDLED;
}

static Outcome complaints_add(Screen *screen)
{
    const ComplaintFormArg arg = {.field = NULL};
    screen_push(screen, &screen_complaint, &arg, added);
    return OUTCOME_HANDLED;
}

static Outcome complaints_all(Screen *screen)
{
    Complaints *self = (Complaints *)screen;
    self->filter.with_closed = !self->filter.with_closed;
    return OUTCOME_RELOAD;
}

static Outcome chosen(Screen *screen, gpointer answer)
{
    Complaints *self = (Complaints *)screen;
    guint choice = answer != NULL ? *(const guint *)answer : G_MAXUINT;
    if (choice >= self->offered->len) {
        return OUTCOME_HANDLED;
    }
    *self->chosen = g_array_index(self->offered, gint64, choice);
    return OUTCOME_RELOAD;
}

/* Asks which of RECORDS the complaints are to be of; the first choice, ANY, is all of them. */
static Outcome ask_which(Complaints *self, const char *title, const char *any,
                         const GPtrArray *records, const char *(*label)(gconstpointer),
                         gint64 *filter)
{
    g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func(g_free);
    const gint64 none = 0;
    guint first = 0;
    self->chosen = filter;
    g_array_set_size(self->offered, 0);
    g_array_append_val(self->offered, none);
    g_ptr_array_add(labels, g_strdup(any));
    for (guint i = 0; i < records->len; i++) {
        const RecordHead *head = g_ptr_array_index(records, i);
        first = head->id == *filter ? labels->len : first;
        g_array_append_val(self->offered, head->id);
        g_ptr_array_add(labels, g_strdup(label(head)));
    }
    return dialog_choice(&self->base.base, title, (const char *const *)labels->pdata, labels->len,
                         first, chosen);
}

static const char *cause_label(gconstpointer cause)
{
    return complaint_cause_label(cause);
}

static const char *clerk_label(gconstpointer clerk)
{
    return ((const Clerk *)clerk)->name;
}

static Outcome complaints_by_cause(Screen *screen)
{
    Complaints *self = (Complaints *)screen;
    const ComplaintsModel *model = screen->model;
    return ask_which(self, _("Which cause?"), _("any cause"), model->causes, cause_label,
                     &self->filter.cause_id);
}

static Outcome complaints_by_clerk(Screen *screen)
{
    Complaints *self = (Complaints *)screen;
    const ComplaintsModel *model = screen->model;
    return ask_which(self, _("Who answers?"), _("anybody"), model->clerks, clerk_label,
                     &self->filter.clerk_id);
}

static bool has_clerks(const Screen *screen)
{
    const ComplaintsModel *model = screen->model;
    return model != NULL && model->clerks->len > 0;
}

static bool has_model(const Screen *screen)
{
    return screen->model != NULL;
}

/* Esc first goes back to all open ones. */
static Outcome complaints_back(Screen *screen)
{
    Complaints *self = (Complaints *)screen;
    if (!has_filter(&self->filter)) {
        return screen_leave(screen);
    }
    self->filter = (ComplaintFilter){0};
    return OUTCOME_RELOAD;
}

static const Action actions[] = {
    {"open", "Enter", N_("Open"),
     N_("Opens the selected complaint; of a cause, shows its complaints."), .run = complaints_enter,
     .when = has_selected, .needs_model = true},
    {"all", "Tab|a", N_("Open / all"),
     N_("Shows the closed ones as well, or only the open ones again."), .run = complaints_all,
     .when = has_model, .needs_model = true},
    {"cause", "c", N_("Cause"), N_("Shows the complaints of one cause."),
     .run = complaints_by_cause, .when = has_model, .needs_model = true},
    {"add", "n|F2|Alt-n|Insert", N_("New"),
     N_("Notes a complaint of somebody nobody knows; of a customer, do it on the card."),
     .run = complaints_add, .when = counter_may_write, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Shows all open ones again, then goes back."),
     .run = complaints_back},
    {"who", "w", N_("Who answers"), N_("Shows what one of the clerks has to answer."),
     .run = complaints_by_clerk, .when = has_clerks, .needs_model = true},
    BRANCH_ACTION,
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {0},
};

const ScreenClass screen_complaints = {
    .name = "complaints",
    .title = N_("Complaints"),
    .size = sizeof(Complaints),
    .actions = actions,
    .open = complaints_open,
    .ask = complaints_ask,
    .ask_free = g_free,
    .load = complaints_load,
    .model_free = model_free,
    .loaded = complaints_loaded,
    .input = complaints_input,
    .draw = complaints_draw,
    .close = complaints_close,
};
