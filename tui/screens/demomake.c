/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the demo shop. */
#include "tui/screens/demomake.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/demo/demo.h"
#include "tui/counter.h"
#include "tui/demomode.h"
#include "tui/shopswitch.h"

enum { TALL_ROWS = 16, BAR_COLS = 60, TEXT_COLS = 70 };

typedef struct {
    Screen base;
    double done, total; /* customers */
    char *path;
    bool is_running, is_stopping;
    char *failure; /* why there is none; NULL */
} DemoMake;

/* What the worker has to know. */
typedef struct {
    char *path, *backup_folder;
    Day today;
    char at[21];
} Plan;

static void plan_free(gpointer data)
{
    Plan *plan = data;
    g_free(plan->path);
    g_free(plan->backup_folder);
    g_free(plan);
}

static bool tell(guint done, guint total, gpointer data)
{
    work_report(data, done, total);
    return !work_is_cancelled(data);
}

static bool make_folder(const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    if (g_mkdir_with_parents(folder, 0700) == 0) {
        return true;
    }
    g_set_error(error, FAULT, FAULT_REFUSED,
                _("The folder %s cannot be made, so there is no place for the demo shop."), folder);
    return false;
}

static gpointer make_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)shop;
    const Plan *plan = arg;
    if (!make_folder(plan->path, error) ||
        !demo_provide(plan->path, 0, plan->today, tell, work, error)) {
        return NULL;
    }
    Shop *made = shop_open(plan->path, DB_READ_WRITE, plan->backup_folder, plan->at, error);
    return made != NULL ? shop_box_new(made) : NULL;
}

static Outcome made(Screen *screen, gpointer data)
{
    DemoMake *self = (DemoMake *)screen;
    ShopBox *box = data;
    g_autoptr(GError) error = NULL;
    self->is_running = false;
    if (!shopswitch_to(screen, box->shop, &error)) {
        self->failure = g_strdup(error->message);
        return OUTCOME_REDRAW;
    }
    box->shop = NULL;
    demo_greet(screen->app);
    return screen_done(screen);
}

static bool failed(Screen *screen, const GError *error)
{
    DemoMake *self = (DemoMake *)screen;
    self->is_running = false;
    self->failure = g_strdup(error->message);
    return true;
}

static void progress(Screen *screen, double done, double total)
{
    DemoMake *self = (DemoMake *)screen;
    self->done = done;
    self->total = total;
}

static Outcome make(Screen *screen)
{
    DemoMake *self = (DemoMake *)screen;
    const Counter *counter = counter_of(screen);
    g_clear_pointer(&self->failure, g_free);
    self->is_running = true;
    self->is_stopping = false;
    self->done = self->total = 0;
    Plan *plan = g_new0(Plan, 1);
    plan->path = g_strdup(self->path);
    plan->backup_folder = g_strdup(counter->backup_folder);
    plan->today = counter_today(screen);
    g_strlcpy(plan->at, counter_who(screen).at, sizeof plan->at);
    const AppJob job = {.run = make_run,
                        .arg = plan,
                        .arg_free = plan_free,
                        .result_free = shop_box_free,
                        .done = made,
                        .failed = failed,
                        .progress = progress,
                        .background = true,
                        .reads_only = true};
    return app_do(screen, &job);
}

static bool demomake_open(Screen *screen, gconstpointer arg, GError **error)
{
    if (arg == NULL) {
        g_set_error_literal(error, FAULT, FAULT_MISSING,
                            _("There is no place for a demo shop here. “tresen demo --file FILE” "
                              "makes one where you say."));
        return false;
    }
    ((DemoMake *)screen)->path = g_strdup(arg);
    make(screen);
    return true;
}

static void demomake_close(Screen *screen)
{
    DemoMake *self = (DemoMake *)screen;
    g_free(self->path);
    g_free(self->failure);
}

static bool is_running(const Screen *screen)
{
    return ((const DemoMake *)screen)->is_running;
}

static bool is_over(const Screen *screen)
{
    return !is_running(screen);
}

static void draw_running(const DemoMake *self, Canvas *canvas, int row)
{
    int width = MIN(canvas->cols - 9, BAR_COLS);
    double total = MAX(self->total, 1);
    canvas_progress(canvas, row, 1, width, self->done, total);
    g_autofree char *percent = g_strdup_printf("%3.0f %%", 100 * self->done / total);
    canvas_put(canvas, row, width + 2, AREA_TEXT, percent);
    canvas_wrapped(canvas, row + 2, 1, MIN(canvas->cols - 2, TEXT_COLS), 4, AREA_DIM,
                   self->is_stopping
                       ? _("Stopping …")
                       : _("Emma's cake shop opens in a moment: three branches, their "
                           "regulars, and a year behind them."));
}

static void demomake_draw(Screen *screen, Canvas *canvas)
{
    const DemoMake *self = (const DemoMake *)screen;
    bool tall = canvas->rows >= TALL_ROWS;
    int row = tall ? 2 : 0;
    canvas_put(canvas, row, 1, AREA_TITLE,
               self->failure != NULL ? _("There is no demo shop")
                                     : _("The demo shop is being made"));
    if (self->failure != NULL) {
        canvas_wrapped(canvas, row + 2, 1, MIN(canvas->cols - 2, TEXT_COLS), canvas->rows - row - 2,
                       AREA_TEXT, self->failure);
    } else {
        draw_running(self, canvas, row + 2);
    }
}

static Outcome stop(Screen *screen)
{
    ((DemoMake *)screen)->is_stopping = true;
    app_cancel_job(screen);
    return OUTCOME_REDRAW;
}

static const Action actions[] = {
    {"again", "Enter", N_("Try again"), N_("Makes the demo shop from the beginning."), .run = make,
     .when = is_over},
    {"stop", "Esc", N_("Stop"), N_("Stops while it runs: no demo shop is made then."), .run = stop,
     .when = is_running},
    {"back", "Esc", N_("Back"), N_("Goes back."), .run = screen_leave, .when = is_over},
    {0},
};

const ScreenClass screen_demomake = {
    .name = "demomake",
    .title = N_("Demo shop"),
    .size = sizeof(DemoMake),
    .actions = actions,
    .open = demomake_open,
    .draw = demomake_draw,
    .close = demomake_close,
};
