/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F1: what can be typed and done on the screen below, from its examples and action rows. It is
 * opened with that screen as argument. */
#include "tui/screens/dialogs.h"

#include "data/base/i18n.h"
#include "tui/app.h"
#include "tui/globals.h"
#include "tui/text.h"
#include "tui/widgets/list.h"

/* The columns of keys and labels, with their gaps. */
#define KEY_COLS 19
#define LABEL_COLS 20
/* From here on the sentence fits beside the key, and from there on the label, too. */
#define SENTENCE_FROM 76
#define ALL_FROM 100
/* Below that it stands under the list, for the selected row. */
#define FOOT_ROWS 4

typedef struct {
    const char *heading; /* or */
    char *keys;          /* as people read them; or an example of what can be typed */
    const char *label;   /* NULL: none */
    char *sentence;
} HelpRow;

typedef struct {
    Screen base;
    GArray *rows; /* HelpRow */
    List list;
} Help;

static guint row_count(gconstpointer model)
{
    return ((const GArray *)model)->len;
}

static const HelpRow *row_at(gconstpointer model, guint row)
{
    return &((const HelpRow *)(gconstpointer)((const GArray *)model)->data)[row];
}

static bool row_is_heading(gconstpointer model, guint row)
{
    return row_at(model, row)->heading != NULL;
}

/* Where the sentence begins on a line of COLS. */
static int sentence_col(int cols)
{
    return cols >= ALL_FROM ? KEY_COLS + LABEL_COLS : KEY_COLS;
}

static void row_draw(Canvas *line, gconstpointer model, guint row)
{
    const HelpRow *help = row_at(model, row);
    if (help->heading) {
        canvas_text(line, 0, 1, line->cols - 1, AREA_HEADING, help->heading);
        return;
    }
    canvas_text(line, 0, 1, KEY_COLS - 2, AREA_BAR_KEY, help->keys);
    bool has_label = help->label && (line->cols < SENTENCE_FROM || line->cols >= ALL_FROM);
    if (has_label) {
        canvas_text(line, 0, KEY_COLS, LABEL_COLS - 1, AREA_LABEL, help->label);
    }
    if (!has_label || line->cols >= SENTENCE_FROM) {
        int col = sentence_col(line->cols);
        canvas_text(line, 0, col, line->cols - col - 1, AREA_TEXT, help->sentence);
    }
}

/* Whether lines of COLS show every sentence whole. */
static bool shows_all(const Help *self, int cols)
{
    for (guint i = 0; cols >= SENTENCE_FROM && i < self->rows->len; i++) {
        const char *sentence = row_at(self->rows, i)->sentence;
        if (sentence && text_width(sentence) > cols - sentence_col(cols) - 1) {
            return false;
        }
    }
    return cols >= SENTENCE_FROM;
}

static bool row_is_title(gconstpointer model, guint row)
{
    return row_is_heading(model, row) && *row_at(model, row)->heading != '\0';
}

static const ListClass rows_class = {
    .count = row_count, .is_heading = row_is_heading, .is_title = row_is_title, .draw = row_draw};

static void row_clear(gpointer row)
{
    g_free(((HelpRow *)row)->keys);
    g_free(((HelpRow *)row)->sentence);
}

/* Whether ACTION makes no sense on BELOW now and another one of ACTIONS with the same keys does. */
static bool gives_way(const Screen *below, const Action *actions, const Action *action)
{
    if (!action->when || action->when(below)) {
        return false;
    }
    for (const Action *other = actions; other->name; other++) {
        if (other != action && strcmp(app_keys(below, other), app_keys(below, action)) == 0 &&
            (!other->when || other->when(below))) {
            return true;
        }
    }
    return false;
}

static void add_heading(Help *self, const char *heading)
{
    const HelpRow blank = {.heading = ""};
    const HelpRow head = {.heading = heading};
    if (self->rows->len > 0) {
        g_array_append_val(self->rows, blank);
    }
    g_array_append_val(self->rows, head);
}

static void add_examples(Help *self, const Screen *below)
{
    g_auto(GStrv) lines = below->class->examples ? below->class->examples(below) : NULL;
    if (!lines) {
        return;
    }
    add_heading(self, _("What you can type"));
    for (char **line = lines; *line; line += 2) {
        const HelpRow row = {.keys = g_strdup(line[0]), .sentence = g_strdup(line[1])};
        g_array_append_val(self->rows, row);
    }
}

/* ACTIONS with the keys they have on BELOW. */
static void add_rows(Help *self, const char *heading, const Screen *below, const Action *actions)
{
    if (!actions || !actions->name) {
        return;
    }
    add_heading(self, heading);
    for (const Action *action = actions; action->name; action++) {
        if (gives_way(below, actions, action)) {
            continue;
        }
        const HelpRow row = {.keys = keys_label(app_keys(below, action)),
                             .label = _(action->label),
                             .sentence = g_strdup(_(action->help))};
        g_array_append_val(self->rows, row);
    }
}

static bool help_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    const Screen *below = arg;
    Help *self = (Help *)screen;
    self->rows = g_array_new(FALSE, FALSE, sizeof(HelpRow));
    g_array_set_clear_func(self->rows, row_clear);
    if (below) {
        add_examples(self, below);
        add_rows(self, _(below->class->title), below, below->class->actions);
    }
    add_rows(self, _("Everywhere"), below ? below : screen, global_actions());
    list_init(&self->list, &rows_class);
    list_show(&self->list, self->rows);
    return true;
}

static void help_draw(Screen *screen, Canvas *canvas)
{
    Help *self = (Help *)screen;
    bool has_foot = !shows_all(self, canvas->cols);
    Canvas rows =
        canvas_part(canvas, 0, 0, canvas->rows - (has_foot ? FOOT_ROWS : 0), canvas->cols);
    list_draw(&self->list, &rows, true);
    if (has_foot && list_has_selection(&self->list)) {
        const HelpRow *row = row_at(self->rows, (guint)list_selected(&self->list));
        canvas_rule(canvas, rows.rows);
        canvas_wrapped(canvas, rows.rows + 1, 1, canvas->cols - 2, FOOT_ROWS - 1, AREA_TEXT,
                       row->sentence);
    }
}

static Outcome help_input(Screen *screen, const Event *event)
{
    Outcome outcome = list_input(&((Help *)screen)->list, event, true);
    return outcome == OUTCOME_AS_ENTER ? OUTCOME_HANDLED : outcome;
}

static void help_close(Screen *screen)
{
    g_array_unref(((Help *)screen)->rows);
}

static const Action actions[] = {
    {"back", "Esc|Enter|F1|Ctrl-G", N_("Back"), N_("Goes back to the screen you came from."),
     .run = screen_leave},
    {0},
};

const ScreenClass screen_help = {
    .name = "help",
    .title = N_("Help"),
    .size = sizeof(Help),
    .actions = actions,
    .open = help_open,
    .input = help_input,
    .draw = help_draw,
    .close = help_close,
};
