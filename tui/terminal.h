/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terminal: opening it without harm, its size, its keys, and giving it back in order whatever
 * happens. */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

#include "tui/canvas.h"
#include "tui/keys.h"
#include "tui/theme.h"

typedef struct Terminal Terminal;

/* For tests: other streams, another type and a fixed size. */
typedef struct {
    FILE *in, *out;
    const char *type;
    int rows, cols;
} TerminalSetup;

/* Opens the terminal on standard input and output, or as SETUP says (NULL: the real one). Fails
 * with FAULT_REFUSED and a sentence when there is none, its type is unknown, or it cannot place
 * the cursor; then nothing has been written to it. Sees to a UTF-8 character type locale. One at
 * a time. Free with terminal_close. */
Terminal *terminal_open(const TerminalSetup *setup, GError **error);
/* Gives the terminal back as it was found, and frees. NULL is allowed. */
void terminal_close(Terminal *terminal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Terminal, terminal_close)

/* Puts the terminal this process belongs to right after a program that was killed (kill -9) in the
 * middle: the line's modes, the first picture, a cursor, no reports. False with a sentence when
 * there is none. */
bool terminal_reset(GError **error);

/* The looks of all areas, as near to THEME as this terminal comes; without colours, those of the
 * built-in theme "mono", unless THEME is called so. */
void terminal_set_theme(Terminal *terminal, const Theme *theme);
/* Draws symbols and lines in plain ASCII, or again as this terminal can. */
void terminal_set_ascii(Terminal *terminal, bool ascii);
/* The name of the built-in theme for this terminal when nobody chose one. Static. */
const char *terminal_usual_theme(const Terminal *terminal);
bool terminal_has_colours(const Terminal *terminal);

/* Whether canvas_private hides from now on. */
void terminal_set_discreet(Terminal *terminal, bool discreet);

/* An empty picture of the whole size to draw into, with the cursor hidden. */
Canvas terminal_begin(Terminal *terminal);
/* What is drawn from here on lies above the rest: the cursor is hidden again. */
void terminal_layer(Terminal *terminal);
/* Shows what was drawn. */
void terminal_show(Terminal *terminal);
/* Next time everything is sent again, also what seems to be there (Ctrl-L). */
void terminal_repaint(Terminal *terminal);

/* Rings its bell. */
void terminal_bell(Terminal *terminal);
/* Calls its window TITLE, made fit for a line; NULL: as it was called before. Nothing on terminals
 * that have no windows. */
void terminal_set_title(Terminal *terminal, const char *title);

/* How many rows there are. */
int terminal_rows(const Terminal *terminal);
int terminal_cols(const Terminal *terminal);
/* Asks how large the window is now; true when that has changed. */
bool terminal_measure(Terminal *terminal);
/* Sets the size for tests, as if the window had been changed. */
void terminal_resize(Terminal *terminal, int rows, int cols);

/* The descriptor keys come from. */
int terminal_input(const Terminal *terminal);
/* All that has been typed since, oldest first: calls TAKE for each. Never waits longer than the
 * escape delay (ESCDELAY, 50 ms). False when the terminal is gone. */
bool terminal_read(Terminal *terminal, void (*take)(const Event *event, gpointer data),
                   gpointer data);
/* Milliseconds after which terminal_flush is to be called if nothing else comes, 0 for never: a
 * sequence or paste is unfinished. */
unsigned terminal_patience(const Terminal *terminal);
/* Ends an unfinished sequence or paste. */
void terminal_flush(Terminal *terminal, void (*take)(const Event *event, gpointer data),
                    gpointer data);

/* Puts TEXT onto the clipboard where the terminal can: see clipboard.h. */
void terminal_copy(Terminal *terminal, const char *text);
/* Leaves the terminal to others (job control), and takes it again. */
void terminal_leave(Terminal *terminal);
void terminal_return(Terminal *terminal);

/* What the terminal shows now as lines of UTF-8, blanks at their ends left out. For tests. Free
 * with g_free. */
char *terminal_text(Terminal *terminal);
/* Where the cursor was shown last; false when it is hidden. For tests. */
bool terminal_cursor(const Terminal *terminal, int *row, int *col);
/* Which area covers how many cells of each line: "header:18 text:62\n". Only with a theme that
 * gives each area colours of its own, on a terminal with colours. For tests and pictures. Free with
 * g_free. */
char *terminal_areas(Terminal *terminal);
