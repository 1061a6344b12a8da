/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Emma's counter at 14:32 on 21 November 2026 with an alarm: what the tests of it stand on. */
#pragma once

#include "tests/tui/stage.h"
#include "tui/alarm.h"

typedef struct {
    Stage *stage;
    App *app;
    Alarm *alarm;
} Watch;

/* For cmocka: the watch is in *state. */
int watch_setup(void **state);
int watch_teardown(void **state);
/* A test with a watch of its own. */
#define watch_test(test) cmocka_unit_test_setup_teardown(test, watch_setup, watch_teardown)

/* A reminder for the customer with NUMBER (NULL: the shop's own) on DAY ("2026-11-21") at
 * HOUR:MINUTE; its id. */
gint64 watch_remind(const Watch *watch, const char *number, const char *words, const char *day,
                    int hour, int minute);
/* Lets it come up at HOUR:MINUTE of 21 November. */
void watch_snooze(const Watch *watch, gint64 id, int hour, int minute);
/* The clock shows HOUR:MINUTE and strikes; how often the bell rang for it. */
unsigned watch_strike(const Watch *watch, int hour, int minute);
