/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where shops have been on this computer: so that one that is gone is missed, and not begun anew.
 * It is kept in the key file shops.ini of a folder for state. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* Remembers in FOLDER that there is a shop at WHERE, a file; nothing of a server, whose database
 * does not vanish. Writes only what is not remembered yet. Where that cannot be kept, a shop that
 * is gone will look like one that never was: nobody is told. */
void shop_known_note(const char *folder, const char *where);
/* Whether there was a shop at WHERE. */
bool shop_known_is(const char *folder, const char *where);
/* Forgets it: what is gone is meant to be. */
void shop_known_forget(const char *folder, const char *where);

/* Whether there was a shop at WHERE and nothing is there by now; then FAULT_MISSING with a sentence
 * that names the file. */
bool shop_known_gone(const char *folder, const char *where, GError **error);
