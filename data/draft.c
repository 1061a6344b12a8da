/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts: what was typed into a form and is not saved yet. */
#include "data/draft.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/jsonreader.h"
#include "data/base/jsonwriter.h"

#include <string.h>

/* A form may be open for a customer who was erased for ever meanwhile: its words do not come back.
 */
static const char save_draft[] =
    "INSERT INTO draft (uid, counter, run, screen, subject_id, part_id, title, words, clerk_id, "
    "saved_at) SELECT CAST($1 AS text), CAST($2 AS text), CAST($3 AS text), CAST($4 AS text), "
    "CAST($5 AS bigint), CAST($6 AS bigint), CAST($7 AS text), CAST($8 AS text), "
    "CAST($9 AS bigint), CAST($10 AS text) "
    "WHERE NOT EXISTS (SELECT 1 FROM erased WHERE customer_id = $5) "
    "ON CONFLICT (uid) DO UPDATE SET run = excluded.run, title = excluded.title, "
    "words = excluded.words, clerk_id = excluded.clerk_id, saved_at = excluded.saved_at";
static const char list_drafts[] =
    "SELECT id, uid, counter, run, screen, subject_id, part_id, title, words, clerk_id, saved_at "
    "FROM draft WHERE counter = $1 ORDER BY saved_at DESC, id DESC";
static const char load_draft[] =
    "SELECT id, uid, counter, run, screen, subject_id, part_id, title, words, clerk_id, saved_at "
    "FROM draft WHERE uid = $1";
static const char hand_over[] = "UPDATE draft SET run = $1 WHERE uid = $2 AND run = $3";
static const char remove_draft[] = "DELETE FROM draft WHERE uid = $1";

