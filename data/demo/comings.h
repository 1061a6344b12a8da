/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who comes when in the demo shop, and what they buy. */
#pragma once

#include "data/demo/guest.h"

typedef struct Comings Comings;

/* For the days from BEGIN up to TODAY, which nobody has seen yet. Free with comings_free. */
Comings *comings_new(Day begin, Day today);
void comings_free(Comings *comings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Comings, comings_free)

/* Plans the visits of GUEST, who will be the customer ID and whose card is written on DAY: the last
 * one on the day the card says, the others about EVERY days apart (0: as often as the card says);
 * they buy what is their usual order. The card says afterwards how often and when they came before
 * DAY. *LAST gets how many days before today the last visit is. Whether they come no more: for two
 * months and twice as long as usual. */
bool comings_expect(Comings *comings, Guest *guest, gint64 id, Day day, int every, int *last);

/* How many come to the branch ID on DAY. */
guint comings_count(const Comings *comings, Day day, gint64 branch_id);
/* The customer of the one at PLACE (from 0) of them. */
gint64 comings_customer(const Comings *comings, Day day, gint64 branch_id, guint place);
/* Writes down who came to the branch of DEED on the days FROM to TO, in the order of the hours. */
bool comings_write(Comings *comings, Deed *deed, Day from, Day to, GError **error);
/* Writes down the one at PLACE of DAY alone. */
bool comings_write_one(const Comings *comings, Deed *deed, Day day, guint place, GError **error);
