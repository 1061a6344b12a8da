/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that is due, in one list, with one key for each thing that can be done with it. */
#include "tui/screens/due.h"

#include "data/base/i18n.h"
#include "data/clerk.h"
#include "tui/app.h"
#include "tui/counter.h"
#include "tui/screens/branchfilter.h"
#include "tui/screens/card.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/duemodel.h"
#include "tui/screens/putoff.h"
#include "tui/screens/reminder.h"
#include "tui/screens/todowork.h"
#include "tui/takeback.h"
#include "tui/text.h"
#include "tui/widgets/listpage.h"

enum {
    MOST = 300, /* more than anybody reads */
    DAYS_NEAR = 7,
    DAYS_FAR = 31,
    MARGIN = 1,
    GAP = 2,
    NARROW_COLS = 70, /* below that days are written briefly */
    CLERK_FROM = 76,  /* narrower screens do not say who sees to it */
    WHAT_LEAST = 20,  /* of what is due, beside since when */
    KINDS = 16
};

typedef struct {
    BranchScreen base;
    gint64 clerk_id; /* 0: of all */
    bool is_far;     /* a month ahead, not a week */
    ListPage page;
    TodoTick ticked; /* what was ticked or skipped last */
    GArray *offered; /* gint64: the clerks the choice that is open offers; 0: everybody */
} DueList;

/* ---- the list ---- */

static const DueRow *row_at(gconstpointer model, guint row)
{
    return g_ptr_array_index(((const DueModel *)model)->rows, row);
}

static guint count_rows(gconstpointer model)
{
    return ((const DueModel *)model)->rows->len;
}

static bool is_heading(gconstpointer model, guint row)
{
    return row_at(model, row)->item == NULL;
}

static bool is_title(gconstpointer model, guint row)
{
    const DueRow *at = row_at(model, row);
    return at->item == NULL && *at->heading != '\0';
}

static gint64 item_id(TodoKind kind, gint64 id)
{
    return id * KINDS + kind + 1;
}

static gint64 row_id(gconstpointer model, guint row)
{
    const TodoItem *item = row_at(model, row)->item;
    return item != NULL ? item_id(item->kind, item->id) : 0;
}

/* What is due, and since when at the right of it, in WIDTH cells from COL on. */
static void draw_what(Canvas *line, int col, int width, const DueRow *row)
{
    Canvas part = canvas_part(line, 0, col, 1, width), rest = canvas_private(&part);
    int hint = row->hint != NULL ? text_width_shown(row->hint) + GAP : 0;
    bool has_hint = hint > 0 && rest.cols - hint >= WHAT_LEAST;
    Canvas words = canvas_part(&rest, 0, 0, 1, rest.cols - (has_hint ? hint : 0));
    canvas_put(&words, 0, 0, AREA_TEXT, row->what != NULL ? row->what : "");
    if (has_hint) {
        canvas_put(&rest, 0, rest.cols - (hint - GAP), AREA_DIM, row->hint);
    }
}

static void draw_row(Canvas *line, gconstpointer data, guint index)
{
    const DueModel *model = data;
    const DueRow *row = row_at(model, index);
    if (row->item == NULL) {
        canvas_put(line, 0, MARGIN, AREA_HEADING, row->heading);
        return;
    }
    Canvas hidden = canvas_private(line);
    bool narrow = line->cols < NARROW_COLS;
    int col = MARGIN, end = line->cols - MARGIN;
    int when = narrow ? model->brief_cols : model->when_cols;
    if (line->cols >= CLERK_FROM && model->clerk_cols > 0) {
        end -= model->clerk_cols;
        canvas_text(line, 0, end, model->clerk_cols, AREA_DIM,
                    row->clerk != NULL ? row->clerk : "");
        end -= GAP;
    }
    col = canvas_text(line, 0, col, when, row->is_late ? AREA_ACCENT : AREA_DIM,
                      narrow ? row->when_brief : row->when) +
          GAP;
    int call = MIN(model->call_cols, (end - col) * 2 / 5);
    if (call > 0) {
        col =
            canvas_text(&hidden, 0, col, call, AREA_TEXT, row->call != NULL ? row->call : "") + GAP;
    }
    draw_what(line, col, end - col, row);
}

static const ListClass list_class = {.count = count_rows,
                                     .is_heading = is_heading,
                                     .is_title = is_title,
                                     .id = row_id,
                                     .draw = draw_row};

/* ---- the screen ---- */

static bool due_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)arg;
    (void)error;
    DueList *self = (DueList *)screen;
    branch_filter_open(screen, BRANCH_KEPT_OWN);
    self->offered = g_array_new(FALSE, FALSE, sizeof(gint64));
    list_page_init(&self->page, &list_class);
    return true;
}

static void due_close(Screen *screen)
{
    g_array_unref(((DueList *)screen)->offered);
    branch_filter_close(screen);
}

