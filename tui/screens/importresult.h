/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of an import, drawn: the numbers, and every record that was refused or gave a
 * warning. */
#pragma once

#include "data/list/import.h"
#include "tui/widgets/list.h"

/* The rows of the list: headings and notes. */
typedef struct {
    GPtrArray *rows;                       /* private */
    int name_cols, field_cols, value_cols; /* private: what the columns need */
} ResultRows;

/* The rows for RESULT, which must outlive them. Clear with result_rows_clear. */
void result_rows_init(ResultRows *rows, const ImportResult *result);
void result_rows_clear(ResultRows *rows);
/* For list_init; the model is a const ResultRows *. */
extern const ListClass result_list_class;

/* The note in ROW in one piece: "Line 112, Wagner, Hilde (1042), Birthday “31.02.1980”: There is no
 * such day."; NULL for a heading. Free with g_free. */
char *result_row_text(const ResultRows *rows, int row);
/* The customer the note in ROW is about, whose card can be opened; 0 when there is none. */
gint64 result_row_customer(const ResultRows *rows, int row);

/* What came of taking over the file NAME, as a title. Free with g_free. */
char *result_title(const ImportResult *result, const char *name);

/* Draws the numbers from ROW on, with BRIEF only what needs to be known. Returns the row after
 * the last. */
int result_draw_numbers(Canvas *canvas, int row, const ImportResult *result, bool brief);
