/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The physical lines of a text file, one after the other, as UTF-8, whatever the file is written
 * in. */
#pragma once

#include "data/list/encoding.h"

/* The longest line that is kept, in bytes. */
enum { LIST_LINE_MAX = 4 * 1024 * 1024 };

typedef struct {
    char *text;    /* valid UTF-8, without the line break and NUL */
    gsize length;  /* of text, in bytes */
    guint number;  /* 1 for the first line of the file */
    bool too_long; /* text is only the first LIST_LINE_MAX bytes of the line */
    bool repaired; /* text had bytes that are no UTF-8, read as Windows-1252 */
} ListLine;

typedef struct ListLines ListLines;

/* Opens the file at PATH as list_text_open() does, with its errors. Needs memory for one chunk and
 * the longest line. Free with list_lines_free(). */
ListLines *list_lines_open(const char *path, GError **error);

/* The next line; a line ends with CR LF, LF or CR, in any mixture, or with the file. NULL at the
 * end, or with *ERROR when the file can no longer be read. Free with list_line_free(). */
ListLine *list_lines_next(ListLines *lines, GError **error);

/* How the file is written. */
const ListText *list_lines_text(const ListLines *lines);

/* How many of the file's bytes lie before the line that comes next; exact for all but UTF-16. */
guint64 list_lines_position(const ListLines *lines);

void list_line_free(ListLine *line);
void list_lines_free(ListLines *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(ListLine, list_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ListLines, list_lines_free)
