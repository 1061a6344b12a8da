/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that one deed changed. */
#include "tui/screens/deed.h"

#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/history/history.h"
#include "tui/counter.h"
#include "tui/dates.h"
#include "tui/figures.h"
#include "tui/takeback.h"
#include "tui/text.h"
#include "tui/widgets/listpage.h"

#include <string.h>

/* No more rows of a deed are told: lists that were taken over have a million. */
enum { LINES = 2000, MARGIN = 1, GAP = 2, LABEL_MOST = 22 };

/* A row of the page. */
typedef struct {
    char *label; /* NULL: TEXT begins at the margin */
    char *text;
    Area area;
    bool is_open; /* not private: it names nobody */
    bool is_part; /* it stands below what it is a part of */
} Piece;

typedef struct {
    HistoryDeed *deed;
    GPtrArray *pieces; /* Piece */
    int label_cols;
} Model;

typedef struct {
    Screen base;
    DeedArg what;
    ListPage page;
} DeedScreen;

/* ---- the model ---- */

static void piece_free(gpointer data)
{
    Piece *piece = data;
    g_free(piece->label);
    g_free(piece->text);
    g_free(piece);
}

static void model_free(gpointer data)
{
    Model *model = data;
    history_deed_free(model->deed);
    g_ptr_array_unref(model->pieces);
    g_free(model);
}

static Piece *add(Model *model, const char *label, char *text, Area area)
{
    Piece *piece = g_new0(Piece, 1);
    *piece = (Piece){.label = g_strdup(label), .text = text, .area = area};
    g_ptr_array_add(model->pieces, piece);
    model->label_cols = MAX(model->label_cols, MIN(text_width_shown(label), LABEL_MOST));
    return piece;
}

/* TRANSLATORS: what became of a thing: "note likes: strawberries – added". */
static const char *what_words(HistoryWhat what)
{
    return what == HISTORY_ADDED     ? _("added")
           : what == HISTORY_CHANGED ? _("changed")
                                     : _("removed");
}

/* Whether one of the fields of LINE says what it is called. */
static bool is_told_below(const HistoryLine *line)
{
    for (guint i = 0; line->what != HISTORY_CHANGED && i < line->fields->len; i++) {
        const HistoryField *field = g_ptr_array_index(line->fields, i);
        if (g_strcmp0(field->after != NULL ? field->after : field->before, line->call) == 0) {
            return true;
        }
    }
    return false;
}

static void add_line(Model *model, const HistoryLine *line)
{
    const HistoryLine bare = {.type = line->type,
                              .what = HISTORY_ADDED,
                              .call = line->call,
                              .is_sensitive = line->is_sensitive};
    g_autofree char *call =
        is_told_below(line) ? g_strdup(_(line->type->label)) : history_line(&bare);
    add(model, NULL, g_strdup_printf("%s – %s", call, what_words(line->what)), AREA_TEXT);
    for (guint i = 0; i < line->fields->len; i++) {
        const HistoryField *field = g_ptr_array_index(line->fields, i);
        add(model, _(field->label), history_field(field, line->what), AREA_DIM)->is_part = true;
    }
}

static void add_head(Model *model)
{
    const HistoryDeed *deed = model->deed;
    g_autofree char *day = day_for_people(instant_local_day(deed->at));
    g_autofree char *clock = dates_clock(deed->at);
    g_autofree char *who = history_who(deed);
    add(model, _("When"), g_strdup_printf("%s %s", day, clock), AREA_TEXT)->is_open = true;
    if (*who != '\0') {
        add(model, _("Who"), g_steal_pointer(&who), AREA_TEXT)->is_open = true;
    }
    if (deed->whom != NULL) {
        add(model, _("Customer"), g_strdup(deed->whom), AREA_TEXT);
    }
    if (deed->is_undone) {
        add(model, NULL, g_strdup(_("This was taken back.")), AREA_TEXT)->is_open = true;
    }
    add(model, NULL, g_strdup(""), AREA_TEXT)->is_open = true;
}

