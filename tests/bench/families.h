/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Family names, commonest first. */
#pragma once

#include "data/demo/chance.h"

/* Where a name is from: 0 is Germany, else one more than the place in names_foreign. */
typedef struct {
    char *name;
    guint origin;
} Family;

/* All of them, each once: the common ones in their order, then the long tail in an order that is
 * the same each time. An array of Family that frees them. */
GArray *families_new(void);
