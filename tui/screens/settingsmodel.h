/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the settings are, asked of the shop. */
#pragma once

#include "data/agenda/gesture.h"
#include "data/agenda/occasion.h"
#include "data/shopself.h"

typedef struct {
    ShopSelf *self;
    char *country;     /* "49" */
    int days_ahead;    /* how far home looks */
    int active_days;   /* how long a customer counts as active after a visit */
    LeapRule leap;     /* when 29 February is kept */
    int per_month;     /* contacts from the shop to one customer within 30 days; 0: any number */
    int a_day;         /* contacts of the plan that home proposes; 0: none */
    gint64 plan_lines; /* of the communication plan, for classes and groups */
    gint64 rules, rules_acting; /* how many there are, and do something */
    Gestures gestures;
    int survey_days; /* between two surveys of a customer; 0: never */
    guint kinds;     /* how many kinds of notes there are */
    guint own_kinds; /* how many of them the owner added */
    guint causes;    /* of complaints */
    guint own_causes;
    guint reasons; /* of losses */
    guint own_reasons;
} SettingsModel;

/* For the worker: all of it. NULL on a fault. */
gpointer settings_model_load(Shop *shop, gconstpointer ask, GError **error);
void settings_model_free(gpointer model);
