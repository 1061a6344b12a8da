/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form for a line of the plan asks of the shop, and the deeds that change lines. */
#pragma once

#include "data/agenda/careplan.h"
#include "tui/app.h"
#include "tui/screens/careline.h"

typedef struct {
    CarePlan *plan;  /* as it is stored; a new one without an id */
    char *call;      /* of the customer; NULL for a class or group */
    GPtrArray *next; /* CareItem: when the customer is contacted next; NULL */
} CareLineModel;

/* For ScreenClass.load and model_free; the ask is a CareLineArg. */
gpointer care_line_model_load(Shop *shop, gconstpointer ask, GError **error);
void care_line_model_free(gpointer model);

/* The job that saves or removes PLAN, which is copied. Its result is a gint64 *: the line's id, 0
 * when it was removed. Faults of care_plan_save. */
gpointer care_line_save_new(const CarePlan *plan, const Who *who);
void care_line_save_free(gpointer save);
gpointer care_line_save_run(Shop *shop, gpointer save, Work *work, GError **error);
gpointer care_line_remove_run(Shop *shop, gpointer save, Work *work, GError **error);
