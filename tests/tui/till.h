/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A counter at Emma's whose windows come and go: what the tests of drafts stand on. */
#pragma once

#include "tests/tui/emma.h"
#include "tests/tui/harness.h"

/* One window of the program at the counter. */
typedef struct {
    Harness *harness;
    Shop *shop;
} Window;

/* A counter whose windows come and go. */
typedef struct {
    Emma *emma;
    char *folder; /* the program's own */
} Till;

/* For cmocka: the till is in *state. */
int till_setup(void **state);
int till_teardown(void **state);
/* A test with a till of its own. */
#define till_test(test) cmocka_unit_test_setup_teardown(test, till_setup, till_teardown)

/* The program with its home screen; only one at a time. */
Window till_open(const Till *till, int rows, int cols);
/* As F10 or a closed window end it. */
void till_close(Window *window);
/* Opens the form of the customer NUMBER. */
void till_edit(const Window *window, const Till *till, const char *number);
/* The name of the screen on top. */
const char *till_top(const Window *window);

/* Stores what is typed without waiting for the timer. */
void till_save(const Window *window);
/* As if something had changed. */
void till_reload(const Window *window);
/* Leaves a draft as the run RUN would; till_leave: as one that was killed. WORDS is JSON. */
void till_leave_of(const Window *window, const Till *till, const char *run, const char *screen,
                   gint64 subject, const char *words);
void till_leave(const Window *window, const Till *till, const char *screen, gint64 subject,
                const char *words);
/* How many drafts the shop holds. */
gint64 till_drafts(const Till *till);
