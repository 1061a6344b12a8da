/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done for a customer, and when they are left in peace, in the output of "show". */
#pragma once

#include "cli/json.h"
#include "data/customer/card.h"

/* Adds the members class, closeness, looked_after_by (a name), reminders (id, text, due, shown:
 * when it comes up, repeats, by), next_contacts (channel, due, last, text) and quiet (text, words,
 * until). */
void show_agenda_add_json(JsonWriter *json, const Card *card);
/* Prints them for people. */
void show_agenda_print(const Card *card);
