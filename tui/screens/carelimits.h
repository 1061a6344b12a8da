/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the owner how much contact there is to be at most, and what is done for birthdays. Each
 * asks over SCREEN and writes the answer down; SCREEN is loaded again. */
#pragma once

#include "data/agenda/gesture.h"
#include "tui/screen.h"

/* "2 contacts", "no limit" for 0. Free with g_free. */
char *care_limits_month_words(int count);
/* "5 contacts", "none" for 0. Free with g_free. */
char *care_limits_day_words(int count);
/* "give flowers · send a card · …", from close to distant. Free with g_free. */
char *care_limits_gesture_words(const Gestures *gestures);

/* NOW is what holds. */
Outcome care_limits_ask_month(Screen *screen, int now);
Outcome care_limits_ask_day(Screen *screen, int now);
/* Asks for how close a customer is, then what is done for them. */
Outcome care_limits_ask_gesture(Screen *screen);
