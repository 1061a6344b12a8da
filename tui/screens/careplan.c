/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The communication plan: its lines and the keys to change them. */
#include "tui/screens/careplan.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/careline.h"
#include "tui/screens/carelinework.h"
#include "tui/screens/careplanlist.h"
#include "tui/screens/removal.h"
#include "tui/takeback.h"
#include "tui/text.h"
#include "tui/widgets/listpage.h"

enum { MARGIN = 1, TOLD_ROWS = 3, TOLD_COLS = 78, ROWS_FOR_TOLD = 9 };

typedef struct {
    Screen base;
    gint64 customer_id;
    ListPage page;
} PlanScreen;

static bool plan_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    PlanScreen *self = (PlanScreen *)screen;
    self->customer_id = arg != NULL ? ((const CarePlanArg *)arg)->customer_id : 0;
    list_page_init(&self->page, &care_plan_list_class);
    return true;
}

static gpointer plan_ask(Screen *screen)
{
    return g_memdup2(&((const PlanScreen *)screen)->customer_id, sizeof(gint64));
}

static void plan_loaded(Screen *screen, gpointer old)
{
    (void)old;
    list_page_show(&((PlanScreen *)screen)->page, screen->model);
}

static Outcome plan_input(Screen *screen, const Event *event)
{
    return list_page_input(&((PlanScreen *)screen)->page, event);
}

static const CarePlan *selected(const Screen *screen)
{
    const CarePlanModel *model = screen->model;
    int row = model != NULL ? list_selected(&((const PlanScreen *)screen)->page.list) : -1;
    return row >= 0 ? g_ptr_array_index(model->lines, (guint)row) : NULL;
}

/* What the selected line means for the shop, below the list. Returns how many rows are left for
 * it. */
static int draw_told(const PlanScreen *self, Canvas *canvas)
{
    const CarePlanModel *model = self->base.model;
    int row = list_selected(&self->page.list);
    if (row < 0 || canvas->rows < ROWS_FOR_TOLD) {
        return canvas->rows;
    }
    g_autofree char *told = care_plan_told(model, (guint)row);
    int cols = MIN(canvas->cols - 2 * MARGIN, TOLD_COLS);
    g_auto(GStrv) lines = text_wrap(told, MAX(cols, 1));
    int rows = CLAMP((int)g_strv_length(lines), 1, TOLD_ROWS);
    canvas_wrapped(canvas, canvas->rows - rows, MARGIN, cols, rows, AREA_DIM, told);
    return canvas->rows - rows - 1;
}

static void plan_draw(Screen *screen, Canvas *canvas)
{
    PlanScreen *self = (PlanScreen *)screen;
    const CarePlanModel *model = screen->model;
    bool is_own = self->customer_id != 0;
    g_autofree char *title =
        is_own ? g_strdup_printf(_("How often %s is contacted"), model != NULL ? model->call : "…")
               : g_strdup(_("Communication plan: who is contacted how often"));
    int rows = model != NULL ? draw_told(self, canvas) : canvas->rows;
    Canvas part = canvas_part(canvas, 0, 0, rows, G_MAXINT);
    list_page_draw(&self->page, &part, title,
                   is_own ? _("Nothing of their own: what holds for their class and groups holds "
                              "for them, too.")
                          : _("The plan is empty: nobody is contacted by it. A line says who, how "
                              "often and how: class A, every quarter, by phone. Press n to add "
                              "one."));
}

/* ---- what can be done ---- */

static bool can_change(const Screen *screen)
{
    return selected(screen) != NULL && counter_may_write(screen);
}

static Outcome line_saved(Screen *screen, gpointer id)
{
    if (id == NULL) {
        return OUTCOME_HANDLED;
    }
    ((PlanScreen *)screen)->page.wanted = *(const gint64 *)id;
    return OUTCOME_RELOAD;
}

static Outcome plan_change(Screen *screen)
{
    const CarePlan *plan = selected(screen);
    if (plan != NULL) {
        const CareLineArg arg = {.plan_id = plan->head.id, .customer_id = plan->customer_id};
        screen_push(screen, &screen_careline, &arg, line_saved);
    }
    return OUTCOME_HANDLED;
}

static Outcome plan_add(Screen *screen)
{
    const CareLineArg arg = {.customer_id = ((const PlanScreen *)screen)->customer_id};
    screen_push(screen, &screen_careline, &arg, line_saved);
    return OUTCOME_HANDLED;
}

static Outcome removed(Screen *screen, gpointer id)
{
    (void)id;
    app_say(screen->app, AREA_GOOD, _("Removed. Ctrl-Z takes it back."));
    return OUTCOME_HANDLED;
}

static Outcome plan_remove(Screen *screen)
{
    const CarePlan *plan = selected(screen);
    if (plan == NULL) {
        return OUTCOME_HANDLED;
    }
    Who who = counter_who(screen);
    const AppJob job = {
        .run = care_line_remove_run,
        .arg = care_line_save_new(plan, &who),
        .arg_free = care_line_save_free,
        .result_free = g_free,
        .done = removed,
        .failed = removal_refused,
    };
    return app_do(screen, &job);
}

static const Action actions[] = {
    {"change", "Enter", N_("Change"), N_("Changes the selected line: how often, and how."),
     .run = plan_change, .when = can_change, .needs_model = true},
    {"add", "n|F2|Alt-n|Insert", N_("New"), N_("Adds a line to the plan."), .run = plan_add,
     .when = counter_may_write, .needs_model = true},
    {"remove", "Delete|x", N_("Remove"),
     N_("Removes the selected line; whom it was for is no longer contacted by it."),
     .run = plan_remove, .when = can_change, .needs_model = true},
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {"back", "Esc", N_("Back"), N_("Goes back to where you came from."), .run = screen_leave},
    {0},
};

const ScreenClass screen_careplan = {
    .name = "careplan",
    .title = N_("Communication plan"),
    .size = sizeof(PlanScreen),
    .actions = actions,
    .open = plan_open,
    .ask = plan_ask,
    .ask_free = g_free,
    .load = care_plan_model_load,
    .model_free = care_plan_model_free,
    .loaded = plan_loaded,
    .input = plan_input,
    .draw = plan_draw,
};
