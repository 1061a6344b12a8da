/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For alarm.c: what was pressed on a notification, as a deed. */
#pragma once

#include "notify/notice.h"
#include "tui/app.h"

/* Does what NOTICE is about, by the clerk at the counter, and says so; what cannot be done is told
 * over the screen in sight. Nothing for a notice about several things. */
void alarm_done(App *app, const Notice *notice);
