/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Emma's shop, the app on a terminal, and an opener: what the tests of forms stand on. */
#pragma once

#include "tests/tui/emma.h"
#include "tests/tui/opener.h"

typedef struct {
    Emma *emma;
    Harness *harness;
    Opener *opener;
} Desk;

Desk *desk_new(int rows, int cols);
/* With a shop without customers. */
Desk *desk_new_empty(int rows, int cols);
void desk_free(Desk *desk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Desk, desk_free)

/* Opens CLASS over the opener, and settles. */
Screen *desk_open(Desk *desk, const ScreenClass *class, gconstpointer arg);
/* The name of the screen on top. */
const char *desk_top(const Desk *desk);
