/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record of a list became, as one line of text to compare. */
#pragma once

/* cmocka wants these four before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/list/row.h"

/* The day on which the tests of rows are made. */
static const Day row_today = {2026, 3, 1};

/* The cells of LINE, divided by "|"; the array frees them. */
GPtrArray *row_cells(const char *line);

/* Reads the one record LINE of a list with HEADER; cells divided by "|". */
ListRow *row_from(const char *header, const char *line);

/* All that is known of ROW: "nr=1; family=Ott; phone=0421 84220 (home); warning=header:value". Free
 * with g_free. */
char *row_text(const ListRow *row);

/* Fails unless the record LINE of a list with HEADER gives the text EXPECTED. */
void assert_row(const char *header, const char *line, const char *expected);

typedef struct {
    const char *cell, *expected;
} RowCase;

/* Reads the cells of COUNT CASES in a column HEADER, behind a customer number that the texts leave
 * out. */
void assert_row_cells(const char *header, const RowCase *cases, gsize count);
