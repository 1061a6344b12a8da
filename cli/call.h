/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What commands ask of their call: options, days, the shop. */
#pragma once

#include "cli/command.h"

/* Whether the option NAME was given. */
bool call_has(const Call *call, const char *name);
/* The value of the option NAME; NULL when it was not given. Belongs to the call. */
const char *call_option(const Call *call, const char *name);
/* The day given with the option NAME, OTHERWISE when it was not given. False, with a sentence on
 * standard error, when it is no whole day written YYYY-MM-DD. */
bool call_day(const Call *call, const char *name, Day otherwise, Day *day);

/* Whether the folder is there in which FILE lies or is to lie. False with FAULT_NO_SHOP. */
bool call_has_folder(const char *file, GError **error);

/* Opens the shop at WHERE; somebody who has to wait for another program is told so on standard
 * error, as is somebody who can only read. NULL on a fault. Free with shop_close. */
Shop *call_open_shop(const Call *call, const char *where, GError **error);

/* A DbWaiting: tells the person, once, and goes on waiting. DATA is not used. */
bool call_tell_waiting(guint seconds, gpointer data);

/* Says on standard error what ERROR says and returns how a command ends that was refused. */
CliStatus call_refused(const GError *error);
