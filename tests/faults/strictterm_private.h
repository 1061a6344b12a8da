/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of the strict terminal, for strictterm.c and strictcells.c. */
#pragma once

#include "tests/faults/strictterm.h"

/* One character with its marks; the second cell of a wide one is "". */
typedef struct {
    char text[24];
} Cell;

typedef enum { IN_TEXT, IN_ESCAPE, IN_CONTROL, IN_SET, IN_TITLE } Inside;

struct StrictTerm {
    int rows, cols;
    Cell *cells;
    int row, col;
    struct {
        int row, col;
        bool look;
    } saved;           /* where the cursor goes back to */
    int top, bottom;   /* the part that scrolls */
    bool is_full;      /* the last cell of the line was written: the next one begins a new line */
    bool is_inserting; /* what is written pushes the rest of the line */
    gunichar last;
    Inside inside;
    GString *sequence;
    char partial[4];
    gsize partial_length;
    StrictModes modes;
    char *fault;
};

/* Notes WHAT was wrong with the sequence, unless something was before. */
void strict_complain(StrictTerm *term, const char *what);

/* Gives the cells of ROW from FROM to before TO blanks. */
void strict_blank(StrictTerm *term, int row, int from, int to);
void strict_blank_rows(StrictTerm *term, int from, int to);
/* The rows FROM to the end of what scrolls go COUNT rows down, or up where it is negative. */
void strict_scroll(StrictTerm *term, int from, int count);
/* COUNT cells from the cursor on go right, or are taken out where it is negative. */
void strict_shift(StrictTerm *term, int count);
/* The cursor goes to ROW, COL, or as near as there are cells. */
void strict_go(StrictTerm *term, int row, int col);
void strict_line_down(StrictTerm *term);
/* Writes C at the cursor, or complains. */
void strict_write(StrictTerm *term, gunichar c);
/* Writes the last character COUNT times more. */
void strict_repeat(StrictTerm *term, int count);
