/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the worker does with drafts: storing, searching, removing. */
#pragma once

#include "data/draft.h"
#include "tui/screen.h"
#include "tui/work.h"

typedef struct {
    App *app;
    char *form;     /* the uid of the form it is for, as it was when the order was given */
    Draft *draft;   /* what to store; else what it is about */
    char *folder;   /* where the runs have their locks */
    guint patience; /* seconds, as db_set_patience */
    bool is_by_uid; /* searching: the draft with that uid and no other */
    /* Main thread, if the form is still open. FOUND is what was searched for, or NULL. */
    void (*done)(Screen *screen, Draft *found, const GError *error);
} DraftOrder;

/* Frees the order ARG; for WorkOrder.clean. */
void draft_order_clean(gpointer arg, gpointer data);

/* For WorkOrder.run; ARG is a DraftOrder. */
typedef gpointer (*DraftRun)(Shop *shop, gpointer arg, Work *work, GError **error);

gpointer draft_order_save(Shop *shop, gpointer arg, Work *work, GError **error);
gpointer draft_order_remove(Shop *shop, gpointer arg, Work *work, GError **error);
/* Puts a draft of the run away that nobody goes on with after all. */
gpointer draft_order_release(Shop *shop, gpointer arg, Work *work, GError **error);
/* The draft that is searched for, which is the run's from now on; NULL when there is none, or
 * somebody types in it. */
gpointer draft_order_search(Shop *shop, gpointer arg, Work *work, GError **error);
