/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of the module: the desk (libnotify, modulestand.c on its thread, moduledesk.c on the
 * program's) and the place on the bus (moduleplace.c). */
#pragma once

#include "notify/driver.h"

NotifyDesk *module_desk_new(NotifyHeard heard, gpointer data);
void module_desk_show(NotifyDesk *desk, const NotifyOrder *order);
void module_desk_free(NotifyDesk *desk, guint milliseconds);

gpointer module_line_new(const char *address, GError **error);
void module_line_free(gpointer line);
NotifyPlace *module_place_new(gpointer line, const char *name, const NotifyAsked *asked,
                              gpointer data);
void module_place_free(NotifyPlace *place);
bool module_place_is_behind(const NotifyPlace *place);
bool module_call(gpointer line, const char *name, const char *method, const char *argument,
                 int milliseconds);

/* What the thread of a desk holds: the notifications that stand. All functions are for that
 * thread. */
typedef struct NotifyStand NotifyStand;

/* TELL is called on the thread. The thread's default main context is its own. */
NotifyStand *stand_new(NotifyHeard tell, gpointer data);
/* Shows ORDER, which may block for long. */
void stand_show(NotifyStand *stand, const NotifyOrder *order);
/* Takes away all that stands. */
void stand_free(NotifyStand *stand);
