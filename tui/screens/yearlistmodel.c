/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the year list shows. */
#include "tui/screens/yearlistmodel.h"

#include "data/base/i18n.h"
#include "tui/dates.h"
#include "tui/duewords.h"
#include "tui/text.h"

enum {
    MONTHS = 12,
    LAST_DAY = 31,
    MARGIN = 1,
    GAP = 2,
    WHEN_COLS = 10,
    NAME_MOST = 28,
    WHAT_MOST = 24,
    REST_LEAST = 8
};

/* A heading, or a day. */
typedef struct {
    char *heading; /* NULL: a day; "" is an empty line */
    const Due *due;
    char *when, *name, *what, *whose, *greeter;
} Row;

static void row_free(gpointer data)
{
    Row *row = data;
    g_free(row->heading);
    g_free(row->when);
    g_free(row->name);
    g_free(row->what);
    g_free(row->whose);
    g_free(row->greeter);
    g_free(row);
}

void year_list_model_free(gpointer data)
{
    YearListModel *model = data;
    g_clear_pointer(&model->rows, g_ptr_array_unref);
    g_clear_pointer(&model->days, g_ptr_array_unref);
    g_clear_pointer(&model->someday, g_ptr_array_unref);
    g_free(model);
}

/* ---- making the rows ---- */

static void add_heading(YearListModel *model, const char *text)
{
    if (model->rows->len > 0) {
        Row *blank = g_new0(Row, 1);
        blank->heading = g_strdup("");
        g_ptr_array_add(model->rows, blank);
    }
    Row *row = g_new0(Row, 1);
    row->heading = g_utf8_strup(text, -1);
    g_ptr_array_add(model->rows, row);
}

static void add_due(YearListModel *model, const Due *due)
{
    Row *row = g_new0(Row, 1);
    g_ptr_array_add(model->rows, row);
    row->due = due;
    row->when = due->kept.day != 0 ? dates_weekday(due->kept) : day_by_pattern(due->kept, "{mon}");
    row->name = due_call(due, NAME_SPOKEN);
    row->what = duewords_what(due, model->today);
    row->whose = duewords_whose(due);
    row->greeter = duewords_greeter(due, model->today);
    model->name_cols = MAX(model->name_cols, MIN(text_width_shown(row->name), NAME_MOST));
    model->what_cols = MAX(model->what_cols, MIN(text_width_shown(row->what), WHAT_MOST));
}

static void add_rows(YearListModel *model, bool only_birthdays)
{
    int month = 0;
    for (guint i = 0; i < model->days->len; i++) {
        const Due *due = g_ptr_array_index(model->days, i);
        if (only_birthdays && !due_is_birthday(due)) {
            continue;
        }
        if (due->kept.month != month) {
            g_autofree char *name = day_by_pattern(due->kept, "{month}");
            month = due->kept.month;
            add_heading(model, name);
        }
        add_due(model, due);
    }
    bool begun = false;
    for (guint i = 0; i < model->someday->len; i++) {
        const Due *due = g_ptr_array_index(model->someday, i);
        if (only_birthdays && !due_is_birthday(due)) {
            continue;
        }
        if (!begun) {
            add_heading(model, _("The day is not known"));
            begun = true;
        }
        add_due(model, due);
    }
}

static bool load(Db *db, YearListModel *model, GError **error)
{
    LeapRule rule;
    const Day first = {model->year, 1, 1}, last = {model->year, MONTHS, LAST_DAY};
    if (!due_leap_rule(db, &rule, error)) {
        return false;
    }
    model->days = due_list_known(db, first, last, rule, YEAR_LIST_MOST, &model->is_cut, error);
    model->someday = model->days != NULL ? due_list_someday(db, model->year, 0, NULL, error) : NULL;
    return model->someday != NULL;
}

