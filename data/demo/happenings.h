/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens in the demo shop beside visits: feedback, complaints, promises, pre-orders, wishes,
 * free extras, and customers who are lost. */
#pragma once

#include "data/base/day.h"
#include "data/db/deed.h"

typedef struct Happenings Happenings;

/* For a shop made for TODAY; its causes and reasons are read from DB. NULL on a fault. Free with
 * happenings_free. */
Happenings *happenings_new(Db *db, Day today, GError **error);
void happenings_free(Happenings *happenings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Happenings, happenings_free)

/* Tells that the customer ID is there since this morning: a story (IS_STORY) or somebody made up.
 */
void happenings_meet(Happenings *happenings, gint64 id, bool is_story);
/* Tells that the customer ID will be there for the last time LAST days ago. */
void happenings_miss(Happenings *happenings, gint64 id, int last);

/* Writes down what happens on DAY, each in a deed of WHO. VISITOR is somebody who comes that day, 0
 * when nobody does. */
bool happenings_write(Happenings *happenings, Db *db, const Who *who, Day day, gint64 visitor,
                      GError **error);
