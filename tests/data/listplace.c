/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place for a list, and what is read from it as one line of text. */
#include "tests/data/listplace.h"

#include <glib/gstdio.h>
#include <string.h>

int list_place_make(void **state)
{
    ListPlace *place = g_new0(ListPlace, 1);
    place->folder = g_dir_make_tmp("tresen-csv-XXXXXX", NULL);
    place->path = g_build_filename(place->folder, "list.csv", NULL);
    *state = place;
    return place->folder ? 0 : -1;
}

int list_place_remove(void **state)
{
    ListPlace *place = *state;
    g_unlink(place->path);
    g_rmdir(place->folder);
    g_free(place->path);
    g_free(place->folder);
    g_free(place);
    return 0;
}

void list_place_write(const ListPlace *place, const char *bytes, gsize length)
{
    assert_true(g_file_set_contents(place->path, bytes, (gssize)length, NULL));
}

CsvFile *list_place_open(const ListPlace *place, const char *text)
{
    list_place_write(place, text, strlen(text));
    g_autoptr(GError) error = NULL;
    CsvFile *file = csv_file_open(place->path, &error);
    assert_null(error);
    assert_non_null(file);
    return file;
}

char *list_summary(CsvFile *file)
{
    GString *summary = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    const CsvRecord *record;
    while ((record = csv_file_next(file, &error))) {
        if (summary->len > 0) {
            g_string_append(summary, ", ");
        }
        g_string_append_printf(summary, "%u%c", record->line, record->reason ? '!' : ':');
        if (record->reason) {
            g_string_append(summary, record->raw);
        }
        for (guint i = 0; i < record->cells->len; i++) {
            const char *cell = g_ptr_array_index(record->cells, i);
            g_string_append_printf(summary, "%s%s", i > 0 ? "|" : "", cell);
        }
    }
    assert_null(error);
    g_strdelimit(summary->str, "\n", '/');
    return g_string_free(summary, FALSE);
}
