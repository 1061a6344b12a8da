/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Enter does on a row of the settings: asks, and writes the answer. Each returns at once; the
 * settings are loaded anew when it is done. SCREEN is the screen of the settings with its model
 * loaded. */
#pragma once

#include "tui/screen.h"

Outcome settings_change_name(Screen *screen);
Outcome settings_change_days_ahead(Screen *screen);
Outcome settings_change_survey(Screen *screen);
Outcome settings_change_leap(Screen *screen);
Outcome settings_change_country(Screen *screen);
Outcome settings_change_idle(Screen *screen);
Outcome settings_change_branch(Screen *screen);
