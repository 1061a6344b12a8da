/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desktop as a running Tresen has it: its name on the bus, so that others find it, and its
 * notifications. Nothing here waits: finding the bus, loading the module and showing happen on
 * threads of their own. All functions are for the main thread, and so are the calls back. */
#pragma once

#include "notify/notify.h"

typedef struct Desk Desk;

typedef struct {
    NotifyHeard heard;                               /* what came of a notice; ID as it had */
    void (*open)(const char *number, gpointer data); /* show a customer; "": what is due */
    void (*morning)(gpointer data);                  /* show what the day brings */
} DeskAsked;

/* The desk for the shop at WHERE, without a bus as yet. ASKED outlives it. Free with desk_free. */
Desk *desk_new(const char *where, const DeskAsked *asked, gpointer data);
/* Looks whether there is a bus now, and has it asked for the name; does nothing while it has one.
 * Cheap: for each minute. */
void desk_look(Desk *desk);
/* Whether another program has the shop open on this desktop, and will show what is due. */
bool desk_is_behind(const Desk *desk);
/* Whether there is a desktop to show anything on. */
bool desk_is_there(const Desk *desk);
/* Shows NOTICE, with its button "done" only where MAY_DO. Returns at once; false, and nobody is
 * told anything, when there is no desktop. */
bool desk_show(Desk *desk, const Notice *notice, bool may_do);
/* Takes away what it showed, and frees. Waits no longer than an instant. NULL is allowed. */
void desk_free(Desk *desk);
