/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A CSV file as people have it, record by record: encoding, separator and line ends are found out,
 * broken quotation marks cost one record and never the rest of the file. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct CsvFile CsvFile;

typedef struct {
    /* The cells (char *): storable UTF-8; those of several lines keep them, as "\n". None when the
     * record is refused. */
    GPtrArray *cells;
    guint line; /* where the record begins in the file, 1 for the first line */
    char *raw;  /* the record as it stands in the file, as UTF-8, less the last line break */
    const char *reason; /* NULL, or why the record is refused: a sentence, translated, static */
    bool repaired;      /* bytes that are no UTF-8 were read as Windows-1252 */
} CsvRecord;

/* Opens the file at PATH. The first pass over its bytes tells the encoding (see list_text_open(),
 * whose errors it has); the first records tell the separator among ; , tab and |, unless a first
 * line "sep=;" does. Memory stays below a few records, however long the file. Free with
 * csv_file_free(). */
CsvFile *csv_file_open(const char *path, GError **error);

/* The next record, the header first. Lines of blanks only are skipped; a record of empty cells is
 * not. It belongs to the file and lives until the next call. A record with a reason is refused: it
 * has more than 10,000 cells, a cell above 1 MiB, a line above 4 MiB, quotation marks that
 * contradict each other, or one that is never closed (the cell would go on over more than 200
 * lines, to the end of the file, or over what looks like further records); then only its first line
 * is spent and the next call goes on behind that. NULL at the end, or with *ERROR when the file can
 * no longer be read. */
const CsvRecord *csv_file_next(CsvFile *file, GError **error);

/* How many of the *TOTAL bytes of the file have been read; at the end all of them. */
guint64 csv_file_progress(const CsvFile *file, guint64 *total);

/* What divides the cells: ';', ',', '\t', '|', or what the file says itself. */
char csv_file_separator(const CsvFile *file);

/* The encoding for people: "UTF-8", "UTF-16", "Windows-1252". Static. */
const char *csv_file_encoding(const CsvFile *file);

void csv_file_free(CsvFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CsvFile, csv_file_free)
