/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What this machine remembers of the counter from one start to the next: the key file counter.ini
 * in the program's own folder. */
#pragma once

/* What stands in FOLDER/counter.ini under KEY of GROUP; NULL when nothing does or the file cannot
 * be read. Free with g_free. */
char *counter_recall(const char *folder, const char *group, const char *key);

/* Writes VALUE there; all else stays. FOLDER is made when it is missing. Only a comfort: where it
 * cannot be written, the next start asks again. GROUP has no brackets in it. */
void counter_remember(const char *folder, const char *group, const char *key, const char *value);
