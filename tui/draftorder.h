/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the worker does with drafts: storing, searching, removing. */
#pragma once

#include "data/draft.h"
#include "tui/screen.h"
#include "tui/work.h"

typedef struct DraftOrder DraftOrder;

/* Worker thread: one of the functions below. What it finds, or NULL. */
typedef gpointer (*DraftRun)(Db *db, const DraftOrder *order, GError **error);

struct DraftOrder {
    App *app;
    const Shop *shop; /* the one it is about: when another is open by then, nothing is done */
    DraftRun run;
    char *form;     /* the uid of the form it is for, as it was when the order was given */
    Draft *draft;   /* what to store; else what it is about */
    char *folder;   /* where the runs have their locks */
    guint patience; /* seconds, as db_set_patience */
    bool is_by_uid; /* searching: the draft with that uid and no other */
    /* Main thread, if the form is still open. FOUND is what was searched for, or NULL. */
    void (*done)(Screen *screen, Draft *found, const GError *error);
};

/* Runs the order ARG; for WorkOrder.run. */
gpointer draft_order_run(Shop *shop, gpointer arg, Work *work, GError **error);
/* Frees the order ARG; for WorkOrder.clean. */
void draft_order_clean(gpointer arg, gpointer data);

gpointer draft_order_save(Db *db, const DraftOrder *order, GError **error);
gpointer draft_order_remove(Db *db, const DraftOrder *order, GError **error);
/* Puts a draft of the run away that nobody goes on with after all. */
gpointer draft_order_release(Db *db, const DraftOrder *order, GError **error);
/* The draft that is searched for, which is the run's from now on; NULL when there is none, or
 * somebody types in it. */
gpointer draft_order_search(Db *db, const DraftOrder *order, GError **error);