static gpointer due_ask(Screen *screen)
{
    const DueList *self = (const DueList *)screen;
    Moment now = counter_now(screen);
    const TodoAsk ask = {.today = now.day,
                         .minute = now.minute,
                         .until = day_plus(now.day, self->is_far ? DAYS_FAR : DAYS_NEAR),
                         .branch_id = branch_filter_id(screen),
                         .clerk_id = self->clerk_id,
                         .limit = MOST,
                         /* A birthday is nobody's own. */
                         .with_days = self->clerk_id == 0};
    return g_memdup2(&ask, sizeof ask);
}

static void due_loaded(Screen *screen, gpointer old)
{
    (void)old;
    const DueModel *model = screen->model;
    branch_filter_loaded(screen, model->branches, model->ask.branch_id);
    list_page_show(&((DueList *)screen)->page, model);
}

static Outcome due_input(Screen *screen, const Event *event)
{
    DueList *self = (DueList *)screen;
    return todo_tick_ends(&self->ticked, event, "zmked") ? OUTCOME_REDRAW
                                                         : list_page_input(&self->page, event);
}

/* "Due within a week · Markt · Lina, and what is nobody's". */
static char *title_of(const Screen *screen)
{
    const DueList *self = (const DueList *)screen;
    const DueModel *model = screen->model;
    g_autofree char *what = branch_filter_title(screen, self->is_far ? _("Due within a month")
                                                                     : _("Due within a week"));
    GString *title = g_string_new(what);
    const char *clerk = model != NULL ? due_model_clerk(model, self->clerk_id) : NULL;
    if (clerk != NULL) {
        /* TRANSLATORS: a clerk: "Emma, and what is nobody's". */
        g_autofree char *whose = g_strdup_printf(_("%s, and what is nobody's"), clerk);
        g_string_append_printf(title, " · %s", whose);
    }
    if (model != NULL && model->more > 0) {
        g_string_append_printf(title, " · %s",
                               _("there is more: narrow it down with f, or do some of it"));
    }
    return g_string_free(title, FALSE);
}

static void due_draw(Screen *screen, Canvas *canvas)
{
    DueList *self = (DueList *)screen;
    g_autofree char *title = title_of(screen);
    self->page.unsure = self->ticked.deed != 0;
    list_page_draw(&self->page, canvas, title,
                   _("Nothing is due. n notes a reminder; on a customer's card, r does."));
}

/* ---- what can be done ---- */

static const TodoItem *selected(const Screen *screen)
{
    const DueList *self = (const DueList *)screen;
    int row = self->ticked.deed == 0 ? list_selected(&self->page.list) : -1;
    return row >= 0 ? row_at(screen->model, (guint)row)->item : NULL;
}

static bool has_item(const Screen *screen)
{
    return selected(screen) != NULL;
}

static bool can_tick(const Screen *screen)
{
    const TodoItem *item = selected(screen);
    return item != NULL && todo_can_tick(item->kind) && counter_may_write(screen);
}

static bool can_put_off(const Screen *screen)
{
    const TodoItem *item = selected(screen);
    return item != NULL && todo_can_snooze(item->kind) && counter_may_write(screen);
}

static bool can_move(const Screen *screen)
{
    const TodoItem *item = selected(screen);
    return item != NULL && putoff_can_move(item->kind) && counter_may_write(screen);
}

static bool is_reminder(const Screen *screen)
{
    const TodoItem *item = selected(screen);
    return item != NULL && item->kind == TODO_REMINDER && counter_may_write(screen);
}

static bool has_customer(const Screen *screen)
{
    const TodoItem *item = selected(screen);
    return item != NULL && item->customer != NULL;
}

static Outcome open_item(Screen *screen)
{
    const TodoItem *item = selected(screen);
    return item != NULL ? todo_open(screen, item, card_pass_on) : OUTCOME_HANDLED;
}

static Outcome tick(Screen *screen)
{
    const TodoItem *item = selected(screen);
    return item != NULL ? todo_tick_now(screen, item, &((DueList *)screen)->ticked)
                        : OUTCOME_HANDLED;
}

static bool can_untick(const Screen *screen)
{
    return ((const DueList *)screen)->ticked.deed != 0 && counter_may_write(screen);
}

/* What comes back is selected then. */
static void want_ticked(DueList *self)
{
    const TodoTick *tick = &self->ticked;
    self->page.wanted = tick->id != 0 ? item_id(tick->kind, tick->id) : 0;
}

static Outcome untick(Screen *screen)
{
    DueList *self = (DueList *)screen;
    want_ticked(self);
    return todo_untick(screen, &self->ticked);
}

static Outcome undo(Screen *screen)
{
    want_ticked((DueList *)screen);
    return takeback_last(screen);
}

static Outcome put_off(Screen *screen)
{
    const TodoItem *item = selected(screen);
    return item != NULL ? todo_put_off(screen, item, false) : OUTCOME_HANDLED;
}

static Outcome move(Screen *screen)
{
    const TodoItem *item = selected(screen);
    return item != NULL ? todo_put_off(screen, item, true) : OUTCOME_HANDLED;
}

static Outcome skip(Screen *screen)
{
    const TodoItem *item = selected(screen);
    return item != NULL ? todo_skip_now(screen, item, &((DueList *)screen)->ticked)
                        : OUTCOME_HANDLED;
}

