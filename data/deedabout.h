/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a deed was about: read from the rows that could take it back. */
#pragma once

#include "data/db/db.h"

typedef struct {
    gint64 id;
    const char *verb; /* static: "adding a note" */
    char *at;         /* UTC instant */
    gint64 customers; /* how many customers it wrote rows of */
    char *name; /* the only customer's (spoken) or the clerk's name; NULL: several, or nobody */
} DeedAbout;

/* What the deed ID was and about whom, as long as it can be taken back. NULL with FAULT_MISSING
 * when there is no such deed. Free with deed_about_free. */
DeedAbout *deed_about_load(Db *db, gint64 id, GError **error);
/* NULL is fine. */
void deed_about_free(gpointer about);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DeedAbout, deed_about_free)
