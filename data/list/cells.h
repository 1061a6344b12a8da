/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells out of the lines of a CSV file: the quoting rules are libcsv's. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* What is refused: more cells in a record, or a longer cell (bytes). */
enum { LIST_CELLS_MAX = 10000, LIST_CELL_MAX = 1024 * 1024 };

/* How quotation marks are taken. */
typedef enum {
    CELLS_STRICT, /* only as the rules say: round a whole cell, and doubled inside */
    CELLS_SLOPPY, /* also inside a cell, as people type them */
    CELLS_PLAIN   /* as letters; a pair round a whole cell goes */
} CellsQuoting;

/* Where the reading stands after a line. */
typedef enum {
    CELLS_DONE, /* the line ended a record */
    CELLS_OPEN, /* a quoted cell goes on in the next line */
    CELLS_WRONG /* with CELLS_STRICT: the quotation marks break the rules */
} CellsState;

typedef struct CellsReader CellsReader;

/* A reader for cells divided by SEPARATOR, an ASCII character. Free with cells_free(). */
CellsReader *cells_new(char separator);

/* Forgets what was fed and takes quotation marks as QUOTING says from here on. */
void cells_restart(CellsReader *reader, CellsQuoting quoting);

/* Feeds one line of LENGTH bytes without its line break. A line of blanks only, fed first, gives no
 * record: skip it before. */
CellsState cells_feed(CellsReader *reader, const char *line, gsize length);

/* The cells of the record that is done, or done so far: storable UTF-8 of several lines, blanks at
 * both ends gone. They belong to the reader and live until it is fed or restarted. Beyond
 * LIST_CELLS_MAX cells, or for too long ones, see the next two. */
GPtrArray *cells_get(CellsReader *reader);

/* How many cells the record has; may be more than are kept. */
gsize cells_count(const CellsReader *reader);

/* Whether a cell was longer than LIST_CELL_MAX; it was cut there. */
bool cells_too_long(const CellsReader *reader);

/* Whether a cell of several lines looks as if a forgotten quotation mark had swallowed the
 * following records, which should have COLUMNS cells each (0 when not known). */
bool cells_look_swallowed(const CellsReader *reader, gsize columns);

void cells_free(CellsReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CellsReader, cells_free)
