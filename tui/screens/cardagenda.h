/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done for a customer on their card, and when they are left in peace, put into words.
 */
#pragma once

#include "data/agenda/reminder.h"
#include "data/base/moment.h"
#include "tui/screens/cardparts.h"

/* Each returns an array of CardPart that frees them; TODAY is whole. */
/* Their open reminders, the next first. */
GPtrArray *card_parts_reminders(const Card *card, Day today);
/* The next contacts of the plan, quiet times, who looks after them, how close they are. */
GPtrArray *card_parts_care(const Card *card, Day today);

/* Whether REMINDER comes up until tomorrow, or should have been done: then the head tells of it. */
bool card_reminder_is_near(const Reminder *reminder, Day today);
/* The quiet time NOW lies in, for people: "Sat before 12:00"; NULL when it lies in none. Free with
 * g_free. */
char *card_quiet_now(const Card *card, Moment now);
