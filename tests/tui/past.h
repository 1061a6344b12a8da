/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened in Emma's shop until 21 November 2026: visits, complaints, promises and the like,
 * for tests of screens that show it. */
#pragma once

#include "tests/tui/emma.h"

/* Adds it to the shop with its customers, in deeds of nobody's: Hilde Wagner (1001) comes every
 * five to six weeks and has something of each kind, Maria Klein (1009) stays away, Jens Berg (1005)
 * complains, Renate Ott (1004) waits for a call, Peter Zorn (1012) is lost. */
void past_fill(const Emma *emma);
/* Adds COUNT visits of the customer with NUMBER, one a day, the last one on 20 November. */
void past_crowd(const Emma *emma, const char *number, guint count);
