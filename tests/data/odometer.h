/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A calendar that only counts on, from 1 January 1900 to 31 December 2100: what the calendar of the
 * program is measured by. */
#pragma once

#include "data/base/day.h"

/* How many days these are. */
enum { ODOMETER_DAYS = 73414 };

typedef struct {
    Day day;
    int weekday; /* 1 for Monday */
    int number;  /* from 0 on */
    bool is_leap, is_last_of_month;
} Odometer;

/* 1 January 1900, a Monday. */
Odometer odometer_begin(void);
/* The next day; false after the last one. */
bool odometer_go_on(Odometer *odometer);
