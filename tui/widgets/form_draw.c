/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing a form. */
#include "tui/widgets/form_private.h"

#include "data/base/i18n.h"
#include "tui/text.h"
#include "tui/widgets/list.h"

#define LABEL_GAP 2
/* What the mark at the right edge takes from the fields where not all rows fit. */
#define EDGE_COLS 2
/* Wider fields are hard to read along. */
#define FIELD_COLS 60
/* A date is short, and its reading needs the room beside it. */
#define DATE_COLS 18

/* The width of the column of labels: of the longest, but at most two fifths of the whole. */
static int label_width(const Form *form, int cols)
{
    int widest = 0;
    for (unsigned i = 0; i < form->entries->len; i++) {
        widest = MAX(widest, text_width(_(form_entry(form, i)->field.label)));
    }
    return MIN(widest, cols * 2 / 5);
}

/* Places the choices one after the other in lines of WIDTH cells, each with a blank or a bracket
 * on both sides; ROW and COL (both may be NULL) get where the one at INDEX begins. Returns how
 * many lines they take; INDEX may be their number: then ROW and COL are the end. */
static int place_choice(const char *const *choices, unsigned index, int width, int *row, int *col)
{
    int line = 0, at = 0;
    for (unsigned i = 0; choices[i]; i++) {
        int cells = text_width(_(choices[i])) + 2;
        if (at > 0 && at + cells > width) {
            line++;
            at = 0;
        }
        if (i == index && row && col) {
            *row = line;
            *col = at;
        }
        at += cells;
        if (!choices[i + 1] && i + 1 == index && row && col) {
            *row = line;
            *col = at;
        }
    }
    return line + 1;
}

/* Rows an entry takes in WIDTH cells: one, more for the choices when it has the FOCUS, and one for
 * its message. */
static int rows_of(const FormEntry *entry, int width, bool focus)
{
    bool choice = entry->field.kind == FORM_CHOICE && focus;
    int rows = choice ? place_choice(entry->field.choices, 0, width, NULL, NULL) : 1;
    return rows + (entry->message ? 1 : 0);
}

/* Moves the first entry in sight so that the focus is, too. */
static void scroll_to_focus(Form *form, int rows, int width)
{
    form->top = MIN(form->top, form->focus);
    int needed = 0;
    for (unsigned i = form->focus + 1; i > form->top; i--) {
        needed += rows_of(form_entry(form, i - 1), width, i - 1 == form->focus);
        if (needed > rows && i - 1 < form->focus) {
            form->top = i;
            break;
        }
    }
}

/* All choices where there is room or the focus, else the chosen one. It is marked by brackets too,
 * so that nothing hangs on colour. */
static void draw_choice(const FormEntry *entry, Canvas *canvas, int row, int col, int width,
                        bool focus)
{
    const char *const *choices = entry->field.choices;
    bool all = focus || place_choice(choices, 0, width, NULL, NULL) == 1;
    Canvas part = canvas_part(canvas, row, col, G_MAXINT, width);
    unsigned count = 0;
    for (; choices[count]; count++) {
        bool is_chosen = count == entry->chosen;
        int line = 0, at = 0;
        if (all) {
            place_choice(choices, count, width, &line, &at);
        } else if (!is_chosen) {
            continue;
        }
        if (is_chosen && focus) {
            canvas_cursor(&part, line, at + 1);
        }
        g_autofree char *label = g_strdup_printf(is_chosen ? "[%s]" : " %s ", _(choices[count]));
        Area area = focus ? AREA_FIELD_FOCUS : AREA_FIELD;
        canvas_put(&part, line, at, is_chosen ? area : AREA_DIM, label);
    }
    const char *keys = _("← → choose");
    int line = 0, at = 0;
    place_choice(choices, count, width, &line, &at);
    if (focus && at + 2 + text_width(keys) <= width) {
        canvas_put(&part, line, at + 2, AREA_BAR_KEY, keys);
    }
}