static void add_left_out(Model *model)
{
    gint64 count = model->deed->left_out;
    if (count > 0) {
        g_autofree char *grouped = figures_grouped(count);
        char *more = g_strdup_printf(
            ngettext("and %s entry more", "and %s entries more", (unsigned long)count), grouped);
        add(model, NULL, more, AREA_DIM)->is_open = true;
    }
}

static gpointer deed_ask(Screen *screen)
{
    return g_memdup2(&((const DeedScreen *)screen)->what, sizeof(DeedArg));
}

static gpointer deed_load(Shop *shop, gconstpointer arg, GError **error)
{
    const DeedArg *what = arg;
    HistoryDeed *deed = history_load(shop->db, what->deed_id, what->customer_id, LINES, error);
    if (deed == NULL) {
        return NULL;
    }
    Model *model = g_new0(Model, 1);
    model->deed = deed;
    model->pieces = g_ptr_array_new_with_free_func(piece_free);
    add_head(model);
    for (guint i = 0; i < deed->lines->len; i++) {
        add_line(model, g_ptr_array_index(deed->lines, i));
    }
    add_left_out(model);
    return model;
}

/* ---- the list ---- */

static guint count(gconstpointer model)
{
    return ((const Model *)model)->pieces->len;
}

static void draw_piece(Canvas *line, gconstpointer data, guint row)
{
    const Model *model = data;
    const Piece *piece = g_ptr_array_index(model->pieces, row);
    Canvas hidden = piece->is_open ? *line : canvas_private(line);
    int col = MARGIN, end = line->cols - 2;
    if (piece->label != NULL) {
        int cols = MIN(model->label_cols, (end - col) / 3);
        col += piece->is_part ? GAP : 0;
        col = canvas_text(line, 0, col, cols, AREA_LABEL, piece->label) + GAP;
    }
    canvas_text(&hidden, 0, col, end - col, piece->area, piece->text);
}

static const ListClass list_class = {.count = count, .draw = draw_piece};

/* ---- the screen ---- */

static bool deed_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    DeedScreen *self = (DeedScreen *)screen;
    self->what = arg != NULL ? *(const DeedArg *)arg : (DeedArg){0};
    list_page_init(&self->page, &list_class);
    return true;
}

static void deed_loaded(Screen *screen, gpointer old)
{
    (void)old;
    list_page_show(&((DeedScreen *)screen)->page, screen->model);
}

static Outcome deed_input(Screen *screen, const Event *event)
{
    return list_page_input(&((DeedScreen *)screen)->page, event);
}

/* TEXT with a capital letter. Free with g_free. */
static char *as_title(const char *text)
{
    g_autofree char *first = g_utf8_substring(text, 0, MIN(g_utf8_strlen(text, -1), 1));
    g_autofree char *capital = g_utf8_strup(first, -1);
    return g_strconcat(capital, text + strlen(first), NULL);
}

static void deed_draw(Screen *screen, Canvas *canvas)
{
    const Model *model = screen->model;
    g_autofree char *verb = model != NULL ? history_verb(model->deed) : g_strdup("");
    g_autofree char *title = as_title(verb);
    list_page_draw(&((DeedScreen *)screen)->page, canvas, title, "");
}

static Outcome deed_take_back(Screen *screen)
{
    const HistoryDeed *deed = screen->model != NULL ? ((const Model *)screen->model)->deed : NULL;
    return deed != NULL ? takeback_chosen(screen, deed->id, deed->turn, deed->is_undone)
                        : OUTCOME_HANDLED;
}

static bool can_take_back(const Screen *screen)
{
    const Model *model = screen->model;
    return model != NULL && !model->deed->is_undone && counter_may_write(screen);
}

static const Action actions[] = {
    {"take_back", "z", N_("Take this back"), N_("Takes back what is shown here, after asking."),
     .run = deed_take_back, .when = can_take_back, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Goes back."), .run = screen_leave},
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {0},
};

const ScreenClass screen_deed = {
    .name = "deed",
    .title = N_("What was done"),
    .size = sizeof(DeedScreen),
    .actions = actions,
    .open = deed_open,
    .ask = deed_ask,
    .ask_free = g_free,
    .load = deed_load,
    .model_free = model_free,
    .loaded = deed_loaded,
    .input = deed_input,
    .draw = deed_draw,
};
