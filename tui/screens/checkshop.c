/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the shop is whole: looking, and what can be done. */
#include "tui/screens/checkshop.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/check.h"
#include "tui/app.h"
#include "tui/counter.h"
#include "tui/figures.h"
#include "tui/screens/trouble.h"

enum { MARGIN = 1, TALL_ROWS = 16, BAR_COLS = 40, TEXT_COLS = 76 };

typedef enum { LOOKING, MENDING, DONE } Stage;

typedef struct {
    Screen base;
    Stage stage;
    CheckDepth depth;
    double done, total;
    bool is_cancelled;
    Checked *checked; /* NULL: nothing was found out */
} CheckShop;

/* ---- jobs ---- */

static bool tell(CheckStep step, guint done, guint total, gpointer data)
{
    Work *job = data;
    work_report(job, (int)step + (total > 0 ? (double)done / total : 0), CHECK_STEPS);
    return !work_is_cancelled(job);
}

static gpointer check_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    return check_shop(shop->db, *(const CheckDepth *)arg, tell, work, error);
}

static gpointer mend_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    return check_mend(shop->db, tell, work, error) ? check_run(shop, arg, work, error) : NULL;
}

static void free_checked(gpointer checked)
{
    checked_free(checked);
}

static Outcome done(Screen *screen, gpointer result)
{
    CheckShop *self = (CheckShop *)screen;
    Checked *found = result;
    g_clear_pointer(&self->checked, checked_free);
    self->checked = g_new0(Checked, 1);
    *self->checked = *found;
    self->checked->damage = g_ptr_array_ref(found->damage);
    self->checked->behind = g_ptr_array_ref(found->behind);
    self->stage = DONE;
    return OUTCOME_REDRAW;
}

static bool failed(Screen *screen, const GError *error)
{
    CheckShop *self = (CheckShop *)screen;
    self->stage = DONE;
    self->is_cancelled = g_error_matches(error, FAULT, FAULT_CANCELLED);
    return self->is_cancelled;
}

static void progress(Screen *screen, double through, double total)
{
    CheckShop *self = (CheckShop *)screen;
    self->done = through;
    self->total = total;
}

static Outcome begin(Screen *screen, Stage stage, CheckDepth depth)
{
    CheckShop *self = (CheckShop *)screen;
    g_clear_pointer(&self->checked, checked_free);
    self->stage = stage;
    self->depth = depth;
    self->done = 0;
    self->total = CHECK_STEPS;
    self->is_cancelled = false;
    const AppJob job = {.run = stage == MENDING ? mend_run : check_run,
                        .arg = g_memdup2(&depth, sizeof depth),
                        .arg_free = g_free,
                        .result_free = free_checked,
                        .done = done,
                        .failed = failed,
                        .progress = progress,
                        .background = true,
                        .reads_only = stage != MENDING};
    return app_do(screen, &job) | OUTCOME_REDRAW;
}

static bool checkshop_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)arg, (void)error;
    if (app_shop(screen->app) != NULL) {
        begin(screen, LOOKING, CHECK_QUICK);
    } else {
        ((CheckShop *)screen)->stage = DONE;
    }
    return true;
}

static void checkshop_close(Screen *screen)
{
    checked_free(((CheckShop *)screen)->checked);
}

/* ---- drawing ---- */

static int draw_findings(Canvas *canvas, int row, Area area, const GPtrArray *findings)
{
    for (guint i = 0; i < findings->len && row < canvas->rows - 2; i++) {
        canvas_put(canvas, row, 0, area, "-");
        row = canvas_wrapped(canvas, row, 2, canvas->cols - 2, 3, AREA_TEXT,
                             g_ptr_array_index(findings, i));
    }
    return row;
}

static void draw_whole(const CheckShop *self, Canvas *canvas)
{
    g_autofree char *count = figures_grouped(self->checked->customers);
    g_autofree char *text = g_strdup_printf(
        ngettext("The shop is whole: everything about its %s customer is in order.",
                 "The shop is whole: everything about its %s customers is in order.",
                 (gulong)self->checked->customers),
        count);
    int row = canvas_wrapped(canvas, 0, 0, canvas->cols, 2, AREA_GOOD,
                             self->checked->is_all ? text : _("Nothing wrong was found."));
    if (!self->checked->is_all) {
        canvas_wrapped(canvas, row + 1, 0, canvas->cols, 3, AREA_DIM,
                       counter_of(&self->base)->read_only
                           ? _("Where the shop can only be read, not everything can be compared.")
                           : _("This was the quick look. The thorough one also compares every row "
                               "with what was saved, and the search with the customers."));
    }
}

