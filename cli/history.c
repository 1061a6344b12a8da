/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen history NUMBER: what was changed of a customer, by whom and when. */
#include "data/history/history.h"

#include "cli/call.h"
#include "cli/json.h"
#include "cli/print.h"
#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/base/timeofday.h"
#include "data/list/csvout.h"

/* So many deeds are read at a time, and so many rows of each are told. */
enum { PAGE = 200, LINES = 1000 };

/* Where what is read goes. */
typedef struct {
    JsonWriter *json; /* NULL: not there */
    CsvOut *csv;      /* NULL: not there */
    bool any;
} Output;

/* ---- for programs ---- */

static const char *what_code(HistoryWhat what)
{
    static const char *const codes[] = {"added", "changed", "removed"};
    return codes[what];
}

static const char *turn_code(HistoryTurn turn)
{
    static const char *const codes[] = {"done", "taken back", "done again"};
    return codes[turn];
}

static void add_line(JsonWriter *json, const HistoryLine *line)
{
    json_writer_begin_object(json);
    json_add_text(json, "what", what_code(line->what));
    json_add_text(json, "kind", line->type->label);
    json_add_text(json, "name", line->call);
    json_open_array(json, "parts");
    for (guint i = 0; i < line->fields->len; i++) {
        const HistoryField *field = g_ptr_array_index(line->fields, i);
        json_writer_begin_object(json);
        json_add_text(json, "part", field->label);
        json_add_text(json, "before", field->before);
        json_add_text(json, "after", field->after);
        json_writer_end_object(json);
    }
    json_writer_end_array(json);
    json_writer_end_object(json);
}

static void add_deed(JsonWriter *json, const HistoryDeed *deed)
{
    json_writer_begin_object(json);
    json_add_text(json, "at", deed->at);
    json_add_text(json, "by", deed->clerk);
    json_add_text(json, "branch", deed->branch);
    json_add_text(json, "deed", deed->verb);
    json_add_text(json, "turn", turn_code(deed->turn));
    json_add_bool(json, "taken_back", deed->is_undone);
    json_open_array(json, "changes");
    for (guint i = 0; i < deed->lines->len; i++) {
        add_line(json, g_ptr_array_index(deed->lines, i));
    }
    json_writer_end_array(json);
    json_add_int(json, "more", deed->left_out);
    json_writer_end_object(json);
}

/* ---- for spreadsheets ---- */

static bool write_head(CsvOut *csv, GError **error)
{
    const char *const heads[] = {_("When"),          _("Who"),    _("Branch"),
                                 _("What was done"), _("Entry"),  _("Called"),
                                 _("What of it"),    _("Before"), _("After")};
    for (guint i = 0; i < G_N_ELEMENTS(heads); i++) {
        csv_out_cell(csv, heads[i]);
    }
    return csv_out_end_row(csv, error);
}

/* FIELD is NULL for an entry that has no parts to tell. */
static bool write_row(CsvOut *csv, const HistoryDeed *deed, const HistoryLine *line,
                      const HistoryField *field, GError **error)
{
    g_autofree char *verb = history_verb(deed);
    csv_out_cell(csv, deed->at);
    csv_out_cell(csv, deed->clerk);
    csv_out_cell(csv, deed->branch);
    csv_out_cell(csv, verb);
    csv_out_cell(csv, line != NULL ? _(line->type->label) : NULL);
    csv_out_cell(csv, line != NULL ? line->call : NULL);
    csv_out_cell(csv, field != NULL ? _(field->label) : NULL);
    csv_out_cell(csv, field != NULL ? field->before : NULL);
    csv_out_cell(csv, field != NULL ? field->after : NULL);
    return csv_out_end_row(csv, error);
}

static bool write_deed(CsvOut *csv, const HistoryDeed *deed, GError **error)
{
    bool ok = deed->lines->len > 0 || write_row(csv, deed, NULL, NULL, error);
    for (guint i = 0; ok && i < deed->lines->len; i++) {
        const HistoryLine *line = g_ptr_array_index(deed->lines, i);
        ok = line->fields->len > 0 || write_row(csv, deed, line, NULL, error);
        for (guint k = 0; ok && k < line->fields->len; k++) {
            ok = write_row(csv, deed, line, g_ptr_array_index(line->fields, k), error);
        }
    }
    return ok;
}

/* ---- for people ---- */

/* "21 Nov 2026 14:32" */
static char *when_of(const HistoryDeed *deed)
{
    gint64 minute = 0;
    g_autofree char *day = day_for_people(instant_local_moment(deed->at, &minute));
    g_autofree char *time = time_of_day_text(minute);
    return g_strdup_printf("%s %s", day, time);
}

