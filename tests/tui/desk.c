/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Emma's shop, the app on a terminal, and an opener. */
#include "tests/tui/desk.h"

static Desk *desk_on(Emma *emma, int rows, int cols)
{
    Desk *desk = g_new0(Desk, 1);
    desk->emma = emma;
    desk->harness = harness_new(rows, cols, emma->shop);
    desk->opener = opener_new(desk->harness);
    return desk;
}

Desk *desk_new(int rows, int cols)
{
    return desk_on(emma_new(), rows, cols);
}

Desk *desk_new_empty(int rows, int cols)
{
    return desk_on(emma_new_empty(), rows, cols);
}

void desk_free(Desk *desk)
{
    harness_free(desk->harness);
    emma_free(desk->emma);
    g_free(desk);
}

Screen *desk_open(Desk *desk, const ScreenClass *class, gconstpointer arg)
{
    return opener_open(desk->harness, desk->opener, class, arg);
}

const char *desk_top(const Desk *desk)
{
    return app_top(harness_app(desk->harness))->class->name;
}
