/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A complaint as a case. */
#include "tui/screens/complaintcase.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/complaint.h"
#include "tui/screens/complaintrows.h"
#include "tui/takeback.h"
#include "tui/text.h"

#include <string.h>

enum { MARGIN = 1, TALL_ROWS = 14, COLS_AT_FIRST = 80, COLS_MOST = 100, STATES = 6, GAP = 2 };

/* The action that brings a complaint to each of complaint_states. */
static const char *const state_actions[STATES] = {"received", "acknowledged", "working",
                                                  "answered", "agreed",       "refused"};

/* What a load returns. */
typedef struct {
    ComplaintModel *known; /* NULL: it is no longer there */
    Day today;
} Model;

typedef struct {
    ComplaintArg which;
    Day today;
} Ask;

typedef struct {
    Screen base;
    ComplaintArg which;
    GPtrArray *rows; /* NULL before the first load */
    int cols;        /* for which they were made */
    List list;
    int list_row; /* where it was drawn */
} Case;

static const ComplaintModel *known(const Screen *screen)
{
    const Model *model = screen->model;
    return model != NULL ? model->known : NULL;
}

static bool case_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    Case *self = (Case *)screen;
    self->which = arg != NULL ? *(const ComplaintArg *)arg : (ComplaintArg){0};
    self->cols = COLS_AT_FIRST;
    list_init(&self->list, &complaint_rows_list);
    return true;
}

static void case_close(Screen *screen)
{
    g_clear_pointer(&((Case *)screen)->rows, g_ptr_array_unref);
}

/* ---- the model ---- */

static gpointer case_ask(Screen *screen)
{
    const Ask ask = {((const Case *)screen)->which, counter_today(screen)};
    return g_memdup2(&ask, sizeof ask);
}

static gpointer case_load(Shop *shop, gconstpointer arg, GError **error)
{
    const Ask *ask = arg;
    g_autoptr(GError) fault = NULL;
    Model *model = g_new0(Model, 1);
    model->today = ask->today;
    model->known = complaint_model_load(shop, &ask->which, &fault);
    if (model->known != NULL || g_error_matches(fault, FAULT, FAULT_MISSING)) {
        return model;
    }
    g_free(model);
    g_propagate_error(error, g_steal_pointer(&fault));
    return NULL;
}

static void case_model_free(gpointer data)
{
    Model *model = data;
    g_clear_pointer(&model->known, complaint_model_free);
    g_free(model);
}

/* The keys of the steps as people read them. Free with g_strfreev. */
static char **keys_of(const Screen *screen)
{
    char **keys = g_new0(char *, STATES + 1);
    for (guint i = 0; i < STATES; i++) {
        const Action *action = action_named(screen->class->actions, state_actions[i]);
        keys[i] = app_key_label(screen, action);
    }
    return keys;
}

static void make_rows(Case *self, int cols)
{
    const Model *model = self->base.model;
    g_auto(GStrv) keys = keys_of(&self->base);
    GPtrArray *rows =
        model != NULL && model->known != NULL
            ? complaint_rows_new(model->known, (const char *const *)keys, model->today, cols)
            : NULL;
    list_show(&self->list, rows);
    g_clear_pointer(&self->rows, g_ptr_array_unref);
    self->rows = rows;
    self->cols = cols;
}

static void case_loaded(Screen *screen, gpointer old)
{
    (void)old;
    make_rows((Case *)screen, ((Case *)screen)->cols);
}

/* ---- drawing ---- */

/* Whose it is, and at the right how long it has been open. */
static void draw_head(Canvas *canvas, const ComplaintModel *model, Day today)
{
    const Complaint *complaint = model->complaint;
    g_autofree char *age = complaint_age_words(complaint, today);
    bool is_open = complaint_is_open(complaint);
    g_autofree char *since = is_open ? g_strdup_printf(_("open: %s"), age) : g_steal_pointer(&age);
    int width = MIN(text_width_shown(since), canvas->cols / 2);
    int right = MIN(canvas->cols, COLS_MOST) - 1 - width;
    Canvas hidden = canvas_private(canvas);
    g_autofree char *title = model->call != NULL
                                 ? g_strdup_printf(_("Complaint of %s"), model->call)
                                 : g_strdup(_("A complaint, nobody known"));
    canvas_text(&hidden, 0, MARGIN, right - MARGIN - GAP, AREA_TITLE, title);
    canvas_text(canvas, 0, right, width, is_open ? AREA_ACCENT : AREA_DIM, since);
}

static void case_draw(Screen *screen, Canvas *canvas)
{
    Case *self = (Case *)screen;
    const Model *model = screen->model;
    if (model == NULL) {
        return;
    }
    if (model->known == NULL) {
        canvas_wrapped(canvas, 1, MARGIN, canvas->cols - 2, 4, AREA_TEXT,
                       _("This complaint is no longer there. Press Esc to go back; Ctrl-Z takes "
                         "back what was done last."));
        return;
    }
    int cols = MIN(canvas->cols, COLS_MOST);
    if (self->cols != cols) {
        make_rows(self, cols);
    }
    draw_head(canvas, model->known, model->today);
    self->list_row = canvas->rows >= TALL_ROWS ? 2 : 1;
    Canvas part = canvas_part(canvas, self->list_row, 0, G_MAXINT, cols);
    list_draw(&self->list, &part, true);
}

