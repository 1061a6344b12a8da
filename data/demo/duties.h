/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due in the demo shop: reminders, the communication plan and the contacts there were,
 * quiet times, told by hand with days that lie around the day it is made for. */
#pragma once

#include "data/base/day.h"
#include "data/customer/customer.h"
#include "data/db/deed.h"

/* Says how much care CUSTOMER, who is new, gets, how close they are and who looks after them, by
 * how often they came; some nobody said it of. CHANCE is any number that is the customer's own. */
void duties_grade(Customer *customer, guint chance);

/* Writes down what is noted, planned and done on DAY of the shop made for TODAY, each in a deed of
 * WHO. The story at place P (from 1) is about the customer STORIES[P - 1]: of the first TOLD of
 * them, and of those who have a card already. */
bool duties_write(Db *db, const Who *who, Day day, Day today, const gint64 *stories, guint told,
                  GError **error);
