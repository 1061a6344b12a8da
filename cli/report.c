/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen report NAME: a figure over a span of days, for people, programs and spreadsheets. */
#include "data/report/report.h"

#include "cli/call.h"
#include "cli/json.h"
#include "cli/print.h"
#include "data/base/i18n.h"
#include "data/branch.h"

#include <stdio.h>

/* ---- for programs ---- */

static void add_value(JsonWriter *json, const Report *report, const ReportValue *value)
{
    g_autofree char *text = report_value_for_programs(report, value);
    json_writer_name(json, value->name);
    if (value->kind == REPORT_TEXT) {
        json_writer_text(json, text);
    } else {
        json_writer_number(json, text);
    }
}

static void add_values(JsonWriter *json, const Report *report, const GPtrArray *values)
{
    for (guint i = 0; i < values->len; i++) {
        add_value(json, report, g_ptr_array_index(values, i));
    }
}

static void print_as_json(const Report *report)
{
    g_autoptr(JsonWriter) json = json_writer_new(true);
    json_writer_begin_object(json);
    json_add_text(json, "report", report->class->name);
    json_add_day(json, "from", report->span.from);
    json_add_day(json, "to", report->span.to);
    json_add_text(json, "branch", report->branch);
    add_values(json, report, report->values);
    for (guint i = 0; i < report->tables->len; i++) {
        const ReportTable *table = g_ptr_array_index(report->tables, i);
        json_open_array(json, table->name);
        for (guint k = 0; k < table->rows->len; k++) {
            json_writer_begin_object(json);
            add_values(json, report, g_ptr_array_index(table->rows, k));
            json_writer_end_object(json);
        }
        json_writer_end_array(json);
    }
    json_writer_end_object(json);
    json_print(json);
}

/* ---- for people ---- */

static void print_title(const Report *report)
{
    g_autofree char *from = day_for_people(report->span.from);
    g_autofree char *to = day_for_people(report->span.to);
    const char *label = _(report->class->label);
    g_autofree char *title =
        report->branch != NULL
            /* TRANSLATORS: a report, its first and last day, and the branch. */
            ? g_strdup_printf(_("%s from %s to %s, %s"), label, from, to, report->branch)
            : g_strdup_printf(_("%s from %s to %s"), label, from, to);
    print_line(title);
    putchar('\n');
}

static void print_values(const Report *report)
{
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    static const int most[] = {40};
    for (guint i = 0; i < report->values->len; i++) {
        const ReportValue *value = g_ptr_array_index(report->values, i);
        if (value->label == NULL) {
            continue;
        }
        char **row = g_new0(char *, 3);
        row[0] = g_strdup(_(value->label));
        row[1] = value->is_known ? report_value_for_people(report, value)
                                 : g_strdup(_("cannot be told"));
        g_ptr_array_add(rows, row);
    }
    print_table(rows, most, G_N_ELEMENTS(most) + 1, 2);
}

/* A row of the table: its figures that are for people. */
static char **table_row(const Report *report, const GPtrArray *values)
{
    GPtrArray *cells = g_ptr_array_new();
    for (guint i = 0; i < values->len; i++) {
        const ReportValue *value = g_ptr_array_index(values, i);
        if (value->label != NULL) {
            g_ptr_array_add(cells, report_value_for_people(report, value));
        }
    }
    g_ptr_array_add(cells, NULL);
    return (char **)g_ptr_array_free(cells, FALSE);
}

static void print_tables(const Report *report)
{
    static const int most[] = {40, 12, 12, 12};
    for (guint i = 0; i < report->tables->len; i++) {
        const ReportTable *table = g_ptr_array_index(report->tables, i);
        g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
        for (guint k = 0; k < table->rows->len; k++) {
            g_ptr_array_add(rows, table_row(report, g_ptr_array_index(table->rows, k)));
        }
        if (table->label != NULL && rows->len > 0) {
            print_heading(_(table->label));
            print_table(rows, most, G_N_ELEMENTS(most) + 1, 2);
        }
    }
}

