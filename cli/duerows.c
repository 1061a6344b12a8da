/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Yearly days in the output of commands. */
#include "cli/duerows.h"

#include "cli/print.h"
#include "cli/sheetlines.h"
#include "data/agenda/duesaid.h"
#include "data/base/i18n.h"

void due_add_json(JsonWriter *json, const Due *due)
{
    g_autofree char *name = customer_name(due->customer, NAME_SPOKEN);

    json_add_text(json, "number", due->customer->number);
    json_writer_name(json, "name");
    json_writer_text(json, name != NULL                         ? name
                           : due->customer->description != NULL ? due->customer->description
                                                                : "");
    json_add_text(json, "kind", due->occasion->kind);
    json_add_text(json, "label", due->occasion->label);
    json_add_day(json, "date", due->kept);
    json_add_day(json, "birthday", occasion_day(due->occasion));
    json_writer_name(json, "turns");
    if (due->occasion->year != 0) {
        json_writer_int(json, due->turns);
    } else {
        json_writer_text(json, NULL);
    }
    json_add_bool(json, "round", due_is_round(due));
    json_add_bool(json, "greeted", due->greeted);
    json_add_text(json, "greeted_at", due->greeted_at);
    json_add_text(json, "greeted_by", due->greeted_by);
    json_add_text(json, "greeted_how", due->greeted_how);
    json_add_text(json, "greeted_words", due->greeted_words);
    json_writer_name(json, "relation");
    if (due->relation_name == NULL) {
        json_writer_text(json, NULL);
        return;
    }
    json_writer_begin_object(json);
    json_add_text(json, "kind", due->relation_kind);
    json_add_text(json, "name", due->relation_name);
    json_writer_end_object(json);
}

void due_add_list(JsonWriter *json, const char *name, const GPtrArray *list, bool birthdays)
{
    json_open_array(json, name);
    for (guint i = 0; i < list->len; i++) {
        const Due *due = g_ptr_array_index(list, i);
        if (due_is_birthday(due) != birthdays) {
            continue;
        }
        json_writer_begin_object(json);
        due_add_json(json, due);
        json_writer_end_object(json);
    }
    json_writer_end_array(json);
}

char **due_row(const Due *due, Day today, bool with_year, const char *hint)
{
    char **row = g_new0(char *, 6);
    row[0] = day_for_people(with_year ? due->kept : (Day){0, due->kept.month, due->kept.day});
    row[1] = due_said_who(due);
    row[2] = g_strdup(due->customer->number);
    row[3] = due_said_what(due, today);
    if (due->greeted) {
        row[4] = g_strdup_printf("✓ %s", due->greeted_by != NULL ? due->greeted_by : _("greeted"));
    } else {
        row[4] = g_strdup(hint != NULL ? hint : "");
    }
    return row;
}

void due_print(const GPtrArray *rows, int indent, int width)
{
    static const int most[] = {17, 28, 10, 22};
    sheet_print(rows, most, G_N_ELEMENTS(most) + 1, indent, width);
}
