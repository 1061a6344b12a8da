/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over a list: how far it is, and what came of it. */
#include "tui/screens/importrun.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/figures.h"
#include "tui/screens/card.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/importresult.h"
#include "tui/screens/importwork.h"
#include "tui/screens/shopmake.h"

enum { TALL_ROWS = 16, BAR_COLS = 60, DETAIL_ROWS = 3 };

typedef struct {
    Screen base;
    ImportWork *work;
    char *name; /* of the file */
    GDateTime *began;
    double done, total; /* bytes */
    bool is_stopping;
    char *failure;        /* why nothing was taken over; NULL */
    ImportResult *result; /* NULL while it runs */
    bool is_taken_back;
    ResultRows rows;
    List list;
    int list_row; /* where the list was drawn */
} ImportRun;

/* ---- running ---- */

/* As long as it is, nothing but the person's own Esc leaves the page. */
static bool is_running(const Screen *screen)
{
    const ImportRun *run = (const ImportRun *)screen;
    return run->result == NULL && run->failure == NULL;
}

static Outcome run_done(Screen *screen, gpointer data)
{
    ImportRun *run = (ImportRun *)screen;
    ImportDone *done = data;
    g_autoptr(GError) error = NULL;
    Shop *made = g_steal_pointer(&done->made);
    if (made != NULL && !shopmake_hand_over(screen, made, &error)) {
        run->failure = g_strdup(error->message);
        return OUTCOME_REDRAW;
    }
    run->result = g_steal_pointer(&done->result);
    result_rows_init(&run->rows, run->result);
    list_show(&run->list, &run->rows);
    list_to_first(&run->list);
    screen_result(screen, g_memdup2(&run->result->deed_id, sizeof(gint64)), g_free);
    return OUTCOME_REDRAW;
}

/* Shown on the page: from there one can try again, or go back to the columns and mend what was
 * wrong. */
static bool run_failed(Screen *screen, const GError *error)
{
    ImportRun *run = (ImportRun *)screen;
    run->failure = g_strdup(error->message);
    return true;
}

static void run_progress(Screen *screen, double done, double total)
{
    ImportRun *run = (ImportRun *)screen;
    run->done = done;
    run->total = total;
}

static Outcome run_start(Screen *screen)
{
    ImportRun *run = (ImportRun *)screen;
    g_clear_pointer(&run->failure, g_free);
    g_clear_pointer(&run->began, g_date_time_unref);
    run->began = app_now(screen->app);
    run->is_stopping = false;
    run->done = run->total = 0;
    g_atomic_int_set(&run->work->records, 0);
    const AppJob job = {
        .run = importwork_run,
        .arg = g_atomic_rc_box_acquire(run->work),
        .arg_free = importwork_unref,
        .result_free = importwork_done_free,
        .done = run_done,
        .failed = run_failed,
        .progress = run_progress,
        .background = true,
    };
    return app_do(screen, &job);
}

static bool run_open(Screen *screen, gconstpointer data, GError **error)
{
    const ImportRunArg *arg = data;
    ImportRun *run = (ImportRun *)screen;
    list_init(&run->list, &result_list_class);
    run->work = importwork_new();
    if (arg == NULL || arg->path == NULL) {
        g_set_error_literal(error, FAULT, FAULT_MISSING,
                            _("There is no list to take over. Choose a file first."));
        return false;
    }
    g_autofree char *name = g_path_get_basename(arg->path);
    run->name = g_filename_display_name(name);
    run->work->path = g_strdup(arg->path);
    run->work->is_orders = arg->is_orders;
    run->work->mapping = arg->mapping != NULL ? mapping_copy(arg->mapping) : NULL;
    run->work->new_shop = g_strdup(arg->new_shop);
    run->work->spare_folder = g_strdup(counter_of(screen)->spare_folder);
    if (!counter_of(screen)->is_demo) {
        run->work->backup_folder = g_strdup(counter_of(screen)->backup_folder);
        run->work->second_place = g_strdup(counter_of(screen)->preferences->second);
    }
    run->work->who = counter_who(screen);
    run->work->today = counter_today(screen);
    run_start(screen);
    return true;
}

static void run_close(Screen *screen)
{
    ImportRun *run = (ImportRun *)screen;
    g_free(run->name);
    g_free(run->failure);
    g_clear_pointer(&run->began, g_date_time_unref);
    result_rows_clear(&run->rows);
    g_clear_pointer(&run->result, import_result_free);
    importwork_unref(run->work);
}

/* ---- drawing ---- */

