/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of an import, drawn. */
#include "tui/screens/importresult.h"

#include "data/base/i18n.h"
#include "tui/screens/importfolder.h"

enum { LINE_COLS = 7, FIELD_COLS = 16, VALUE_COLS = 20, VALUE_FROM = 64, NUMBER_COLS = 8 };

/* A heading, an empty line (neither is set), or a note. */
typedef struct {
    const char *heading;
    const ImportNote *note;
} Row;

static void add(ResultRows *rows, const char *heading, const ImportNote *note)
{
    const Row row = {heading, note};
    g_ptr_array_add(rows->rows, g_memdup2(&row, sizeof row));
}

static void add_notes(ResultRows *rows, const char *heading, const GPtrArray *notes)
{
    if (notes->len == 0) {
        return;
    }
    if (rows->rows->len > 0) {
        add(rows, NULL, NULL);
    }
    add(rows, heading, NULL);
    for (guint i = 0; i < notes->len; i++) {
        add(rows, NULL, g_ptr_array_index(notes, i));
    }
}

void result_rows_init(ResultRows *rows, const ImportResult *result)
{
    rows->rows = g_ptr_array_new_with_free_func(g_free);
    add_notes(rows, _("NOT TAKEN OVER"), result->refused);
    add_notes(rows, _("TAKEN OVER, BUT LOOK AT THIS"), result->warnings);
}

void result_rows_clear(ResultRows *rows)
{
    g_clear_pointer(&rows->rows, g_ptr_array_unref);
}

static const Row *row_at(gconstpointer model, guint row)
{
    return g_ptr_array_index(((const ResultRows *)model)->rows, row);
}

static guint count_rows(gconstpointer model)
{
    return ((const ResultRows *)model)->rows->len;
}

static bool is_heading(gconstpointer model, guint row)
{
    return row_at(model, row)->note == NULL;
}

static void draw_row(Canvas *line, gconstpointer model, guint index)
{
    const Row *row = row_at(model, index);
    if (row->note == NULL) {
        canvas_put(line, 0, 1, AREA_HEADING, row->heading != NULL ? row->heading : "");
        return;
    }
    bool whole = row->note->field[0] == '\0';
    g_autofree char *number = g_strdup_printf("%u", row->note->line);
    int col = canvas_text_right(line, 0, 1, LINE_COLS - 1, AREA_DIM, number) + 1;
    if (!whole) {
        col = canvas_text(line, 0, col, FIELD_COLS, AREA_LABEL, row->note->field) + 1;
    }
    if (!whole && line->cols >= VALUE_FROM) {
        col = canvas_text(line, 0, col, VALUE_COLS, AREA_TEXT, row->note->value) + 1;
    }
    canvas_text(line, 0, col, line->cols - col - 1, AREA_TEXT, row->note->reason);
}

const ListClass result_list_class = {
    .count = count_rows, .is_heading = is_heading, .draw = draw_row};

char *result_row_text(const ResultRows *rows, int row)
{
    const ImportNote *note = row >= 0 ? row_at(rows, (guint)row)->note : NULL;
    if (note == NULL) {
        return NULL;
    }
    if (note->field[0] == '\0') {
        /* TRANSLATORS: the line of a list, and a sentence about it. */
        return g_strdup_printf(_("Line %u: %s"), note->line, note->reason);
    }
    g_autofree char *value = g_strdelimit(g_strdup(note->value), "\r\n\t", ' ');
    /* TRANSLATORS: the line of a list, the heading of a column, what stands there, and a
     * sentence about it. */
    return g_strdup_printf(_("Line %u, %s “%s”: %s"), note->line, note->field, value, note->reason);
}

static int draw_number(Canvas *canvas, int row, Area area, guint number, const char *what)
{
    g_autofree char *text = g_strdup_printf("%u", number);
    canvas_text_right(canvas, row, 1, NUMBER_COLS, area, text);
    canvas_put(canvas, row, NUMBER_COLS + 3, area, what);
    return row + 1;
}

int result_draw_numbers(Canvas *canvas, int row, const ImportResult *result, bool brief)
{
    if (!brief) {
        row = draw_number(canvas, row, AREA_DIM, result->read,
                          ngettext("record read", "records read", result->read));
    }
    row = draw_number(canvas, row, AREA_TEXT, result->added,
                      ngettext("customer added", "customers added", result->added));
    if (result->updated > 0) {
        row = draw_number(canvas, row, AREA_TEXT, result->updated,
                          ngettext("customer updated", "customers updated", result->updated));
    }
    if (result->unchanged > 0) {
        row = draw_number(
            canvas, row, AREA_DIM, result->unchanged,
            ngettext("record known already", "records known already", result->unchanged));
    }
    if (result->refused->len > 0) {
        row = draw_number(
            canvas, row, AREA_WARNING, result->refused->len,
            ngettext("record not taken over", "records not taken over", result->refused->len));
    }
    if (result->refused_file != NULL && brief) {
        g_autofree char *place = folder_short(result->refused_file);
        canvas_put(canvas, row++, NUMBER_COLS + 3, AREA_TEXT, place);
    } else if (result->refused_file != NULL) {
        g_autofree char *place = folder_short(result->refused_file);
        g_autofree char *text =
            g_strdup_printf(_("What was not taken over is, with the reasons, in %s"), place);
        row = canvas_wrapped(canvas, row, NUMBER_COLS + 3, canvas->cols - NUMBER_COLS - 4, 3,
                             AREA_TEXT, text);
    }
    return row;
}
