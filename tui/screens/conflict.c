/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What two counters wrote, side by side, to choose from. */
#include "tui/screens/conflict.h"

#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "tui/counter.h"
#include "tui/dates.h"
#include "tui/text.h"
#include "tui/widgets/list.h"

enum {
    MARGIN = 1,
    GAP = 2,
    LABEL_MOST = 18,
    WIDE_COLS = 60, /* from here on the label stands beside the texts, else above them */
    HEAD_ROWS = 2,  /* of the question */
    REMARK_ROWS = 2,
    TEXT_ROWS = 8, /* of one text at most */
    TALL_ROWS = 12
};

typedef struct {
    char *label, *mine, *theirs;
    bool has_both;
    int row, rows; /* where it was drawn; no rows: it is out of sight */
} Row;

typedef struct {
    Screen base;
    GArray *rows;  /* Row */
    GArray *takes; /* ConflictTake */
    char *clerk, *when, *remark;
    guint at;   /* the row the cursor is on */
    guint top;  /* the first in sight */
    int middle; /* from this column on they are theirs */
} Conflict;

static Row *row_at(const Conflict *self, guint index)
{
    return &g_array_index(self->rows, Row, index);
}

static ConflictTake *take_at(const Conflict *self, guint index)
{
    return &g_array_index(self->takes, ConflictTake, index);
}

static void row_clear(gpointer data)
{
    Row *row = data;
    g_free(row->label);
    g_free(row->mine);
    g_free(row->theirs);
}

char *conflict_when(const char *at, Day today)
{
    Day day = instant_local_day(at);
    g_autofree char *clock = dates_clock(at);
    if (!day_is_whole(day) || day_compare(day, today) == 0) {
        return g_steal_pointer(&clock);
    }
    g_autofree char *near = dates_near(day, today);
    return g_strdup_printf("%s, %s", near, clock);
}

static bool conflict_open(Screen *screen, gconstpointer data, GError **error)
{
    (void)error;
    Conflict *self = (Conflict *)screen;
    const ConflictArg *arg = data;
    self->rows = g_array_new(FALSE, TRUE, sizeof(Row));
    self->takes = g_array_new(FALSE, TRUE, sizeof(ConflictTake));
    g_array_set_clear_func(self->rows, row_clear);
    self->clerk = g_strdup(arg != NULL ? arg->clerk : NULL);
    self->remark = g_strdup(arg != NULL ? arg->remark : NULL);
    self->when = arg != NULL && arg->at != NULL ? conflict_when(arg->at, counter_today(screen))
                                                : g_strdup("");
    for (guint i = 0; arg != NULL && i < arg->count; i++) {
        const ConflictRow *given = &arg->rows[i];
        const Row row = {g_strdup(given->label),
                         g_strdup(given->mine),
                         g_strdup(given->theirs),
                         given->has_both,
                         0,
                         0};
        g_array_append_val(self->rows, row);
        g_array_append_val(self->takes, given->first);
    }
    return true;
}

static void conflict_close(Screen *screen)
{
    Conflict *self = (Conflict *)screen;
    g_array_unref(self->rows);
    g_array_unref(self->takes);
    g_free(self->clerk);
    g_free(self->when);
    g_free(self->remark);
}

/* ---- drawing ---- */

/* Where the three columns stand. */
typedef struct {
    bool is_wide;
    int label_cols;   /* 0 where the label stands above */
    int mine, theirs; /* where the texts begin */
    int text_cols;
} Layout;

static Layout layout_of(const Conflict *self, int cols)
{
    Layout layout = {.is_wide = cols >= WIDE_COLS};
    for (guint i = 0; layout.is_wide && i < self->rows->len; i++) {
        layout.label_cols = MAX(layout.label_cols, text_width_shown(row_at(self, i)->label));
    }
    layout.label_cols = MIN(layout.label_cols, LABEL_MOST);
    int first = MARGIN + (layout.is_wide ? GAP + layout.label_cols + GAP : GAP);
    int column = MAX((cols - MARGIN - first - GAP) / 2, 1);
    /* Before each text there is room for the mark. */
    layout.mine = first + GAP;
    layout.theirs = first + column + GAP + GAP;
    layout.text_cols = MAX(column - GAP, 1);
    return layout;
}

