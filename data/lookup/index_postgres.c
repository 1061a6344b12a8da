/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PostgreSQL's side of the search index: an index over the lexemes of lookup_doc, which the server
 * keeps by itself. */
#include "data/lookup/index.h"

static const char candidates_sql[] =
    "SELECT customer_id, place, words, visits, last_visit FROM lookup_doc "
    "WHERE lexemes @@ CAST($1 AS tsquery) ORDER BY place LIMIT $2";
static const char count_sql[] = "SELECT COUNT(*) FROM (SELECT 1 FROM lookup_doc "
                                "WHERE lexemes @@ CAST($1 AS tsquery) LIMIT $2) AS matches";

/* Tokens hold neither quote nor backslash, so quoting them is enough to keep the query language
 * out. */
static void add_word(GString *text, const IndexWord *word)
{
    for (guint i = 0; word->tokens[i] != NULL; i++) {
        g_string_append_printf(text, "%s'%s'", i > 0 ? " & " : "(", word->tokens[i]);
    }
    g_string_append(text, word->begins ? ":*)" : ")");
}

static char *query(const GPtrArray *clauses)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < clauses->len; i++) {
        const GPtrArray *words = g_ptr_array_index(clauses, i);
        g_string_append(text, i > 0 ? " & (" : "(");
        for (guint word = 0; word < words->len; word++) {
            g_string_append(text, word > 0 ? " | " : "");
            add_word(text, g_ptr_array_index(words, word));
        }
        g_string_append_c(text, ')');
    }
    return g_string_free(text, FALSE);
}

const IndexEngine index_postgres = {
    .candidates = candidates_sql,
    .count = count_sql,
    .query = query,
};
