/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Emma's cake shop: a small shop of a dozen customers for tests of screens, as it stands on 21
 * November 2026. */
#pragma once

#include "data/shop.h"

typedef struct {
    char *folder;
    char *path;
    Shop *shop; /* open for writing; a test may close it and open it otherwise */
} Emma;

/* The shop with its customers, or an empty one. Ends the test program when it cannot be made. */
Emma *emma_new(void);
Emma *emma_new_empty(void);
/* Takes her customers into SHOP, which has none. */
void emma_fill(Shop *shop);
/* Closes it and opens it again in MODE. */
void emma_reopen(Emma *emma, DbMode mode);
void emma_free(Emma *emma);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Emma, emma_free)

/* The id of the customer with NUMBER; fails the test when there is none. */
gint64 emma_customer(const Emma *emma, const char *number);
