/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kill -TSTP and kill -CONT: the terminal is given back before the program stops and taken again
 * when it goes on, also after kill -STOP, which nobody can catch. */
#pragma once

#include <glib.h>

/* A source, attached to the default main context, that calls LEAVE before the program stops itself,
 * and COME_BACK when it goes on, both in the main loop. One at a time. Destroy and unref it. */
GSource *job_control_source(void (*leave)(gpointer data), void (*come_back)(gpointer data),
                            gpointer data);
