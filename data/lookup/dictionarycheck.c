/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the dictionary is what the customers' words make it. */
#include "data/lookup/dictionary.h"

#include <string.h>

static const char all_words[] = "SELECT token, sound FROM lookup_word";
static const char all_parts[] = "SELECT part, token FROM lookup_part";

typedef bool (*RowCheck)(const char *first, const char *second, GHashTable *tokens);

static bool is_right_word(const char *token, const char *sound, GHashTable *tokens)
{
    g_autofree char *wanted = dictionary_sound(token);
    return g_hash_table_contains(tokens, token) && strcmp(sound, wanted) == 0;
}

static bool is_right_part(const char *part, const char *token, GHashTable *tokens)
{
    g_autoptr(GPtrArray) parts = dictionary_parts(token);
    return g_hash_table_contains(tokens, token) &&
           g_ptr_array_find_with_equal_func(parts, part, g_str_equal, NULL);
}

/* Whether all rows of SQL are right and there are COUNT of them: no row stands twice. */
static bool check_rows(Db *db, const char *sql, RowCheck check, GHashTable *tokens, guint count,
                       bool *right, GError **error)
{
    GError *fault = NULL;
    guint found = 0;
    *right = true;
    g_autoptr(Rows) rows = db_query(db, sql, DB_NO_VALUES, error);
    while (rows != NULL && *right && rows_next(rows, &fault)) {
        g_autofree char *first = g_strdup(rows_text(rows, 0));
        *right = check(first, rows_text(rows, 1), tokens);
        found++;
    }
    if (fault != NULL) {
        g_propagate_error(error, fault);
        return false;
    }
    *right = *right && found == count;
    return rows != NULL;
}

bool dictionary_check(Db *db, GHashTable *tokens, bool *right, GError **error)
{
    guint count = 0;
    GHashTableIter each;
    gpointer token;
    g_hash_table_iter_init(&each, tokens);
    while (g_hash_table_iter_next(&each, &token, NULL)) {
        g_autoptr(GPtrArray) parts = dictionary_parts(token);
        count += parts->len;
    }
    if (!check_rows(db, all_words, is_right_word, tokens, g_hash_table_size(tokens), right,
                    error)) {
        return false;
    }
    return !*right || check_rows(db, all_parts, is_right_part, tokens, count, right, error);
}
