/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shop cannot be opened, or is damaged: what is wrong, and the ways out. */
#pragma once

#include "tui/screen.h"

/* What is wrong. Both are copied. */
typedef struct {
    const char *where;   /* the shop's file */
    const GError *fault; /* the sentence, which names the file */
} TroubleArg;

/* Opened with a TroubleArg: where the app has no shop, over home; else, when damage is found while
 * the program runs, over whatever is open. When there is a shop again, the app has it, the counter
 * knows it, all screens are loaded again, and this one closes with a non-NULL result. Leaving it
 * without a shop ends the program. Nothing is removed here, and no shop is made unless somebody
 * says so in two steps. */
extern const ScreenClass screen_trouble;

/* For app_set_damage: opens it over SCREEN; TEXT is what was told. */
void trouble_show(Screen *screen, const char *text);
