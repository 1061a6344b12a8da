/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A customer list before it is taken over. */
#include "tui/screens/importpreview.h"

#include "data/base/i18n.h"
#include "data/list/listhead.h"

#include <string.h>

/* How far values are looked for, how many are shown, and how large a list is counted to its end. */
enum { LOOK_RECORDS = 200, SHOWN_VALUES = 3, SHOWN_CHARS = 24 };
static const guint64 counted_bytes = 32 * 1024 * 1024;

void preview_free(Preview *preview)
{
    if (preview != NULL) {
        mapping_free(preview->mapping);
        order_columns_free(preview->orders);
        g_ptr_array_unref(preview->samples);
        g_free(preview);
    }
}

/* The value as it is shown among others: one line, not too long. */
static char *sample_of(const char *value)
{
    g_autofree char *line = g_strdelimit(g_strdup(value), "\r\n\t", ' ');
    if (g_utf8_strlen(line, -1) <= SHOWN_CHARS) {
        return g_steal_pointer(&line);
    }
    g_autofree char *start = g_utf8_substring(line, 0, SHOWN_CHARS);
    return g_strconcat(start, "…", NULL);
}

/* Adds the record's values to the columns that have too few yet. */
static void take_values(GPtrArray *columns, const GPtrArray *cells)
{
    for (guint i = 0; i < MIN(columns->len, cells->len); i++) {
        GPtrArray *values = g_ptr_array_index(columns, i);
        const char *value = g_ptr_array_index(cells, i);
        if (*value == '\0' || values->len >= SHOWN_VALUES) {
            continue;
        }
        char *sample = sample_of(value);
        if (g_ptr_array_find_with_equal_func(values, sample, g_str_equal, NULL)) {
            g_free(sample);
        } else {
            g_ptr_array_add(values, sample);
        }
    }
}

static GPtrArray *join_values(GPtrArray *columns)
{
    GPtrArray *samples = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < columns->len; i++) {
        GPtrArray *values = g_ptr_array_index(columns, i);
        g_ptr_array_add(values, NULL);
        g_ptr_array_add(samples, g_strjoinv(" · ", (char **)values->pdata));
    }
    return samples;
}

static bool read_records(CsvFile *file, Preview *preview, GPtrArray *columns, GError **error)
{
    guint64 total = 0;
    GError *fault = NULL;
    csv_file_progress(file, &total);
    bool count_all = total <= counted_bytes;
    for (guint count = 0; count_all || count < LOOK_RECORDS; count++) {
        const CsvRecord *record = csv_file_next(file, &fault);
        if (record == NULL) {
            break;
        }
        if (count < LOOK_RECORDS && record->reason == NULL) {
            take_values(columns, record->cells);
        }
        preview->records += count_all;
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
    }
    return fault == NULL;
}

/* What the columns mean if the list holds orders; NULL when it holds customers. */
static OrderColumns *read_orders(const Mapping *mapping)
{
    g_autoptr(GPtrArray) header = g_ptr_array_new();
    bool has_people = false;
    for (guint i = 0; i < mapping->columns->len; i++) {
        const MappingColumn *column = g_ptr_array_index(mapping->columns, i);
        g_ptr_array_add(header, column->header);
        has_people = has_people || column->field == LIST_FAMILY_NAME ||
                     column->field == LIST_GIVEN_NAME || column->field == LIST_BIRTHDAY;
    }
    g_autoptr(OrderColumns) columns = order_columns_read(header);
    bool is_other = columns->source == ORDERS_OWN && has_people;
    return columns->recognised && !is_other ? g_steal_pointer(&columns) : NULL;
}

Preview *preview_read(const char *path, GError **error)
{
    g_autoptr(Preview) preview = g_new0(Preview, 1);
    preview->samples = g_ptr_array_new();
    g_autoptr(CsvFile) file = listhead_open(path, &preview->mapping, NULL, error);
    if (file == NULL) {
        return NULL;
    }
    preview->orders = read_orders(preview->mapping);
    preview->encoding = csv_file_encoding(file);
    preview->separator = csv_file_separator(file);
    g_autoptr(GPtrArray) columns =
        g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < preview->mapping->columns->len; i++) {
        g_ptr_array_add(columns, g_ptr_array_new_with_free_func(g_free));
    }
    if (!read_records(file, preview, columns, error)) {
        return NULL;
    }
    g_ptr_array_unref(preview->samples);
    preview->samples = join_values(columns);
    return g_steal_pointer(&preview);
}

/* The label in the person's language, where it is one of the program's. */
static const char *label_for_people(const char *label)
{
    static const struct {
        const char *code, *label;
    } known[] = {{"mobile", N_("mobile")},
                 {"home", N_("at home")},
                 {"work", N_("at work")},
                 {"other", N_("other")}};
    for (guint i = 0; i < G_N_ELEMENTS(known); i++) {
        if (strcmp(known[i].code, label) == 0) {
            return _(known[i].label);
        }
    }
    return label;
}

char *preview_meaning(const MappingColumn *column)
{
    const char *field = list_field_label(column->field);
    if (column->field == LIST_KEEP || column->field == LIST_IGNORE) {
        return g_strdup(column->field == LIST_KEEP ? _("kept as a note") : _("left out"));
    }
    if (column->is_label) {
        /* TRANSLATORS: a column that says what the phone, e-mail … of another column is: "Phone:
         * what it is". */
        return g_strdup_printf(_("%s: what it is"), field);
    }
    /* TRANSLATORS: the meaning of a column, and a label: "Phone (mobile)". */
    return column->label != NULL
               ? g_strdup_printf(_("%s (%s)"), field, label_for_people(column->label))
               : g_strdup(field);
}

const char *preview_separator(char separator)
{
    switch (separator) {
    case ';':
        return _("semicolon");
    case ',':
        return _("comma");
    case '\t':
        return _("tab");
    case '|':
        return _("vertical bar");
    default:
        return _("another character");
    }
}