static void print_as_text(const Report *report)
{
    print_title(report);
    print_values(report);
    print_tables(report);
    putchar('\n');
    for (guint i = 0; i < report->notes->len; i++) {
        print_wrapped("", g_ptr_array_index(report->notes, i));
    }
}

/* ---- the command ---- */

/* The span that was asked for; this month up to today when nothing was. */
static bool read_span(const Call *call, ReportSpan *span)
{
    Day month = {call->today.year, call->today.month, 1};
    if (!call_day(call, "to", call->today, &span->to)) {
        return false;
    }
    if (call_has(call, "to")) {
        month = (Day){span->to.year, span->to.month, 1};
    }
    if (!call_day(call, "from", month, &span->from)) {
        return false;
    }
    if (!call_has(call, "to") && day_compare(span->from, span->to) > 0) {
        span->to = span->from;
    }
    if (day_compare(span->from, span->to) > 0) {
        print_sentence(_("The day after --from comes after the one after --to. Turn them round."));
        return false;
    }
    return call_branch(call, "branch", &span->branch_id);
}

static const ReportClass *read_name(const Call *call)
{
    const ReportClass *class = report_named(call->words[0]);
    if (class == NULL) {
        g_autoptr(GPtrArray) names = g_ptr_array_new();
        for (guint i = 0; reports[i] != NULL; i++) {
            g_ptr_array_add(names, (gpointer)(guintptr)reports[i]->name);
        }
        g_autofree char *all = print_join(names);
        g_autofree char *sentence =
            g_strdup_printf(_("There is no report “%s”. There are: %s."), call->words[0], all);
        print_sentence(sentence);
    }
    return class;
}

static Report *load(const Call *call, const ReportClass *class, const ReportSpan *span,
                    GError **error)
{
    Branch *branch = NULL;
    if (span->branch_id != 0) {
        branch = record_load(call->shop->db, &branch_type, span->branch_id, error);
        if (branch == NULL) {
            return NULL;
        }
    }
    Report *report =
        report_load(call->shop->db, class, span, branch != NULL ? branch->name : NULL, error);
    record_free(branch);
    return report;
}

static CliStatus run(const Call *call)
{
    ReportSpan span = {0};
    const char *path = call_option(call, "csv");
    const ReportClass *class = read_name(call);
    if (class == NULL || !read_span(call, &span)) {
        return CLI_WRONG;
    }
    if (path != NULL && *path == '\0') {
        print_sentence(_("Say where the figures should go: “tresen report visits --csv "
                         "visits.csv”."));
        return CLI_WRONG;
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(Report) report = load(call, class, &span, &error);
    if (report == NULL ||
        (path != NULL && !report_write_csv(call->shop->db, report, path, &error))) {
        return call_refused(error);
    }
    if (call_has(call, "json")) {
        print_as_json(report);
    } else if (path != NULL) {
        g_autofree char *sentence = g_strdup_printf(_("The figures were written to %s."), path);
        print_line(sentence);
    } else {
        print_as_text(report);
    }
    return CLI_DONE;
}

static const CommandOption options[] = {
    {"from", N_("DAY"), N_("the first day (the first of the month if left out)")},
    {"to", N_("DAY"), N_("the last day (today if left out)")},
    {"branch", N_("NAME"), N_("only what happened in this branch")},
    {"json", NULL, N_("write JSON, for programs")},
    {"csv", N_("FILE"), N_("the file to write; one that is there is replaced")},
    {NULL, NULL, NULL},
};

const Command command_report = {
    .name = "report",
    .arguments = N_("NAME"),
    .summary = N_("show the figures of a span of days"),
    .help =
        N_("Shows figures, each with what it rests on: retention (who stayed), repeat (who came "
           "again), visits, csat, ces and nps (what customers say), complaints, lost. A day is "
           "written YYYY-MM-DD."),
    .options = options,
    .least = 1,
    .most = 1,
    .missing = N_("Say which report: “tresen report retention”, “tresen report visits”."),
    .needs = SHOP_READ,
    .run = run,
};
