/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which runs of the program live: each holds a locked file as long as it does, and the system lets
 * go of it however the program ends. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct RunLock RunLock;

/* A new run, whose file will be in FOLDER. Free with run_lock_free. */
RunLock *run_lock_new(const char *folder);
/* The random name of the run; belongs to LOCK. It is given when it is first asked for, together
 * with the file: FOLDER is made when it is missing, and files of runs that are over are removed.
 * Where no file can be written the run has a name all the same, and others take it for over. */
const char *run_lock_name(RunLock *lock);
/* The run is over: its file goes. NULL is fine. */
void run_lock_free(RunLock *lock);

/* Whether the run NAME, of whose files FOLDER has the one, no longer lives; anything that is no
 * name of a run does not. From any thread. */
bool run_is_over(const char *folder, const char *name);
