/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counters of one shop, Emma's, in a file or on a server: what the tests of several of them, and of
 * the line between, stand on. */
#pragma once

#include "tests/data/cutproxy.h"
#include "tests/data/fixture.h"
#include "tests/tui/emma.h"
#include "tests/tui/harness.h"

typedef struct {
    Fixture *fixture; /* its connection is somebody's without a screen */
    CutProxy *proxy;  /* the line of counters opened "through"; NULL for a file */
} Counters;

/* One program with its home screen. */
typedef struct {
    Harness *harness;
    Shop *shop;
} Window;

/* The shop on FIXTURE, which it takes. */
Counters *counters_new(Fixture *fixture);
void counters_free(Counters *counters);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Counters, counters_free)

/* A program at the shop with its home screen; over the proxy where there is one. */
Window *counters_open(Counters *counters);
/* The same at WHERE. */
Window *counters_open_at(Counters *counters, const char *where);
void counters_close(Window *window);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Window, counters_close)

/* Runs the main loop until TEXT is on the screen of WINDOW; fails the test when it does not come.
 * How many milliseconds it took. */
gint64 window_wait_for(const Window *window, const char *text);
/* The same until it is gone. */
void window_wait_without(const Window *window, const char *text);
/* Runs the main loop until nothing is on its way in WINDOW. */
void counters_settle(const Window *window);
/* The name of the screen on top. */
const char *window_top(const Window *window);

/* Somebody else calls the customer with NUMBER FAMILY from now on. */
void counters_rename(const Counters *counters, const char *number, const char *family);
/* The id of the customer with NUMBER. */
gint64 counters_customer(const Counters *counters, const char *number);