/* "1204 records · 512 a second · about 4 seconds left", as far as it can be told. */
static char *pace(const ImportRun *run)
{
    guint records = (guint)g_atomic_int_get(&run->work->records);
    g_autoptr(GDateTime) now = app_now(run->base.app);
    GTimeSpan passed = g_date_time_difference(now, run->began);
    double seconds = (double)passed / G_USEC_PER_SEC;
    GString *text = g_string_new(NULL);
    g_autofree char *count = figures_grouped(records);
    g_string_append_printf(text, ngettext("%s record", "%s records", records), count);
    if (seconds >= 0.5 && run->done > 0) {
        guint rate = (guint)(records / seconds);
        guint left = (guint)(seconds * (run->total - run->done) / run->done + 0.5);
        g_string_append(text, " · ");
        g_autofree char *speed = figures_grouped(rate);
        g_string_append_printf(text, ngettext("%s a second", "%s a second", rate), speed);
        g_string_append(text, " · ");
        if (left < 100) {
            g_string_append_printf(text, ngettext("%u second left", "%u seconds left", left), left);
        } else {
            g_string_append_printf(text,
                                   ngettext("%u minute left", "%u minutes left", (left + 30) / 60),
                                   (left + 30) / 60);
        }
    }
    return g_string_free(text, FALSE);
}

static void draw_running(const ImportRun *run, Canvas *canvas)
{
    g_autofree char *title = g_strdup_printf(_("Taking over %s"), run->name);
    bool tall = canvas->rows >= TALL_ROWS;
    int row = tall ? 3 : 1;
    canvas_put(canvas, tall ? 1 : 0, 1, AREA_TITLE, title);
    int width = MIN(canvas->cols - 8, BAR_COLS);
    canvas_progress(canvas, row, 1, width, run->done, run->total);
    g_autofree char *percent =
        g_strdup_printf("%3.0f %%", run->total > 0 ? 100 * run->done / run->total : 0);
    canvas_put(canvas, row, width + 2, AREA_TEXT, percent);
    g_autofree char *text = pace(run);
    bool is_ending = run->total > 0 && run->done >= run->total;
    canvas_put(canvas, row + 2, 1, AREA_TEXT,
               run->is_stopping ? _("Stopping …")
               : is_ending      ? _("Writing it down …")
                                : text);
    canvas_wrapped(canvas, row + 4, 1, canvas->cols - 2, 3, AREA_DIM,
                   _("Esc stops it. Nothing is taken over then, and the list stays as it is."));
}

static void draw_failure(const ImportRun *run, Canvas *canvas)
{
    g_autofree char *title = g_strdup_printf(_("%s is not taken over"), run->name);
    bool tall = canvas->rows >= TALL_ROWS;
    canvas_put(canvas, tall ? 1 : 0, 1, AREA_TITLE, title);
    canvas_wrapped(canvas, tall ? 3 : 2, 1, canvas->cols - 2, canvas->rows - 3, AREA_TEXT,
                   run->failure);
}

static void draw_taken_back(const ImportRun *run, Canvas *canvas)
{
    g_autofree char *text =
        g_strdup_printf(_("%s is taken back: everything is as it was before."), run->name);
    canvas_wrapped(canvas, 0, 1, canvas->cols - 2, canvas->rows, AREA_GOOD, text);
}

static void draw_result(ImportRun *run, Canvas *canvas)
{
    bool tall = canvas->rows >= TALL_ROWS;
    g_autofree char *title = result_title(run->result, run->name);
    canvas_put(canvas, 0, 1, AREA_TITLE, title);
    run->list_row = result_draw_numbers(canvas, tall ? 2 : 1, run->result, !tall) + (tall ? 1 : 0);
    g_autofree char *detail = result_row_text(&run->rows, list_selected(&run->list));
    int details =
        detail != NULL && canvas->rows - run->list_row > 2 * DETAIL_ROWS ? DETAIL_ROWS : 0;
    Canvas part =
        canvas_part(canvas, run->list_row, 0, canvas->rows - run->list_row - details, G_MAXINT);
    list_draw(&run->list, &part, true);
    if (details > 0) {
        canvas_rule(canvas, canvas->rows - details);
        Canvas hidden = canvas_private(canvas);
        canvas_wrapped(&hidden, canvas->rows - details + 1, 1, canvas->cols - 2, details - 1,
                       AREA_TEXT, detail);
    }
}

static void run_draw(Screen *screen, Canvas *canvas)
{
    ImportRun *run = (ImportRun *)screen;
    if (run->is_taken_back) {
        draw_taken_back(run, canvas);
    } else if (run->result != NULL) {
        draw_result(run, canvas);
    } else if (run->failure != NULL) {
        draw_failure(run, canvas);
    } else {
        draw_running(run, canvas);
    }
}

/* ---- what can be done ---- */

