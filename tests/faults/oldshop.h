/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A full shop as earlier versions of the program left it, to be brought up to date. */
#pragma once

#include "data/db/db.h"

/* Makes the file PATH a full shop of the newest version: the demo shop with a few customers, which
 * has something in every table. */
void old_shop_make_newest(const char *path);
/* Makes the file PATH the shop NEWEST in the schema of VERSION (1 up to the newest), with all rows
 * and columns there were by then. */
void old_shop_make(const char *newest, const char *path, int version);
/* What an upgrade has to keep of the shop in the file PATH: of each of its tables how many rows it
 * has, and a hash of all the columns there are. Free with old_content_free. */
typedef struct OldContent OldContent;
OldContent *old_content_of(const char *path);
void old_content_free(OldContent *content);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OldContent, old_content_free)
/* Fails the test unless all of CONTENT is in the shop DB, which may have more rows and more columns
 * by now. */
void old_content_expect(const OldContent *content, Db *db);