gpointer year_list_model_load(Shop *shop, gconstpointer arg, GError **error)
{
    const YearListAsk *ask = arg;
    if (!db_read_begin(shop->db, error)) {
        return NULL;
    }
    YearListModel *model = g_new0(YearListModel, 1);
    model->year = ask->year;
    model->today = ask->today;
    model->rows = g_ptr_array_new_with_free_func(row_free);
    bool ok = load(shop->db, model, error);
    db_read_end(shop->db);
    if (!ok) {
        g_clear_pointer(&model, year_list_model_free);
        return NULL;
    }
    add_rows(model, ask->only_birthdays);
    return model;
}

/* ---- the list ---- */

static const Row *row_at(gconstpointer model, guint row)
{
    return g_ptr_array_index(((const YearListModel *)model)->rows, row);
}

const Due *year_list_due(const YearListModel *model, guint row)
{
    return row_at(model, row)->due;
}

int year_list_next(const YearListModel *model)
{
    for (guint i = 0; i < model->rows->len; i++) {
        const Due *due = row_at(model, i)->due;
        if (due != NULL && due->kept.day != 0 && day_compare(due->kept, model->today) >= 0) {
            return (int)i;
        }
    }
    return -1;
}

static guint count_rows(gconstpointer model)
{
    return ((const YearListModel *)model)->rows->len;
}

static bool is_heading(gconstpointer model, guint row)
{
    return row_at(model, row)->due == NULL;
}

static bool is_title(gconstpointer model, guint row)
{
    const Row *at = row_at(model, row);
    return at->due == NULL && *at->heading != '\0';
}

static gint64 row_id(gconstpointer model, guint row)
{
    const Due *due = row_at(model, row)->due;
    return due != NULL ? due->occasion->head.id : 0;
}

/* Behind the columns: that they were greeted, else whose person it is. */
static void draw_rest(Canvas *line, int col, const Row *row)
{
    if (row->greeter != NULL) {
        col = canvas_put(line, 0, col, AREA_GOOD, canvas_symbol(line, SYMBOL_DONE)) + 1;
        canvas_put(line, 0, col, AREA_GOOD, row->greeter);
    } else if (row->whose != NULL) {
        canvas_put(line, 0, col, AREA_DIM, row->whose);
    }
}

static void draw_row(Canvas *line, gconstpointer data, guint index)
{
    const YearListModel *model = data;
    const Row *row = row_at(model, index);
    if (row->due == NULL) {
        canvas_put(line, 0, MARGIN, AREA_HEADING, row->heading);
        return;
    }
    Canvas part = canvas_part(line, 0, 0, 1, line->cols - MARGIN), hidden = canvas_private(&part);
    bool is_round = due_is_round(row->due) && row->greeter == NULL;
    bool is_today = day_compare(row->due->kept, model->today) == 0;
    int room = part.cols - MARGIN - WHEN_COLS - GAP;
    const char *done = canvas_symbol(line, SYMBOL_DONE);
    int name = MIN(model->name_cols, room / 2), what = MIN(model->what_cols, room - name - GAP);
    bool has_rest = room - name - what - 2 * GAP >= REST_LEAST;
    if (!has_rest && row->greeter != NULL) {
        what = MIN(what, room - name - GAP - 1 - text_width(done));
    }
    int col =
        canvas_text(&hidden, 0, MARGIN, WHEN_COLS, is_today ? AREA_ACCENT : AREA_DIM, row->when) +
        GAP;
    col =
        canvas_text(&hidden, 0, col, name, row->greeter != NULL ? AREA_DIM : AREA_TEXT, row->name) +
        GAP;
    col = canvas_text(&hidden, 0, col, what, is_round ? AREA_BIRTHDAY : AREA_TEXT, row->what) + GAP;
    if (has_rest) {
        draw_rest(&hidden, col, row);
    } else if (row->greeter != NULL) {
        canvas_put(&hidden, 0, part.cols - text_width(done), AREA_GOOD, done);
    }
}

const ListClass year_list_class = {.count = count_rows,
                                   .is_heading = is_heading,
                                   .is_title = is_title,
                                   .id = row_id,
                                   .draw = draw_row};
