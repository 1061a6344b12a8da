/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form for a greeting asks of the shop, and the deed that stores it. */
#pragma once

#include "data/agenda/greeting.h"
#include "tui/screens/greeting.h"
#include "tui/work.h"

typedef struct {
    char *call;      /* who has the day */
    char *label;     /* what the day is */
    Greeting *tick;  /* of the year; one that is not stored yet has the id 0 */
    const char *way; /* of one not stored yet: what the card suggests, a code; NULL: nothing */
    GPtrArray *past; /* char *: how they were greeted in other years, the latest first */
} GreetingModel;

/* For ScreenClass.load; the ask is a GreetingArg. */
gpointer greeting_model_load(Shop *shop, gconstpointer ask, GError **error);
void greeting_model_free(gpointer model);

/* For AppJob: stores TICK's words, which the arg takes. */
gpointer greeting_save_new(Greeting *tick, const Who *who);
void greeting_save_free(gpointer arg);
gpointer greeting_save_run(Shop *shop, gpointer arg, Work *work, GError **error);
