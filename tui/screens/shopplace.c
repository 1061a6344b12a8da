/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing where the shop is. */
#include "tui/screens/shopplace.h"

#include "data/base/i18n.h"
#include "data/db/serverstring.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/newshop.h"
#include "tui/screens/shopplacework.h"
#include "tui/shopswitch.h"
#include "tui/widgets/form.h"

#include <string.h>

enum { MARGIN = 1, TALL_ROWS = 16, TEXT_COLS = 74, HINT_ROWS = 4, BAR_COLS = 60 };

typedef enum { IDLE, LOOKING, GOING, MOVING } Stage;

typedef struct {
    Screen base;
    Form *form;
    unsigned changes; /* of the form when the place was looked at */
    int form_row;     /* where it was drawn */
    Stage stage;
    char *where;    /* the place that was looked at */
    ShopLook *look; /* what is there; NULL: not known */
    char *failure;  /* why it is not; NULL */
    bool is_stopping;
    double done, total; /* of what is carried */
} ShopPlace;

static const FormField field = {
    .name = "place", .label = N_("Place"), .kind = FORM_TEXT, .hint = N_("user@server/database")};

/* Why nobody looks at WHERE; NULL: nothing is wrong with it. */
static const char *objection(const char *where)
{
    if (where == NULL) {
        return _("Please type where the shop is: a server, or a file.");
    }
    return server_string_has_password(where)
               ? _("Please leave out the password and put it into the file ~/.pgpass: here "
                   "everybody could read it.")
               : NULL;
}

/* ---- what can be done now ---- */

static bool is_busy(const Screen *screen)
{
    return ((const ShopPlace *)screen)->stage != IDLE;
}

/* Carrying would be lost when the program ends in the middle of it. */
static bool is_moving(const Screen *screen)
{
    return ((const ShopPlace *)screen)->stage == MOVING;
}

static bool is_left_alone(const Screen *screen)
{
    return !is_moving(screen);
}

static bool has_way(const ShopPlace *self)
{
    return self->stage == IDLE && self->look != NULL && place_is_free(self->look);
}

static bool can_look(const Screen *screen)
{
    return !is_busy(screen) && !has_way((const ShopPlace *)screen);
}

static bool can_go(const Screen *screen)
{
    const ShopPlace *self = (const ShopPlace *)screen;
    return has_way(self) && self->look->kind != LOOK_EMPTY;
}

static bool can_make(const Screen *screen)
{
    const ShopPlace *self = (const ShopPlace *)screen;
    return has_way(self) && self->look->kind == LOOK_EMPTY;
}

/* A demo is not worth a place, and what can only be read cannot say where it went. */
static bool has_own_shop(const Screen *screen)
{
    const Counter *counter = counter_of(screen);
    return app_shop(screen->app) != NULL && !counter->is_demo && !counter->read_only;
}

static bool can_move(const Screen *screen)
{
    return can_make(screen) && has_own_shop(screen);
}

static bool can_go_local(const Screen *screen)
{
    const Counter *counter = counter_of(screen);
    return !is_busy(screen) && counter->local_shop != NULL &&
           g_strcmp0(counter->where, counter->local_shop) != 0;
}

/* ---- life ---- */

static void forget_look(ShopPlace *self)
{
    g_clear_pointer(&self->look, shop_look_free);
    g_clear_pointer(&self->failure, g_free);
    g_clear_pointer(&self->where, g_free);
}

static bool shopplace_open(Screen *screen, gconstpointer arg, GError **error)
{
    ShopPlace *self = (ShopPlace *)screen;
    const char *chosen = counter_of(screen)->preferences->shop;
    (void)error;
    self->form = form_new(&field, 1, NULL);
    form_set(self->form, "place", arg != NULL ? arg : chosen);
    form_select(self->form, "place");
    return true;
}

static void shopplace_close(Screen *screen)
{
    ShopPlace *self = (ShopPlace *)screen;
    forget_look(self);
    g_clear_pointer(&self->form, form_free);
}

static Outcome shopplace_input(Screen *screen, const Event *event)
{
    ShopPlace *self = (ShopPlace *)screen;
    if (self->stage != IDLE) {
        return OUTCOME_NONE;
    }
    Outcome outcome = form_input_at(self->form, event, self->form_row, MARGIN);
    if (form_changes(self->form) != self->changes) {
        self->changes = form_changes(self->form);
        forget_look(self);
    }
    return outcome;
}

/* ---- jobs ---- */

static bool failed(Screen *screen, const GError *error)
{
    ShopPlace *self = (ShopPlace *)screen;
    self->stage = IDLE;
    g_clear_pointer(&self->look, shop_look_free);
    g_free(self->failure);
    self->failure = g_strdup(error->message);
    return true;
}

