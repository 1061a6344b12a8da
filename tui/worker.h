/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one thread that works on the shop. Orders are run one after the other, in the order they were
 * given; what comes of them is told on the main thread. It knows neither screens nor what an order
 * does. Its functions are for the main thread. */
#pragma once

#include <glib.h>
#include <stdbool.h>

#include "data/shop.h"
#include "tui/work.h"

typedef struct Worker Worker;

typedef struct {
    /* Worker thread: the result; failed if ERROR is set. */
    gpointer (*run)(Shop *shop, gpointer arg, Work *work, GError **error);
    gpointer arg; /* must live until the order has ended */
    /* Main thread, once, unless the order was dropped: ends it. Takes RESULT and ERROR over. */
    void (*finished)(Work *work, gpointer result, GError *error, gpointer data);
    /* Main thread; may be NULL. */
    void (*progress)(Work *work, double done, double total, gpointer data);
    /* Main thread, once, at the very end, dropped or not: frees ARG and DATA. May be NULL. */
    void (*clean)(gpointer arg, gpointer data);
    GDestroyNotify result_free; /* for a result nobody is told about; may be NULL */
    gpointer data;
    bool must_run; /* worker_free waits for it; others are left out then */
} WorkOrder;

/* A worker for SHOP (may be NULL) that tells the thread-default main context of the caller. */
Worker *worker_new(Shop *shop);
/* Ends the thread: orders that must run are run, the running one is finished; nobody is told.
 * NULL is allowed. */
void worker_free(Worker *worker);

/* The shop for orders that begin from now on. */
void worker_set_shop(Worker *worker, Shop *shop);

/* Gives an order (copied). The result lives until `finished` has returned, or work_drop. */
Work *worker_add(Worker *worker, const WorkOrder *order);
/* Nobody wants to be told about WORK any more; if it has not begun, it is not run, unless it
 * must. */
void work_drop(Work *work);
/* Whether WORK is still waiting for its turn. */
bool work_is_waiting(Work *work);
/* Asks WORK to stop. */
void work_cancel(Work *work);
/* Asks all orders to stop. */
void worker_cancel_all(Worker *worker);
/* Whether nothing waits, runs, or is still to be told. */
bool worker_is_idle(Worker *worker);
/* Since when (monotonic time) the order that runs has been running; 0 when none does, or when it
 * tells its progress itself. */
gint64 worker_busy_since(Worker *worker);
