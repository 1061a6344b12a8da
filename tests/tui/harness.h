/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Screen tests inside the test program: the real app on a terminal that nobody sees. Type keys,
 * let it settle, and compare what is on the screen with tests/golden/NAME.screen.
 *
 *     g_autoptr(Harness) harness = harness_new(24, 80, shop);
 *     harness_open(harness, &screen_home, NULL);
 *     harness_type(harness, "mül");
 *     harness_press(harness, "Enter");
 *     harness_golden(harness, "card-of-mueller");
 *
 * With TRESEN_GOLDEN=write in the environment the files are written instead. */
#pragma once

/* cmocka wants these four before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tui/app.h"

typedef struct Harness Harness;

/* An app on a terminal of ROWS by COLS with the theme "default", an empty stack, a counter in a
 * folder of its own, and the clock at Saturday 21 November 2026, 14:32. SHOP, which may be NULL,
 * stays the caller's. Ends the test program when it cannot be made. */
Harness *harness_new(int rows, int cols, Shop *shop);
/* The same on a terminal of another TYPE ("vt100"), and nobody but the screens' own loads and
 * jobs reads SHOP: it may be a fake. The counter knows nothing of it. */
Harness *harness_new_on(const char *type, int rows, int cols, Shop *shop);
/* Like harness_new, and what the terminal would be sent goes to OUT, which becomes the harness's.
 */
Harness *harness_new_to(FILE *out, int rows, int cols, Shop *shop);
void harness_free(Harness *harness);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Harness, harness_free)

App *harness_app(Harness *harness);

/* Opens CLASS as the lowest screen, or over the top one, and settles. */
Screen *harness_open(Harness *harness, const ScreenClass *class, gconstpointer arg);

/* Presses the keys called NAMES, separated by blanks: "F2 b Ctrl-Z". Does not settle between
 * them: they come as fast as a scanner types. Then settles. */
void harness_press(Harness *harness, const char *names);
/* The same without settling: what follows comes before any load or job is told of. */
void harness_press_fast(Harness *harness, const char *names);
/* Types TEXT, one key a character, then settles. */
void harness_type(Harness *harness, const char *text);
/* Types TEXT without settling: what follows comes before any load has. */
void harness_type_fast(Harness *harness, const char *text);
void harness_paste(Harness *harness, const char *text);
/* ROW and COL of the terminal, from 0. */
void harness_click(Harness *harness, int row, int col);
void harness_wheel(Harness *harness, int row, int col, int steps);
void harness_resize(Harness *harness, int rows, int cols);

/* Runs the main loop until no load, job or held key is left. Without sleeping. */
void harness_settle(Harness *harness);

/* Holds the worker up: loads and jobs given from now on do not begin before harness_go_on. Nothing
 * that settles may be called meanwhile. */
void harness_hold(Harness *harness);
/* Lets it go on. Does not settle. */
void harness_go_on(Harness *harness);

/* The clock strikes TIMES times, once a minute, and the app settles after each. */
void harness_strike(Harness *harness, int times);
/* It is the day DAY of November 2026 from now on, at the same time. */
void harness_set_day(Harness *harness, int day);
/* It is HOUR:MINUTE of that day from now on. */
void harness_set_time(Harness *harness, int hour, int minute);

/* What is on the screen: lines of text without blanks at their ends. Free with g_free. */
char *harness_text(Harness *harness);
/* One line of it, from 0. Free with g_free. */
char *harness_line(Harness *harness, int row);
/* Whether TEXT is on the screen, in one line. */
bool harness_shows(Harness *harness, const char *text);
/* Fails the test unless TEXT is on the screen, and prints the screen. */
void harness_expect(Harness *harness, const char *text);
/* Where the cursor stands; false when it is hidden. */
bool harness_cursor(Harness *harness, int *row, int *col);
/* Fails the test unless the screen is as in tests/golden/NAME.screen. */
void harness_golden(Harness *harness, const char *name);
/* The same, and its areas are as in NAME.areas: what a picture is made from. */
void harness_picture(Harness *harness, const char *name);
