/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing how the screen looks. The selected theme is shown on the whole screen; it counts when
 * Enter keeps it, else the one before comes back. */
#include "tui/screens/looks.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/lookssample.h"
#include "tui/themes.h"
#include "tui/widgets/list.h"

#include <string.h>

enum {
    TALL_ROWS = 14,   /* from here on a blank row parts the title from the list */
    BESIDE_FROM = 56, /* narrower ones have the sample below the list */
    LIST_COLS = 20,   /* beside the sample */
    SAMPLE_COLS = 60, /* at most */
    NARROW_LIST = 3,  /* rows of the list above the sample */
    HELP_ROWS = 2
};

typedef struct {
    Screen base;
    char **names;
    List list;
    Canvas list_place; /* where it was drawn */
    bool ascii;
    bool is_shown; /* the selected theme could be read */
    bool is_kept;
} Looks;

/* How the built-in themes are called. */
static const struct {
    const char *name, *label, *help;
} known[] = {
    {"default", N_("As the terminal"), N_("The terminal's own text and background.")},
    {"light", N_("Light"), N_("Dark text on a warm white, for a bright shop.")},
    {"dark", N_("Dark"), N_("Light text on a deep grey, for the evening.")},
    {"contrast", N_("High contrast"), N_("White and yellow on black, for weak eyes.")},
    {"console", N_("Linux console"), N_("Made for a screen with eight colours.")},
    {"mono", N_("Without colours"), N_("Bold, underlined and reversed text only.")},
};

