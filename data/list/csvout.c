/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a CSV file. */
#include "data/list/csvout.h"

#include "data/base/outlet.h"
#include "data/list/csvcell.h"
#include "data/list/fileout.h"

#include <csv.h>
#include <string.h>

struct CsvOut {
    FileOut *file;
    GString *row;
    bool has_cells; /* in the row that is open */
};

CsvOut *csv_out_begin(const Db *db, const char *path, GError **error)
{
    FileOut *file = file_out_begin(db, path, error);
    if (file == NULL) {
        return NULL;
    }
    CsvOut *out = g_new0(CsvOut, 1);
    out->file = file;
    out->row = g_string_new("\xEF\xBB\xBF");
    return out;
}

void csv_out_cell(CsvOut *out, const char *text)
{
    g_autofree char *given = outlet_text(OUTLET_TABLE, text);
    g_autofree char *safe = csv_cell_guard(given);
    if (out->has_cells) {
        g_string_append_c(out->row, ';');
    }
    out->has_cells = true;
    if (*safe == '\0') {
        return;
    }
    size_t room = csv_write(NULL, 0, safe, strlen(safe));
    gsize start = out->row->len;
    g_string_set_size(out->row, start + room);
    csv_write(out->row->str + start, room, safe, strlen(safe));
}

bool csv_out_end_row(CsvOut *out, GError **error)
{
    g_string_append(out->row, "\r\n");
    bool ok = file_out_write(out->file, out->row->str, out->row->len, error);
    g_string_truncate(out->row, 0);
    out->has_cells = false;
    return ok;
}

bool csv_out_commit(CsvOut *out, GError **error)
{
    return file_out_commit(out->file, error);
}

void csv_out_free(CsvOut *out)
{
    if (out == NULL) {
        return;
    }
    file_out_free(out->file);
    g_string_free(out->row, TRUE);
    g_free(out);
}
