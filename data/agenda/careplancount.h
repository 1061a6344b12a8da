/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a line of the communication plan reaches, and whom not, and why. */
#pragma once

#include "data/agenda/careplan.h"

typedef struct {
    gint64 people;  /* of its class, of its group, the customer alone */
    gint64 planned; /* of them: they are contacted by it */
    /* Why the others are not: each is counted once, by the first of these that holds. */
    gint64 lost;       /* have died, or are lost and not to be greeted */
    gint64 no_address; /* the shop has no number or address of theirs for this way */
    gint64 no_consent; /* they have not agreed to this way, or refused it */
    gint64 other;      /* another line holds for them: of a group, of their own, or "never" */
} CarePlanCount;

/* Counts for PLAN, which is stored; takes as long as there are people of its class or group. Who
 * never is to be contacted is counted in people only. False on a fault. */
bool care_plan_count(Db *db, const CarePlan *plan, CarePlanCount *count, GError **error);
/* How many of the others cannot be reached: no address, no consent. */
gint64 care_plan_count_unreached(const CarePlanCount *count);