/* The row of KNOWN for NAME, -1 for an own theme. */
static int find_known(const char *name)
{
    for (int i = 0; i < (int)G_N_ELEMENTS(known); i++) {
        if (strcmp(known[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}

const char *looks_label(const char *name)
{
    int index = find_known(name);
    return index >= 0 ? _(known[index].label) : name;
}

static guint count_names(gconstpointer model)
{
    return g_strv_length((char **)(guintptr)model);
}

static void draw_theme(Canvas *line, gconstpointer model, guint row)
{
    const char *name = ((const char *const *)model)[row];
    canvas_text(line, 0, 1, line->cols - 2, AREA_TEXT, looks_label(name));
}

static const ListClass list_class = {.count = count_names, .draw = draw_theme};

static const Preferences *preferences_of(const Looks *looks)
{
    return counter_of(&looks->base)->preferences;
}

static const char *selected_name(const Looks *looks)
{
    return looks->names[list_selected(&looks->list)];
}

static bool looks_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)arg;
    (void)error;
    Looks *looks = (Looks *)screen;
    const Preferences *preferences = preferences_of(looks);
    looks->names = theme_list(preferences->folder);
    list_init(&looks->list, &list_class);
    list_show(&looks->list, looks->names);
    const char *now =
        preferences->theme != NULL ? preferences->theme : app_usual_theme(screen->app);
    for (guint i = 0; looks->names[i] != NULL; i++) {
        if (strcmp(looks->names[i], now) == 0) {
            list_select(&looks->list, i);
        }
    }
    looks->ascii = preferences->ascii;
    looks->is_shown = true;
    return true;
}

static void looks_close(Screen *screen)
{
    Looks *looks = (Looks *)screen;
    if (!looks->is_kept) {
        theme_apply(screen->app, preferences_of(looks), NULL);
    }
    g_strfreev(looks->names);
}

/* Shows everything in the selected theme, and says what is wrong in its file. */
static void show_selected(Looks *looks)
{
    App *app = looks->base.app;
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Theme) theme =
        theme_load(selected_name(looks), preferences_of(looks)->folder, faults);
    looks->is_shown = theme != NULL;
    if (theme != NULL) {
        app_set_theme(app, theme);
    }
    if (faults->len > 0) {
        app_say(app, AREA_WARNING, g_ptr_array_index(faults, 0));
    }
}

static Outcome looks_input(Screen *screen, const Event *event)
{
    Looks *looks = (Looks *)screen;
    const Canvas *place = &looks->list_place;
    Event own = *event;
    own.row -= place->top;
    own.col -= place->left;
    if (event->kind == EVENT_CLICK && (own.row >= place->rows || own.col >= place->cols)) {
        return OUTCOME_NONE;
    }
    int before = list_selected(&looks->list);
    Outcome outcome = list_input(&looks->list, &own, true);
    if (list_selected(&looks->list) != before) {
        show_selected(looks);
    }
    return outcome;
}

/* ---- drawing ---- */

static const char *help_text(const Looks *looks)
{
    if (!app_has_colours(looks->base.app)) {
        return _("This terminal shows no colours, so all of them look alike here.");
    }
    int index = find_known(selected_name(looks));
    return index >= 0 ? _(known[index].help) : _("A theme of your own.");
}

static void looks_draw(Screen *screen, Canvas *canvas)
{
    Looks *looks = (Looks *)screen;
    bool tall = canvas->rows >= TALL_ROWS;
    bool beside = canvas->cols >= BESIDE_FROM;
    int row = tall ? 2 : 1;
    canvas_put(canvas, 0, 1, AREA_TITLE, _("Look"));
    int list_rows = beside ? canvas->rows - row : NARROW_LIST;
    Canvas list = canvas_part(canvas, row, 0, list_rows, beside ? LIST_COLS : canvas->cols);
    looks->list_place = list;
    looks->list_place.top -= canvas->top;
    looks->list_place.left -= canvas->left;
    list_draw(&looks->list, &list, true);
    int col = beside ? LIST_COLS + 2 : 1;
    row += beside ? 0 : list_rows;
    Canvas sample =
        canvas_part(canvas, row, col, G_MAXINT, MIN(canvas->cols - col - 1, SAMPLE_COLS));
    if (beside) {
        canvas_wrapped(&sample, 0, 0, sample.cols, HELP_ROWS, AREA_DIM, help_text(looks));
        sample = canvas_part(&sample, HELP_ROWS + tall, 0, G_MAXINT, sample.cols);
    }
    looks_sample_draw(&sample);
}

/* ---- deeds ---- */

static Outcome looks_keep(Screen *screen)
{
    Looks *looks = (Looks *)screen;
    if (!looks->is_shown) {
        show_selected(looks);
        return OUTCOME_REDRAW;
    }
    g_autoptr(GError) error = NULL;
    looks->is_kept = true;
    bool is_written = preferences_set_looks(counter_of(screen)->preferences, selected_name(looks),
                                            looks->ascii, &error);
    app_say(screen->app, is_written ? AREA_GOOD : AREA_WARNING,
            is_written ? _("This is how it looks from now on.") : error->message);
    return OUTCOME_CLOSE;
}

static Outcome looks_symbols(Screen *screen)
{
    Looks *looks = (Looks *)screen;
    looks->ascii = !looks->ascii;
    app_set_ascii(screen->app, looks->ascii);
    app_say(screen->app, AREA_MESSAGE,
            looks->ascii ? _("Symbols and lines are plain characters now.")
                         : _("Symbols are pictures now, where the terminal can draw them."));
    return OUTCOME_REDRAW;
}

static const Action actions[] = {
    {"keep", "Enter", N_("Keep"), N_("Keeps the look you see, on this computer."),
     .run = looks_keep},
    {"symbols", "s", N_("Plain symbols"),
     N_("Draws symbols and lines with plain characters; again with pictures."),
     .run = looks_symbols},
    {"back", "Esc", N_("Back"), N_("Goes back to the look before."), .run = screen_leave},
    {0},
};

const ScreenClass screen_looks = {
    .name = "looks",
    .title = N_("Look"),
    .size = sizeof(Looks),
    .actions = actions,
    .open = looks_open,
    .input = looks_input,
    .draw = looks_draw,
    .close = looks_close,
};

Outcome choose_looks(Screen *screen)
{
    screen_push(screen, &screen_looks, NULL, NULL);
    return OUTCOME_HANDLED;
}
