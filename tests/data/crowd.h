/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented customers, and what people might type to find them. */
#pragma once

#include "tests/data/people.h"

/* Adds COUNT invented customers in one deed, the same ones for the same SEED. */
void crowd_add(Db *db, guint32 seed, guint count);
/* Something such customers may be found by: a word, a part of one, two words, digits. Free with
 * g_free. */
char *crowd_query(GRand *chance);
/* Changes something of SHEET, which may be empty, to what another one of the crowd could have. The
 * caller stores it. */
void crowd_change(Db *db, GRand *chance, Sheet *sheet);
