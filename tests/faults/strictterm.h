/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A terminal that takes nothing it was not told of: it knows the control sequences that the
 * terminfo entry of xterm-256color has and the few that Tresen sends besides, shows what they draw,
 * and notes the first thing that is anything else, a character that is none for a cell included. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct StrictTerm StrictTerm;

/* With ROWS by COLS blank cells. Sees to a UTF-8 character type locale. */
StrictTerm *strict_term_new(int rows, int cols);
void strict_term_free(StrictTerm *term);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(StrictTerm, strict_term_free)

/* The window has another size and is blank. */
void strict_term_resize(StrictTerm *term, int rows, int cols);
/* What the program sends next. */
void strict_term_feed(StrictTerm *term, const char *bytes, gsize length);

/* The first thing that was not ours: "ESC ] 5 2 …"; NULL when there was none. Belongs to TERM. */
const char *strict_term_fault(const StrictTerm *term);
/* Whether a sequence is unfinished. */
bool strict_term_is_midway(const StrictTerm *term);
/* What it shows: lines of UTF-8 without blanks at their ends. Free with g_free. */
char *strict_term_text(const StrictTerm *term);

/* What is switched on. */
typedef struct {
    bool alternate; /* the second picture */
    bool hidden;    /* no cursor */
    bool paste;     /* brackets around what is pasted */
    bool mouse;     /* reports of clicks, of either kind */
    bool keypad;    /* sends its own sequences for arrows */
    bool look;      /* bold, coloured or the like */
    bool titled;    /* its window's title is put aside and not brought back */
} StrictModes;
StrictModes strict_term_modes(const StrictTerm *term);
