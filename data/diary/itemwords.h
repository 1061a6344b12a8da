/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles in one line of text, as people type them: "2 x Brezel, Cappuccino". */
#pragma once

#include <glib.h>

/* No more of one article is understood. */
enum { ITEM_MOST = 100000 };

typedef struct {
    char *name;      /* as typed, without the count */
    gint64 quantity; /* 1 to ITEM_MOST */
} ItemWords;

/* The articles of TEXT, parted by commas; by semicolons, when there is one, so that a name may have
 * a comma ("Torte, groß; Brezel"). A count stands before the name ("2 x Brezel", "2x Brezel",
 * "2 Brezel", but not "200 g Tee") or behind it ("Brezel x 2"). The same name twice is one article
 * with the sum of its counts. The array frees its ItemWords; it is empty when nothing is named. */
GPtrArray *item_words_read(const char *text);

/* The COUNT articles as such a text, which item_words_read reads as the same. Free with g_free. */
char *item_words_write(const GPtrArray *items);

/* Adds an article to such an array. */
void item_words_add(GPtrArray *items, const char *name, gint64 quantity);
/* An empty one. */
GPtrArray *item_words_new(void);
