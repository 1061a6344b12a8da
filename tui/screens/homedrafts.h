/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not finished, above everything else on the home screen. */
#pragma once

#include "tui/app.h"
#include "tui/screens/homemodel.h"

/* Has ASK also ask for the drafts that APP keeps, if it does. */
void home_drafts_ask(HomeAsk *ask, App *app);
/* For the worker: fills MODEL's `drafts` with those of the counter that nobody types in now, and
 * its rows with a heading and one row each. False on a fault. */
bool home_drafts_load(Db *db, const HomeAsk *ask, HomeModel *model, GError **error);
/* Removes the draft UID for good. */
Outcome home_draft_remove(Screen *home, const char *uid);
