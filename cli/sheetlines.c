/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows on a sheet of paper. */
#include "cli/sheetlines.h"

#include "cli/print.h"

enum { BOX_MOST = 5 };

/* The cells one after the other, beside the first one where that is only a box, else a dash. */
static void print_row(char *const *cells, guint count, int width)
{
    g_autofree char *first = print_clean(cells[0]);
    bool is_box = print_width(first) <= BOX_MOST;
    GString *line = g_string_new(NULL);
    for (guint i = is_box ? 1 : 0; i < count && cells[i] != NULL; i++) {
        if (*cells[i] != '\0') {
            g_string_append_printf(line, "%s%s", line->len > 0 ? " · " : "", cells[i]);
        }
    }
    g_autofree char *text = g_string_free(line, FALSE);
    g_autofree char *prefix = g_strdup_printf("%s ", is_box ? first : "-");
    print_wrapped_within(prefix, text, width);
}

void sheet_print(const GPtrArray *rows, const int *most, guint count, int indent, int width)
{
    if (width >= PRINT_COLUMNS) {
        print_table(rows, most, count, indent);
        return;
    }
    for (guint i = 0; i < rows->len; i++) {
        print_row(g_ptr_array_index(rows, i), count, width);
    }
}
