/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person who belongs to a customer together with the days of that person: storing and removing
 * both at once. */
#pragma once

#include "data/customer/relation.h"

/* Stores RELATION, new when its id is 0, and its DAYS (Occasion): those without an id are new,
 * those without a date go, with their ticks, the others are updated where they differ. The days
 * become the relation's and its customer's. Faults as record_insert and record_update. */
bool kin_save(Deed *deed, Relation *relation, const GPtrArray *days, GError **error);

/* Removes the person with all days and ticks. FAULT_MISSING when there is none. */
bool kin_remove(Deed *deed, gint64 relation_id, GError **error);
