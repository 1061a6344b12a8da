/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An empty screen that opens the screen under test. */
#include "tests/tui/opener.h"

#include "tui/screens/customers.h"

static void draw(Screen *screen, Canvas *canvas)
{
    (void)screen;
    canvas_put(canvas, 0, 0, AREA_TEXT, "(below)");
}

static const ScreenClass opener_class = {
    .name = "opener", .title = "Opener", .size = sizeof(Opener), .draw = draw};

static Outcome returned(Screen *screen, gpointer result)
{
    Opener *opener = (Opener *)screen;
    opener->has_returned = true;
    opener->has_result = result != NULL;
    if (result != NULL && opener->gives_text) {
        g_strlcpy(opener->text, result, sizeof opener->text);
    } else if (result != NULL) {
        opener->result = *(const gint64 *)result;
    }
    return OUTCOME_REDRAW;
}

Opener *opener_new(Harness *harness)
{
    return (Opener *)harness_open(harness, &opener_class, NULL);
}

Screen *opener_open_fast(Opener *opener, const ScreenClass *class, gconstpointer arg)
{
    opener->has_returned = opener->has_result = false;
    opener->result = 0;
    opener->text[0] = '\0';
    opener->gives_text = class == &screen_customers;
    return screen_push(&opener->base, class, arg, returned);
}

Screen *opener_open(Harness *harness, Opener *opener, const ScreenClass *class, gconstpointer arg)
{
    Screen *screen = opener_open_fast(opener, class, arg);
    harness_settle(harness);
    return screen;
}
