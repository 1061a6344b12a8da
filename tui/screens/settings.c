/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings: a row each, what holds beside it, what it means below. */
#include "tui/screens/settings.h"

#include "data/base/i18n.h"
#include "tui/counter.h"
#include "tui/screens/settings_private.h"
#include "tui/text.h"

enum { MARGIN = 1, GAP = 3, TALL_ROWS = 18, HELP_ROWS = 2, HELP_COLS = 76 };

const SettingsModel *settings_model(const Screen *screen)
{
    return screen->model;
}

static const SettingRow *row_at(guint row)
{
    guint count = 0;
    return &settings_rows(&count)[row];
}

/* ---- the list, whose model is the screen ---- */

static guint count_rows(gconstpointer model)
{
    (void)model;
    guint count = 0;
    settings_rows(&count);
    return count;
}

static bool is_heading(gconstpointer model, guint row)
{
    (void)model;
    return row_at(row)->help == NULL;
}

static bool is_title(gconstpointer model, guint row)
{
    return is_heading(model, row) && row_at(row)->label != NULL;
}

static int label_cols(int cols)
{
    int widest = 0;
    for (guint i = 0; i < count_rows(NULL); i++) {
        const char *label = row_at(i)->label;
        widest = MAX(widest, label != NULL ? text_width_shown(_(label)) : 0);
    }
    return MIN(widest, cols / 2);
}

static void draw_row(Canvas *line, gconstpointer model, guint index)
{
    const SettingRow *row = row_at(index);
    if (row->label == NULL) {
        return;
    }
    if (row->help == NULL) {
        canvas_put(line, 0, MARGIN, AREA_HEADING, _(row->label));
        return;
    }
    g_autofree char *value = row->value(model);
    int label = label_cols(line->cols), col = MARGIN + label + GAP;
    canvas_text(line, 0, MARGIN, label, AREA_LABEL, _(row->label));
    canvas_text(line, 0, col, line->cols - col - 2, AREA_TEXT, value);
}

static const ListClass list_class = {
    .count = count_rows, .is_heading = is_heading, .is_title = is_title, .draw = draw_row};

/* ---- the screen ---- */

static bool settings_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)arg;
    (void)error;
    Settings *self = (Settings *)screen;
    list_init(&self->list, &list_class);
    self->offered = g_array_new(FALSE, FALSE, sizeof(gint64));
    return true;
}

static void settings_close(Screen *screen)
{
    g_clear_pointer(&((Settings *)screen)->offered, g_array_unref);
}

static void settings_loaded(Screen *screen, gpointer old)
{
    Settings *self = (Settings *)screen;
    counter_take(screen->app, settings_model(screen)->self);
    list_show(&self->list, screen);
    if (old == NULL) {
        list_to_first(&self->list);
    }
}

static Outcome settings_input(Screen *screen, const Event *event)
{
    Settings *self = (Settings *)screen;
    Event own = *event;
    own.row -= self->list_row;
    return list_input(&self->list, &own, true);
}

static const SettingRow *selected(const Screen *screen)
{
    const Settings *self = (const Settings *)screen;
    int row = screen->model != NULL ? list_selected(&self->list) : -1;
    return row >= 0 ? row_at((guint)row) : NULL;
}

static void settings_draw(Screen *screen, Canvas *canvas)
{
    Settings *self = (Settings *)screen;
    bool tall = canvas->rows >= TALL_ROWS;
    const SettingRow *row = selected(screen);
    self->list_row = tall ? 2 : 1;
    canvas_put(canvas, 0, MARGIN, AREA_TITLE, _("Settings"));
    if (row == NULL) {
        return;
    }
    int help_row = canvas->rows - HELP_ROWS;
    Canvas part = canvas_part(canvas, self->list_row, 0, help_row - 1 - self->list_row, G_MAXINT);
    list_draw(&self->list, &part, true);
    int below = self->list_row + (int)count_rows(NULL) + 1;
    canvas_wrapped(canvas, MIN(help_row, below), MARGIN, MIN(canvas->cols - 2, HELP_COLS),
                   HELP_ROWS, AREA_DIM, _(row->help));
}

static bool has_selected(const Screen *screen)
{
    return selected(screen) != NULL;
}

static Outcome settings_change(Screen *screen)
{
    const SettingRow *row = selected(screen);
    if (row == NULL) {
        return OUTCOME_HANDLED;
    }
    if (row->of_shop && !counter_may_write(screen)) {
        return counter_tell_read_only(screen);
    }
    return row->change(screen);
}

static const Action actions[] = {
    {"change", "Enter", N_("Change"), N_("Changes the selected setting, or opens its list."),
     .run = settings_change, .when = has_selected, .needs_model = true},
    {"back", "Esc", N_("Back"), N_("Goes back to the home screen."), .run = screen_leave},
    {0},
};

const ScreenClass screen_settings = {
    .name = "settings",
    .title = N_("Settings"),
    .size = sizeof(Settings),
    .actions = actions,
    .open = settings_open,
    .load = settings_model_load,
    .model_free = settings_model_free,
    .loaded = settings_loaded,
    .input = settings_input,
    .draw = settings_draw,
    .close = settings_close,
};