/* The reading of what was typed, WIDTH cells right of COL, where a field begins; or the hint of an
 * empty one, which stands in it unless it is a narrow one for dates. */
static void draw_beside(const Form *form, const FormEntry *entry, Canvas *canvas, int row, int col,
                        int width, bool focus)
{
    bool is_inside = entry->field.kind != FORM_DATE;
    const char *typed = line_edit_text(entry->line);
    if (*typed && entry->field.reading) {
        g_autofree char *reading = entry->field.reading(typed, form->context);
        if (reading) {
            canvas_put(canvas, row, col + width, AREA_ACCENT, reading);
        }
    } else if (!*typed && focus && entry->field.hint) {
        canvas_put(canvas, row, is_inside ? col : col + width,
                   is_inside ? AREA_FIELD_HINT : AREA_DIM, _(entry->field.hint));
    }
}

/* What stands in a field is private unless it is being typed in. */
static void draw_entry(Form *form, FormEntry *entry, Canvas *canvas, int row, int labels,
                       bool focus)
{
    Canvas inside = focus ? *canvas : canvas_private(canvas);
    int col = labels + LABEL_GAP;
    int room = canvas->cols - col;
    /* A third is left for what stands beside it. */
    bool is_date = entry->field.kind == FORM_DATE;
    bool has_beside = is_date || entry->field.reading;
    int width = MIN(has_beside ? room * 2 / 3 : room, is_date ? DATE_COLS : FIELD_COLS);
    bool is_completed = false;
    int below = row + rows_of(entry, room, focus) - 1;
    canvas_text(canvas, row, 0, labels, focus ? AREA_ACCENT : AREA_LABEL, _(entry->field.label));
    if (entry->field.kind == FORM_CHOICE) {
        draw_choice(entry, &inside, row, col, room, focus);
    } else {
        int cursor = line_edit_draw(entry->line, &inside, row, col, width, focus);
        if (focus && g_strcmp0(form->completed, entry->field.name) == 0) {
            completion_draw(&form->completion, entry->line, &inside, row, cursor,
                            col + width - cursor);
            is_completed = form->completion.is_shown;
        }
    }
    if (entry->field.kind != FORM_CHOICE && !entry->message && !is_completed) {
        draw_beside(form, entry, &inside, row, col + LABEL_GAP, has_beside ? width : 0, focus);
    }
    if (entry->message) {
        canvas_text(&inside, below, col, room, AREA_WARNING, entry->message);
    }
}

/* How many rows all entries take in WIDTH cells. */
static int count_rows(const Form *form, int width)
{
    int rows = 0;
    for (unsigned i = 0; i < form->entries->len; i++) {
        rows += rows_of(form_entry(form, i), width, i == form->focus);
    }
    return rows;
}

void form_draw(Form *form, Canvas *canvas)
{
    int labels = label_width(form, canvas->cols), width = canvas->cols - labels - LABEL_GAP;
    bool all = count_rows(form, width) <= canvas->rows, goes_on = false;
    Canvas part = *canvas;
    if (all) {
        form->top = 0;
    } else {
        part = canvas_part(canvas, 0, 0, G_MAXINT, canvas->cols - EDGE_COLS);
        width -= EDGE_COLS;
        scroll_to_focus(form, canvas->rows, width);
    }
    int row = 0;
    for (unsigned i = 0; i < form->entries->len; i++) {
        FormEntry *entry = form_entry(form, i);
        if (i < form->top || row >= canvas->rows) {
            entry->row = -1;
            goes_on = goes_on || i >= form->top;
            continue;
        }
        entry->row = row;
        draw_entry(form, entry, &part, row, labels, i == form->focus);
        entry->rows = rows_of(entry, width, i == form->focus);
        row += entry->rows;
    }
    list_draw_edges(canvas, form->top > 0, goes_on);
}
