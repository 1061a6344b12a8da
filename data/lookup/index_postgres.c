/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PostgreSQL's side of the search index: an index over the lexemes of lookup_doc, which the server
 * keeps by itself. */
#include "data/lookup/index.h"

static const char candidates_sql[] =
    "SELECT customer_id, words, visits, last_visit FROM lookup_doc "
    "WHERE lexemes @@ CAST($1 AS tsquery) ORDER BY customer_id LIMIT $2";
static const char count_sql[] = "SELECT COUNT(*) FROM lookup_doc "
                                "WHERE lexemes @@ CAST($1 AS tsquery)";

/* Folded words hold neither quote nor backslash, so quoting them is enough to keep the query
 * language out. */
static char *query(char *const *terms)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; terms[i] != NULL; i++) {
        g_string_append_printf(text, "%s'%s':*", i > 0 ? " & " : "", terms[i]);
    }
    return g_string_free(text, FALSE);
}

const IndexEngine index_postgres = {
    .candidates = candidates_sql,
    .count = count_sql,
    .query = query,
};
