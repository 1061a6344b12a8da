/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a setting of the shop, which has no version: what a person saw when they were asked is
 * compared with what holds when they have answered. */
#pragma once

#include "data/shop.h"
#include "tui/app.h"

/* One setting; static. */
typedef struct {
    const char *name; /* setting.h */
    /* Writes VALUE, on the worker and in a transaction; NULL: setting_set does. */
    bool (*store)(Shop *shop, const char *value, Work *work, GError **error);
    /* VALUE as people read it, a new string; NULL: as it is stored. */
    char *(*words)(const char *value);
    /* As AppJob.progress. May be NULL. */
    void (*progress)(Screen *screen, double done, double total);
} SettingWay;

/* SCREEN is about to ask for the setting WAY (kept), which it shows as WAS (as it is stored). */
void setting_ask(Screen *screen, const SettingWay *way, const char *was);
/* The same of a number. */
void setting_ask_number(Screen *screen, const SettingWay *way, gint64 was);
/* Writes VALUE (taken over) as the setting that was asked for last, and says so. When somebody else
 * has set it to something else meanwhile, it is asked which of the two stays. */
Outcome setting_write(Screen *screen, char *value);
/* The same of a number. */
Outcome setting_write_number(Screen *screen, gint64 value);
