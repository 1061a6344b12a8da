/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signals in the main loop. GLib's own sources would start a thread for it, which nobody needs and
 * which is in the way when there is no memory left. */
#pragma once

#include <glib.h>

/* What comes of a signal. */
typedef struct {
    int number; /* SIGTERM … */
    void (*came)(gpointer data);
} SignalDeed;

/* A source, attached to the default main context, that calls CAME with DATA, in the main loop,
 * after each of the COUNT signals of DEEDS (borrowed as long as the source lives) that came since;
 * once for those that came together, in the order of DEEDS. One source at a time. Destroy and unref
 * it: the signals have their usual meaning then. */
GSource *signals_source(const SignalDeed *deeds, guint count, gpointer data);