static void print_deed(const HistoryDeed *deed)
{
    g_autofree char *when = when_of(deed), *who = history_who(deed), *verb = history_verb(deed);
    GString *head = g_string_new(verb);
    if (*who != '\0') {
        g_string_append_printf(head, " (%s)", who);
    }
    if (deed->is_undone) {
        g_string_append_printf(head, " – %s", _("was taken back"));
    }
    g_autofree char *prefix = g_strdup_printf("%s  ", when);
    print_wrapped(prefix, head->str);
    g_string_free(head, TRUE);
    for (guint i = 0; i < deed->lines->len; i++) {
        g_autofree char *line = history_line(g_ptr_array_index(deed->lines, i));
        print_wrapped("    ", line);
    }
    if (deed->left_out > 0) {
        g_autofree char *more =
            g_strdup_printf(ngettext("and %d more", "and %d more", (unsigned long)deed->left_out),
                            (int)MIN(deed->left_out, G_MAXINT));
        print_wrapped("    ", more);
    }
}

/* ---- the command ---- */

static bool put_out(Output *output, const HistoryDeed *deed, GError **error)
{
    output->any = true;
    if (output->csv != NULL) {
        return write_deed(output->csv, deed, error);
    }
    if (output->json != NULL) {
        add_deed(output->json, deed);
    } else {
        print_deed(deed);
    }
    return true;
}

static bool read_all(const Call *call, gint64 customer_id, Output *output, GError **error)
{
    gint64 before = 0;
    guint found = PAGE;
    while (found == PAGE) {
        g_autoptr(GPtrArray) page =
            history_of_customer(call->shop->db, customer_id, before, PAGE, LINES, error);
        if (page == NULL) {
            return false;
        }
        found = page->len;
        for (guint i = 0; i < found; i++) {
            const HistoryDeed *deed = g_ptr_array_index(page, i);
            before = deed->id;
            if (!put_out(output, deed, error)) {
                return false;
            }
        }
    }
    return true;
}

static bool write_csv(const Call *call, gint64 customer_id, const char *path, Output *output,
                      GError **error)
{
    g_autoptr(CsvOut) csv = csv_out_begin(call->shop->db, path, error);
    output->csv = csv;
    return csv != NULL && write_head(csv, error) && read_all(call, customer_id, output, error) &&
           csv_out_commit(csv, error);
}

static bool write_json(const Call *call, gint64 customer_id, Output *output, GError **error)
{
    g_autoptr(JsonWriter) json = json_writer_new(true);
    output->json = json;
    json_writer_begin_array(json);
    bool ok = read_all(call, customer_id, output, error);
    if (ok) {
        json_writer_end_array(json);
        json_print(json);
    }
    return ok;
}

static CliStatus run(const Call *call)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    const char *path = call_option(call, "csv");
    Output output = {0};
    if (path != NULL && *path == '\0') {
        print_sentence(_("Say where the changes should go: “tresen history 1042 --csv "
                         "changes.csv”."));
        return CLI_WRONG;
    }
    if (!call_customer(call, call->words[0], &id)) {
        if (call_has(call, "json")) {
            json_print_nothing();
        }
        return CLI_NOTHING;
    }
    bool ok = path != NULL             ? write_csv(call, id, path, &output, &error)
              : call_has(call, "json") ? write_json(call, id, &output, &error)
                                       : read_all(call, id, &output, &error);
    if (!ok) {
        return call_refused(error);
    }
    if (path != NULL) {
        g_autofree char *sentence = g_strdup_printf(_("The changes were written to %s."), path);
        print_line(sentence);
    }
    if (!output.any) {
        print_sentence(_("Nothing of this customer was changed yet."));
    }
    return output.any ? CLI_DONE : CLI_NOTHING;
}

static const CommandOption options[] = {
    {"json", NULL, N_("write JSON, for programs")},
    {"csv", N_("FILE"), N_("the file to write; one that is there is replaced")},
    {NULL, NULL, NULL},
};

const Command command_history = {
    .name = "history",
    .arguments = N_("NUMBER"),
    .summary = N_("show what was changed of a customer, by whom and when"),
    .help =
        N_("Shows what was changed of the customer with this number, the newest first: when, by "
           "whom, in which branch, from what to what; also what came with a list, what was "
           "removed, and what was taken back."),
    .options = options,
    .least = 1,
    .most = 1,
    .missing = N_("Say which customer: “tresen history 1042”."),
    .needs = SHOP_READ,
    .run = run,
};
