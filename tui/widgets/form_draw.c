/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing a form. */
#include "tui/widgets/form_private.h"

#include "data/base/i18n.h"
#include "tui/text.h"

#define LABEL_GAP 2
/* Wider fields are hard to read along. */
#define FIELD_COLS 48
/* A date is short, and its reading needs the room beside it. */
#define DATE_COLS 18

/* The width of the column of labels: of the longest, but at most a third of the whole. */
static int label_width(const Form *form, int cols)
{
    int widest = 0;
    for (unsigned i = 0; i < form->entries->len; i++) {
        widest = MAX(widest, text_width(_(form_entry(form, i)->field.label)));
    }
    return MIN(widest, cols / 3);
}

/* Rows an entry takes: one, and one for its message. */
static int rows_of(const FormEntry *entry)
{
    return entry->message ? 2 : 1;
}

/* Moves the first entry in sight so that the focus is, too. */
static void scroll_to_focus(Form *form, int rows)
{
    form->top = MIN(form->top, form->focus);
    int needed = 0;
    for (unsigned i = form->focus + 1; i > form->top; i--) {
        needed += rows_of(form_entry(form, i - 1));
        if (needed > rows && i - 1 < form->focus) {
            form->top = i;
            break;
        }
    }
}

/* Cells the choices take when they stand side by side, each with a blank or a bracket on both
 * sides. */
static int choices_width(const char *const *choices)
{
    int width = 0;
    for (unsigned i = 0; choices[i]; i++) {
        width += text_width(_(choices[i])) + 2;
    }
    return width;
}

/* All choices in a row where there is room, else the chosen one. It is marked by brackets too, so
 * that nothing hangs on colour. */
static void draw_choice(const FormEntry *entry, Canvas *canvas, int row, int col, int width,
                        bool focus)
{
    Canvas line = canvas_part(canvas, row, col, 1, width);
    const char *const *choices = entry->field.choices;
    bool all = choices_width(choices) <= line.cols;
    int at = 0;
    for (unsigned i = 0; choices[i]; i++) {
        bool is_chosen = i == entry->chosen;
        if (!is_chosen && !all) {
            continue;
        }
        if (is_chosen && focus) {
            canvas_cursor(&line, 0, at + 1);
        }
        g_autofree char *label = g_strdup_printf(is_chosen ? "[%s]" : " %s ", _(choices[i]));
        at = canvas_put(&line, 0, at,
                        !is_chosen ? AREA_DIM
                        : focus    ? AREA_FIELD_FOCUS
                                   : AREA_FIELD,
                        label);
    }
}

/* What stands beside the field: the reading of what was typed, or the hint of an empty one. */
static void draw_beside(const Form *form, const FormEntry *entry, Canvas *canvas, int row, int col,
                        bool focus)
{
    const char *typed = line_edit_text(entry->line);
    if (*typed && entry->field.reading) {
        g_autofree char *reading = entry->field.reading(typed, form->context);
        if (reading) {
            canvas_put(canvas, row, col, AREA_ACCENT, reading);
        }
    } else if (!*typed && focus && entry->field.hint) {
        canvas_put(canvas, row, col, AREA_DIM, _(entry->field.hint));
    }
}

static void draw_entry(const Form *form, FormEntry *entry, Canvas *canvas, int row, int labels,
                       bool focus)
{
    int col = labels + LABEL_GAP;
    int room = canvas->cols - col;
    /* A third is left for what stands beside it. */
    bool has_beside = entry->field.reading || entry->field.hint;
    int most = entry->field.kind == FORM_DATE ? DATE_COLS : FIELD_COLS;
    int width = MIN(has_beside ? room * 2 / 3 : room, most);
    canvas_text(canvas, row, 0, labels, focus ? AREA_ACCENT : AREA_LABEL, _(entry->field.label));
    if (entry->field.kind == FORM_CHOICE) {
        draw_choice(entry, canvas, row, col, room, focus);
    } else {
        line_edit_draw(entry->line, canvas, row, col, width, focus);
    }
    if (entry->field.kind != FORM_CHOICE && !entry->message) {
        draw_beside(form, entry, canvas, row, col + width + LABEL_GAP, focus);
    }
    if (entry->message) {
        canvas_text(canvas, row + 1, col, room, AREA_WARNING, entry->message);
    }
}

void form_draw(Form *form, Canvas *canvas)
{
    int labels = label_width(form, canvas->cols);
    scroll_to_focus(form, canvas->rows);
    int row = 0;
    for (unsigned i = 0; i < form->entries->len; i++) {
        FormEntry *entry = form_entry(form, i);
        if (i < form->top || row >= canvas->rows) {
            entry->row = -1;
            continue;
        }
        entry->row = row;
        draw_entry(form, entry, canvas, row, labels, i == form->focus);
        row += rows_of(entry);
    }
}
