/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The usual order of a customer: what is in the form of a visit before anything is typed. */
#pragma once

#include "data/db/db.h"

typedef struct {
    char *articles; /* as item_words_write has them; "" when nothing is usual */
    char *words;    /* details: "kein Marzipan"; "" */
    gint64 amount;  /* what the same articles came to last; RECORD_NONE: never told */
} UsualOrder;

/* The usual order of a customer: what a note of the kind "usual" says; without one the articles of
 * more than half of the last five visits that name any, if there are two. Of a note its first part
 * up to a comma is an article, the others are where they are known as one or have a count, else
 * they are details. NULL on a fault. Free with usual_free. */
UsualOrder *usual_load(Db *db, gint64 customer_id, GError **error);
/* NULL is fine. */
void usual_free(UsualOrder *usual);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(UsualOrder, usual_free)
