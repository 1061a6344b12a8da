/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a picked list mean. */
#include "tui/screens/importmap.h"

#include "data/base/i18n.h"
#include "tui/app.h"
#include "tui/figures.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/importpreview.h"
#include "tui/screens/importrun.h"
#include "tui/widgets/list.h"

#include <string.h>

enum {
    TALL_ROWS = 14,
    ADVICE_ROWS = 3,
    HEADER_COLS = 20,
    MEANING_COLS = 26,
    SAMPLES_FROM = 64 /* narrower screens leave the values out */
};

/* What the list draws: the columns as they are meant now, and their first values. */
typedef struct {
    const Mapping *mapping;
    const OrderColumns *orders; /* NULL: the list holds customers */
    const GPtrArray *samples;
} Columns;

typedef struct {
    Screen base;
    char *path, *new_shop;
    Mapping *mapping; /* the guess, changed by hand; NULL until it has been read */
    bool is_changed;
    Columns columns;
    List list;
    int list_row; /* where the list was drawn */
} Map;

/* ---- loading ---- */

static gpointer map_ask(Screen *screen)
{
    return g_strdup(((Map *)screen)->path);
}

static gpointer map_load(Shop *shop, gconstpointer ask, GError **error)
{
    (void)shop;
    return preview_read(ask, error);
}

static void map_loaded(Screen *screen, gpointer old)
{
    (void)old;
    Map *map = (Map *)screen;
    Preview *preview = screen->model;
    /* The file may have changed since: what was set by hand stays as long as it still fits. */
    if (map->mapping == NULL || map->mapping->columns->len != preview->mapping->columns->len) {
        mapping_free(map->mapping);
        map->mapping = mapping_copy(preview->mapping);
        map->is_changed = false;
    }
    map->columns = (Columns){map->mapping, preview->orders, preview->samples};
    list_show(&map->list, &map->columns);
}

/* ---- the list ---- */

static const MappingColumn *column_at(gconstpointer model, guint row)
{
    return g_ptr_array_index(((const Columns *)model)->mapping->columns, row);
}

static guint count_rows(gconstpointer model)
{
    return ((const Columns *)model)->mapping->columns->len;
}

static void draw_row(Canvas *line, gconstpointer model, guint row)
{
    const MappingColumn *column = column_at(model, row);
    bool samples = line->cols >= SAMPLES_FROM;
    int header = samples ? HEADER_COLS : line->cols / 2 - 2;
    int meaning = samples ? MEANING_COLS : line->cols - header - 6;
    const OrderColumns *orders = ((const Columns *)model)->orders;
    OrderRole role = orders != NULL ? g_array_index(orders->roles, OrderRole, row) : ORDER_LEFT_OUT;
    bool plain = orders != NULL ? role != ORDER_LEFT_OUT
                                : column->recognised && column->field != LIST_IGNORE;
    g_autofree char *text = orders == NULL ? preview_meaning(column)
                            : plain        ? g_strdup(order_role_label(role))
                                           : g_strdup(_("left out"));
    int col = canvas_text(line, 0, 1, header, AREA_TEXT, column->header);
    col = canvas_put(line, 0, col + 1, AREA_DIM, "→");
    col = canvas_text(line, 0, col + 1, meaning, plain ? AREA_TEXT : AREA_DIM, text);
    if (samples) {
        Canvas hidden = canvas_private(line);
        canvas_text(&hidden, 0, col + 1, line->cols - col - 2, AREA_DIM,
                    g_ptr_array_index(((const Columns *)model)->samples, row));
    }
}

static const ListClass list_class = {.count = count_rows, .draw = draw_row};

/* ---- the screen ---- */

static bool map_open(Screen *screen, gconstpointer data, GError **error)
{
    (void)error;
    const ImportArg *arg = data;
    Map *map = (Map *)screen;
    map->path = g_strdup(arg != NULL && arg->path != NULL ? arg->path : "");
    map->new_shop = g_strdup(arg != NULL ? arg->new_shop : NULL);
    list_init(&map->list, &list_class);
    return true;
}

