/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may do what in the schema of a server's shop. In a file whoever may write may do all. */
#pragma once

#include "data/db/db.h"

/* Whether the role DB is connected with may change the schema of the shop at VERSION (0: there is
 * none yet, and tables have to be made). FAULT_READ_ONLY names the role that may, FAULT_REFUSED the
 * one that may not make tables. Always true in a file. */
bool rights_admit_change(Db *db, int version, GError **error);
/* Takes from everybody but its owner what they were given by default in the table `migration`: the
 * program reads there which schema it meets, and nothing more. In the transaction that made or
 * wrote it. Does nothing in a file. */
bool rights_close_record(Db *db, GError **error);
