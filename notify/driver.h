/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the module for notifications offers. It uses GLib, libnotify and headers, and takes no
 * function of the program. What it tells, it tells in the main context that was the default of the
 * thread that made the desk or the place. */
#pragma once

#include "data/base/fault.h"

#include <stdbool.h>

/* What came of a notification. */
typedef enum {
    NOTIFY_SHOWN,   /* it stands on the desktop */
    NOTIFY_REFUSED, /* the desktop did not take it */
    NOTIFY_OPEN,    /* somebody wants to see what it is about */
    NOTIFY_DONE,    /* somebody says it is done */
    NOTIFY_CLOSED   /* it is gone: nothing more comes of it */
} NotifyEvent;

typedef void (*NotifyHeard)(const char *id, NotifyEvent event, gpointer data);

/* A notification. One with the id of another that still stands takes its place. */
typedef struct {
    const char *id;    /* what it is called when something comes of it */
    const char *title; /* plain UTF-8, and so is the body */
    const char *body;
    const char *open; /* the words of its buttons; NULL: it does not have that one */
    const char *done;
} NotifyOrder;

/* Everybody who shows notifications has a desk, with a thread of its own that may wait for a
 * desktop which does not answer. One at a time. */
typedef struct NotifyDesk NotifyDesk;

/* What others on the bus ask of the program. */
typedef struct {
    void (*open)(const char *number, gpointer data); /* to show a customer; "": what is due */
    void (*morning)(gpointer data);                  /* to say what the day brings */
    void (*lost)(gpointer data);                     /* the bus is gone: leave the place */
} NotifyAsked;

/* A name of the program on the bus. */
typedef struct NotifyPlace NotifyPlace;

typedef struct {
    /* Begins a desk that tells HEARD. Free with desk_free. */
    NotifyDesk *(*desk_new)(NotifyHeard heard, gpointer data);
    /* Shows ORDER (copied); returns at once. HEARD is told how it ended: NOTIFY_SHOWN and later
     * NOTIFY_CLOSED, or NOTIFY_REFUSED. */
    void (*desk_show)(NotifyDesk *desk, const NotifyOrder *order);
    /* Takes away what still stands, waiting for a desktop that does not answer no longer than
     * MILLISECONDS. HEARD is told nothing more. */
    void (*desk_free)(NotifyDesk *desk, guint milliseconds);

    /* A line of its own to the bus at ADDRESS, for place_new. Blocks, for any thread. NULL with
     * FAULT_MISSING. Free with line_free. */
    gpointer (*line_new)(const char *address, GError **error);
    void (*line_free)(gpointer line);
    /* Asks on LINE for the name NAME, and answers those who call it; takes LINE over. Returns at
     * once. Free with place_free, which never blocks. */
    NotifyPlace *(*place_new)(gpointer line, const char *name, const NotifyAsked *asked,
                              gpointer data);
    void (*place_free)(NotifyPlace *place);
    /* Whether another program has the name, so that this one waits in line for it. */
    bool (*place_is_behind)(const NotifyPlace *place);

    /* Calls METHOD ("Open", with the ARGUMENT; "Morning", NULL) of the program that has NAME.
     * Blocks MILLISECONDS at most. False when there is none, or it does not answer. */
    bool (*call)(gpointer line, const char *name, const char *method, const char *argument,
                 int milliseconds);
} NotifyDriver;

/* The one symbol of the module: const NotifyDriver *tresen_notify_driver(void). */
#define NOTIFY_DRIVER_SYMBOL "tresen_notify_driver"
typedef const NotifyDriver *(*NotifyDriverEntry)(void);
const NotifyDriver *tresen_notify_driver(void);
