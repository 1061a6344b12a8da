/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing the language of the screen on this machine. */
#pragma once

#include "tui/screen.h"

/* What the choice is called, in both languages: whoever reads only one has to find it. Not for
 * translation. */
#define LANGUAGE_TITLE "Sprache / Language"

/* Asks for the language: one of the program's, or the system's. What is chosen holds at once and
 * is kept in the preferences. Returns OUTCOME_HANDLED: also for action rows. */
Outcome choose_language(Screen *screen);

/* The choices for a form, in the order of language_code: each language in its own words, then the
 * system's. Ends with NULL; N_(). */
const char *const *language_labels(void);
/* The code of choice INDEX; NULL for the last, the system's. */
const char *language_code(guint index);
/* The number of the choice that holds now. */
guint language_chosen(const Screen *screen);

/* Speaks LANGUAGE (a code, NULL: the system's) from now on, keeps it, and has everything loaded
 * and drawn again. False when it could not be kept; then the person reads why, and it holds all
 * the same until the program ends. */
bool language_take(Screen *screen, const char *language);
