/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screens are opened with in the test that walks them all. */
#pragma once

#include "data/shop.h"

#include <glib.h>

typedef struct {
    Shop *shop;        /* may be NULL */
    gconstpointer arg; /* for the screen's `open`; may be NULL */
    gpointer own;      /* what the row needs to free it all */
    void (*close)(gpointer own);
} Opening;

/* What the screen called NAME is opened with: an empty shop and its row in openings.c, if it has
 * one. */
Opening *opening_new(const char *name);
void opening_free(Opening *opening);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Opening, opening_free)
