/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shop cannot be opened, or is damaged: what is wrong, and the ways out. */
#include "tui/screens/trouble.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/shopknown.h"
#include "tui/counter.h"
#include "tui/lookback.h"
#include "tui/screens/backups.h"
#include "tui/screens/backupwork.h"
#include "tui/screens/bringback.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/shopplace.h"
#include "tui/screens/shopplacework.h"
#include "tui/screens/start.h"
#include "tui/screens/troubleways.h"
#include "tui/shopswitch.h"
#include "tui/widgets/list.h"

enum { MARGIN = 1, TALL_ROWS = 16, TEXT_COLS = 74, HELP_ROWS = 2, SHORT_BELOW = 48 };

typedef struct {
    Screen base;
    char *where;
    GError *fault;
    bool is_running; /* the app has the damaged shop */
    GPtrArray *ways; /* Way */
    List list;
    int list_row;
} Trouble;

static gpointer trouble_ask(Screen *screen)
{
    return backup_work_new(screen, ((const Trouble *)screen)->where, NULL);
}

static Way way_at(const Trouble *self, guint row)
{
    return (Way)GPOINTER_TO_INT(g_ptr_array_index(self->ways, row));
}

static guint count_ways(gconstpointer model)
{
    return ((const Trouble *)model)->ways->len;
}

static void draw_way(Canvas *line, gconstpointer model, guint row)
{
    const Trouble *self = model;
    g_autofree char *words = trouble_way_words(self->base.model, way_at(self, row),
                                               self->is_running, line->cols < SHORT_BELOW);
    canvas_text(line, 0, MARGIN, line->cols - 2, AREA_TEXT, words);
}

static const ListClass list_class = {.count = count_ways, .draw = draw_way};

/* ---- life ---- */

static bool trouble_open(Screen *screen, gconstpointer data, GError **error)
{
    const TroubleArg *arg = data;
    Trouble *self = (Trouble *)screen;
    (void)error;
    self->ways = g_ptr_array_new();
    self->is_running = app_shop(screen->app) != NULL;
    self->where = g_strdup(arg != NULL ? arg->where : counter_of(screen)->where);
    self->fault = arg != NULL
                      ? g_error_copy(arg->fault)
                      : g_error_new_literal(FAULT, FAULT_DAMAGED, _("The shop is damaged."));
    list_init(&self->list, &list_class);
    return true;
}

static void trouble_close(Screen *screen)
{
    Trouble *self = (Trouble *)screen;
    g_ptr_array_unref(self->ways);
    g_free(self->where);
    g_clear_error(&self->fault);
}

static void trouble_loaded(Screen *screen, gpointer old)
{
    Trouble *self = (Trouble *)screen;
    trouble_ways_find(self->ways, screen->model, self->fault);
    list_show(&self->list, self);
    if (old == NULL) {
        list_to_first(&self->list);
    }
}

static Outcome trouble_input(Screen *screen, const Event *event)
{
    Trouble *self = (Trouble *)screen;
    Event own = *event;
    own.row -= self->list_row;
    return screen->model != NULL ? list_input(&self->list, &own, true) : OUTCOME_NONE;
}

static void trouble_draw(Screen *screen, Canvas *canvas)
{
    Trouble *self = (Trouble *)screen;
    const TroubleModel *model = screen->model;
    bool tall = canvas->rows >= TALL_ROWS;
    int cols = MIN(canvas->cols - 2, TEXT_COLS), gap = tall ? 1 : 0;
    canvas_put(canvas, 0, MARGIN, AREA_WARNING,
               self->is_running ? _("The shop is damaged") : _("The shop cannot be opened"));
    int row = canvas_wrapped(canvas, 1 + gap, MARGIN, cols, MAX(canvas->rows - (tall ? 10 : 5), 2),
                             AREA_TEXT, self->fault->message);
    if (model == NULL) {
        return;
    }
    if (model->backups->len == 0) {
        row = canvas_wrapped(canvas, row + gap, MARGIN, cols, 2, AREA_DIM,
                             _("There is no backup of this shop on this computer."));
    }
    self->list_row = row + gap;
    int help_row = tall ? MIN(self->list_row + (int)self->ways->len + 1, canvas->rows - HELP_ROWS)
                        : canvas->rows;
    Canvas part =
        canvas_part(canvas, self->list_row, 0, MAX(help_row - self->list_row, 1), G_MAXINT);
    list_draw(&self->list, &part, true);
    int selected = list_selected(&self->list);
    if (selected >= 0 && tall) {
        canvas_wrapped(canvas, help_row, MARGIN, cols, HELP_ROWS, AREA_DIM,
                       trouble_way_help(way_at(self, (guint)selected)));
    }
}

/* ---- what can be done ---- */

/* Another screen has seen to it that there is a shop. */
static Outcome begun(Screen *screen, gpointer result)
{
    return result != NULL ? screen_done(screen) : OUTCOME_RELOAD;
}

