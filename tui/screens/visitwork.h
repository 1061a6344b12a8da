/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form for a visit asks of the shop: what is usual or stored, what can be chosen, saving.
 */
#pragma once

#include "data/base/day.h"
#include "data/diary/visit.h"
#include "tui/app.h"

typedef struct {
    gint64 customer_id, visit_id;
    Day today;
} VisitAsk;

typedef struct {
    Visit *visit;          /* as stored; a new one has no id, and says what is usual */
    char *articles;        /* as item_words_write has them */
    GPtrArray *favourites; /* Article: the likeliest first */
    char *call;            /* of the customer */
    char *currency;
} VisitModel;

/* For ScreenClass.load and model_free; the ask is a VisitAsk. */
gpointer visit_model_load(Shop *shop, gconstpointer ask, GError **error);
void visit_model_free(gpointer model);

/* The whole text that completes ARTICLES, what is typed so far, with the first of FAVOURITES
 * (Article) that goes on like its last part; NULL when none does. Free with g_free. */
char *visit_complete(const GPtrArray *favourites, const char *articles);
/* ARTICLES with one more of ARTICLE, ready for the next. Free with g_free. */
char *visit_with_article(const char *articles, const char *article);

/* The job that saves VISIT, which it takes, with ARTICLES (copied; NULL: they stay as they are).
 * Its result is a gint64 *: the visit's id. Faults as visit_add and visit_change. */
gpointer visit_save_new(Visit *visit, const char *articles, const Who *who);
void visit_save_free(gpointer save);
gpointer visit_save_run(Shop *shop, gpointer save, Work *work, GError **error);
