/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screen that chooses the shop's place asks of the worker, and how the answers are told.
 */
#pragma once

#include "data/shoplook.h"
#include "tui/app.h"

/* For the jobs below. */
typedef struct {
    char *where;
    char *backup_folder; /* for a copy made before an upgrade; may be NULL */
    char *spare_folder;  /* where it is remembered which shops there have been */
    char at[21];         /* now, as a UTC instant */
} PlaceWork;

/* For WHERE, a place as db_open takes it. Free with place_work_free. */
PlaceWork *place_work_new(const Screen *screen, const char *where);
void place_work_free(gpointer work);

/* For AppJob.run with a PlaceWork: what stands at the place, a ShopLook. */
gpointer place_look_run(Shop *shop, gpointer work, Work *job, GError **error);
/* The same: opens the shop there, a ShopBox. */
gpointer place_open_run(Shop *shop, gpointer work, Work *job, GError **error);
/* The same for where a shop has been: FAULT_MISSING when it is gone (data/shopknown.h). */
gpointer place_return_run(Shop *shop, gpointer work, Work *job, GError **error);
/* The same: carries the app's shop there (data/move.h) and opens it there, a ShopBox. Reports rows;
 * cancelled, everything is as before. */
gpointer place_move_run(Shop *shop, gpointer work, Work *job, GError **error);

/* The place that is meant by TYPED: what begins as a server's string is one, "/…", "~/…" and
 * whatever ends with ".tresen" is a file, anything else a server to which "postgresql://" is put.
 * NULL when nothing is typed. Free with g_free. */
char *place_meant(const char *typed);
/* PLACE as it stands in a sentence or in the settings: a file with "~", a server in few words. Free
 * with g_free. */
char *place_in_words(const char *place);

/* Where the shop at the counter is, there has to be one: "on this computer" for the file in the
 * data folder, else as place_in_words. Free with g_free. */
char *place_now(const Screen *screen);

/* Whether the way there is free: a shop that can be opened, or a place where one can be made. */
bool place_is_free(const ShopLook *look);
/* What LOOK found, in one or more sentences; CAN_MOVE: the shop at the counter can be carried to an
 * empty place. Free with g_free. */
char *place_told(const ShopLook *look, bool can_move);
