/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing a customer for ever: what goes, what stays, and then the number typed. */
#include "tui/screens/erase.h"

#include "data/backup/list.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/erase/erase.h"
#include "data/erase/erasewords.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"
#include "tui/text.h"
#include "tui/widgets/list.h"

#include <string.h>

enum { MARGIN = 1, COUNT_COLS = 6, GAP = 2, TEXT_COLS = 78, NAME_MOST = 60 };

typedef struct {
    gint64 customer_id;
    char *backup_folder, *spare_folder;
    Who who;
    EraseView *view; /* of the job: whom; else NULL */
} EraseAsk;

typedef struct {
    EraseView *view;
    char *backups; /* what is said of the backups */
} EraseModel;

/* A row of the page: a heading, one or two counts with their labels, or a line of a sentence. */
typedef struct {
    const EraseCount *counts[2]; /* NULL: none; of the model */
    char *text;                  /* "": an empty row; NULL where there are counts */
    bool is_heading;
} EraseRow;

typedef struct {
    Screen base;
    gint64 customer_id;
    GArray *rows; /* EraseRow, for COLS; NULL before the load */
    int cols;
    int top, height; /* the first row in sight, and how many there are */
} ErasePage;

/* ---- loading ---- */

static void ask_free(gpointer data)
{
    EraseAsk *ask = data;
    g_free(ask->backup_folder);
    g_free(ask->spare_folder);
    erase_view_free(ask->view);
    g_free(ask);
}

static gpointer erase_ask(Screen *screen)
{
    const Counter *counter = counter_of(screen);
    EraseAsk *ask = g_new0(EraseAsk, 1);
    ask->customer_id = ((const ErasePage *)screen)->customer_id;
    ask->backup_folder = g_strdup(counter->backup_folder);
    ask->spare_folder = g_strdup(counter->spare_folder);
    ask->who = counter_who(screen);
    return ask;
}

static void model_free(gpointer data)
{
    EraseModel *model = data;
    erase_view_free(model->view);
    g_free(model->backups);
    g_free(model);
}

static gpointer erase_load(Shop *shop, gconstpointer data, GError **error)
{
    const EraseAsk *ask = data;
    EraseView *view = erase_look(shop->db, ask->customer_id, error);
    if (view == NULL) {
        return NULL;
    }
    const BackupPlace place = {.folder = ask->backup_folder};
    const char *where = db_where(shop->db);
    g_autoptr(GPtrArray) backups = backup_list(&place, where, ask->who.at);
    EraseModel *model = g_new0(EraseModel, 1);
    model->view = view;
    model->backups = erase_backup_words(backups, db_is_server(where));
    return model;
}

static Outcome load_failed(Screen *screen, const GError *error)
{
    if (!g_error_matches(error, FAULT, FAULT_MISSING)) {
        return OUTCOME_NONE;
    }
    app_say(screen->app, AREA_WARNING, error->message);
    return OUTCOME_CLOSE;
}

/* ---- rows ---- */

static void row_clear(gpointer data)
{
    g_free(((EraseRow *)data)->text);
}

static void add_lines(ErasePage *self, const char *text, bool is_heading)
{
    g_auto(GStrv) lines = text_wrap(text, self->cols);
    for (guint i = 0; lines[i] != NULL; i++) {
        const EraseRow row = {.text = g_strdup(lines[i]), .is_heading = is_heading};
        g_array_append_val(self->rows, row);
    }
}

static void add_heading(ErasePage *self, const char *text)
{
    if (self->rows->len > 0) {
        add_lines(self, "", true);
    }
    add_lines(self, text, true);
}

/* Whether two of COUNTS have room in one row. */
static bool fit_in_two(const GArray *counts, int cols)
{
    int widest = 0;
    for (guint i = 0; i < counts->len; i++) {
        widest = MAX(widest, text_width_shown(_(g_array_index(counts, EraseCount, i).label)));
    }
    return COUNT_COLS + GAP + widest < cols / 2;
}

