/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl-P: finds an action of the screen below by its name and runs it there. It is opened with
 * that screen as argument. */
#include "tui/screens/dialogs.h"

#include "data/base/i18n.h"
#include "tui/app.h"
#include "tui/globals.h"
#include "tui/lineedit.h"
#include "tui/widgets/list.h"
#include "tui/widgets/prompt.h"

#include <string.h>

#define PALETTE_ROWS 14
#define HEAD_ROWS 2
#define KEY_COLS 12

typedef struct {
    Screen base;
    const Screen *below;
    LineEdit *line;
    GPtrArray *found; /* const Action * */
    List list;
} Palette;

static guint found_count(gconstpointer model)
{
    return ((const Palette *)model)->found->len;
}

static void found_draw(Canvas *line, gconstpointer model, guint row)
{
    const Palette *self = model;
    const Action *action = self->found->pdata[row];
    g_autofree char *name = app_key_label(self->below, action);
    int width = line->cols - KEY_COLS - 1;
    canvas_text(line, 0, 1, width, AREA_DIALOG, _(action->label));
    /* One blank before the last column, where the list says that it goes on. */
    canvas_text_right(line, 0, 1 + width, KEY_COLS - 2, AREA_BAR_KEY, name);
}

static const ListClass found_class = {.count = found_count, .draw = found_draw};

/* Whether each word of TYPED is in TEXT, whatever the case. */
static bool has_words(const char *text, const char *typed)
{
    g_autofree char *folded = g_utf8_casefold(text, -1);
    g_autofree char *wanted = g_utf8_casefold(typed, -1);
    g_auto(GStrv) words = g_strsplit(wanted, " ", -1);
    for (gsize i = 0; words[i]; i++) {
        if (!strstr(folded, words[i])) {
            return false;
        }
    }
    return true;
}

/* An action is found by its label, its sentence of help, and its English name. */
static void add_found(Palette *self, const Action *actions)
{
    const char *typed = line_edit_text(self->line);
    for (const Action *action = actions; action && action->name; action++) {
        if (action->when && !action->when(self->below)) {
            continue;
        }
        g_autofree char *text =
            g_strjoin(" ", _(action->label), _(action->help), action->name, NULL);
        if (has_words(text, typed)) {
            g_ptr_array_add(self->found, (gpointer)(guintptr)action);
        }
    }
}

static void search(Palette *self)
{
    list_show(&self->list, NULL);
    g_ptr_array_set_size(self->found, 0);
    if (self->below) {
        add_found(self, self->below->class->actions);
        add_found(self, global_actions());
    }
    list_show(&self->list, self);
    list_to_first(&self->list);
}

static bool palette_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    Palette *self = (Palette *)screen;
    self->below = arg;
    self->line = line_edit_new(80);
    self->found = g_ptr_array_new();
    list_init(&self->list, &found_class);
    search(self);
    return true;
}

static void palette_measure(Screen *screen, int max_rows, int max_cols, int *rows, int *cols)
{
    (void)screen;
    *rows = MIN(PALETTE_ROWS, max_rows);
    *cols = MIN(56, max_cols);
}

static void palette_draw(Screen *screen, Canvas *canvas)
{
    Palette *self = (Palette *)screen;
    prompt_draw(canvas, 0, self->line,
                line_edit_is_empty(self->line) ? _("What would you like to do?") : NULL);
    Canvas rows = canvas_part(canvas, HEAD_ROWS, 0, G_MAXINT, G_MAXINT);
    list_draw(&self->list, &rows, true);
    if (self->found->len == 0) {
        canvas_wrapped(&rows, 0, 1, rows.cols - 1, rows.rows, AREA_DIM,
                       _("Nothing here is called that. Try another word."));
    }
}

static Outcome take(Palette *self, const Action *action)
{
    screen_result(&self->base, (gpointer)(guintptr)action, NULL);
    return OUTCOME_CLOSE;
}

/* A key that stands beside what is found does it, but for Enter and Esc, which are the palette's.
 */
static Outcome take_key(Palette *self, Key key)
{
    if (app_has_key(&self->base, key)) {
        return OUTCOME_NONE;
    }
    for (guint i = 0; i < self->found->len; i++) {
        const Action *action = g_ptr_array_index(self->found, i);
        if (keys_have(app_keys(self->below, action), key)) {
            return take(self, action);
        }
    }
    return OUTCOME_NONE;
}

static Outcome palette_input(Screen *screen, const Event *event)
{
    Palette *self = (Palette *)screen;
    Event own = *event;
    own.row -= HEAD_ROWS;
    Outcome outcome = list_input(&self->list, &own, false);
    if (outcome != OUTCOME_NONE) {
        return outcome;
    }
    unsigned before = line_edit_changes(self->line);
    outcome = line_edit_input(self->line, event);
    if (line_edit_changes(self->line) != before) {
        search(self);
    }
    return outcome == OUTCOME_NONE && event->kind == EVENT_KEY ? take_key(self, event->key)
                                                               : outcome;
}

static bool has_found(const Screen *screen)
{
    return list_has_selection(&((const Palette *)screen)->list);
}

static Outcome palette_take(Screen *screen)
{
    Palette *self = (Palette *)screen;
    return take(self, g_ptr_array_index(self->found, list_selected(&self->list)));
}

static void palette_close(Screen *screen)
{
    Palette *self = (Palette *)screen;
    line_edit_free(self->line);
    g_ptr_array_unref(self->found);
}

static const Action actions[] = {
    {"take", "Enter", N_("Do it"), N_("Does what is selected."), .run = palette_take,
     .when = has_found},
    {"back", "Esc", N_("Back"), N_("Goes back and does nothing."), .run = screen_leave},
    {0},
};

const ScreenClass screen_palette = {
    .name = "palette",
    .title = N_("Commands"),
    .size = sizeof(Palette),
    .place = SCREEN_DIALOG,
    .actions = actions,
    .open = palette_open,
    .input = palette_input,
    .draw = palette_draw,
    .measure = palette_measure,
    .close = palette_close,
};