static void draw_result(const CheckShop *self, Canvas *canvas)
{
    const Checked *checked = self->checked;
    if (checked == NULL) {
        canvas_wrapped(canvas, 0, 0, canvas->cols, 2, AREA_TEXT,
                       self->is_cancelled ? _("Stopped. Nothing was found out.")
                                          : _("The shop could not be looked at."));
    } else if (checked->damage->len > 0) {
        int row = canvas_wrapped(canvas, 0, 0, canvas->cols, 3, AREA_WARNING,
                                 _("The shop is damaged. Only a backup brings back what was there; "
                                   "Enter shows the ways."));
        draw_findings(canvas, row + 1, AREA_WARNING, checked->damage);
    } else if (checked->behind->len > 0) {
        int row = canvas_wrapped(canvas, 0, 0, canvas->cols, 3, AREA_TEXT,
                                 _("Nothing is lost, but the search or sums are wrong. They can be "
                                   "made anew from the rest."));
        draw_findings(canvas, row + 1, AREA_ACCENT, checked->behind);
    } else {
        draw_whole(self, canvas);
    }
}

static void draw_busy(const CheckShop *self, Canvas *canvas)
{
    int width = MIN(canvas->cols - 8, BAR_COLS);
    CheckStep step = (CheckStep)MIN(self->done, CHECK_STEPS - 1);
    canvas_text(canvas, 0, 0, canvas->cols, AREA_TEXT,
                self->stage == MENDING ? _("Making it anew …") : check_step_name(step));
    canvas_progress(canvas, 1, 0, width, self->done, self->total);
    g_autofree char *percent =
        g_strdup_printf("%3.0f %%", self->total > 0 ? 100 * self->done / self->total : 0);
    canvas_put(canvas, 1, width + 1, AREA_TEXT, percent);
    canvas_wrapped(canvas, 3, 0, canvas->cols, 3, AREA_DIM,
                   _("Others can go on working meanwhile. Esc stops it."));
}

static void checkshop_draw(Screen *screen, Canvas *canvas)
{
    const CheckShop *self = (const CheckShop *)screen;
    bool tall = canvas->rows >= TALL_ROWS;
    canvas_put(canvas, 0, MARGIN, AREA_TITLE, _("Check the shop"));
    Canvas body = canvas_part(canvas, tall ? 2 : 1, MARGIN, G_MAXINT,
                              MIN(canvas->cols - 2 * MARGIN, TEXT_COLS));
    if (self->stage == DONE) {
        draw_result(self, &body);
    } else {
        draw_busy(self, &body);
    }
}

/* ---- what can be done ---- */

static bool is_busy(const Screen *screen)
{
    return ((const CheckShop *)screen)->stage != DONE;
}

static bool is_over(const Screen *screen)
{
    return !is_busy(screen);
}

static bool is_damaged(const Screen *screen)
{
    const CheckShop *self = (const CheckShop *)screen;
    return is_over(screen) && self->checked != NULL && self->checked->damage->len > 0;
}

static bool is_behind(const Screen *screen)
{
    const CheckShop *self = (const CheckShop *)screen;
    return is_over(screen) && !is_damaged(screen) && self->checked != NULL &&
           self->checked->behind->len > 0 && counter_may_write(screen);
}

static bool can_look_again(const Screen *screen)
{
    return is_over(screen) && app_shop(screen->app) != NULL;
}

static Outcome look_thoroughly(Screen *screen)
{
    return begin(screen, LOOKING, CHECK_FULL);
}

static Outcome mend(Screen *screen)
{
    return begin(screen, MENDING, CHECK_FULL);
}

static Outcome mended(Screen *screen, gpointer result)
{
    return result != NULL ? screen_done(screen) : OUTCOME_HANDLED;
}

static Outcome show_ways(Screen *screen)
{
    const CheckShop *self = (const CheckShop *)screen;
    g_autoptr(GError) fault =
        g_error_new_literal(FAULT, FAULT_DAMAGED, g_ptr_array_index(self->checked->damage, 0));
    const TroubleArg arg = {.where = counter_of(screen)->where, .fault = fault};
    screen_push(screen, &screen_trouble, &arg, mended);
    return OUTCOME_HANDLED;
}

static Outcome stop(Screen *screen)
{
    app_cancel_job(screen);
    return OUTCOME_REDRAW;
}

static const Action actions[] = {
    {"ways", "Enter", N_("What can be done"), N_("Shows the ways to get the shop back."),
     .run = show_ways, .when = is_damaged},
    {"mend", "F4|Ctrl-S", N_("Make anew"),
     N_("Makes the search, the sums and the contacts anew from what was saved."), .run = mend,
     .when = is_behind},
    {"thorough", "g", N_("Look thoroughly"),
     N_("Looks at everything: each row, all sums, the whole search. It may take minutes."),
     .run = look_thoroughly, .when = can_look_again},
    {"stop", "Esc", N_("Stop"), N_("Stops looking. Nothing was changed."), .run = stop,
     .when = is_busy},
    {"back", "Esc", N_("Back"), N_("Goes back."), .run = screen_leave, .when = is_over},
    {0},
};

const ScreenClass screen_checkshop = {
    .name = "checkshop",
    .title = N_("Check the shop"),
    .size = sizeof(CheckShop),
    .actions = actions,
    .open = checkshop_open,
    .draw = checkshop_draw,
    .close = checkshop_close,
};
