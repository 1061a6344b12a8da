/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of rows one of which is selected: keys, wheel and clicks, scrolling, headings. State and
 * drawing, nothing about what is in the rows. */
#pragma once

#include <glib.h>
#include <stdbool.h>

#include "tui/canvas.h"
#include "tui/screen.h"

/* How the rows of a model are read. */
typedef struct {
    guint (*count)(gconstpointer model);
    /* Whether ROW is a heading (or an empty line): shown, never selected. NULL: none is. */
    bool (*is_heading)(gconstpointer model, guint row);
    /* Whether ROW is the title of the rows below it: it is not shown alone at the lower edge.
     * NULL: none is. */
    bool (*is_title)(gconstpointer model, guint row);
    /* What ROW is known by when the model is loaded anew, so that the selection stays on the same
     * thing. NULL: by its place. */
    gint64 (*id)(gconstpointer model, guint row);
    /* Where the row known by ID is now, -1 when that is not known; the list was at row NEAR before.
     * For models that hold only a part of their rows: their `id` is 0 for the others. NULL: the
     * rows around NEAR are looked through, a thousand to each side. */
    int (*find)(gconstpointer model, gint64 id, guint near);
    /* Draws ROW into LINE, one row high. The selected row gets a canvas that looks selected;
     * nothing to do for that. */
    void (*draw)(Canvas *line, gconstpointer model, guint row);
} ListClass;

typedef struct {
    const ListClass *class;
    gconstpointer model; /* not owned; NULL is an empty list */
    guint selected;      /* row; meaningless in a list without selectable rows */
    guint top;           /* the first row in sight */
    int height;          /* rows in sight when it was last drawn */
    bool leads;          /* the last key moved it: the cursor stands on the selected row */
} List;

/* An empty list; needs no freeing. */
void list_init(List *list, const ListClass *class);

/* Shows MODEL from now on; the old one may still be read during the call. The selection stays on
 * the row with the same id, else at the same place or the nearest selectable row. Call it in
 * `loaded`. */
void list_show(List *list, gconstpointer model);
/* Selects the first selectable row and scrolls to the top. */
void list_to_first(List *list);
/* Selects ROW, or the nearest selectable one. */
void list_select(List *list, guint row);

/* Selects the row known by ID, at most a thousand rows from the selected one. False when there is
 * none: nothing changes then. Only with ListClass.id. */
bool list_select_id(List *list, gint64 id);

/* Whether a row is selected: the list has one that can be. */
bool list_has_selection(const List *list);
/* The selected row, -1 if there is none. */
int list_selected(const List *list);

/* Up, Down, PgUp, PgDn, Ctrl-Home, Ctrl-End, wheel and clicks move the selection; Home and End
 * too when WITH_HOME (not where a line editor wants them). A click on the selected row returns
 * OUTCOME_AS_ENTER. Rows of clicks are the list's canvas's: subtract where it begins.
 * OUTCOME_NONE for all else. */
Outcome list_input(List *list, const Event *event, bool with_home);

/* Draws it into the whole CANVAS, with the selection in sight, and a mark at the right edge where
 * it goes on above or below. FOCUS false: no row looks selected. The cursor stands on the selected
 * row unless something is typed into a box beside the list; an arrow brings it to the row, the next
 * letter back to the box. Asks the model for the rows in sight only. */
void list_draw(List *list, Canvas *canvas, bool focus);

/* Marks at the right edge of CANVAS that what it shows goes on above or below: for lists of its own
 * kind, such as a form. */
void list_draw_edges(Canvas *canvas, bool above, bool below);
