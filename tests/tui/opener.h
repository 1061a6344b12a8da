/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An empty screen that opens the screen under test over itself and keeps its answer: the id of
 * something, or what was typed. */
#pragma once

#include "tests/tui/harness.h"

typedef struct {
    Screen base;
    bool has_returned; /* the child is closed */
    bool has_result;
    gint64 result;
    bool gives_text; /* the child answers with a text instead */
    char text[16];
} Opener;

/* The lowest screen of HARNESS. */
Opener *opener_new(Harness *harness);
/* Opens CLASS with ARG over it, and settles. */
Screen *opener_open(Harness *harness, Opener *opener, const ScreenClass *class, gconstpointer arg);
/* The same without settling: nothing has been loaded yet. */
Screen *opener_open_fast(Opener *opener, const ScreenClass *class, gconstpointer arg);