/* How many lines the texts of ROW take. */
static int text_rows(const Canvas *canvas, const Layout *layout, const Row *row)
{
    g_auto(GStrv) mine = canvas_lines(canvas, layout->text_cols, TEXT_ROWS, row->mine);
    g_auto(GStrv) theirs = canvas_lines(canvas, layout->text_cols, TEXT_ROWS, row->theirs);
    return MAX(MAX((int)g_strv_length(mine), (int)g_strv_length(theirs)), 1);
}

static int height_of(const Canvas *canvas, const Layout *layout, const Row *row)
{
    return text_rows(canvas, layout, row) + (layout->is_wide ? 0 : 1);
}

static void draw_text(Canvas *canvas, int row, int col, int cols, bool is_kept, const char *text)
{
    Canvas hidden = canvas_private(canvas);
    bool is_empty = *text == '\0';
    Area area = is_kept && !is_empty ? AREA_TEXT : AREA_DIM;
    if (is_kept) {
        canvas_put(canvas, row, col - GAP, AREA_ACCENT, canvas_symbol(canvas, SYMBOL_CURSOR));
    }
    canvas_wrapped(is_empty ? canvas : &hidden, row, col, cols, TEXT_ROWS, area,
                   is_empty ? _("(empty)") : text);
}

static void draw_row(const Conflict *self, Canvas *canvas, const Layout *layout, guint index)
{
    const Row *row = row_at(self, index);
    ConflictTake take = *take_at(self, index);
    bool is_here = index == self->at;
    Canvas label = canvas_part(canvas, row->row, 0, 1, canvas->cols);
    if (is_here) {
        label = canvas_as_selected(&label);
        canvas_cursor_selected(canvas, row->row, MARGIN + GAP);
    }
    int cols = layout->is_wide ? layout->label_cols : canvas->cols - 2 * MARGIN - GAP;
    canvas_text(&label, 0, MARGIN + GAP, cols, AREA_LABEL, row->label);
    int below = row->row + (layout->is_wide ? 0 : 1);
    draw_text(canvas, below, layout->mine, layout->text_cols, take != CONFLICT_THEIRS, row->mine);
    draw_text(canvas, below, layout->theirs, layout->text_cols, take != CONFLICT_MINE, row->theirs);
}

/* Scrolls so that the row of the cursor is in sight. */
static void scroll(Conflict *self, const Canvas *canvas, const Layout *layout)
{
    self->top = MIN(self->top, self->at);
    int sum = 0;
    for (guint i = MIN(self->at + 1, self->rows->len); i > self->top; i--) {
        sum += height_of(canvas, layout, row_at(self, i - 1));
        if (sum > canvas->rows && i - 1 < self->at) {
            self->top = i;
        }
    }
}

static void draw_rows(Conflict *self, Canvas *canvas, int top, const Layout *layout)
{
    int row = 0;
    scroll(self, canvas, layout);
    for (guint i = 0; i < self->rows->len; i++) {
        Row *it = row_at(self, i);
        bool is_shown = i >= self->top && row < canvas->rows;
        it->rows = is_shown ? height_of(canvas, layout, it) : 0;
        it->row = row;
        if (is_shown) {
            draw_row(self, canvas, layout, i);
            /* For clicks, which count from the page's first row. */
            it->row += top;
            row += it->rows;
        }
    }
    const Row *last = self->rows->len > 0 ? row_at(self, self->rows->len - 1) : NULL;
    list_draw_edges(canvas, self->top > 0, last != NULL && (last->rows == 0 || row > canvas->rows));
}

static char *question_of(const Conflict *self)
{
    if (self->clerk == NULL) {
        return *self->when != '\0'
                   ? g_strdup_printf(_("Somebody else changed this, too (%s). What stays?"),
                                     self->when)
                   : g_strdup(_("Somebody else changed this, too. What stays?"));
    }
    /* TRANSLATORS: a clerk, and when: "Lina B. changed this, too (14:32)." */
    return g_strdup_printf(_("%s changed this, too (%s). What stays?"), self->clerk, self->when);
}

