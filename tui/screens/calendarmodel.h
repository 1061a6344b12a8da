/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the calendar shows: the yearly days of a month. */
#pragma once

#include "data/agenda/due.h"
#include "data/shop.h"

/* More days in a month than that are more than a calendar has room for. */
enum { CALENDAR_MOST = 1000 };

typedef struct {
    int year, month;
    Day today;
} CalendarAsk;

typedef struct {
    int year, month;
    Day today;
    GPtrArray *days;    /* Due, by day; birthdays of a day before the rest */
    GPtrArray *someday; /* Due of which only the month is known */
    bool is_cut;        /* there are too many: only those of the best known customers */
} CalendarModel;

/* For ScreenClass.load; the ask is a CalendarAsk. */
gpointer calendar_model_load(Shop *shop, gconstpointer ask, GError **error);
void calendar_model_free(gpointer model);

/* The place in `days` of the first that is kept on DAY of the month, and in *COUNT how many are. */
guint calendar_model_day(const CalendarModel *model, int day, guint *count);

/* How many days the MONTH of YEAR has. */
int calendar_month_days(int year, int month);
