/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing the calendar. */
#include "tui/screens/calendardraw.h"

#include "data/base/i18n.h"
#include "tui/dates.h"
#include "tui/duewords.h"
#include "tui/text.h"

#include <string.h>

enum {
    MARGIN = 1,
    GAP = 2,
    WEEK = 7,
    TALL_ROWS = 16, /* from here on blank rows part title, weeks and day */
    LIST_ROWS = 4,  /* of the selected day, where not only a week is in sight */
    MOST_CELL_ROWS = 6,
    CELL_WIDE = 8, /* from here on a cell says how many */
    CELL_MOST = 22,
    NUMBER_COLS = 3,
    NAME_MOST = 30,
    WHAT_MOST = 24
};

/* The column, 0 for Monday, in which a month begins. */
static int offset_of(Day day)
{
    return day_weekday((Day){day.year, day.month, 1}) - 1;
}

static int weeks_of(Day day)
{
    return (offset_of(day) + calendar_month_days(day.year, day.month) + WEEK - 1) / WEEK;
}

static CalendarGrid lay_out(const Canvas *canvas, Day selected, int row)
{
    int weeks = weeks_of(selected), room = canvas->rows - row - LIST_ROWS;
    CalendarGrid grid = {.row = row,
                         .cell_rows = CLAMP(room / weeks, 0, MOST_CELL_ROWS),
                         .cell_cols = MIN((canvas->cols - 2 * MARGIN) / WEEK, CELL_MOST),
                         .weeks = weeks};
    if (grid.cell_rows == 0) {
        grid.cell_rows = grid.weeks = 1;
        grid.first_week = (offset_of(selected) + selected.day - 1) / WEEK;
    }
    return grid;
}

int calendar_day_at(const CalendarGrid *grid, Day selected, int row, int col)
{
    int week = row - grid->row, weekday = col - MARGIN;
    if (grid->cell_cols <= 0 || week < 0 || weekday < 0 || week >= grid->weeks * grid->cell_rows ||
        weekday >= WEEK * grid->cell_cols) {
        return 0;
    }
    week = week / grid->cell_rows + grid->first_week;
    int day = week * WEEK + weekday / grid->cell_cols - offset_of(selected) + 1;
    return day >= 1 && day <= calendar_month_days(selected.year, selected.month) ? day : 0;
}

/* ---- a day of the month ---- */

static bool are_greeted(const CalendarModel *model, guint first, guint count)
{
    bool all = true;
    for (guint i = first; i < first + count; i++) {
        all = all && ((const Due *)g_ptr_array_index(model->days, i))->greeted;
    }
    return all;
}

/* That somebody has the day, how many, and whether all were greeted. */
static void draw_mark(Canvas *cell, const CalendarModel *model, guint first, guint count)
{
    bool done = are_greeted(model, first, count);
    Area area = done ? AREA_GOOD : AREA_BIRTHDAY;
    int col = canvas_put(cell, 0, NUMBER_COLS + (cell->cols >= CELL_WIDE ? 1 : 0), area,
                         canvas_symbol(cell, done ? SYMBOL_DONE : SYMBOL_BIRTHDAY));
    if (cell->cols >= CELL_WIDE && count > 1) {
        g_autofree char *number = g_strdup_printf("%u", count);
        canvas_put(cell, 0, col + 1, area, number);
    }
}

static void draw_names(Canvas *cell, const CalendarModel *model, guint first, guint count)
{
    Canvas hidden = canvas_private(cell);
    for (guint i = 0; i < count && (int)i + 1 < cell->rows; i++) {
        const Due *due = g_ptr_array_index(model->days, first + i);
        g_autofree char *name = due_call(due, NAME_SPOKEN);
        canvas_text(&hidden, (int)i + 1, 1, cell->cols - GAP, due->greeted ? AREA_DIM : AREA_TEXT,
                    name);
    }
}

static void draw_cell(Canvas *cell, const CalendarModel *model, Day day, bool is_today)
{
    g_autofree char *number = g_strdup_printf("%2d", day.day);
    if (is_today) {
        canvas_put(cell, 0, 0, AREA_ACCENT, canvas_symbol(cell, SYMBOL_PROMPT));
    }
    canvas_put(cell, 0, 1, is_today ? AREA_ACCENT : AREA_TEXT, number);
    guint count = 0, first = model != NULL ? calendar_model_day(model, day.day, &count) : 0;
    if (count > 0) {
        draw_mark(cell, model, first, count);
        draw_names(cell, model, first, count);
    }
}

static void draw_weekdays(Canvas *canvas, int row, int cell_cols)
{
    static const Day monday = {2024, 1, 1};
    for (int i = 0; i < WEEK; i++) {
        g_autofree char *name = day_by_pattern(day_plus(monday, i), "{weekday}");
        canvas_text(canvas, row, MARGIN + i * cell_cols + 1, cell_cols - 1, AREA_LABEL, name);
    }
}

