/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The backups the program makes by itself. */
#pragma once

#include "data/backup/list.h"
#include "tui/screen.h"

/* A backup on its way, on a thread of its own. */
typedef struct BackupKeep BackupKeep;

/* Begins to make the backup that is due, in the name of LOWEST, a third of a second later, when the
 * program has nothing else to do; at most once an hour, and one at a time. Of a demo, of a server
 * and where there is no folder for them none is made. What is wrong with the backups is afterwards
 * in Counter.backup_news, a sentence for home. */
void backup_keep_begin(Screen *lowest);
/* The shop at the counter is another one, or somebody has changed its backups: what is known of
 * them does not hold any more. */
void backup_keep_forget(App *app);
/* Whether nothing is on its way. */
bool backup_keep_is_idle(const BackupKeep *keep);
/* Breaks off what is on its way, which may go on to the end of a step; no words of it come any
 * more. NULL is fine. */
void backup_keep_free(BackupKeep *keep);

/* What home has to say of HEALTH, TROUBLE being why none could be made (NULL: it could), and the
 * second place having been away for AWAY days (0: it is there, or none is wanted): NULL when all is
 * well. Free with g_free. */
char *backup_keep_words(const BackupHealth *health, const char *trouble, guint away);
