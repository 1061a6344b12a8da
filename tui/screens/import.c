/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Picking the file of a customer list: a path to type, and the lists of the folder below it. */
#include "tui/screens/import.h"

#include "data/base/decimal.h"
#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "tui/app.h"
#include "tui/lineedit.h"
#include "tui/screens/importfolder.h"
#include "tui/screens/importmap.h"
#include "tui/widgets/list.h"
#include "tui/widgets/prompt.h"

#include <string.h>

enum { TALL_ROWS = 14, HINT_ROWS = 2, SIZE_COLS = 10, DATE_COLS = 18, DATE_FROM = 60 };

typedef struct {
    Screen base;
    char *new_shop; /* NULL: into the app's shop */
    LineEdit *line;
    List list;
    int list_row; /* where the list was drawn */
} Pick;

/* ---- loading ---- */

static gpointer pick_ask(Screen *screen)
{
    return g_strdup(line_edit_text(((Pick *)screen)->line));
}

static gpointer pick_load(Shop *shop, gconstpointer ask, GError **error)
{
    (void)shop;
    (void)error;
    return folder_read(ask);
}

static void pick_loaded(Screen *screen, gpointer old)
{
    Pick *pick = (Pick *)screen;
    const Folder *before = old, *now = screen->model;
    list_show(&pick->list, now);
    if (before == NULL || strcmp(before->typed, now->typed) != 0) {
        list_to_first(&pick->list);
    }
}

/* ---- the list ---- */

static const FolderEntry *entry_at(gconstpointer model, guint row)
{
    return g_ptr_array_index(((const Folder *)model)->entries, row);
}

static guint count_rows(gconstpointer model)
{
    return ((const Folder *)model)->entries->len;
}

static void draw_row(Canvas *line, gconstpointer model, guint row)
{
    const FolderEntry *entry = entry_at(model, row);
    bool date = line->cols >= DATE_FROM;
    int right = line->cols - 1 - (date ? DATE_COLS + 2 : 0);
    canvas_text(line, 0, 1, right - SIZE_COLS - 2, entry->is_folder ? AREA_DIM : AREA_TEXT,
                entry->name);
    if (entry->is_folder) {
        return;
    }
    g_autofree char *size = decimal_size(entry->size);
    canvas_text_right(line, 0, right - SIZE_COLS, SIZE_COLS, AREA_DIM, size);
    g_autoptr(GDateTime) changed = date ? g_date_time_new_from_unix_utc(entry->changed) : NULL;
    if (changed != NULL) {
        g_autoptr(GDateTime) here = instant_local(changed);
        g_autofree char *day = day_for_people(instant_day(here));
        canvas_text_right(line, 0, right + 2, DATE_COLS, AREA_DIM, day);
    }
}

static const ListClass list_class = {.count = count_rows, .draw = draw_row};

/* ---- the screen ---- */

static Outcome mapped(Screen *screen, gpointer result)
{
    if (result == NULL) {
        return OUTCOME_HANDLED;
    }
    screen_result(screen, g_memdup2(result, sizeof(gint64)), g_free);
    return OUTCOME_CLOSE;
}

static Outcome open_list(Screen *screen, const char *path)
{
    const ImportArg arg = {.path = path, .new_shop = ((Pick *)screen)->new_shop};
    screen_push(screen, &screen_importmap, &arg, mapped);
    return OUTCOME_HANDLED;
}

static bool pick_open(Screen *screen, gconstpointer data, GError **error)
{
    (void)error;
    const ImportArg *arg = data;
    Pick *pick = (Pick *)screen;
    pick->new_shop = g_strdup(arg != NULL ? arg->new_shop : NULL);
    pick->line = line_edit_new(0);
    g_autofree char *first =
        arg != NULL && arg->path != NULL ? folder_short(arg->path) : folder_first();
    line_edit_set(pick->line, first);
    list_init(&pick->list, &list_class);
    return true;
}

static void pick_close(Screen *screen)
{
    Pick *pick = (Pick *)screen;
    g_free(pick->new_shop);
    g_clear_pointer(&pick->line, line_edit_free);
}

/* A file dropped onto the terminal comes as a paste of its whole path. */
static bool is_whole_path(const char *text)
{
    return *text == '/' || g_str_has_prefix(text, "'/") || g_str_has_prefix(text, "\"/") ||
           g_str_has_prefix(text, "file://");
}

