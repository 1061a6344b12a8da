/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of taking over a list. */
#include "cli/import_report.h"

#include "cli/json.h"
#include "cli/print.h"
#include "data/base/i18n.h"

/* How many notes of a sort people are shown; programs get all. */
enum { MOST_NOTES = 20 };

static void add_notes(JsonWriter *json, const char *name, const GPtrArray *notes)
{
    json_open_array(json, name);
    for (guint i = 0; i < notes->len; i++) {
        const ImportNote *note = g_ptr_array_index(notes, i);
        json_writer_begin_object(json);
        json_add_int(json, "line", note->line);
        json_writer_name(json, "field");
        json_writer_text(json, note->field);
        json_writer_name(json, "value");
        json_writer_text(json, note->value);
        json_add_text(json, "reason", note->reason);
        json_writer_end_object(json);
    }
    json_writer_end_array(json);
}

void import_print_json(const ImportResult *result)
{
    g_autoptr(JsonWriter) json = json_writer_new(true);
    json_writer_begin_object(json);
    json_add_int(json, "read", result->read);
    json_add_int(json, "added", result->added);
    json_add_int(json, "updated", result->updated);
    json_add_int(json, "unchanged", result->unchanged);
    if (result->is_orders) {
        json_add_int(json, "articles", result->articles);
        json_add_int(json, "refused_more", result->refused_more);
    }
    add_notes(json, "refused", result->refused);
    add_notes(json, "warnings", result->warnings);
    json_add_text(json, "refused_file", result->refused_file);
    json_writer_end_object(json);
    json_print(json);
}

static void print_count(const char *label, guint count)
{
    g_autofree char *text = g_strdup_printf("%u", count);
    print_field(label, text);
}

static void print_notes(const char *heading, const GPtrArray *notes)
{
    if (notes->len == 0) {
        return;
    }
    print_heading(heading);
    for (guint i = 0; i < notes->len && i < MOST_NOTES; i++) {
        const ImportNote *note = g_ptr_array_index(notes, i);
        g_autofree char *line = g_strdup_printf(_("line %u"), note->line);
        g_autofree char *text =
            *note->field == '\0'
                ? g_strdup(note->reason)
                /* TRANSLATORS: the heading of a column, what stands there, a sentence about it. */
                : g_strdup_printf(_("%s “%s”: %s"), note->field, note->value, note->reason);
        print_field(line, text);
    }
    if (notes->len > MOST_NOTES) {
        guint more = notes->len - MOST_NOTES;
        g_autofree char *sentence =
            g_strdup_printf(ngettext("… and %u more; --json shows them all.",
                                     "… and %u more; --json shows them all.", more),
                            more);
        print_line(sentence);
    }
}

void import_print_text(const ImportResult *result, bool dry_run)
{
    if (dry_run) {
        print_line(_("Nothing was changed. This is what would happen:"));
    }
    print_count(result->is_orders ? _("Orders") : _("Read"), result->read);
    print_count(result->is_orders ? _("New visits") : _("New"), result->added);
    if (result->is_orders) {
        print_count(_("Bought articles"), result->articles);
        print_count(_("Paid back"), result->updated);
    } else {
        print_count(_("Updated"), result->updated);
    }
    print_count(_("Known already"), result->unchanged);
    print_count(_("Refused"), result->refused->len + result->refused_more);
    print_count(_("Warnings"), result->warnings->len);
    print_notes(_("Refused:"), result->refused);
    print_notes(_("Warnings:"), result->warnings);
    if (result->refused_file != NULL) {
        g_autofree char *sentence = g_strdup_printf(_("The refused rows and the reasons are in %s. "
                                                      "Mend them there and take that file over."),
                                                    result->refused_file);
        print_heading(sentence);
    }
}