static void conflict_draw(Screen *screen, Canvas *canvas)
{
    Conflict *self = (Conflict *)screen;
    bool is_tall = canvas->rows >= TALL_ROWS;
    Layout layout = layout_of(self, canvas->cols);
    g_autofree char *question = question_of(self);
    int cols = canvas->cols - 2 * MARGIN;
    int row = canvas_wrapped(canvas, 0, MARGIN, cols, HEAD_ROWS, AREA_TITLE, question);
    row += is_tall ? 1 : 0;
    self->middle = layout.theirs - GAP;
    canvas_text(canvas, row, layout.mine, layout.text_cols, AREA_HEADING, _("YOURS"));
    canvas_text(canvas, row++, layout.theirs, layout.text_cols, AREA_HEADING, _("THEIRS"));
    int below = 0;
    if (self->remark != NULL) {
        g_auto(GStrv) lines = canvas_lines(canvas, cols, REMARK_ROWS, self->remark);
        below = (int)g_strv_length(lines) + (is_tall ? 1 : 0);
    }
    Canvas part = canvas_part(canvas, row, 0, MAX(canvas->rows - row - below, 1), canvas->cols);
    draw_rows(self, &part, row, &layout);
    if (self->remark != NULL) {
        canvas_wrapped(canvas, canvas->rows - below + (is_tall ? 1 : 0), MARGIN, cols, REMARK_ROWS,
                       AREA_DIM, self->remark);
    }
}

/* ---- choosing ---- */

static Outcome go_to(Conflict *self, int row)
{
    self->at = (guint)CLAMP(row, 0, MAX((int)self->rows->len - 1, 0));
    return OUTCOME_REDRAW;
}

static Outcome take(Screen *screen, ConflictTake what)
{
    Conflict *self = (Conflict *)screen;
    if (self->at < self->rows->len) {
        *take_at(self, self->at) = what;
    }
    return OUTCOME_REDRAW;
}

static Outcome clicked(Conflict *self, const Event *event)
{
    for (guint i = 0; i < self->rows->len; i++) {
        const Row *row = row_at(self, i);
        if (event->row >= row->row && event->row < row->row + row->rows) {
            self->at = i;
            return take(&self->base, event->col < self->middle ? CONFLICT_MINE : CONFLICT_THEIRS);
        }
    }
    return OUTCOME_NONE;
}

static Outcome conflict_input(Screen *screen, const Event *event)
{
    Conflict *self = (Conflict *)screen;
    int at = (int)self->at;
    if (event->kind == EVENT_CLICK) {
        return clicked(self, event);
    }
    if (event->kind == EVENT_WHEEL) {
        return go_to(self, at + (event->steps > 0 ? 1 : -1));
    }
    if (event->kind != EVENT_KEY) {
        return OUTCOME_NONE;
    }
    switch (event->key) {
    case K_UP:
    case K_SHIFT + K_TAB:
        return go_to(self, at - 1);
    case K_DOWN:
    case K_TAB:
        return go_to(self, at + 1);
    default:
        return OUTCOME_NONE;
    }
}

static Outcome take_mine(Screen *screen)
{
    return take(screen, CONFLICT_MINE);
}

static Outcome take_theirs(Screen *screen)
{
    return take(screen, CONFLICT_THEIRS);
}

static bool has_both(const Screen *screen)
{
    const Conflict *self = (const Conflict *)screen;
    return self->at < self->rows->len && row_at(self, self->at)->has_both;
}

static Outcome take_both(Screen *screen)
{
    return take(screen, CONFLICT_BOTH);
}

static Outcome keep(Screen *screen)
{
    screen_result(screen, ((Conflict *)screen)->takes->data, NULL);
    return OUTCOME_CLOSE;
}

static const Action actions[] = {
    {"save", "Enter|F4|Ctrl-S", N_("Save"), N_("Saves what is marked."), .run = keep},
    {"mine", "Left", N_("Yours"), N_("Marks what you have typed."), .run = take_mine},
    {"theirs", "Right", N_("Theirs"), N_("Marks what somebody else has saved."),
     .run = take_theirs},
    {"both", "b|+|Space", N_("Both"), N_("Marks both, to be kept together."), .run = take_both,
     .when = has_both},
    {"back", "Esc", N_("Back"), N_("Goes back to what you were typing; nothing is saved yet."),
     .run = screen_leave},
    {0},
};

const ScreenClass screen_conflict = {
    .name = "conflict",
    .title = N_("Changed twice"),
    .size = sizeof(Conflict),
    .actions = actions,
    .open = conflict_open,
    .input = conflict_input,
    .draw = conflict_draw,
    .close = conflict_close,
};
