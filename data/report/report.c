/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures over a span of days, for commands and files. */
#include "data/report/report.h"

#include "data/base/decimal.h"
#include "data/base/i18n.h"
#include "data/base/money.h"
#include "data/setting.h"

#include <inttypes.h>

/* ---- making ---- */

static void value_free(gpointer data)
{
    ReportValue *value = data;
    g_free(value->text);
    g_free(value);
}

static void table_free(gpointer data)
{
    ReportTable *table = data;
    g_ptr_array_unref(table->rows);
    g_free(table);
}

Report *report_load(Db *db, const ReportClass *class, const ReportSpan *span, const char *branch,
                    GError **error)
{
    g_autoptr(Report) report = g_new0(Report, 1);
    *report = (Report){
        .class = class,
        .span = *span,
        .branch = g_strdup(branch),
        .values = g_ptr_array_new_with_free_func(value_free),
        .tables = g_ptr_array_new_with_free_func(table_free),
        .notes = g_ptr_array_new_with_free_func(g_free),
    };
    if (!db_read_begin(db, error)) {
        return NULL;
    }
    bool ok = setting_get(db, SETTING_CURRENCY, "EUR", &report->currency, error) &&
              class->fill(report, db, error);
    db_read_end(db);
    return ok ? g_steal_pointer(&report) : NULL;
}

void report_free(Report *report)
{
    if (report != NULL) {
        g_free(report->branch);
        g_free(report->currency);
        g_ptr_array_unref(report->values);
        g_ptr_array_unref(report->tables);
        g_ptr_array_unref(report->notes);
        g_free(report);
    }
}

/* ---- filling ---- */

static ReportValue *add(GPtrArray *list, ReportKind kind, const char *name, const char *label)
{
    ReportValue *value = g_new0(ReportValue, 1);
    *value = (ReportValue){.name = name, .label = label, .kind = kind, .is_known = true};
    g_ptr_array_add(list, value);
    return value;
}

void report_count(GPtrArray *list, const char *name, const char *label, gint64 count)
{
    add(list, REPORT_COUNT, name, label)->count = count;
}

void report_real(GPtrArray *list, const char *name, const char *label, const char *unit,
                 bool is_known, double real, int digits)
{
    ReportValue *value = add(list, REPORT_REAL, name, label);
    value->unit = unit;
    value->is_known = is_known;
    value->real = real;
    value->digits = digits;
}

void report_amount(GPtrArray *list, const char *name, const char *label, bool is_known,
                   gint64 amount)
{
    ReportValue *value = add(list, REPORT_AMOUNT, name, label);
    value->is_known = is_known;
    value->count = amount;
}

void report_text(GPtrArray *list, const char *name, const char *label, const char *text)
{
    ReportValue *value = add(list, REPORT_TEXT, name, label);
    value->is_known = text != NULL;
    value->text = g_strdup(text);
}

ReportTable *report_table(Report *report, const char *name, const char *label)
{
    ReportTable *table = g_new0(ReportTable, 1);
    *table = (ReportTable){
        .name = name,
        .label = label,
        .rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref),
    };
    g_ptr_array_add(report->tables, table);
    return table;
}

GPtrArray *report_row(ReportTable *table)
{
    GPtrArray *row = g_ptr_array_new_with_free_func(value_free);
    g_ptr_array_add(table->rows, row);
    return row;
}

void report_note(Report *report, const char *sentence)
{
    g_ptr_array_add(report->notes, g_strdup(sentence));
}

const char *report_few_words(void)
{
    return _("Shaky: fewer than 30 customers. A few more can change it a lot.");
}

/* ---- showing ---- */

/* PATTERN with TEXT in the place of its %s, and %% as one. */
static char *with_unit(const char *pattern, const char *text)
{
    g_auto(GStrv) parts = g_strsplit(pattern, "%s", 2);
    g_autofree char *whole = g_strjoinv(text, parts);
    g_auto(GStrv) signs = g_strsplit(whole, "%%", -1);
    return g_strjoinv("%", signs);
}

char *report_value_for_people(const Report *report, const ReportValue *value)
{
    if (!value->is_known) {
        return g_strdup("");
    }
    g_autofree char *text = NULL;
    switch (value->kind) {
    case REPORT_COUNT:
        text = decimal_for_people((double)value->count, 0);
        break;
    case REPORT_REAL:
        text = decimal_for_people(value->real, value->digits);
        break;
    case REPORT_AMOUNT:
        text = money_for_people(value->count, report->currency);
        break;
    case REPORT_TEXT:
        text = g_strdup(value->text);
        break;
    }
    return value->unit != NULL ? with_unit(_(value->unit), text) : g_steal_pointer(&text);
}

char *report_value_for_programs(const Report *report, const ReportValue *value)
{
    if (!value->is_known) {
        return NULL;
    }
    switch (value->kind) {
    case REPORT_COUNT:
        return g_strdup_printf("%" PRId64, value->count);
    case REPORT_REAL:
        return decimal_for_programs(value->real, value->digits);
    case REPORT_AMOUNT:
        return money_for_programs(value->count, report->currency);
    case REPORT_TEXT:
        break;
    }
    return g_strdup(value->text);
}