static Outcome case_input(Screen *screen, const Event *event)
{
    Case *self = (Case *)screen;
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

static bool may_change(const Screen *screen)
{
    return known(screen) != NULL && counter_may_write(screen);
}

static bool may_become(const Screen *screen, const char *state)
{
    const ComplaintModel *model = known(screen);
    return model != NULL && strcmp(model->complaint->state, state) != 0 &&
           counter_may_write(screen);
}

static Outcome become(Screen *screen, const char *state)
{
    const ComplaintModel *model = known(screen);
    return model != NULL ? complaint_state_now(screen, model->complaint, state) : OUTCOME_HANDLED;
}

static bool may_be_received(const Screen *screen)
{
    return may_become(screen, "received");
}

static Outcome case_received(Screen *screen)
{
    return become(screen, "received");
}

static bool may_be_acknowledged(const Screen *screen)
{
    return may_become(screen, "acknowledged");
}

static Outcome case_acknowledged(Screen *screen)
{
    return become(screen, "acknowledged");
}

static bool may_be_working(const Screen *screen)
{
    return may_become(screen, "working");
}

static Outcome case_working(Screen *screen)
{
    return become(screen, "working");
}

static bool may_be_answered(const Screen *screen)
{
    return may_become(screen, "answered");
}

static Outcome case_answered(Screen *screen)
{
    return become(screen, "answered");
}

static bool may_be_agreed(const Screen *screen)
{
    return may_become(screen, "agreed");
}

static Outcome case_agreed(Screen *screen)
{
    return become(screen, "agreed");
}

static bool may_be_refused(const Screen *screen)
{
    return may_become(screen, "refused");
}

static Outcome case_refused(Screen *screen)
{
    return become(screen, "refused");
}

static Outcome reload_after(Screen *screen, gpointer result)
{
    (void)screen;
    return result != NULL ? OUTCOME_RELOAD : OUTCOME_HANDLED;
}

/* Enter leads to the field of the selected row, and right after a step to what is asked next. */
static Outcome case_change(Screen *screen)
{
    const Case *self = (const Case *)screen;
    int row = self->rows != NULL ? list_selected(&self->list) : -1;
    const char *field = row > 0 ? complaint_row_field(self->rows, (guint)row) : NULL;
    const ComplaintModel *model = known(screen);
    guint step = model != NULL ? complaint_step(model->complaint->state) : 0;
    const char *next = step > complaint_step("working") ? "answer" : NULL;
    const ComplaintFormArg arg = {.which = self->which, .field = field != NULL ? field : next};
    screen_push(screen, &screen_complaint, &arg, reload_after);
    return OUTCOME_HANDLED;
}

static Outcome removed(Screen *screen, gpointer result)
{
    (void)result;
    app_say(screen->app, AREA_GOOD, _("Removed. Ctrl-Z takes it back."));
    return OUTCOME_CLOSE;
}

static Outcome case_remove(Screen *screen)
{
    const ComplaintModel *model = known(screen);
    return model != NULL ? complaint_remove_now(screen, model->complaint, removed)
                         : OUTCOME_HANDLED;
}

static const Action actions[] = {
    {"change", "Enter|e", N_("Change"),
     N_("Changes what is written down: cause, answer, cost, what you changed."), .run = case_change,
     .when = may_change, .needs_model = true},
    {"acknowledged", "a", N_("Acknowledged"),
     N_("The customer knows that you have heard and see to it."), .run = case_acknowledged,
     .when = may_be_acknowledged, .needs_model = true},
    {"working", "w", N_("In work"), N_("Somebody is finding out what happened."),
     .run = case_working, .when = may_be_working, .needs_model = true},
    {"answered", "r", N_("Answered"), N_("The customer has heard what you do about it."),
     .run = case_answered, .when = may_be_answered, .needs_model = true},
    {"agreed", "g", N_("Agreed"), N_("Closes it: you and the customer agree."), .run = case_agreed,
     .when = may_be_agreed, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Goes back; typing a number looks for somebody."),
     .run = screen_leave},
    {"refused", "d", N_("Not agreed"), N_("Closes it without having come to an agreement."),
     .run = case_refused, .when = may_be_refused, .needs_model = true},
    {"received", "n", N_("Received"), N_("Puts it back to the beginning."), .run = case_received,
     .when = may_be_received, .needs_model = true, .quiet = true},
    {"remove", "x|Delete", N_("Remove"), N_("Removes the complaint. Ctrl-Z takes it back."),
     .run = case_remove, .when = may_change, .needs_model = true, .quiet = true},
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {0},
};

const ScreenClass screen_complaintcase = {
    .name = "complaintcase",
    .title = N_("Complaint, step by step"),
    .size = sizeof(Case),
    .actions = actions,
    .open = case_open,
    .ask = case_ask,
    .ask_free = g_free,
    .load = case_load,
    .model_free = case_model_free,
    .loaded = case_loaded,
    .input = case_input,
    .draw = case_draw,
    .close = case_close,
};