static Outcome bring(Screen *screen)
{
    const Trouble *self = (const Trouble *)screen;
    const Backup *best = ((const TroubleModel *)screen->model)->best;
    const BringBackArg arg = {
        .where = self->where, .path = best->path, .is_locked = best->is_locked};
    return bringback_begin(screen, &arg, begun);
}

static Outcome choose_other(Screen *screen)
{
    screen_push(screen, &screen_backups, ((const Trouble *)screen)->where, begun);
    return OUTCOME_HANDLED;
}

static Outcome look(Screen *screen)
{
    return lookback_begin(screen, ((const Trouble *)screen)->where,
                          ((const TroubleModel *)screen->model)->best);
}

static Outcome opened(Screen *screen, gpointer data)
{
    Trouble *self = (Trouble *)screen;
    ShopBox *box = data;
    g_autoptr(GError) error = NULL;
    if (!shopswitch_to(screen, box->shop, &error)) {
        g_clear_error(&self->fault);
        self->fault = g_steal_pointer(&error);
        return OUTCOME_RELOAD;
    }
    box->shop = NULL;
    return screen_done(screen);
}

static bool failed(Screen *screen, const GError *error)
{
    Trouble *self = (Trouble *)screen;
    g_clear_error(&self->fault);
    self->fault = g_error_copy(error);
    app_reload(screen);
    app_say(screen->app, AREA_MESSAGE, _("It still cannot be opened."));
    return true;
}

static Outcome try_again(Screen *screen)
{
    const Trouble *self = (const Trouble *)screen;
    if (self->is_running) {
        return OUTCOME_CLOSE;
    }
    const AppJob job = {.run = place_return_run,
                        .arg = place_work_new(screen, self->where),
                        .arg_free = place_work_free,
                        .result_free = shop_box_free,
                        .done = opened,
                        .failed = failed,
                        .reads_only = true};
    return app_do(screen, &job);
}

static Outcome go_elsewhere(Screen *screen)
{
    screen_push(screen, &screen_shopplace, ((const Trouble *)screen)->where, begun);
    return OUTCOME_HANDLED;
}

static Outcome anew_answered(Screen *screen, gpointer yes)
{
    const Trouble *self = (const Trouble *)screen;
    if (yes == NULL) {
        return OUTCOME_HANDLED;
    }
    shop_known_forget(counter_of(screen)->spare_folder, self->where);
    screen_push(screen, &screen_start, self->where, begun);
    return OUTCOME_HANDLED;
}

static Outcome begin_anew(Screen *screen)
{
    return dialog_confirm(screen,
                          _("Begin a new, empty shop here? If the old one turns up again, it has "
                            "to lie somewhere else."),
                          _("Begin a new one"), _("Go back"), anew_answered);
}

static Outcome trouble_take(Screen *screen)
{
    static Outcome (*const runs[])(Screen *) = {
        [WAY_BRING] = bring,     [WAY_OTHERS] = choose_other,    [WAY_LOOK] = look,
        [WAY_AGAIN] = try_again, [WAY_ELSEWHERE] = go_elsewhere, [WAY_ANEW] = begin_anew,
    };
    const Trouble *self = (const Trouble *)screen;
    int row = list_selected(&self->list);
    return row >= 0 ? runs[way_at(self, (guint)row)](screen) : OUTCOME_HANDLED;
}

static bool is_running(const Screen *screen)
{
    return ((const Trouble *)screen)->is_running;
}

static bool is_start(const Screen *screen)
{
    return !is_running(screen);
}

static Outcome trouble_quit(Screen *screen)
{
    (void)screen;
    return OUTCOME_QUIT;
}

static const Action actions[] = {
    {"take", "Enter", N_("Choose"), N_("Goes the selected way."), .run = trouble_take,
     .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Goes back. Nothing is changed."), .run = screen_leave,
     .when = is_running},
    {"quit", "Esc", N_("Quit"), N_("Ends the program. Nothing is changed."), .run = trouble_quit,
     .when = is_start},
    {0},
};

const ScreenClass screen_trouble = {
    .name = "trouble",
    .title = N_("The shop cannot be opened"),
    .size = sizeof(Trouble),
    .actions = actions,
    .open = trouble_open,
    .ask = trouble_ask,
    .ask_free = backup_work_free,
    .load = trouble_model_load,
    .model_free = trouble_model_free,
    .loaded = trouble_loaded,
    .input = trouble_input,
    .draw = trouble_draw,
    .close = trouble_close,
};

/* Forms that keep drafts, and whatever has nothing to lose, close with it: the shop is another
 * one. */
static Outcome mended(Screen *screen, gpointer result)
{
    if (result != NULL) {
        app_home(screen->app);
    }
    return OUTCOME_HANDLED;
}

void trouble_show(Screen *screen, const char *text)
{
    g_autoptr(GError) fault = g_error_new_literal(FAULT, FAULT_DAMAGED, text);
    const TroubleArg arg = {.where = counter_of(screen)->where, .fault = fault};
    screen_push(screen, &screen_trouble, &arg, mended);
}