static void draw_weeks(Canvas *canvas, const CalendarGrid *grid, const CalendarModel *model,
                       Day selected, Day today)
{
    int days = calendar_month_days(selected.year, selected.month);
    for (int i = 0; i < days; i++) {
        int place = offset_of(selected) + i, week = place / WEEK - grid->first_week;
        if (week < 0 || week >= grid->weeks) {
            continue;
        }
        Day day = {selected.year, selected.month, i + 1};
        int row = grid->row + week * grid->cell_rows, col = MARGIN + place % WEEK * grid->cell_cols;
        Canvas cell = canvas_part(canvas, row, col, grid->cell_rows, grid->cell_cols - 1);
        if (day.day == selected.day) {
            cell = canvas_as_selected(&cell);
            canvas_fill(&cell, AREA_SELECTED);
            canvas_cursor_selected(&cell, 0, 1);
        }
        draw_cell(&cell, model, day, day_compare(day, today) == 0);
    }
}

/* ---- the selected day ---- */

static void draw_due(Canvas *canvas, int row, const Due *due, Day today)
{
    Canvas hidden = canvas_private(canvas);
    int room = canvas->cols - 2 * MARGIN;
    int col =
        MARGIN + 1 +
        canvas_put(canvas, row, MARGIN, AREA_BIRTHDAY, canvas_symbol(canvas, SYMBOL_BIRTHDAY)) -
        MARGIN;
    g_autofree char *name = due_call(due, NAME_SPOKEN), *what = duewords_what(due, today);
    g_autofree char *whose = duewords_whose(due), *greeter = duewords_greeter(due, today);
    int name_cols = MIN(NAME_MOST, room / 2);
    col =
        canvas_text(&hidden, row, col, name_cols, due->greeted ? AREA_DIM : AREA_TEXT, name) + GAP;
    Canvas rest = canvas_part(&hidden, row, col, 1, canvas->cols - MARGIN - col);
    Area area = due_is_round(due) && !due->greeted ? AREA_BIRTHDAY : AREA_TEXT;
    int at = canvas_text(&rest, 0, 0, MIN(WHAT_MOST, MAX(text_width_shown(what), 10)), area, what);
    if (greeter != NULL) {
        at = canvas_put(&rest, 0, at + GAP, AREA_GOOD, canvas_symbol(canvas, SYMBOL_DONE));
        at = canvas_put(&rest, 0, at + 1, AREA_GOOD, greeter);
    }
    if (whose != NULL) {
        canvas_put(&rest, 0, at + GAP, AREA_DIM, whose);
    }
}

/* Of whom only the month is known; at ROW, if there is room. */
static void draw_someday(Canvas *canvas, int row, const CalendarModel *model)
{
    GString *names = g_string_new(NULL);
    for (guint i = 0; i < model->someday->len; i++) {
        g_autofree char *name = due_call(g_ptr_array_index(model->someday, i), NAME_SPOKEN);
        g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", name);
    }
    if (names->len > 0 && row < canvas->rows) {
        Canvas hidden = canvas_private(canvas);
        int col = canvas_put(canvas, row, MARGIN, AREA_LABEL, _("Some day this month")) + GAP;
        canvas_text(&hidden, row, col, canvas->cols - MARGIN - col, AREA_DIM, names->str);
    }
    g_string_free(names, TRUE);
}

static void draw_day(Canvas *canvas, int row, const CalendarModel *model, Day selected, Day today)
{
    guint count = 0, first = calendar_model_day(model, selected.day, &count);
    int below = model->someday->len > 0 || model->is_cut ? 1 : 0;
    int room = MAX(canvas->rows - row - 1 - below, 1);
    g_autofree char *day = dates_weekday(selected);
    int col = canvas_put(canvas, row, MARGIN, AREA_HEADING, day) + GAP;
    if (count == 0) {
        canvas_put(canvas, row, col, AREA_DIM, _("Nobody has a day."));
    } else if ((int)count > room) {
        g_autofree char *more = g_strdup_printf(
            ngettext("%d more: Enter lists them", "%d more: Enter lists them", count - (guint)room),
            (int)count - room);
        canvas_put(canvas, row, col, AREA_DIM, more);
    }
    int shown = MIN((int)count, room);
    for (int i = 0; i < shown; i++) {
        draw_due(canvas, row + 1 + i, g_ptr_array_index(model->days, first + (guint)i), today);
    }
    if (model->is_cut) {
        canvas_put(canvas, row + 1 + shown, MARGIN, AREA_DIM,
                   _("Only the days of your regulars: there are too many for all of them."));
    } else {
        draw_someday(canvas, row + 1 + shown, model);
    }
}

CalendarGrid calendar_draw(Canvas *canvas, const CalendarModel *model, Day selected, Day today)
{
    bool is_tall = canvas->rows >= TALL_ROWS;
    g_autofree char *title = day_by_pattern(selected, _("{month} {year}"));
    canvas_text(canvas, 0, MARGIN, canvas->cols - 2 * MARGIN, AREA_TITLE, title);
    int head = is_tall ? 2 : 1;
    CalendarGrid grid = lay_out(canvas, selected, head + 1);
    bool is_known = model != NULL && model->year == selected.year && model->month == selected.month;
    draw_weekdays(canvas, head, grid.cell_cols);
    draw_weeks(canvas, &grid, is_known ? model : NULL, selected, today);
    if (is_known) {
        int row = grid.row + grid.weeks * grid.cell_rows;
        draw_day(canvas, row + (canvas->rows - row > LIST_ROWS ? 1 : 0), model, selected, today);
    }
    return grid;
}
