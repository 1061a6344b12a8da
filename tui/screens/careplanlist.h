/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of the communication plan as rows of a list, each with whom it reaches. */
#pragma once

#include "data/agenda/careplancount.h"
#include "data/shop.h"
#include "tui/widgets/list.h"

typedef struct {
    GPtrArray *lines;      /* CarePlan */
    CarePlanCount *counts; /* one a line */
    char *call;            /* of the customer whose own lines these are; NULL: the shop's */
    int label_cols;        /* the widest label */
    int count_cols;        /* the widest "12 customers" */
    int missed_cols;       /* the widest "3 not reached"; 0: all can be reached */
} CarePlanModel;

/* For ScreenClass.load and model_free; the ask is a gint64: the customer, 0 for the shop's lines.
 */
gpointer care_plan_model_load(Shop *shop, gconstpointer ask, GError **error);
void care_plan_model_free(gpointer model);

/* Its model is a CarePlanModel. */
extern const ListClass care_plan_list_class;

/* For whom PLAN is: "Class A", "Group choir"; for one customer by which way: "Phone". Free with
 * g_free. */
char *care_plan_label(const CarePlan *plan);
/* Whom the line at ROW reaches and whom not, in whole sentences. Free with g_free. */
char *care_plan_told(const CarePlanModel *model, guint row);
