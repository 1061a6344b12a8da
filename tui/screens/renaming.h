/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists whose rows are changed in a box with one line: when another counter was quicker, the box
 * opens again with what was typed, and says what stands there now. */
#pragma once

#include "data/db/record.h"
#include "tui/screen.h"

/* Opens the box for ROW, as SCREEN's model has it; TYPED stands in it (NULL: what is stored). */
typedef Outcome (*RenamingAsk)(Screen *screen, gconstpointer row, const char *typed);
/* The row ID of SCREEN's model; NULL: it is gone. */
typedef gconstpointer (*RenamingFind)(const Screen *screen, gint64 id);

/* TYPED is about to be stored in the row ID (0: a new one) of SCREEN. */
void renaming_begin(Screen *screen, gint64 id, const char *typed, RenamingFind find,
                    RenamingAsk ask);
/* For AppJob.failed of that. */
bool renaming_refused(Screen *screen, const GError *error);
/* What is said in the box when it opens again; NOW stands there. Free with g_free. */
char *renaming_question(const char *now);
