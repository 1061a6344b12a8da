/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A yearly day in words, for commands and lists on paper. New strings, freed with g_free. */
#pragma once

#include "data/agenda/due.h"

/* Who has it: "Hilde Wagner", "Kurt (with Hilde Wagner)". */
char *due_said_who(const Due *due);
/* What is kept: "turns 70!", "turned 71" before TODAY, "Wedding day, 24 years", "Name day"; round
 * ones end in "!"; "" for a birthday without a year. */
char *due_said_what(const Due *due, Day today);
