/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of the terminal, for the files terminal*.c. */
#pragma once

#include "tui/terminal.h"

#include "tui/keyreader.h"
#include "tui/painter.h"

struct Terminal {
    SCREEN *curses;
    FILE *in, *out;
    WINDOW *keys; /* a pad: reading keys from it never draws */
    Painter painter;
    KeyReader *reader;
    EventFunc take; /* while terminal_read and terminal_flush run */
    gpointer take_data;
    int colours;       /* how many; 1 for none */
    bool is_console;   /* the Linux console */
    bool has_windows;  /* it is one in a window, which has a title */
    bool has_title;    /* the window is called otherwise than before */
    bool ascii_at_all; /* its symbols are ASCII anyway */
    bool repaint;
    bool is_real; /* no test */
    bool is_left; /* given to others for a while */
};

/* Prepares reading keys; part of opening. */
void terminal_keys_init(Terminal *terminal);
/* What gives this terminal back when it is sent: first picture, cursor, plain looks, no reports.
 * Free with g_free. */
char *terminal_reset_bytes(void);
/* Finds out about colours; part of opening. */
void terminal_look_init(Terminal *terminal);