static GHashTable *new_table(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

Draft *draft_new(void)
{
    Draft *draft = g_new0(Draft, 1);
    draft->words = new_table();
    draft->before = new_table();
    return draft;
}

void draft_free(gpointer data)
{
    Draft *draft = data;
    if (draft == NULL) {
        return;
    }
    g_free(draft->uid);
    g_free(draft->counter);
    g_free(draft->run);
    g_free(draft->screen);
    g_free(draft->title);
    g_hash_table_unref(draft->words);
    g_hash_table_unref(draft->before);
    g_free(draft);
}

static const char *before_of(const Draft *draft, const char *field)
{
    return g_hash_table_lookup(draft->before, field);
}

Draft *draft_copy(const Draft *draft)
{
    Draft *copy = draft_new();
    copy->id = draft->id;
    copy->uid = g_strdup(draft->uid);
    copy->counter = g_strdup(draft->counter);
    copy->run = g_strdup(draft->run);
    copy->screen = g_strdup(draft->screen);
    copy->subject_id = draft->subject_id;
    copy->part_id = draft->part_id;
    copy->title = g_strdup(draft->title);
    copy->clerk_id = draft->clerk_id;
    g_strlcpy(copy->saved_at, draft->saved_at, sizeof copy->saved_at);
    GHashTableIter iter;
    gpointer field, typed;
    g_hash_table_iter_init(&iter, draft->words);
    while (g_hash_table_iter_next(&iter, &field, &typed)) {
        draft_put(copy, field, typed, before_of(draft, field));
    }
    return copy;
}

void draft_set(char **place, const char *text)
{
    char *copy = g_strdup(text);
    g_free(*place);
    *place = copy;
}

void draft_put(Draft *draft, const char *field, const char *typed, const char *before)
{
    g_autofree char *name = g_utf8_make_valid(field, -1);
    g_hash_table_insert(draft->words, g_strdup(name), g_utf8_make_valid(typed, -1));
    g_hash_table_insert(draft->before, g_strdup(name),
                        g_utf8_make_valid(before != NULL ? before : "", -1));
}

char *draft_words_text(const Draft *draft)
{
    g_autoptr(JsonWriter) json = json_writer_new(false);
    g_autoptr(GList) fields = g_hash_table_get_keys(draft->words);
    fields = g_list_sort(fields, (GCompareFunc)strcmp);
    json_writer_begin_object(json);
    for (const GList *each = fields; each != NULL; each = each->next) {
        json_writer_name(json, each->data);
        json_writer_begin_array(json);
        json_writer_text(json, g_hash_table_lookup(draft->words, each->data));
        json_writer_text(json, before_of(draft, each->data));
        json_writer_end_array(json);
    }
    json_writer_end_object(json);
    return g_strdup(json_writer_result(json));
}

static void read_field(const char *field, bool is_array, const JsonValue *values, guint count,
                       gpointer draft)
{
    if (is_array && count > 0 && values[0].text != NULL) {
        draft_put(draft, field, values[0].text, count > 1 ? values[1].text : NULL);
    }
}

void draft_read_words(Draft *draft, const char *text)
{
    if (text != NULL) {
        json_read(text, read_field, draft);
    }
}

bool draft_save(Db *db, const Draft *draft, GError **error)
{
    g_autofree char *words = draft_words_text(draft);
    g_autofree char *title = g_utf8_make_valid(draft->title != NULL ? draft->title : "", -1);
    return db_run(db, save_draft,
                  DB_VALUES(db_text(draft->uid), db_text(draft->counter), db_text(draft->run),
                            db_text(draft->screen), db_int(draft->subject_id),
                            db_int(draft->part_id), db_text(title), db_text(words),
                            db_int_or_null(draft->clerk_id), db_text(draft->saved_at)),
                  NULL, error);
}

static Draft *read_row(const Rows *rows)
{
    Draft *draft = draft_new();
    draft->id = rows_int(rows, 0);
    draft->uid = g_strdup(rows_text(rows, 1));
    draft->counter = g_strdup(rows_text(rows, 2));
    draft->run = g_strdup(rows_text(rows, 3));
    draft->screen = g_strdup(rows_text(rows, 4));
    draft->subject_id = rows_int(rows, 5);
    draft->part_id = rows_int(rows, 6);
    draft->title = g_strdup(rows_text(rows, 7));
    draft_read_words(draft, rows_text(rows, 8));
    draft->clerk_id = rows_int(rows, 9);
    g_strlcpy(draft->saved_at, rows_text(rows, 10), sizeof draft->saved_at);
    return draft;
}

/* The rows that SQL finds with VALUE; NULL on a fault. */
static GPtrArray *find(Db *db, const char *sql, const char *value, GError **error)
{
    g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func(draft_free);
    g_autoptr(GError) fault = NULL;
    g_autoptr(Rows) rows = db_query(db, sql, DB_VALUES(db_text(value)), &fault);
    while (rows != NULL && rows_next(rows, &fault)) {
        g_ptr_array_add(drafts, read_row(rows));
    }
    if (fault != NULL) {
        g_propagate_error(error, g_steal_pointer(&fault));
        return NULL;
    }
    return g_steal_pointer(&drafts);
}

GPtrArray *draft_list(Db *db, const char *counter, GError **error)
{
    return find(db, list_drafts, counter, error);
}

Draft *draft_load(Db *db, const char *uid, GError **error)
{
    g_autoptr(GPtrArray) drafts = find(db, load_draft, uid, error);
    if (drafts != NULL && drafts->len == 0) {
        g_set_error_literal(error, FAULT, FAULT_MISSING,
                            _("What was typed there is no longer kept."));
    }
    return drafts != NULL && drafts->len > 0 ? g_ptr_array_steal_index(drafts, 0) : NULL;
}

bool draft_hand_over(Db *db, const char *uid, const char *from, const char *to, bool *taken,
                     GError **error)
{
    gint64 changed = 0;
    bool done =
        db_run(db, hand_over, DB_VALUES(db_text(to), db_text(uid), db_text(from)), &changed, error);
    if (taken != NULL) {
        *taken = changed > 0;
    }
    return done;
}

bool draft_remove(Db *db, const char *uid, GError **error)
{
    return db_run(db, remove_draft, DB_VALUES(db_text(uid)), NULL, error);
}