static void map_close(Screen *screen)
{
    Map *map = (Map *)screen;
    g_free(map->path);
    g_free(map->new_shop);
    mapping_free(map->mapping);
}

static void change_field(Map *map, guint row, ListField field)
{
    mapping_set_field(map->mapping, row, field);
    map->is_changed = true;
}

/* The place of the column's field among the choices; the last one when it is none of them. */
static guint choice_of(const MappingColumn *column)
{
    gsize count;
    const ListField *choices = list_field_choices(&count);
    guint place = 0;
    while (place + 1 < count && choices[place] != column->field) {
        place++;
    }
    return place;
}

static Outcome map_input(Screen *screen, const Event *event)
{
    Map *map = (Map *)screen;
    Event own = *event;
    own.row -= map->list_row;
    int row = list_selected(&map->list);
    if (row >= 0 && map->columns.orders == NULL && event->kind == EVENT_KEY &&
        (event->key == K_LEFT || event->key == K_RIGHT)) {
        gsize count;
        const ListField *choices = list_field_choices(&count);
        guint step = event->key == K_RIGHT ? 1 : (guint)count - 1;
        change_field(map, (guint)row,
                     choices[(choice_of(column_at(&map->columns, (guint)row)) + step) % count]);
        return OUTCOME_REDRAW;
    }
    return list_input(&map->list, &own, true);
}

static void draw_head(const Map *map, const Preview *preview, Canvas *canvas)
{
    g_autofree char *name = g_path_get_basename(map->path);
    g_autofree char *shown = g_filename_display_name(name);
    int col = canvas_put(canvas, 0, 1, AREA_TITLE, shown);
    g_autofree char *count = figures_grouped(preview->records);
    g_autofree char *records =
        preview->records > 0
            ? g_strdup_printf(ngettext("%s record", "%s records", preview->records), count)
            : NULL;
    /* TRANSLATORS: how a list is written: "UTF-8, divided by semicolon". */
    g_autofree char *how = g_strdup_printf(_("%s, divided by %s"), preview->encoding,
                                           preview_separator(preview->separator));
    g_autofree char *text =
        records != NULL ? g_strdup_printf("%s · %s", records, how) : g_strdup(how);
    canvas_put(canvas, 0, col + 3, AREA_DIM, text);
}

/* What stands between the title and the list: what is wrong, or what there is to do. Returns the
 * row after it. */
static int draw_advice(const Map *map, Canvas *canvas, int row)
{
    Area area = AREA_WARNING;
    g_autofree char *notes = NULL;
    if (map->columns.orders != NULL) {
        return canvas_wrapped(canvas, row, 1, canvas->cols - 2, ADVICE_ROWS, AREA_DIM,
                              order_source_sentence(map->columns.orders->source));
    }
    const char *text = mapping_problem(map->mapping);
    g_autoptr(GPtrArray) unknown = mapping_unrecognised(map->mapping);
    if (text == NULL && map->mapping->headerless) {
        text = _("The first line looks like a customer: headings are missing above it.");
    } else if (text == NULL && unknown->len > 0) {
        notes = g_strdup_printf(
            ngettext("%u column is kept as notes, because its heading is not known.",
                     "%u columns are kept as notes, because their headings are not known.",
                     unknown->len),
            unknown->len);
        text = notes;
        area = AREA_ACCENT;
    } else if (text == NULL) {
        text = _("Is this what the columns mean? Then F4 takes the list over.");
        area = AREA_DIM;
    }
    return canvas_wrapped(canvas, row, 1, canvas->cols - 2, ADVICE_ROWS, area, text);
}

static void map_draw(Screen *screen, Canvas *canvas)
{
    Map *map = (Map *)screen;
    const Preview *preview = screen->model;
    int air = canvas->rows >= TALL_ROWS ? 1 : 0;
    if (preview == NULL) {
        canvas_put(canvas, 0, 1, AREA_DIM, _("Looking at the list …"));
        return;
    }
    draw_head(map, preview, canvas);
    map->list_row = draw_advice(map, canvas, 1 + air) + air;
    Canvas part = canvas_part(canvas, map->list_row, 0, G_MAXINT, G_MAXINT);
    list_draw(&map->list, &part, true);
}

