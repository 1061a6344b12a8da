/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The telephone numbers of a customer, one of them large. */
#include "tui/screens/dial.h"

#include "data/agenda/quiet.h"
#include "data/base/i18n.h"
#include "data/customer/contact.h"
#include "data/customer/factkind.h"
#include "data/customer/sheet.h"
#include "data/diary/complaint.h"
#include "data/shop.h"
#include "tui/bigdigits.h"
#include "tui/counter.h"
#include "tui/screens/card.h"
#include "tui/screens/interaction.h"
#include "tui/screens/pastwords.h"
#include "tui/text.h"
#include "tui/widgets/list.h"

#include <string.h>

enum { MARGIN = 1, GAP = 2, NUMBER_ROW = 2, LABEL_MOST = 16, TOLD_MOST = 3, COLS_MOST = 120 };

/* One number. */
typedef struct {
    gint64 id;
    char *label, *value;
} Row;

typedef struct {
    char *call;
    GPtrArray *rows;       /* Row */
    GPtrArray *quiet;      /* char *: the quiet times */
    GPtrArray *warnings;   /* char * */
    GPtrArray *complaints; /* Complaint: open */
    Day today;
    bool is_quiet; /* it is a quiet time now */
    int label_cols;
} Model;

typedef struct {
    gint64 customer_id;
    Moment now;
} Ask;

typedef struct {
    Screen base;
    gint64 customer_id;
    List list;
    int list_row;
} Dial;

/* ---- the model ---- */

static void row_free(gpointer data)
{
    Row *row = data;
    g_free(row->label);
    g_free(row->value);
    g_free(row);
}

static void model_free(gpointer data)
{
    Model *model = data;
    g_free(model->call);
    g_ptr_array_unref(model->rows);
    g_ptr_array_unref(model->quiet);
    g_clear_pointer(&model->warnings, g_ptr_array_unref);
    g_clear_pointer(&model->complaints, g_ptr_array_unref);
    g_free(model);
}

static gpointer dial_ask(Screen *screen)
{
    const Ask ask = {((const Dial *)screen)->customer_id, counter_now(screen)};
    return g_memdup2(&ask, sizeof ask);
}

static void add_numbers(Model *model, const Sheet *sheet)
{
    for (guint i = 0; i < sheet->contacts->len; i++) {
        const Contact *contact = g_ptr_array_index(sheet->contacts, i);
        if (strcmp(contact->kind, "phone") != 0) {
            continue;
        }
        Row *row = g_new0(Row, 1);
        row->id = contact->head.id;
        row->label = g_strdup(contact->label != NULL ? contact->label : "");
        row->value = g_strdup(contact->value);
        model->label_cols = MAX(model->label_cols, MIN(text_width_shown(row->label), LABEL_MOST));
        g_ptr_array_add(model->rows, row);
    }
}

static bool load(Db *db, const Ask *ask, Model *model, GError **error)
{
    g_autoptr(Sheet) sheet = sheet_load(db, ask->customer_id, error);
    g_autoptr(GPtrArray) kinds = sheet != NULL ? fact_kind_list(db, error) : NULL;
    g_autoptr(GPtrArray) times = kinds != NULL ? quiet_list_of(db, ask->customer_id, error) : NULL;
    model->complaints = times != NULL ? complaint_open_of(db, ask->customer_id, error) : NULL;
    if (model->complaints == NULL) {
        return false;
    }
    model->today = ask->now.day;
    model->call = customer_call(sheet->customer, NAME_SPOKEN);
    model->warnings = sheet_warnings(sheet, kinds);
    add_numbers(model, sheet);
    for (guint i = 0; i < times->len; i++) {
        const Quiet *quiet = g_ptr_array_index(times, i);
        bool is_over = quiet->until_day != NULL && !quiet_has(quiet, ask->now) &&
                       quiet->weekdays == RECORD_NONE && quiet->from_minute == RECORD_NONE &&
                       quiet->from_month == 0;
        if (!is_over) {
            g_ptr_array_add(model->quiet, quiet_text(quiet));
        }
        model->is_quiet = model->is_quiet || quiet_has(quiet, ask->now);
    }
    return true;
}

static gpointer dial_load(Shop *shop, gconstpointer ask, GError **error)
{
    if (!db_read_begin(shop->db, error)) {
        return NULL;
    }
    Model *model = g_new0(Model, 1);
    model->rows = g_ptr_array_new_with_free_func(row_free);
    model->quiet = g_ptr_array_new_with_free_func(g_free);
    bool ok = load(shop->db, ask, model, error);
    db_read_end(shop->db);
    if (!ok) {
        g_clear_pointer(&model, model_free);
    }
    return model;
}

/* ---- drawing ---- */

static const Row *row_at(gconstpointer model, guint row)
{
    return g_ptr_array_index(((const Model *)model)->rows, row);
}

static guint count_rows(gconstpointer model)
{
    return ((const Model *)model)->rows->len;
}

static gint64 row_id(gconstpointer model, guint row)
{
    return row_at(model, row)->id;
}

static void draw_row(Canvas *line, gconstpointer data, guint index)
{
    const Model *model = data;
    const Row *row = row_at(model, index);
    Canvas hidden = canvas_private(line);
    int col = MARGIN;
    if (model->label_cols > 0) {
        col = canvas_text(line, 0, col, model->label_cols, AREA_LABEL, row->label) + GAP;
    }
    canvas_text(&hidden, 0, col, line->cols - MARGIN - col, AREA_TEXT, row->value);
}

static const ListClass list_class = {.count = count_rows, .id = row_id, .draw = draw_row};