static void add_counts(ErasePage *self, const char *heading, const GArray *counts)
{
    if (counts->len > 0) {
        add_heading(self, heading);
    }
    guint rows = fit_in_two(counts, self->cols) ? (counts->len + 1) / 2 : counts->len;
    for (guint i = 0; i < rows; i++) {
        const EraseRow row = {.counts = {&g_array_index(counts, EraseCount, i),
                                         i + rows < counts->len
                                             ? &g_array_index(counts, EraseCount, i + rows)
                                             : NULL}};
        g_array_append_val(self->rows, row);
    }
}

static void make_rows(ErasePage *self, const EraseModel *model)
{
    const EraseView *view = model->view;
    self->rows = g_array_new(FALSE, FALSE, sizeof(EraseRow));
    g_array_set_clear_func(self->rows, row_clear);
    add_counts(self, _("This goes for ever:"), view->goes);
    add_counts(self, _("This stays, without a name and without words, so that figures stay right:"),
               view->stays);
    add_heading(self, _("Good to know:"));
    add_lines(self, model->backups, false);
    if (view->others->len > 0) {
        g_ptr_array_add(view->others, NULL);
        g_autofree char *others = g_strjoinv(" · ", (char **)view->others->pdata);
        g_ptr_array_remove_index(view->others, view->others->len - 1);
        g_autofree char *sentence = g_strdup_printf(
            _("The name also stands on the cards of %s. Look there yourself."), others);
        add_lines(self, sentence, false);
    }
}

static void draw_count(Canvas *canvas, int row, int col, int cols, const EraseCount *one)
{
    g_autofree char *count = g_strdup_printf("%" G_GINT64_FORMAT, one->count);
    col = canvas_text_right(canvas, row, col, COUNT_COLS, AREA_ACCENT, count) + GAP;
    canvas_text(canvas, row, col, cols - COUNT_COLS - GAP, AREA_TEXT, _(one->label));
}

static void draw_row(Canvas *canvas, int row, int cols, const EraseRow *one)
{
    if (one->text != NULL) {
        Canvas place = one->is_heading ? *canvas : canvas_private(canvas);
        canvas_text(&place, row, MARGIN, cols, one->is_heading ? AREA_TITLE : AREA_TEXT, one->text);
        return;
    }
    draw_count(canvas, row, MARGIN, one->counts[1] != NULL ? cols / 2 : cols, one->counts[0]);
    if (one->counts[1] != NULL) {
        draw_count(canvas, row, MARGIN + cols / 2, cols / 2, one->counts[1]);
    }
}

/* ---- erasing ---- */

/* What came after the deed and failed, which is only told; "" when all went well. */
static gpointer run_erase(Shop *shop, gpointer data, Work *work, GError **error)
{
    (void)work;
    const EraseAsk *ask = data;
    g_autoptr(GError) left = NULL;
    if (!erase_customer(shop->db, &ask->who, ask->customer_id, error)) {
        return NULL;
    }
    bool is_clean =
        erase_clean_up(shop->db, ask->view, ask->backup_folder, ask->spare_folder, &left);
    return g_strdup(is_clean ? "" : left->message);
}

static Outcome erase_done(Screen *screen, gpointer trouble)
{
    const char *left = trouble;
    if (*left == '\0') {
        app_say(screen->app, AREA_GOOD, _("Erased for ever."));
    } else {
        g_autofree char *text =
            g_strdup_printf(_("They are erased, but not everything is cleaned up: %s"), left);
        app_say(screen->app, AREA_WARNING, text);
    }
    return screen_done(screen);
}

static Outcome number_typed(Screen *screen, gpointer answer)
{
    const EraseModel *model = screen->model;
    if (answer == NULL || model == NULL) {
        return OUTCOME_HANDLED;
    }
    EraseAsk *ask = erase_ask(screen);
    ask->view = g_new0(EraseView, 1);
    ask->view->words = g_strdupv(model->view->words);
    ask->view->known = g_ptr_array_ref(model->view->known);
    const AppJob job = {.run = run_erase,
                        .arg = ask,
                        .arg_free = ask_free,
                        .result_free = g_free,
                        .done = erase_done};
    return app_do(screen, &job);
}

static bool is_number(const char *typed, gconstpointer context, GError **error)
{
    const ErasePage *self = context;
    const EraseModel *model = self->base.model;
    if (model != NULL && strcmp(typed, model->view->number) == 0) {
        return true;
    }
    g_set_error_literal(error, FAULT, FAULT_REFUSED,
                        _("That is not their number. Esc leaves everything as it is."));
    return false;
}