static Outcome pick_input(Screen *screen, const Event *event)
{
    Pick *pick = (Pick *)screen;
    Event own = *event;
    own.row -= pick->list_row;
    Outcome outcome = list_input(&pick->list, &own, false);
    if (outcome != OUTCOME_NONE) {
        return outcome;
    }
    unsigned before = line_edit_changes(pick->line);
    if (event->kind == EVENT_PASTE && is_whole_path(event->text)) {
        g_autofree char *path = folder_path(event->text);
        g_autofree char *shown = folder_short(path);
        line_edit_set(pick->line, shown);
        return OUTCOME_RELOAD;
    }
    if (event->kind == EVENT_KEY && event->key == K_CTRL + 'z') {
        outcome = line_edit_undo(pick->line) ? OUTCOME_REDRAW : OUTCOME_NONE;
    } else {
        outcome = line_edit_input(pick->line, event);
    }
    return line_edit_changes(pick->line) != before ? outcome | OUTCOME_RELOAD : outcome;
}

static void pick_draw(Screen *screen, Canvas *canvas)
{
    Pick *pick = (Pick *)screen;
    const Folder *folder = screen->model;
    bool tall = canvas->rows >= TALL_ROWS;
    canvas_put(canvas, 0, 1, AREA_TITLE, _("Take over a customer list"));
    Canvas box = canvas_part(canvas, tall ? 2 : 1, 0, 1, canvas->cols - 1);
    prompt_draw(&box, 0, pick->line, NULL);
    pick->list_row = tall ? 6 : 3;
    Canvas part = canvas_part(canvas, tall ? 4 : 3, 0, G_MAXINT, G_MAXINT);
    if (folder == NULL) {
        return;
    }
    if (folder->entries->len == 0) {
        const char *text =
            folder->fault != NULL ? folder->fault
            : folder->is_file
                ? _("Enter opens this file.")
                : _("There is no list (.csv, .txt, .tsv) whose name begins like this.");
        canvas_wrapped(&part, 0, 1, part.cols - 2, part.rows, AREA_DIM, text);
        return;
    }
    const FolderEntry *first = entry_at(folder, 0);
    int below = canvas_wrapped(
        canvas, pick->list_row - (tall ? 2 : 1), 1, canvas->cols - 2, HINT_ROWS, AREA_DIM,
        first->is_folder ? _("No list (.csv, .txt, .tsv) here: choose a folder.")
                         : _("Lists (.csv, .txt, .tsv), the latest first:"));
    pick->list_row = below + (tall ? 1 : 0);
    Canvas rest = canvas_part(canvas, pick->list_row, 0, G_MAXINT, G_MAXINT);
    list_draw(&pick->list, &rest, true);
}

/* ---- what can be done ---- */

static void type_path(Pick *pick, const char *path)
{
    g_autofree char *shown = folder_short(path);
    g_autofree char *inside =
        g_str_has_suffix(shown, "/") ? g_strdup(shown) : g_strconcat(shown, "/", NULL);
    line_edit_set(pick->line, inside);
}

static Outcome pick_take(Screen *screen)
{
    Pick *pick = (Pick *)screen;
    const Folder *folder = screen->model;
    int row = list_selected(&pick->list);
    if (folder->is_file) {
        return open_list(screen, folder->path);
    }
    if (row < 0) {
        app_say(screen->app, AREA_WARNING,
                _("There is no such file. Type another path or choose from the list."));
        return OUTCOME_REDRAW;
    }
    const FolderEntry *entry = entry_at(folder, (guint)row);
    if (!entry->is_folder) {
        return open_list(screen, entry->path);
    }
    type_path(pick, entry->path);
    return OUTCOME_RELOAD;
}

static Outcome pick_complete(Screen *screen)
{
    Pick *pick = (Pick *)screen;
    const Folder *folder = screen->model;
    g_autofree char *whole = folder_complete(folder);
    if (strcmp(whole, folder->typed) == 0) {
        return OUTCOME_HANDLED;
    }
    line_edit_set(pick->line, whole);
    return OUTCOME_RELOAD;
}

static const Action actions[] = {
    {"take", "Enter", N_("Open"), N_("Opens the typed or selected file; goes into a folder."),
     .run = pick_take, .needs_model = true},
    {"complete", "Tab", N_("Complete"), N_("Adds to the path what all files below have in common."),
     .run = pick_complete, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Goes back. Nothing has been taken over."), .run = screen_leave},
    {0},
};

const ScreenClass screen_import = {
    .name = "import",
    .title = N_("Take over a customer list"),
    .size = sizeof(Pick),
    .actions = actions,
    .open = pick_open,
    .ask = pick_ask,
    .ask_free = g_free,
    .load = pick_load,
    .model_free = (GDestroyNotify)folder_free,
    .loaded = pick_loaded,
    .input = pick_input,
    .draw = pick_draw,
    .close = pick_close,
};
