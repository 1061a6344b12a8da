/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving through a list and drawing it. */
#include "tui/widgets/list.h"

/* How far from its old place a row is looked for. */
#define FAR 1000

void list_init(List *list, const ListClass *class)
{
    *list = (List){.class = class};
}

static guint count_rows(const List *list)
{
    return list->model ? list->class->count(list->model) : 0;
}

static bool is_selectable(const List *list, guint row)
{
    return row < count_rows(list) &&
           !(list->class->is_heading && list->class->is_heading(list->model, row));
}

/* The first selectable row from ROW on in the direction STEP (1 or -1), -1 if there is none. */
static int find_selectable(const List *list, int row, int step)
{
    int count = (int)count_rows(list);
    for (; row >= 0 && row < count; row += step) {
        if (is_selectable(list, (guint)row)) {
            return row;
        }
    }
    return -1;
}

bool list_has_selection(const List *list)
{
    return is_selectable(list, list->selected);
}

int list_selected(const List *list)
{
    return list_has_selection(list) ? (int)list->selected : -1;
}

void list_select(List *list, guint row)
{
    guint count = count_rows(list);
    int wanted = count > 0 ? (int)MIN(row, count - 1) : 0;
    int found = find_selectable(list, wanted, 1);
    if (found < 0) {
        found = find_selectable(list, wanted, -1);
    }
    list->selected = found < 0 ? 0 : (guint)found;
}

void list_to_first(List *list)
{
    list->top = 0;
    list->leads = false;
    list_select(list, 0);
}

static bool is_known_by(const List *list, gint64 row, gint64 id)
{
    return row >= 0 && row < count_rows(list) && is_selectable(list, (guint)row) &&
           list->class->id(list->model, (guint)row) == id;
}

/* The row known by ID, -1 if there is none; it was at row NEAR before. */
static int find_id(const List *list, gint64 id, guint near)
{
    if (list->class->find) {
        return list->model ? list->class->find(list->model, id, near) : -1;
    }
    for (gint64 step = 0; step <= FAR; step++) {
        if (is_known_by(list, (gint64)near - step, id)) {
            return (int)(near - step);
        }
        if (is_known_by(list, (gint64)near + step, id)) {
            return (int)(near + step);
        }
    }
    return -1;
}

bool list_select_id(List *list, gint64 id)
{
    int row = find_id(list, id, list->selected);
    if (row >= 0) {
        list->selected = (guint)row;
    }
    return row >= 0;
}

void list_show(List *list, gconstpointer model)
{
    bool had_selection = list_has_selection(list);
    gint64 id = had_selection && list->class->id ? list->class->id(list->model, list->selected) : 0;
    guint old = list->selected;
    list->model = model;
    int same = had_selection && list->class->id ? find_id(list, id, old) : -1;
    if (same >= 0) {
        /* The rows above it may have become more or fewer: it stays where the eye has it. */
        guint offset = old - MIN(list->top, old);
        list->top = (guint)same - MIN(offset, (guint)same);
        list->selected = (guint)same;
    } else {
        list_select(list, had_selection ? old : 0);
    }
}

/* Moves by STEPS selectable rows, as far as there are some. */
static void move(List *list, int steps)
{
    int step = steps < 0 ? -1 : 1;
    for (; steps != 0; steps -= step) {
        int next = find_selectable(list, (int)list->selected + step, step);
        if (next < 0) {
            /* Nothing selectable further up: at least the heading there comes in sight. */
            list->top = step < 0 ? 0 : list->top;
            return;
        }
        list->selected = (guint)next;
    }
}

/* Moves by COUNT rows on the screen, to the nearest selectable one. */
static void jump(List *list, int count)
{
    int last = (int)count_rows(list) - 1;
    int target = CLAMP((int)list->selected + count, 0, MAX(last, 0));
    int step = count < 0 ? -1 : 1;
    int found = find_selectable(list, target, step);
    if (found < 0) {
        found = find_selectable(list, target, -step);
    }
    list->selected = found < 0 ? 0 : (guint)found;
}

static Outcome click(List *list, const Event *event)
{
    guint row = list->top + (guint)MAX(event->row, 0);
    if (event->row < 0 || event->row >= list->height || !is_selectable(list, row)) {
        return OUTCOME_NONE;
    }
    if (row == list->selected) {
        return OUTCOME_AS_ENTER;
    }
    list->selected = row;
    return OUTCOME_REDRAW;
}

