/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the shop sells, learned from what is typed. */
#pragma once

#include "data/db/record.h"

typedef struct {
    RecordHead head;
    char *name; /* as the shop writes it */
    char *key;  /* the name's fold_key */
} Article;

extern const RecordType article_type;

/* The id of the article NAME means; capitals and accents make no difference. A new one is learned.
 * A semicolon becomes a comma, so that names can stand in lists. FAULT_REFUSED when NAME is empty.
 */
bool article_named(Deed *deed, const char *name, gint64 *id, GError **error);

/* Up to LIMIT articles, the likeliest first: those the customer has bought most
 * often lately, then those the shop sells most often. CUSTOMER_ID 0: the shop's only. An array of
 * Article, which it frees. NULL on a fault. */
GPtrArray *article_favourites(Db *db, gint64 customer_id, guint limit, GError **error);
