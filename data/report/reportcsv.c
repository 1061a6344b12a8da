/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as a file for spreadsheets: a figure a line, so that all reports look alike. */
#include "data/report/report.h"

#include "data/base/decimal.h"
#include "data/base/i18n.h"
#include "data/list/csvout.h"

#include <string.h>

static bool write_line(CsvOut *out, const char *what, const char *of, const char *value,
                       GError **error)
{
    csv_out_cell(out, what);
    csv_out_cell(out, of);
    csv_out_cell(out, value);
    return csv_out_end_row(out, error);
}

/* Numbers without groups and signs, with the mark the language of the messages has: spreadsheets
 * take "86.7" for a date where the comma is usual. */
static char *cell_of(const Report *report, const ReportValue *value)
{
    g_autofree char *plain = report_value_for_programs(report, value);
    bool is_fraction = value->kind == REPORT_REAL || value->kind == REPORT_AMOUNT;
    if (plain == NULL || !is_fraction) {
        return g_steal_pointer(&plain);
    }
    g_autofree char *point = decimal_point();
    g_auto(GStrv) parts = g_strsplit(plain, ".", 2);
    return g_strjoinv(point, parts);
}

static bool write_value(CsvOut *out, const Report *report, const char *of, const ReportValue *value,
                        GError **error)
{
    if (value->label == NULL) {
        return true;
    }
    g_autofree char *cell = cell_of(report, value);
    return write_line(out, _(value->label), of, cell, error);
}

/* What ROW is about: its first figure; of an hour the weekday, too. Free with g_free. */
static char *subject_of(const Report *report, const GPtrArray *row, guint *count)
{
    const ReportValue *first = g_ptr_array_index(row, 0), *second = g_ptr_array_index(row, 1);
    *count = 1;
    if (strcmp(first->name, "weekday") != 0) {
        return report_value_for_people(report, first);
    }
    *count = 2;
    /* A month that began with a Monday. */
    g_autofree char *weekday = day_by_pattern((Day){2024, 1, (int)first->count}, "{weekday}");
    return g_strdup_printf("%s %02d:00", weekday, (int)second->count);
}

static bool write_row(CsvOut *out, const Report *report, const GPtrArray *row, GError **error)
{
    guint first;
    g_autofree char *of = subject_of(report, row, &first);
    bool ok = true;
    for (guint i = first; i < row->len && ok; i++) {
        ok = write_value(out, report, of, g_ptr_array_index(row, i), error);
    }
    return ok;
}

static bool write_all(CsvOut *out, const Report *report, GError **error)
{
    g_autofree char *from = day_to_text(report->span.from);
    g_autofree char *to = day_to_text(report->span.to);
    bool ok = write_line(out, _("Figure"), _("Of"), _("Value"), error) &&
              write_line(out, _("From"), NULL, from, error) &&
              write_line(out, _("To"), NULL, to, error) &&
              (report->branch == NULL || write_line(out, _("Branch"), NULL, report->branch, error));
    for (guint i = 0; i < report->values->len && ok; i++) {
        ok = write_value(out, report, NULL, g_ptr_array_index(report->values, i), error);
    }
    for (guint i = 0; i < report->tables->len && ok; i++) {
        const ReportTable *table = g_ptr_array_index(report->tables, i);
        for (guint k = 0; k < table->rows->len && ok; k++) {
            ok = write_row(out, report, g_ptr_array_index(table->rows, k), error);
        }
    }
    return ok;
}

bool report_write_csv(Db *db, const Report *report, const char *path, GError **error)
{
    g_autoptr(CsvOut) out = csv_out_begin(db, path, error);
    return out != NULL && write_all(out, report, error) && csv_out_commit(out, error);
}
