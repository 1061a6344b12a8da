/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Emma's shop, the app on a terminal, and the home screen: what the tests of home stand on. */
#pragma once

#include "tests/tui/emma.h"
#include "tests/tui/harness.h"

typedef struct {
    Emma *emma;
    Harness *harness;
    Screen *home; /* the lowest screen */
} Stage;

Stage *stage_new(int rows, int cols);
/* On EMMA, which it takes. */
Stage *stage_on(Emma *emma, int rows, int cols);
/* With COUNT more customers called Zander, numbered from 5000, each of whom comes less often than
 * the one before. */
Stage *stage_new_crowded(int rows, int cols, guint count);
void stage_free(Stage *stage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Stage, stage_free)

/* The name of the screen on top. */
const char *stage_top(const Stage *stage);
/* Back to the home screen, whatever was opened, and without what was typed. False when there is no
 * way. */
bool stage_go_home(Stage *stage);