/* ---- what can be done ---- */

static Outcome field_chosen(Screen *screen, gpointer chosen)
{
    Map *map = (Map *)screen;
    int row = list_selected(&map->list);
    if (chosen == NULL || row < 0) {
        return OUTCOME_HANDLED;
    }
    gsize count;
    const ListField *choices = list_field_choices(&count);
    change_field(map, (guint)row, choices[MIN(*(const guint *)chosen, count - 1)]);
    return OUTCOME_REDRAW;
}

static Outcome map_change(Screen *screen)
{
    Map *map = (Map *)screen;
    int row = list_selected(&map->list);
    if (row < 0) {
        return OUTCOME_HANDLED;
    }
    gsize count;
    const ListField *choices = list_field_choices(&count);
    g_autofree const char **labels = g_new0(const char *, count);
    for (gsize i = 0; i < count; i++) {
        labels[i] = list_field_label(choices[i]);
    }
    const MappingColumn *column = column_at(&map->columns, (guint)row);
    g_autofree char *title = g_strdup_printf(_("What stands in “%s”?"), column->header);
    return dialog_choice(screen, title, labels, (guint)count, choice_of(column), field_chosen);
}

static Outcome was_run(Screen *screen, gpointer result)
{
    if (result == NULL) {
        return OUTCOME_HANDLED;
    }
    screen_result(screen, g_memdup2(result, sizeof(gint64)), g_free);
    return OUTCOME_CLOSE;
}

static Outcome map_run(Screen *screen)
{
    Map *map = (Map *)screen;
    bool is_orders = map->columns.orders != NULL;
    const char *problem = !is_orders && map->mapping != NULL ? mapping_problem(map->mapping) : NULL;
    if (problem != NULL) {
        app_say(screen->app, AREA_WARNING, problem);
        return OUTCOME_REDRAW;
    }
    const ImportRunArg arg = {
        .path = map->path,
        .is_orders = is_orders,
        .mapping = is_orders ? NULL : map->mapping,
        .new_shop = map->new_shop,
    };
    screen_push(screen, &screen_importrun, &arg, was_run);
    return OUTCOME_HANDLED;
}

/* What the columns of orders mean is plain from their headings. */
static bool can_change(const Screen *screen)
{
    return ((const Map *)screen)->columns.orders == NULL;
}

static bool map_unsaved(const Screen *screen)
{
    return ((const Map *)screen)->is_changed;
}

static Outcome throw_away(Screen *screen, gpointer yes)
{
    (void)screen;
    return yes != NULL ? OUTCOME_CLOSE : OUTCOME_HANDLED;
}

static Outcome map_leave(Screen *screen)
{
    if (!map_unsaved(screen)) {
        return OUTCOME_CLOSE;
    }
    return dialog_confirm(
        screen, _("The list is not taken over yet, and what you changed here would be lost."),
        _("Throw away"), _("Stay"), throw_away);
}

static const Action actions[] = {
    {"run", "F4|Ctrl-S", N_("Take over"),
     N_("Takes the list over. Ctrl-Z takes everything back afterwards."), .run = map_run,
     .needs_model = true},
    {"change", "Enter", N_("Change meaning"),
     N_("Says what the column means; the keys ← and → do it, too."), .run = map_change,
     .needs_model = true, .when = can_change},
    {"back", "Esc", N_("Back"), N_("Goes back to the files. Nothing has been taken over."),
     .run = map_leave},
    {0},
};

const ScreenClass screen_importmap = {
    .name = "importmap",
    .title = N_("Columns of the list"),
    .size = sizeof(Map),
    .actions = actions,
    .open = map_open,
    .ask = map_ask,
    .ask_free = g_free,
    .load = map_load,
    .model_free = (GDestroyNotify)preview_free,
    .loaded = map_loaded,
    .input = map_input,
    .draw = map_draw,
    .unsaved = map_unsaved,
    .close = map_close,
};