static void progress(Screen *screen, double done, double total)
{
    ShopPlace *self = (ShopPlace *)screen;
    self->done = done;
    self->total = total;
}

/* Begins JOB at the place that was looked at. */
static Outcome begin(Screen *screen, Stage stage, AppJob job)
{
    ShopPlace *self = (ShopPlace *)screen;
    self->stage = stage;
    self->is_stopping = false;
    self->done = self->total = 0;
    g_clear_pointer(&self->failure, g_free);
    job.arg = place_work_new(screen, self->where);
    job.arg_free = place_work_free;
    job.failed = failed;
    job.background = true;
    job.reads_only = true;
    return app_do(screen, &job) | OUTCOME_REDRAW;
}

static Outcome looked(Screen *screen, gpointer result)
{
    ShopPlace *self = (ShopPlace *)screen;
    ShopLook *look = result;
    self->stage = IDLE;
    g_clear_pointer(&self->look, shop_look_free);
    self->look = g_memdup2(look, sizeof *look);
    *look = (ShopLook){0};
    return OUTCOME_REDRAW;
}

static Outcome look_at(Screen *screen)
{
    ShopPlace *self = (ShopPlace *)screen;
    forget_look(self);
    self->where = place_meant(form_get(self->form, "place"));
    self->changes = form_changes(self->form);
    self->failure = g_strdup(objection(self->where));
    if (self->failure != NULL) {
        return OUTCOME_REDRAW;
    }
    return begin(screen, LOOKING,
                 (AppJob){.run = place_look_run, .result_free = shop_look_free, .done = looked});
}

/* The file in the data folder, as if it had been typed. */
static Outcome look_at_local(Screen *screen)
{
    ShopPlace *self = (ShopPlace *)screen;
    g_autofree char *place = place_in_words(counter_of(screen)->local_shop);
    form_type(self->form, "place", place);
    return look_at(screen);
}

/* The app has the shop of the place by now: that holds for the next start too. */
static Outcome arrive(Screen *screen)
{
    const ShopPlace *self = (const ShopPlace *)screen;
    Counter *counter = counter_of(screen);
    g_autoptr(GError) error = NULL;
    bool is_local = g_strcmp0(self->where, counter->local_shop) == 0;
    g_free(counter->own_shop);
    counter->own_shop = g_strdup(self->where);
    bool kept = preferences_set_shop(counter->preferences, is_local ? NULL : self->where, &error);
    g_autofree char *place = place_in_words(self->where);
    g_autofree char *text = g_strdup_printf(_("The shop is at %s now."), place);
    app_say(screen->app, kept ? AREA_GOOD : AREA_WARNING, kept ? text : error->message);
    return screen_done(screen);
}

static Outcome opened(Screen *screen, gpointer data)
{
    ShopBox *box = data;
    g_autoptr(GError) error = NULL;
    ((ShopPlace *)screen)->stage = IDLE;
    if (!shopswitch_to(screen, box->shop, &error)) {
        failed(screen, error);
        return OUTCOME_REDRAW;
    }
    box->shop = NULL;
    return arrive(screen);
}

static Outcome go(Screen *screen)
{
    return begin(screen, GOING,
                 (AppJob){.run = place_open_run, .result_free = shop_box_free, .done = opened});
}

/* Where none was made, there may be another counter's by now: the next Enter looks again. */
static Outcome made(Screen *screen, gpointer result)
{
    if (result != NULL) {
        return arrive(screen);
    }
    forget_look((ShopPlace *)screen);
    return OUTCOME_REDRAW;
}

static Outcome make_new(Screen *screen)
{
    screen_push(screen, &screen_newshop, ((ShopPlace *)screen)->where, made);
    return OUTCOME_HANDLED;
}

static Outcome move_answered(Screen *screen, gpointer answer)
{
    return answer != NULL ? begin(screen, MOVING,
                                  (AppJob){.run = place_move_run,
                                           .result_free = shop_box_free,
                                           .done = opened,
                                           .progress = progress})
                          : OUTCOME_HANDLED;
}

static Outcome move_there(Screen *screen)
{
    return dialog_confirm(screen,
                          _("Carry the shop there with everything in it? Here it can only be read "
                            "afterwards; the other "
                            "counters have to go there, too."),
                          _("Carry it there"), _("Leave it here"), move_answered);
}

static Outcome stop(Screen *screen)
{
    ((ShopPlace *)screen)->is_stopping = true;
    app_cancel_job(screen);
    return OUTCOME_REDRAW;
}

