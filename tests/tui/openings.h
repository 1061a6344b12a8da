/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screens are opened with in the test that walks them all. */
#pragma once

#include "tests/tui/emma.h"

#include <glib.h>

typedef struct {
    Shop *shop;        /* NULL: the screen is opened before there is one */
    gint64 customer;   /* for screens that take one; 0: there is nobody */
    gconstpointer arg; /* for the screen's `open`; may be NULL */
    Emma *emma;        /* whose shop it is */
    gpointer own;      /* holds ARG */
    char *path;        /* a file ARG names */
    GPtrArray *kinds;  /* of facts, for ARG */
} Opening;

/* What the screen called NAME is opened with: what its row in openings.c says, else an empty shop
 * and no argument. */
Opening *opening_new(const char *name);
/* The same, with Emma's shop and its customer NUMBER for whatever takes one; NULL: with nobody, in
 * an empty shop. */
Opening *opening_new_on(const char *name, const char *number);
void opening_free(Opening *opening);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Opening, opening_free)
