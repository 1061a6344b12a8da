/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the module for notifications offers. It uses GLib, libnotify and headers, and takes no
 * function of the program. */
#pragma once

#include "data/base/fault.h"

#include <stdbool.h>

typedef struct {
    /* Shows a notification; TITLE and BODY are plain UTF-8. May block until the desktop answers.
     * FAULT_REFUSED when it does not want it. */
    bool (*show)(const char *title, const char *body, GError **error);
} NotifyDriver;

/* The one symbol of the module: const NotifyDriver *tresen_notify_driver(void). */
#define NOTIFY_DRIVER_SYMBOL "tresen_notify_driver"
typedef const NotifyDriver *(*NotifyDriverEntry)(void);
const NotifyDriver *tresen_notify_driver(void);