/* Whether EVENT goes into a box beside the list. */
static bool is_typing(const Event *event)
{
    Key key = event->key;
    return event->kind == EVENT_PASTE ||
           (event->kind == EVENT_KEY &&
            (key_is_text(key) || key == K_BACKSPACE || key == K_DELETE || key == K_LEFT ||
             key == K_RIGHT || key == K_HOME || key == K_END));
}

static Outcome press(List *list, Key key, bool with_home)
{
    int page = MAX(list->height - 1, 1);
    int all = (int)count_rows(list);
    switch (key) {
    case K_UP:
        move(list, -1);
        return OUTCOME_REDRAW;
    case K_DOWN:
        move(list, 1);
        return OUTCOME_REDRAW;
    case K_PGUP:
        jump(list, -page);
        return OUTCOME_REDRAW;
    case K_PGDN:
        jump(list, page);
        return OUTCOME_REDRAW;
    case K_CTRL + K_HOME:
        jump(list, -all);
        return OUTCOME_REDRAW;
    case K_CTRL + K_END:
        jump(list, all);
        return OUTCOME_REDRAW;
    case K_HOME:
    case K_END:
        if (with_home) {
            jump(list, key == K_HOME ? -all : all);
            return OUTCOME_REDRAW;
        }
        return OUTCOME_NONE;
    default:
        return OUTCOME_NONE;
    }
}

static Outcome take(List *list, const Event *event, bool with_home)
{
    switch (event->kind) {
    case EVENT_KEY:
        return press(list, event->key, with_home);
    case EVENT_CLICK:
        return click(list, event);
    case EVENT_WHEEL:
        move(list, event->steps);
        return OUTCOME_REDRAW;
    case EVENT_PASTE:
        break;
    }
    return OUTCOME_NONE;
}

Outcome list_input(List *list, const Event *event, bool with_home)
{
    Outcome outcome = take(list, event, with_home);
    if (outcome != OUTCOME_NONE) {
        list->leads = true;
    } else if (is_typing(event)) {
        list->leads = false;
    }
    return outcome;
}

/* Scrolls as little as needed to have the selection in sight, with the headings above the first
 * row. */
static void scroll_to_selection(List *list, guint height)
{
    guint count = count_rows(list);
    if (list->selected < list->top || find_selectable(list, (int)list->selected - 1, -1) < 0) {
        list->top =
            list->selected < height && find_selectable(list, (int)list->selected - 1, -1) < 0
                ? 0
                : list->selected;
    }
    if (list->selected >= list->top + height) {
        list->top = list->selected - height + 1;
    }
    /* What stands below the last row, the rest of its text, is seen with it. */
    if (find_selectable(list, (int)list->selected + 1, 1) < 0 && count > list->top + height) {
        list->top = MIN(list->selected, count - height);
    }
    /* No empty rows at the end while there are rows above. */
    list->top = MIN(list->top, count > height ? count - height : 0);
}

static bool is_title(const List *list, guint row)
{
    return list->class->is_title && list->class->is_title(list->model, row);
}

void list_draw_edges(Canvas *canvas, bool above, bool below)
{
    int col = canvas->cols - 1;
    if (above) {
        canvas_put(canvas, 0, col, AREA_DIM, canvas_symbol(canvas, SYMBOL_ABOVE));
    }
    if (below) {
        canvas_put(canvas, canvas->rows - 1, col, AREA_DIM, canvas_symbol(canvas, SYMBOL_BELOW));
    }
}

static void set_cursor(const List *list, Canvas *line)
{
    if (list->leads) {
        canvas_cursor(line, 0, 0);
    } else {
        canvas_cursor_selected(line, 0, 0);
    }
}

void list_draw(List *list, Canvas *canvas, bool focus)
{
    list->height = canvas->rows;
    if (canvas->rows <= 0) {
        return;
    }
    scroll_to_selection(list, (guint)canvas->rows);
    guint count = count_rows(list);
    guint end = MIN(list->top + (guint)canvas->rows, count);
    for (int row = 0; list->top + (guint)row < end; row++) {
        guint index = list->top + (guint)row;
        if (index + 1 == end && end < count && is_title(list, index)) {
            break;
        }
        Canvas line = canvas_part(canvas, row, 0, 1, canvas->cols);
        if (focus && index == list->selected && list_has_selection(list)) {
            line = canvas_as_selected(&line);
            canvas_fill(&line, AREA_SELECTED);
            set_cursor(list, &line);
        }
        list->class->draw(&line, list->model, index);
    }
    list_draw_edges(canvas, list->top > 0, end < count);
}