static Outcome change(Screen *screen)
{
    const TodoItem *item = selected(screen);
    return item != NULL ? todo_change(screen, item->id) : OUTCOME_HANDLED;
}

static Outcome dial(Screen *screen)
{
    const TodoItem *item = selected(screen);
    return item != NULL && item->customer != NULL ? todo_dial(screen, item->customer->head.id)
                                                  : OUTCOME_HANDLED;
}

static Outcome form_returned(Screen *screen, gpointer id)
{
    if (id == NULL) {
        return OUTCOME_HANDLED;
    }
    ((DueList *)screen)->page.wanted = item_id(TODO_REMINDER, *(const gint64 *)id);
    return OUTCOME_RELOAD;
}

static Outcome add(Screen *screen)
{
    const ReminderArg arg = {.customer_id = 0};
    screen_push(screen, &screen_reminder, &arg, form_returned);
    return OUTCOME_HANDLED;
}

static bool is_far(const Screen *screen)
{
    return ((const DueList *)screen)->is_far;
}

static bool is_near(const Screen *screen)
{
    return !is_far(screen);
}

static Outcome look_further(Screen *screen)
{
    DueList *self = (DueList *)screen;
    self->is_far = !self->is_far;
    return OUTCOME_RELOAD;
}

/* ---- of whom ---- */

static Outcome filter_chosen(Screen *screen, gpointer answer)
{
    DueList *self = (DueList *)screen;
    guint chosen = answer != NULL ? *(const guint *)answer : G_MAXUINT;
    if (chosen >= self->offered->len) {
        return OUTCOME_HANDLED;
    }
    self->clerk_id = g_array_index(self->offered, gint64, chosen);
    return OUTCOME_RELOAD;
}

static void offer(DueList *self, GPtrArray *labels, gint64 clerk_id, const char *label)
{
    g_array_append_val(self->offered, clerk_id);
    g_ptr_array_add(labels, g_strdup(label));
}

static Outcome filter(Screen *screen)
{
    DueList *self = (DueList *)screen;
    const DueModel *model = screen->model;
    g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func(g_free);
    guint first = 0;
    g_array_set_size(self->offered, 0);
    offer(self, labels, 0, _("Everybody"));
    for (guint i = 0; i < model->clerks->len; i++) {
        const Clerk *clerk = g_ptr_array_index(model->clerks, i);
        first = clerk->head.id == self->clerk_id ? labels->len : first;
        offer(self, labels, clerk->head.id, clerk->name);
    }
    return dialog_choice(screen, _("Whose?"), (const char *const *)labels->pdata, labels->len,
                         first, filter_chosen);
}

static const Action actions[] = {
    {"open", "Enter", N_("Open"), N_("Opens the card of the customer, or the reminder."),
     .run = open_item, .when = has_item, .needs_model = true},
    {"untick", "Space", N_("Take back"), N_("Takes the tick back that was made right before."),
     .run = untick, .when = can_untick, .needs_model = true},
    {"done", "Space", N_("Done"),
     N_("Does what is selected: the promise is kept, the order fetched, the contact made."),
     .run = tick, .when = can_tick, .needs_model = true},
    {"later", "z", N_("Later"), N_("Puts the selected one off; what was agreed stays."),
     .run = put_off, .when = can_put_off, .needs_model = true},
    {"dial", "d", N_("Dial"), N_("Shows the telephone number of the customer, large."), .run = dial,
     .when = has_customer, .needs_model = true},
    {"change", "e", N_("Change"), N_("Opens the selected reminder, with what became of it."),
     .run = change, .when = is_reminder, .needs_model = true, .quiet = true},
    {"add", "n|F2|Alt-n", N_("New"), N_("Notes a reminder that is the shop's own."), .run = add,
     .when = counter_may_write},
    {"filter", "f", N_("Whose"), N_("Shows what one person has to do, or all."), .run = filter,
     .needs_model = true},
    BRANCH_ACTION,
    {"move", "m", N_("Move"), N_("Agrees on another day for the selected one."), .run = move,
     .when = can_move, .needs_model = true},
    {"skip", "k", N_("Skip"), N_("Skips the selected reminder this time."), .run = skip,
     .when = is_reminder, .needs_model = true},
    {"further", "Tab", N_("A month"), N_("Looks a month ahead, or only a week again."),
     .run = look_further, .when = is_near},
    {"nearer", "Tab", N_("A week"), N_("Looks only a week ahead again."), .run = look_further,
     .when = is_far},
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = undo, .when = counter_may_write, .quiet = true},
    {"redo", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {"back", "Esc", N_("Back"), N_("Goes back."), .run = screen_leave},
    {0},
};

const ScreenClass screen_due = {
    .name = "due",
    .title = N_("What is due"),
    .size = sizeof(DueList),
    .actions = actions,
    .open = due_open,
    .ask = due_ask,
    .ask_free = g_free,
    .load = due_model_load,
    .model_free = due_model_free,
    .loaded = due_loaded,
    .input = due_input,
    .draw = due_draw,
    .close = due_close,
};
