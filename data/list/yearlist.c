/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The yearly days of a whole year. */
#include "data/list/yearlist.h"

#include "data/agenda/duesaid.h"
#include "data/base/i18n.h"
#include "data/base/outlet.h"
#include "data/list/fileout.h"

#include <string.h>

enum { MONTHS = 12, DAY_COLS = 10, WHO_COLS = 38, NUMBER_COLS = 8, WHAT_COLS = 17, GAP = 2 };

void year_list_free(YearList *list)
{
    if (list == NULL) {
        return;
    }
    g_clear_pointer(&list->days, g_ptr_array_unref);
    g_clear_pointer(&list->someday, g_ptr_array_unref);
    g_free(list);
}

YearList *year_list_load(Db *db, int year, const char *kind, GError **error)
{
    LeapRule rule;
    const Day first = {year, 1, 1}, last = {year, MONTHS, 31};
    if (!db_read_begin(db, error)) {
        return NULL;
    }
    g_autoptr(YearList) list = g_new0(YearList, 1);
    list->year = year;
    bool ok = due_leap_rule(db, &rule, error);
    list->days = ok ? due_list(db, first, last, kind, rule, error) : NULL;
    list->someday = list->days != NULL ? due_list_someday(db, year, 0, kind, error) : NULL;
    db_read_end(db);
    return list->someday != NULL ? g_steal_pointer(&list) : NULL;
}

static int width_of(gunichar c)
{
    return g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
}

/* Appends TEXT in exactly COLS cells, cut with "…" where it is longer. */
static void append_cell(GString *out, const char *text, int cols)
{
    g_autofree char *clean = outlet_text(OUTLET_LINE, text);
    GString *cell = g_string_new(NULL);
    gsize fitting = 0;
    int width = 0, fitting_width = 0;
    for (const char *at = clean; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
        gunichar c = g_utf8_get_char(at);
        g_string_append_unichar(cell, c);
        width += width_of(c);
        if (width < cols) {
            fitting = cell->len;
            fitting_width = width;
        }
    }
    if (width > cols) {
        g_string_truncate(cell, fitting);
        g_string_append(cell, "…");
        width = fitting_width + 1;
    }
    g_string_append_printf(out, "%s%*s", cell->str, cols - width, "");
    g_string_free(cell, TRUE);
}

/* Ends the line, without blanks at its end. */
static void end_line(GString *out)
{
    while (out->len > 0 && out->str[out->len - 1] == ' ') {
        g_string_truncate(out, out->len - 1);
    }
    g_string_append_c(out, '\n');
}

static void append_gap(GString *out)
{
    g_string_append_printf(out, "%*s", GAP, "");
}

static void append_due(GString *out, const Due *due)
{
    g_autofree char *day = due->kept.day != 0 ? day_by_pattern(due->kept, _("{weekday} {d} {mon}"))
                                              : day_by_pattern(due->kept, "{month}");
    g_autofree char *who = due_said_who(due), *what = due_said_what(due, due->kept);
    append_gap(out);
    append_cell(out, day, DAY_COLS);
    append_gap(out);
    append_cell(out, who, WHO_COLS);
    append_gap(out);
    append_cell(out, due->customer->number, NUMBER_COLS);
    append_gap(out);
    append_cell(out, what, WHAT_COLS - 1);
    end_line(out);
}

static void append_heading(GString *out, const char *text)
{
    g_string_append_printf(out, "\n%s\n", text);
}

char *year_list_title(const YearList *list, const char *kind, const char *shop)
{
    g_autofree char *title = g_strdup_printf(
        kind != NULL ? _("Birthdays %d") : _("Birthdays and other days %d"), list->year);
    return *shop != '\0' ? g_strdup_printf("%s · %s", shop, title) : g_steal_pointer(&title);
}

char *year_list_text(const YearList *list, const char *title)
{
    GString *out = g_string_new(NULL);
    append_cell(out, title, DAY_COLS + WHO_COLS + NUMBER_COLS + WHAT_COLS);
    end_line(out);
    for (guint i = 0; i < list->days->len; i++) {
        const Due *due = g_ptr_array_index(list->days, i);
        const Due *before = i > 0 ? g_ptr_array_index(list->days, i - 1) : NULL;
        if (before == NULL || before->kept.month != due->kept.month) {
            g_autofree char *month = day_by_pattern(due->kept, "{month}");
            append_heading(out, month);
        }
        append_due(out, due);
    }
    if (list->someday->len > 0) {
        append_heading(out, _("The day is not known"));
    }
    for (guint i = 0; i < list->someday->len; i++) {
        append_due(out, g_ptr_array_index(list->someday, i));
    }
    return g_string_free(out, FALSE);
}

bool year_list_write(Db *db, int year, const char *kind, const char *shop, const char *path,
                     gint64 *count, GError **error)
{
    g_autoptr(YearList) list = year_list_load(db, year, kind, error);
    g_autoptr(FileOut) out = list != NULL ? file_out_begin(db, path, error) : NULL;
    if (out == NULL) {
        return false;
    }
    g_autofree char *title = year_list_title(list, kind, shop);
    g_autofree char *text = year_list_text(list, title);
    *count = list->days->len + list->someday->len;
    return file_out_write(out, text, strlen(text), error) && file_out_commit(out, error);
}
