/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a shop says anything new: drafts come and go in its file without that. */
#pragma once

#include "data/db/db.h"

/* A text that differs when a deed was done or a setting changed in between, and is the same when
 * only drafts came and went. NULL on a fault. Free with g_free. */
char *shop_state(Db *db, GError **error);