static Outcome leave(Screen *screen)
{
    app_cancel_job(screen);
    return screen_leave(screen);
}

/* ---- drawing ---- */

static int draw_now(const Screen *screen, Canvas *canvas, int row, int below)
{
    if (counter_of(screen)->where == NULL) {
        return row;
    }
    g_autofree char *place = place_now(screen);
    /* TRANSLATORS: %s is "on this computer", a file or a server. */
    g_autofree char *text = g_strdup_printf(_("Now: %s"), place);
    canvas_text(canvas, row, MARGIN, canvas->cols - 2, AREA_TEXT, text);
    return row + below;
}

static void draw_moving(const ShopPlace *self, Canvas *canvas, int row)
{
    int width = MIN(canvas->cols - 9, BAR_COLS);
    double total = MAX(self->total, 1);
    canvas_progress(canvas, row, MARGIN, width, self->done, total);
    g_autofree char *percent = g_strdup_printf("%3.0f %%", 100 * self->done / total);
    canvas_put(canvas, row, width + 2, AREA_TEXT, percent);
    canvas_wrapped(canvas, row + 2, MARGIN, MIN(canvas->cols - 2, TEXT_COLS), 3, AREA_DIM,
                   self->is_stopping
                       ? _("Stopping …")
                       : _("Everything is carried over and compared. Esc stops it: then all stays "
                           "as it was."));
}

static void draw_answer(const Screen *screen, Canvas *canvas, int row)
{
    const ShopPlace *self = (const ShopPlace *)screen;
    int cols = MIN(canvas->cols - 2, TEXT_COLS), rows = MAX(canvas->rows - row, 0);
    if (self->stage == LOOKING || self->stage == GOING) {
        canvas_wrapped(canvas, row, MARGIN, cols, rows, AREA_DIM,
                       db_is_server(self->where) ? _("Asking the server …") : _("Looking …"));
    } else if (self->failure != NULL) {
        canvas_wrapped(canvas, row, MARGIN, cols, rows, AREA_TEXT, self->failure);
    } else if (self->look != NULL) {
        g_autofree char *text = place_told(self->look, has_own_shop(screen));
        canvas_wrapped(canvas, row, MARGIN, cols, rows,
                       place_is_free(self->look) ? AREA_GOOD : AREA_TEXT, text);
    } else {
        canvas_wrapped(canvas, row, MARGIN, cols, MIN(rows, HINT_ROWS), AREA_DIM,
                       _("Several counters share a shop on a server, people on one computer in a "
                         "file. Looking there changes nothing."));
    }
}

static void shopplace_draw(Screen *screen, Canvas *canvas)
{
    ShopPlace *self = (ShopPlace *)screen;
    bool tall = canvas->rows >= TALL_ROWS;
    canvas_put(canvas, 0, MARGIN, AREA_TITLE, _("Where the shop is"));
    int row = draw_now(screen, canvas, tall ? 2 : 1, tall ? 2 : 1);
    if (self->stage == MOVING) {
        draw_moving(self, canvas, row);
        return;
    }
    self->form_row = row;
    Canvas part = canvas_part(canvas, row, MARGIN, 1, MIN(canvas->cols - 2, TEXT_COLS));
    form_draw(self->form, &part);
    draw_answer(screen, canvas, row + 2);
}

static const Action actions[] = {
    {"look", "Enter", N_("Look there"), N_("Looks at the place and says what is there."),
     .run = look_at, .when = can_look},
    {"go", "Enter", N_("Go there"),
     N_("Opens the shop there, now and whenever Tresen starts on this computer."), .run = go,
     .when = can_go},
    {"move", "F4|Ctrl-S", N_("Carry it there"),
     N_("Carries the shop that is open to the place, with everything in it."), .run = move_there,
     .when = can_move},
    {"make", "Enter", N_("New shop"), N_("Begins a new shop there."), .run = make_new,
     .when = can_make},
    {"local", "Alt-p", N_("This computer"),
     N_("Looks at the file on this computer where the shop is without a choice."),
     .run = look_at_local, .when = can_go_local},
    {"stop", "Esc", N_("Stop"), N_("Stops carrying: everything stays as it was."), .run = stop,
     .when = is_moving},
    {"back", "Esc", N_("Back"), N_("Goes back. The shop stays where it is."), .run = leave,
     .when = is_left_alone},
    {0},
};

const ScreenClass screen_shopplace = {
    .name = "shopplace",
    .title = N_("Where the shop is"),
    .size = sizeof(ShopPlace),
    .actions = actions,
    .open = shopplace_open,
    .input = shopplace_input,
    .draw = shopplace_draw,
    .unsaved = is_moving,
    .close = shopplace_close,
};