static char *join(const GPtrArray *texts)
{
    GString *line = g_string_new(NULL);
    for (guint i = 0; i < texts->len; i++) {
        g_string_append_printf(line, "%s%s", i > 0 ? ", " : "",
                               (const char *)g_ptr_array_index(texts, i));
    }
    return g_string_free(line, FALSE);
}

/* What to know before calling. Returns the row after it. */
static int draw_told(const Model *model, Canvas *canvas, int row)
{
    Canvas hidden = canvas_private(canvas);
    int width = canvas->cols - 2 * MARGIN;
    if (model->is_quiet) {
        g_autofree char *line = g_strdup_printf("%s %s", canvas_symbol(canvas, SYMBOL_WARNING),
                                                _("They do not want to be called now."));
        row = canvas_wrapped(canvas, row, MARGIN, width, 2, AREA_WARNING, line);
    }
    if (model->quiet->len > 0) {
        g_autofree char *times = join(model->quiet);
        g_autofree char *line = g_strdup_printf(_("Not to be bothered: %s"), times);
        row = canvas_wrapped(&hidden, row, MARGIN, width, TOLD_MOST, AREA_DIM, line);
    }
    if (model->warnings->len > 0) {
        g_autofree char *warnings = join(model->warnings);
        g_autofree char *line =
            g_strdup_printf("%s %s", canvas_symbol(canvas, SYMBOL_WARNING), warnings);
        row = canvas_wrapped(&hidden, row, MARGIN, width, TOLD_MOST, AREA_WARNING, line);
    }
    if (model->complaints->len > 0) {
        const Complaint *first = g_ptr_array_index(model->complaints, 0);
        g_autofree char *words = pastwords_complaint(first, false, model->today);
        g_autofree char *line = g_strdup_printf("%s %s", canvas_symbol(canvas, SYMBOL_FLAG), words);
        row = canvas_wrapped(&hidden, row, MARGIN, width, TOLD_MOST, AREA_WARNING, line);
    }
    return row;
}

static void draw_title(const Model *model, const Row *row, Canvas *canvas)
{
    Canvas hidden = canvas_private(canvas);
    int col = canvas_put(&hidden, 0, MARGIN, AREA_HEADING, model->call) + GAP;
    if (row != NULL && model->rows->len == 1) {
        canvas_text(canvas, 0, col, canvas->cols - MARGIN - col, AREA_LABEL, row->label);
    }
}

static void dial_draw(Screen *screen, Canvas *canvas)
{
    Dial *self = (Dial *)screen;
    const Model *model = screen->model;
    if (model == NULL) {
        return;
    }
    int selected = list_selected(&self->list);
    const Row *row = selected >= 0 ? row_at(model, (guint)selected) : NULL;
    Canvas page = canvas_part(canvas, 0, 0, G_MAXINT, MIN(canvas->cols, COLS_MOST));
    draw_title(model, row, &page);
    if (row == NULL) {
        canvas_wrapped(&page, NUMBER_ROW, MARGIN, page.cols - 2 * MARGIN, 3, AREA_TEXT,
                       _("No telephone number is known. It is written on the card, with e."));
        return;
    }
    int list_rows = model->rows->len > 1 ? (int)MIN(model->rows->len, 5) + 1 : 0;
    int most = page.rows - NUMBER_ROW - list_rows - 4;
    int at = bigdigits_draw(&page, NUMBER_ROW, MARGIN + 1, page.cols - 2 * MARGIN - 1, most,
                            AREA_ACCENT, row->value) +
             1;
    at = draw_told(model, &page, at);
    self->list_row = at + 1;
    if (list_rows > 0) {
        Canvas list = canvas_part(&page, self->list_row, 0, G_MAXINT, G_MAXINT);
        list_draw(&self->list, &list, true);
    }
}

/* ---- the screen ---- */

static bool dial_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    Dial *self = (Dial *)screen;
    self->customer_id = ((const DialArg *)arg)->customer_id;
    list_init(&self->list, &list_class);
    return true;
}

static void dial_loaded(Screen *screen, gpointer old)
{
    (void)old;
    list_show(&((Dial *)screen)->list, screen->model);
}

static Outcome dial_input(Screen *screen, const Event *event)
{
    Dial *self = (Dial *)screen;
    Event own = *event;
    own.row -= self->list_row;
    return list_input(&self->list, &own, true);
}

static Outcome dial_card(Screen *screen)
{
    const CardArg arg = {((const Dial *)screen)->customer_id};
    screen_push(screen, &screen_card, &arg, card_pass_on);
    return OUTCOME_HANDLED;
}

static Outcome noted(Screen *screen, gpointer id)
{
    (void)screen;
    return id != NULL ? OUTCOME_CLOSE : OUTCOME_HANDLED;
}

static Outcome dial_note(Screen *screen)
{
    const InteractionArg arg = {.customer_id = ((const Dial *)screen)->customer_id};
    screen_push(screen, &screen_interaction, &arg, noted);
    return OUTCOME_HANDLED;
}

static const Action actions[] = {
    {"contact", "k", N_("Note the call"), N_("Notes what was said, and what came of it."),
     .run = dial_note, .when = counter_may_write},
    {"card", "Enter", N_("Open card"), N_("Opens the card of the customer."), .run = dial_card,
     .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Goes back."), .run = screen_leave},
    {0},
};

const ScreenClass screen_dial = {
    .name = "dial",
    .title = N_("Telephone"),
    .size = sizeof(Dial),
    .actions = actions,
    .open = dial_open,
    .ask = dial_ask,
    .ask_free = g_free,
    .load = dial_load,
    .model_free = model_free,
    .loaded = dial_loaded,
    .input = dial_input,
    .draw = dial_draw,
};
