/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells out of the lines of a CSV file, through libcsv. */
#include "data/list/cells.h"

#include "data/base/utf8.h"

#include <csv.h>
#include <string.h>

enum { GROWTH = 4096 };

struct CellsReader {
    struct csv_parser parser;
    char separator;
    CellsQuoting quoting;
    GPtrArray *cells;
    gsize count;
    bool too_long;
    bool done;
    bool ends_on_separator; /* a cell of several lines whose last line ends on a separator, as many
                               as cells before it */
    bool swallows;          /* a cell of several lines ends on a separator at all */
    gsize lines;            /* fed for this record */
    gsize most_separators;  /* in a line that began inside a cell */
};

/* libcsv would go on with a half-read record when memory ends; GLib ends the program as everywhere
 * else. */
static void *grow(void *memory, size_t size)
{
    return g_realloc(memory, size);
}

CellsReader *cells_new(char separator)
{
    CellsReader *reader = g_new0(CellsReader, 1);
    reader->separator = separator;
    reader->cells = g_ptr_array_new_with_free_func(g_free);
    csv_init(&reader->parser, 0);
    csv_set_delim(&reader->parser, (unsigned char)separator);
    csv_set_realloc_func(&reader->parser, grow);
    csv_set_free_func(&reader->parser, g_free);
    csv_set_blk_size(&reader->parser, GROWTH);
    cells_restart(reader, CELLS_STRICT);
    return reader;
}

void cells_free(CellsReader *reader)
{
    if (!reader) {
        return;
    }
    csv_free(&reader->parser);
    g_ptr_array_unref(reader->cells);
    g_free(reader);
}

static void clear_record(CellsReader *reader)
{
    g_ptr_array_set_size(reader->cells, 0);
    reader->count = 0;
    reader->too_long = reader->done = false;
    reader->ends_on_separator = reader->swallows = false;
    reader->lines = reader->most_separators = 0;
}

void cells_restart(CellsReader *reader, CellsQuoting quoting)
{
    reader->quoting = quoting;
    csv_fini(&reader->parser, NULL, NULL, NULL);
    csv_set_opts(&reader->parser, quoting == CELLS_STRICT ? CSV_STRICT : 0);
    /* No line holds NUL, so no character is the quote then. */
    csv_set_quote(&reader->parser, quoting == CELLS_PLAIN ? '\0' : CSV_QUOTE);
    clear_record(reader);
}

/* The cell without a pair of quotation marks round it; doubled ones inside count once. */
static char *unquote(const char *bytes, gsize length)
{
    if (length < 2 || bytes[0] != CSV_QUOTE || bytes[length - 1] != CSV_QUOTE) {
        return g_strndup(bytes, length);
    }
    g_autofree char *inner = g_strndup(bytes + 1, length - 2);
    g_auto(GStrv) parts = g_strsplit(inner, "\"\"", -1);
    return g_strjoinv("\"", parts);
}

/* Notes whether a cell of several lines ends like the beginning of another record. */
static void judge_lines(CellsReader *reader, const char *bytes, gsize length)
{
    const char *last = memrchr(bytes, '\n', length);
    if (!last) {
        return;
    }
    const char *end = bytes + length;
    while (end > last && (end[-1] == ' ' || (end[-1] == '\t' && reader->separator != '\t'))) {
        end--;
    }
    if (end == last || end[-1] != reader->separator) {
        return;
    }
    gsize separators = 0;
    for (const char *at = last; at < end; at++) {
        separators += *at == reader->separator;
    }
    reader->swallows = true;
    if (separators == reader->count) {
        reader->ends_on_separator = true;
    }
}

/* libcsv's call for each cell; bytes may be NULL when there are none. */
static void take_cell(void *bytes, size_t length, void *data)
{
    CellsReader *reader = data;
    const char *text = bytes ? bytes : "";
    judge_lines(reader, text, length);
    reader->count++;
    if (reader->count > LIST_CELLS_MAX) {
        return;
    }
    if (length > LIST_CELL_MAX) {
        reader->too_long = true;
        length = LIST_CELL_MAX;
    }
    if (reader->quoting == CELLS_PLAIN) {
        g_autofree char *plain = unquote(text, length);
        g_ptr_array_add(reader->cells, utf8_storable(plain, -1, false, NULL));
    } else {
        g_ptr_array_add(reader->cells, utf8_storable(text, (gssize)length, false, NULL));
    }
}

/* libcsv's call for each record. */
static void take_record(int terminator, void *data)
{
    (void)terminator;
    CellsReader *reader = data;
    reader->done = true;
}

/* How many separators LINE has, quotation marks or not. */
static gsize count_separators(const CellsReader *reader, const char *line)
{
    gsize separators = 0;
    for (; *line; line++) {
        separators += *line == reader->separator;
    }
    return separators;
}

CellsState cells_feed(CellsReader *reader, const char *line, gsize length)
{
    struct csv_parser *parser = &reader->parser;
    if (reader->done) {
        clear_record(reader);
    }
    if (reader->lines++ > 0) {
        reader->most_separators = MAX(reader->most_separators, count_separators(reader, line));
    }
    if (csv_parse(parser, line, length, take_cell, take_record, reader) < length ||
        csv_parse(parser, "\n", 1, take_cell, take_record, reader) < 1) {
        return CELLS_WRONG;
    }
    return reader->done ? CELLS_DONE : CELLS_OPEN;
}

GPtrArray *cells_get(CellsReader *reader)
{
    return reader->cells;
}

gsize cells_count(const CellsReader *reader)
{
    return reader->count;
}

bool cells_too_long(const CellsReader *reader)
{
    return reader->too_long;
}

bool cells_look_swallowed(const CellsReader *reader, gsize columns)
{
    if (reader->ends_on_separator) {
        return true;
    }
    if (columns < 2 || reader->count == columns) {
        return false;
    }
    return reader->swallows || reader->most_separators + 1 >= columns;
}