/* Small windows have no room for the whole sentence beside the list. */
static Outcome run_read(Screen *screen)
{
    const ImportRun *run = (const ImportRun *)screen;
    g_autofree char *text = result_row_text(&run->rows, list_selected(&run->list));
    return text != NULL ? dialog_message(screen, NULL, text) : OUTCOME_HANDLED;
}

static gint64 selected_customer(const Screen *screen)
{
    const ImportRun *run = (const ImportRun *)screen;
    return result_row_customer(&run->rows, list_selected(&run->list));
}

static Outcome run_open_card(Screen *screen)
{
    const CardArg arg = {.customer_id = selected_customer(screen)};
    screen_push(screen, &screen_card, &arg, NULL);
    return OUTCOME_HANDLED;
}

static bool can_take_back(const Screen *screen)
{
    const ImportRun *run = (const ImportRun *)screen;
    return run->result != NULL && run->result->deed_id != 0 && !run->is_taken_back;
}

static Outcome run_input(Screen *screen, const Event *event)
{
    ImportRun *run = (ImportRun *)screen;
    if (run->result == NULL) {
        return OUTCOME_NONE;
    }
    if (event->kind == EVENT_KEY && event->key == K_CTRL + 'z' && !can_take_back(screen)) {
        app_say(screen->app, AREA_MESSAGE,
                run->is_taken_back
                    ? _("This list is taken back already.")
                    : _("This list changed nothing: there is nothing to take back."));
        return OUTCOME_REDRAW;
    }
    if (run->is_taken_back) {
        return OUTCOME_NONE;
    }
    Event own = *event;
    own.row -= run->list_row;
    Outcome outcome = list_input(&run->list, &own, true);
    /* A click on the selected row must not leave the page. */
    return outcome == OUTCOME_AS_ENTER ? run_read(screen) : outcome;
}

static bool is_over(const Screen *screen)
{
    return !is_running(screen);
}

static bool has_notes(const Screen *screen)
{
    const ImportRun *run = (const ImportRun *)screen;
    return run->result != NULL && !run->is_taken_back && list_has_selection(&run->list);
}

static bool needs_no_look(const Screen *screen)
{
    return is_over(screen) && !has_notes(screen);
}

static bool has_card(const Screen *screen)
{
    return has_notes(screen) && selected_customer(screen) != 0;
}

static bool has_failed(const Screen *screen)
{
    return ((const ImportRun *)screen)->failure != NULL;
}

static Outcome run_stop(Screen *screen)
{
    ((ImportRun *)screen)->is_stopping = true;
    app_cancel_job(screen);
    return OUTCOME_REDRAW;
}

static gpointer undo_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    const ImportWork *import = arg;
    (void)work;
    return deed_undo(shop->db, &import->who, import->deed_id, NULL, error) ? arg : NULL;
}

static Outcome taken_back(Screen *screen, gpointer result)
{
    (void)result;
    ((ImportRun *)screen)->is_taken_back = true;
    return OUTCOME_REDRAW;
}

static Outcome run_take_back(Screen *screen)
{
    ImportRun *run = (ImportRun *)screen;
    run->work->who = counter_who(screen);
    run->work->deed_id = run->result->deed_id;
    const AppJob job = {
        .run = undo_run,
        .arg = g_atomic_rc_box_acquire(run->work),
        .arg_free = importwork_unref,
        .done = taken_back,
    };
    return app_do(screen, &job);
}

static const Action actions[] = {
    {"card", "Enter", N_("Open card"), N_("Opens the card of the customer in the selected line."),
     .run = run_open_card, .when = has_card},
    {"go_on", "Enter", N_("Go on"), N_("Closes the report when no line needs a look."),
     .run = screen_leave, .when = needs_no_look},
    {"read", "Space|Enter", N_("Read whole"),
     N_("Shows all of what is said about the selected line."), .run = run_read, .when = has_notes},
    {"undo", "Ctrl-Z", N_("Take back"),
     N_("Takes the whole import back: everything is as it was before."), .run = run_take_back,
     .when = can_take_back},
    {"again", "F4|Ctrl-S", N_("Try again"),
     N_("Begins from the start, where nothing was taken over."), .run = run_start,
     .when = has_failed},
    {"stop", "Esc", N_("Stop"), N_("Stops while it runs: nothing is taken over then."),
     .run = run_stop, .when = is_running},
    {"back", "Esc", N_("Back"), N_("Closes the report."), .run = screen_leave, .when = is_over},
    {0},
};

const ScreenClass screen_importrun = {
    .name = "importrun",
    .title = N_("Taking over a customer list"),
    .size = sizeof(ImportRun),
    .actions = actions,
    .open = run_open,
    .input = run_input,
    .draw = run_draw,
    .unsaved = is_running,
    .close = run_close,
};
