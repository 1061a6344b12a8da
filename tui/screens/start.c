/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first start, when there is no shop yet. */
#include "tui/screens/start.h"

#include "data/base/i18n.h"
#include "tui/app.h"
#include "tui/counter.h"
#include "tui/screens/demomake.h"
#include "tui/screens/import.h"
#include "tui/screens/language.h"
#include "tui/screens/newshop.h"
#include "tui/screens/shopplace.h"
#include "tui/screens/shopplacework.h"
#include "tui/widgets/list.h"

enum { TALL_ROWS = 16, HELP_FROM = 74, LABEL_COLS = 32 };

typedef struct {
    Screen base;
    char *path;
    List list;
    int list_row; /* where the list was drawn */
} Start;

/* The ways to begin. */
typedef enum { WAY_DEMO, WAY_IMPORT, WAY_EMPTY, WAY_SERVER, WAY_COUNT } Way;

static const struct {
    const char *label, *help;
} ways[WAY_COUNT] = {
    [WAY_DEMO] = {N_("Look around in a demo shop"), N_("Emma's cake shop; nothing is real")},
    [WAY_IMPORT] = {N_("Take over a customer list"), N_("a list you keep in a spreadsheet (CSV)")},
    [WAY_EMPTY] = {N_("Start empty"), N_("customers come as you meet them")},
    [WAY_SERVER] = {N_("Go to the shop's server"), N_("several counters, one shop")},
};

static guint count_ways(gconstpointer model)
{
    (void)model;
    return WAY_COUNT;
}

static void draw_way(Canvas *line, gconstpointer model, guint row)
{
    (void)model;
    int col =
        canvas_text(line, 0, 1, MIN(LABEL_COLS, line->cols - 2), AREA_TEXT, _(ways[row].label));
    if (line->cols >= HELP_FROM) {
        canvas_text(line, 0, col + 1, line->cols - col - 2, AREA_DIM, _(ways[row].help));
    }
}

static const ListClass list_class = {.count = count_ways, .draw = draw_way};

static bool start_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    Start *start = (Start *)screen;
    start->path = g_strdup(arg != NULL ? arg : "");
    list_init(&start->list, &list_class);
    list_show(&start->list, ways);
    return true;
}

static void start_close(Screen *screen)
{
    g_free(((Start *)screen)->path);
}

static Outcome start_input(Screen *screen, const Event *event)
{
    Start *start = (Start *)screen;
    Event own = *event;
    own.row -= start->list_row;
    return list_input(&start->list, &own, true);
}

/* For windows whose bar has no room for it. */
static void draw_language(const Screen *screen, Canvas *canvas)
{
    const Action *action = screen->class->actions;
    while (action->run != choose_language) {
        action++;
    }
    g_autofree char *key = app_key_label(screen, action);
    g_autofree char *text = g_strdup_printf("%s  %s", key, LANGUAGE_TITLE);
    canvas_put(canvas, canvas->rows - 1, 1, AREA_DIM, text);
}

static void start_draw(Screen *screen, Canvas *canvas)
{
    Start *start = (Start *)screen;
    bool tall = canvas->rows >= TALL_ROWS;
    int cols = MIN(canvas->cols - 2, 70);
    int row = tall ? 2 : 0;
    canvas_put(canvas, row, 1, AREA_TITLE, _("Welcome to Tresen"));
    row += tall ? 2 : 1;
    row = canvas_wrapped(canvas, row, 1, cols, 2, AREA_TEXT,
                         _("There is no shop yet. How do you want to begin?"));
    /* A gap where there is room for it. */
    start->list_row = row + (canvas->rows - row > WAY_COUNT + 1 ? 1 : 0);
    Canvas part = canvas_part(canvas, start->list_row, 0, WAY_COUNT, G_MAXINT);
    list_draw(&start->list, &part, true);
    g_autofree char *place = place_in_words(start->path);
    g_autofree char *text = g_strdup_printf(
        db_is_server(start->path) ? _("Your shop is going to be in the database %s on the server.")
                                  : _("Your shop is one file, %s, that you can copy."),
        place);
    row = start->list_row + WAY_COUNT + 1;
    if (tall) {
        canvas_wrapped(canvas, row, 1, cols, canvas->rows - row, AREA_DIM, text);
    } else {
        draw_language(screen, canvas);
    }
}

/* Whatever made the shop: there is one now. */
static Outcome begun(Screen *screen, gpointer result)
{
    return result != NULL ? screen_done(screen) : OUTCOME_HANDLED;
}

static Outcome start_demo(Screen *screen)
{
    screen_push(screen, &screen_demomake, counter_of(screen)->demo_shop, begun);
    return OUTCOME_HANDLED;
}

static Outcome start_import(Screen *screen)
{
    const ImportArg arg = {.new_shop = ((Start *)screen)->path};
    screen_push(screen, &screen_import, &arg, begun);
    return OUTCOME_HANDLED;
}

static Outcome start_empty(Screen *screen)
{
    screen_push(screen, &screen_newshop, ((Start *)screen)->path, begun);
    return OUTCOME_HANDLED;
}

static Outcome start_server(Screen *screen)
{
    screen_push(screen, &screen_shopplace, NULL, begun);
    return OUTCOME_HANDLED;
}

static Outcome start_take(Screen *screen)
{
    switch (list_selected(&((Start *)screen)->list)) {
    case WAY_DEMO:
        return start_demo(screen);
    case WAY_IMPORT:
        return start_import(screen);
    case WAY_SERVER:
        return start_server(screen);
    default:
        return start_empty(screen);
    }
}

static Outcome start_quit(Screen *screen)
{
    (void)screen;
    return OUTCOME_QUIT;
}

static const Action actions[] = {
    {"take", "Enter", N_("Begin"), N_("Begins in the selected way."), .run = start_take},
    {"demo", "1", N_("Demo shop"), N_("Makes a demo shop to look around in, apart from your own."),
     .run = start_demo, .quiet = true},
    {"import", "2", N_("From a file"), N_("Takes over customers from a file."), .run = start_import,
     .quiet = true},
    {"empty", "3", N_("Empty"), N_("Starts with an empty shop."), .run = start_empty,
     .quiet = true},
    {"server", "4", N_("Server"), N_("Opens the shop that is on a server, or in another file."),
     .run = start_server, .quiet = true},
    {"quit", "Esc", N_("Quit"), N_("Ends the program. No shop is made."), .run = start_quit},
    {"language", "Alt-l", LANGUAGE_TITLE, N_("Chooses the language of the screen."),
     .run = choose_language},
    {0},
};

const ScreenClass screen_start = {
    .name = "start",
    .title = N_("First start"),
    .size = sizeof(Start),
    .actions = actions,
    .open = start_open,
    .input = start_input,
    .draw = start_draw,
    .close = start_close,
};
