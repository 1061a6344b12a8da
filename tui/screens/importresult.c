/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of an import, drawn. */
#include "tui/screens/importresult.h"

#include "data/base/i18n.h"
#include "tui/figures.h"
#include "tui/screens/importfolder.h"
#include "tui/text.h"

#include <string.h>

/* Narrower screens leave out field and value. */
enum {
    LINE_COLS = 7,
    NAME_COLS = 20,
    FIELD_COLS = 14,
    VALUE_COLS = 16,
    VALUE_FROM = 64,
    NUMBER_COLS = 8
};

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

/* COLS, or what TEXT takes where that is more, but at most MOST. */
static int widened(int cols, const char *text, int most)
{
    return MAX(cols, MIN(text_width_shown(text), most));
}

static void add_note(ResultRows *rows, const ImportNote *note)
{
    add(rows, NULL, note);
    rows->name_cols = widened(rows->name_cols, note->name, NAME_COLS);
    rows->field_cols = widened(rows->field_cols, note->field, FIELD_COLS);
    rows->value_cols = widened(rows->value_cols, note->value, VALUE_COLS);
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
        add_note(rows, g_ptr_array_index(notes, i));
    }
}

void result_rows_init(ResultRows *rows, const ImportResult *result)
{
    *rows = (ResultRows){.rows = g_ptr_array_new_with_free_func(g_free)};
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

/* A reason of several sentences is cut after the first where there is no room for all: the whole
 * stands below the list. */
static void draw_reason(Canvas *line, int col, const char *reason)
{
    g_autofree char *shown = text_show(reason);
    const char *end = strstr(shown, ". ");
    int room = line->cols - col - 1;
    g_autofree char *first =
        end != NULL && text_width(shown) > room ? g_strndup(shown, (gsize)(end - shown) + 1) : NULL;
    canvas_text(line, 0, col, room, AREA_TEXT, first != NULL ? first : shown);
}

static void draw_row(Canvas *line, gconstpointer model, guint index)
{
    const Row *row = row_at(model, index);
    if (row->note == NULL) {
        canvas_put(line, 0, 1, AREA_HEADING, row->heading != NULL ? row->heading : "");
        return;
    }
    const ResultRows *rows = model;
    const ImportNote *note = row->note;
    Canvas hidden = canvas_private(line);
    g_autofree char *number = figures_grouped(note->line);
    int col = canvas_text_right(line, 0, 1, LINE_COLS - 1, AREA_DIM, number) + 1;
    if (note->name != NULL) {
        col = canvas_text(&hidden, 0, col, rows->name_cols, AREA_TEXT, note->name) + 2;
    }
    if (note->field[0] != '\0' && line->cols >= VALUE_FROM) {
        col = canvas_text(line, 0, col, rows->field_cols, AREA_LABEL, note->field) + 2;
        col = canvas_text(&hidden, 0, col, rows->value_cols, AREA_TEXT, note->value) + 2;
    }
    draw_reason(&hidden, col, note->reason);
}

const ListClass result_list_class = {
    .count = count_rows, .is_heading = is_heading, .draw = draw_row};

static const ImportNote *note_at(const ResultRows *rows, int row)
{
    return rows->rows != NULL && row >= 0 ? row_at(rows, (guint)row)->note : NULL;
}

gint64 result_row_customer(const ResultRows *rows, int row)
{
    const ImportNote *note = note_at(rows, row);
    return note != NULL ? note->customer_id : 0;
}

/* Where in the list NOTE is, and about whom. Free with g_free. */
static char *place_of(const ImportNote *note)
{
    if (note->name == NULL) {
        /* TRANSLATORS: the line of a list. */
        return g_strdup_printf(_("Line %u"), note->line);
    }
    return note->number == NULL
               /* TRANSLATORS: the line of a list, and the customer's name. */
               ? g_strdup_printf(_("Line %u, %s"), note->line, note->name)
               /* TRANSLATORS: the line of a list, the customer's name and number. */
               : g_strdup_printf(_("Line %u, %s (%s)"), note->line, note->name, note->number);
}

char *result_row_text(const ResultRows *rows, int row)
{
    const ImportNote *note = note_at(rows, row);
    if (note == NULL) {
        return NULL;
    }
    g_autofree char *place = place_of(note);
    if (note->field[0] == '\0') {
        /* TRANSLATORS: "Line 112, Wagner, Hilde", and a sentence about it. */
        return g_strdup_printf(_("%s: %s"), place, note->reason);
    }
    g_autofree char *value = g_strdelimit(g_strdup(note->value), "\r\n\t", ' ');
    /* TRANSLATORS: "Line 112, Wagner, Hilde", the heading of a column, what stands there, and a
     * sentence about it. */
    return g_strdup_printf(_("%s, %s “%s”: %s"), place, note->field, value, note->reason);
}

char *result_title(const ImportResult *result, const char *name)
{
    return g_strdup_printf(result->added + result->updated > 0 ? _("%s is taken over")
                           : result->unchanged > 0             ? _("%s brought nothing new")
                                                               : _("%s is not taken over"),
                           name);
}

static int draw_number(Canvas *canvas, int row, Area area, guint number, const char *what)
{
    g_autofree char *text = figures_grouped(number);
    canvas_text_right(canvas, row, 1, NUMBER_COLS, area, text);
    canvas_put(canvas, row, NUMBER_COLS + 3, area, what);
    return row + 1;
}

/* What was read, what is new of it, and what was known. Returns the row after the last. */
static int draw_customers(Canvas *canvas, int row, const ImportResult *result, bool brief)
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
    return row;
}

static int draw_orders(Canvas *canvas, int row, const ImportResult *result, bool brief)
{
    if (!brief) {
        row = draw_number(canvas, row, AREA_DIM, result->read,
                          ngettext("order read", "orders read", result->read));
    }
    row = draw_number(canvas, row, AREA_TEXT, result->added,
                      ngettext("visit added", "visits added", result->added));
    if (!brief) {
        row = draw_number(canvas, row, AREA_DIM, result->articles,
                          ngettext("article bought", "articles bought", result->articles));
    }
    if (result->updated > 0) {
        row = draw_number(canvas, row, AREA_TEXT, result->updated,
                          ngettext("order paid back", "orders paid back", result->updated));
    }
    return row;
}

int result_draw_numbers(Canvas *canvas, int row, const ImportResult *result, bool brief)
{
    guint refused = result->refused->len + result->refused_more;
    row = (result->is_orders ? draw_orders : draw_customers)(canvas, row, result, brief);
    if (result->unchanged > 0) {
        row = draw_number(
            canvas, row, AREA_DIM, result->unchanged,
            ngettext("record known already", "records known already", result->unchanged));
    }
    if (refused > 0) {
        row = draw_number(canvas, row, AREA_WARNING, refused,
                          ngettext("record not taken over", "records not taken over", refused));
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
