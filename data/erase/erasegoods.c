/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a customer left in the lists of the shop: goods and wishes nobody else has, and what was
 * typed and not saved. */
#include "data/erase/erase_private.h"

#include "data/diary/article.h"
#include "data/diary/feedback.h"
#include "data/diary/wish.h"
#include "data/draft.h"
#include "data/lookup/fold.h"

static const char articles_of[] =
    "SELECT DISTINCT article_id FROM visit_item WHERE customer_id = $1 "
    "UNION SELECT article_id FROM feedback WHERE customer_id = $1 AND article_id IS NOT NULL "
    "UNION SELECT article_id FROM complaint WHERE customer_id = $1 AND article_id IS NOT NULL";
#define OF_OTHERS "WHERE article_id = $1 AND (customer_id IS NULL OR customer_id <> $2) "
static const char known_by_others[] =
    "SELECT 1 FROM visit_item " OF_OTHERS "UNION ALL SELECT 1 FROM feedback " OF_OTHERS
    "UNION ALL SELECT 1 FROM complaint " OF_OTHERS
    "UNION ALL SELECT 1 FROM rule WHERE article_id = $1 "
    "LIMIT 1";
static const char wishes_of[] =
    "SELECT DISTINCT wish_id FROM feedback WHERE customer_id = $1 AND wish_id IS NOT NULL";
static const char asked_by_others[] = "SELECT 1 FROM feedback WHERE wish_id = $1 AND "
                                      "(customer_id IS NULL OR customer_id <> $2) LIMIT 1";
static const char drafts_about[] = "DELETE FROM draft WHERE subject_id = $1";
static const char all_drafts[] = "SELECT id, title, words FROM draft";
static const char remove_draft[] = "DELETE FROM draft WHERE id = $1";

/* ---- goods ---- */

/* Whether one of WORDS is among the words of NAME. */
static bool has_any(const char *name, char **words)
{
    g_auto(GStrv) own = fold_words(name);
    for (guint i = 0; words[i] != NULL; i++) {
        if (g_strv_contains((const char *const *)own, words[i])) {
            return true;
        }
    }
    return false;
}

/* Goods stay in the figures: under their number instead of the name. */
static bool unname(Deed *deed, EraseTrace *trace, Article *article, GError **error)
{
    g_autofree char *name = g_strdup_printf("#%" G_GINT64_FORMAT, article->head.id);
    record_set_text(&article->name, name);
    record_set_text(&article->key, name);
    erase_trace_add(trace, &article_type, article->head.id);
    return record_update(deed, article, error);
}

static bool settle_article(Deed *deed, EraseTrace *trace, gint64 id, gint64 customer_id,
                           char **words, GError **error)
{
    Article *article = record_load(deed_db(deed), &article_type, id, error);
    if (article == NULL) {
        return false;
    }
    gint64 any = 0;
    bool ok = true, shared = false;
    if (has_any(article->name, words)) {
        ok = db_get_int(deed_db(deed), known_by_others, DB_VALUES(db_int(id), db_int(customer_id)),
                        &any, &shared, error) &&
             (shared || unname(deed, trace, article, error));
    }
    record_free(article);
    return ok;
}

bool erase_articles(Deed *deed, EraseTrace *trace, gint64 customer_id, char **words, GError **error)
{
    g_autoptr(GArray) ids =
        db_get_ids(deed_db(deed), articles_of, DB_VALUES(db_int(customer_id)), error);
    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        gint64 id = g_array_index(ids, gint64, i);
        if (!settle_article(deed, trace, id, customer_id, words, error)) {
            return false;
        }
    }
    return ids != NULL;
}

/* ---- wishes ---- */

static bool remove_wish(Deed *deed, EraseTrace *trace, gint64 id, GError **error)
{
    g_autoptr(GPtrArray) asked =
        record_list(deed_db(deed), &feedback_type, "WHERE wish_id = $1 ORDER BY id",
                    DB_VALUES(db_int(id)), error);
    for (guint i = 0; asked != NULL && i < asked->len; i++) {
        Feedback *feedback = g_ptr_array_index(asked, i);
        feedback->wish_id = 0;
        if (!record_update(deed, feedback, error)) {
            return false;
        }
    }
    erase_trace_add(trace, &wish_type, id);
    return asked != NULL && record_remove(deed, &wish_type, id, error);
}

bool erase_wishes(Deed *deed, EraseTrace *trace, gint64 customer_id, GError **error)
{
    Db *db = deed_db(deed);
    DbValue customer = db_int(customer_id);
    g_autoptr(GArray) ids = db_get_ids(db, wishes_of, DB_VALUES(customer), error);
    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        gint64 id = g_array_index(ids, gint64, i), any = 0;
        bool shared = false;
        if (!db_get_int(db, asked_by_others, DB_VALUES(db_int(id), customer), &any, &shared,
                        error) ||
            (!shared && !remove_wish(deed, trace, id, error))) {
            return false;
        }
    }
    return ids != NULL;
}

/* ---- drafts ---- */

/* Whether what was typed names the customer: one field of it, or all of them together. */
static bool draft_names(const char *title, const char *typed, char **words, const GPtrArray *known)
{
    g_autoptr(Draft) draft = draft_new();
    g_autoptr(GString) all = g_string_new(NULL);
    draft_read_words(draft, typed);
    GHashTable *const tables[] = {draft->words, draft->before};
    for (guint i = 0; i < G_N_ELEMENTS(tables); i++) {
        GHashTableIter iter;
        gpointer text;
        g_hash_table_iter_init(&iter, tables[i]);
        while (g_hash_table_iter_next(&iter, NULL, &text)) {
            g_string_append_printf(all, "%s\n", (const char *)text);
            if (erase_names(text, words, known)) {
                return true;
            }
        }
    }
    return erase_names(title, words, known) || erase_names(all->str, words, NULL);
}

bool erase_drafts(Db *db, gint64 customer_id, char **words, const GPtrArray *known, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    GError *fault = NULL;
    if (!db_run(db, drafts_about, DB_VALUES(db_int(customer_id)), NULL, error)) {
        return false;
    }
    g_autoptr(Rows) rows = db_query(db, all_drafts, DB_NO_VALUES, &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        gint64 id = rows_int(rows, 0);
        if (draft_names(rows_text(rows, 1), rows_text(rows, 2), words, known)) {
            g_array_append_val(ids, id);
        }
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    g_clear_pointer(&rows, rows_free);
    for (guint i = 0; i < ids->len; i++) {
        if (!db_run(db, remove_draft, DB_VALUES(db_int(g_array_index(ids, gint64, i))), NULL,
                    error)) {
            return false;
        }
    }
    return true;
}
