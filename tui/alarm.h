/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program says by itself while it runs: that a reminder is due now, and in the morning
 * what the day brings. Once a minute, with the clock, one question goes to the worker; the
 * only other timer runs while the desktop owes an answer, five seconds at most. Main thread. */
#pragma once

#include "tui/app.h"

/* From then on, at 8:05, the day is summed up by itself; the timer of the desktop
 * (packaging/systemd) comes first. */
enum { ALARM_MORNING = 8 * 60 + 5 };

typedef struct Alarm Alarm;

/* Lets APP, whose data is a Counter, say what comes due from now on, in notifications or, without a
 * desktop, by the terminal's bell, its title and a message. Each moment is told once, however the
 * clock is set meanwhile; several that were passed over are summed up. It follows the counter from
 * shop to shop within a minute. Free with alarm_free, before APP. */
Alarm *alarm_new(App *app);
void alarm_free(Alarm *alarm);
/* Whether it has found a desktop by now. */
bool alarm_has_desktop(const Alarm *alarm);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Alarm, alarm_free)