static bool may_erase(const Screen *screen)
{
    return screen->model != NULL && counter_may_write(screen);
}

static Outcome erase_now(Screen *screen)
{
    const EraseModel *model = screen->model;
    g_autofree char *shown = text_show(model->view->name);
    g_autofree char *name = text_cut(shown, NAME_MOST, NULL);
    g_autofree char *question =
        g_strdup_printf(_("This cannot be taken back. Type number %s to erase %s for ever."),
                        model->view->number, name);
    const PromptQuestion prompt = {
        .title = _("Erase for ever"), .question = question, .context = screen, .check = is_number};
    return dialog_prompt(screen, &prompt, number_typed);
}

/* ---- life ---- */

static bool erase_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    ErasePage *self = (ErasePage *)screen;
    self->customer_id = arg != NULL ? *(const gint64 *)arg : 0;
    return true;
}

static void drop_rows(ErasePage *self)
{
    g_clear_pointer(&self->rows, g_array_unref);
}

static void erase_loaded(Screen *screen, gpointer old)
{
    (void)old;
    drop_rows((ErasePage *)screen);
}

static void erase_close(Screen *screen)
{
    drop_rows((ErasePage *)screen);
}

static void erase_draw(Screen *screen, Canvas *canvas)
{
    ErasePage *self = (ErasePage *)screen;
    const EraseModel *model = screen->model;
    if (model == NULL) {
        return;
    }
    int cols = MAX(MIN(canvas->cols - 2 * MARGIN, TEXT_COLS), 1);
    if (self->rows == NULL || self->cols != cols) {
        drop_rows(self);
        self->cols = cols;
        make_rows(self, model);
    }
    Canvas head = canvas_private(canvas);
    /* TRANSLATORS: a customer's name and number. */
    g_autofree char *who = g_strdup_printf(_("%s, no. %s"), model->view->name, model->view->number);
    canvas_text(&head, 0, MARGIN, cols, AREA_HEADING, who);
    int top = canvas->rows >= 16 ? 2 : 1;
    Canvas part = canvas_part(canvas, top, 0, canvas->rows - top, canvas->cols);
    self->height = part.rows;
    self->top = CLAMP(self->top, 0, MAX((int)self->rows->len - part.rows, 0));
    for (int i = 0; i < part.rows && self->top + i < (int)self->rows->len; i++) {
        draw_row(&part, i, cols, &g_array_index(self->rows, EraseRow, self->top + i));
    }
    list_draw_edges(&part, self->top > 0, self->top + part.rows < (int)self->rows->len);
}

/* Nothing here is selected: arrows and the wheel move the page. */
static Outcome erase_input(Screen *screen, const Event *event)
{
    ErasePage *self = (ErasePage *)screen;
    static const struct {
        Key key;
        int rows, pages;
    } moves[] = {{K_UP, -1, 0}, {K_DOWN, 1, 0}, {K_PGUP, 0, -1}, {K_PGDN, 0, 1}};
    int by = event->kind == EVENT_WHEEL ? event->steps : 0;
    for (gsize i = 0; i < G_N_ELEMENTS(moves) && event->kind == EVENT_KEY; i++) {
        if (event->key == moves[i].key) {
            by = moves[i].rows + moves[i].pages * self->height;
        }
    }
    self->top += by;
    return by != 0 ? OUTCOME_REDRAW : OUTCOME_NONE;
}

static const Action actions[] = {
    {"erase", "F4|Ctrl-S", N_("Erase for ever"),
     N_("Asks for the customer's number, then erases. This cannot be taken back."),
     .run = erase_now, .when = may_erase, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Goes back. Nothing is erased."), .run = screen_leave},
    {0},
};

const ScreenClass screen_erase = {
    .name = "erase",
    .title = N_("Erase a customer for ever"),
    .size = sizeof(ErasePage),
    .actions = actions,
    .open = erase_open,
    .ask = erase_ask,
    .ask_free = ask_free,
    .load = erase_load,
    .model_free = model_free,
    .loaded = erase_loaded,
    .load_failed = load_failed,
    .input = erase_input,
    .draw = erase_draw,
    .close = erase_close,
};
