/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying out the rules: what happened lately and has a rule becomes a reminder, or a text that is
 * offered, once. */
#pragma once

#include "data/agenda/rule.h"
#include "data/base/moment.h"
#include "data/db/deed.h"

/* How many days later what a rule missed, because nobody had Tresen open, is still made up for; and
 * how many reminders one call makes at most. */
enum { RULE_CATCH_UP = 14, RULE_AT_ONCE = 100 };

/* Makes the reminders that the active rules want at NOW and that are not there yet, as a deed of
 * nobody in particular at WHO's branch and time, which cannot be taken back: Ctrl-Z is for what
 * people did. They are due on the day of NOW, or after the quiet days of the customer where nobody
 * waits for the shop. *MADE (may be NULL) is how many. The same call removes the open reminders
 * whose cause is no more; they count as made, so that somebody looks again. Two tills at once make
 * each of them once, and what somebody removed is not made again. Nothing is made for who has died,
 * or is lost and not to be greeted; more in rulefind.h. Of an import only what happened within
 * RULE_CATCH_UP days counts. Reads a few indexed rows where nothing is to be made; the first call
 * of a day some more. A shop that can only be read is left alone. */
bool rule_tend(Db *db, Moment now, const Who *who, guint *made, GError **error);
