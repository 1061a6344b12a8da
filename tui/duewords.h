/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said about a yearly day: how old, whose, greeted by whom. New strings, freed with
 * g_free. */
#pragma once

#include "data/agenda/due.h"

/* What the day is about, for a column: "turns 70!", "turned 71" when it was before TODAY, "Name
 * day", "Wedding day, 25 years!", round ones with "!"; "Birthday" when the year is not known. */
char *duewords_what(const Due *due, Day today);
/* Whose person it is: "partner of Renate Ott"; NULL when it is the customer's own day. */
char *duewords_whose(const Due *due);
/* Who greeted and when, for a column: "Lina B. 14:32" on TODAY, else with the day; NULL when
 * nobody did. */
char *duewords_greeter(const Due *due, Day today);
/* The same and how, where that was said: "Lina B. 14:32, with flowers: tulips". */
char *duewords_greeted(const Due *due, Day today);
/* The day in one line for the card: "Birthday tomorrow, turns 70!", "Kurt (Partner): Birthday was
 * last Tuesday". */
char *duewords_line(const Due *due, Day today);
