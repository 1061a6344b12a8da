/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PostgreSQL's side of the search index: an index over the lexemes of lookup_doc, which the server
 * keeps by itself. */
#include "data/lookup/index.h"

/* The server would choose between walking along the places and reading all matches from the index
 * by what it guesses of how many there are, and when it is wrong, it looks at everybody. So nothing
 * is left to guess: what stands in a subquery is not known when it plans, and neither the function
 * behind @@ nor a sum has an index. */
#define COLUMNS "customer_id, place, words, visits, last_visit"
#define BY_INDEX "FROM lookup_doc WHERE lexemes @@ (SELECT CAST($1 AS tsquery)) "

/* Of what many have, the best known are found among the first places. Where these give too few,
 * there are not so many in all that reading them takes long. */
static const char candidates_sql[] =
    "WITH best AS MATERIALIZED (SELECT " COLUMNS " FROM (SELECT " COLUMNS ", lexemes "
    "FROM lookup_doc ORDER BY place LIMIT 1000) AS walk "
    "WHERE ts_match_vq(lexemes, CAST($1 AS tsquery)) LIMIT $2), "
    "others AS MATERIALIZED (SELECT " COLUMNS " " BY_INDEX "AND (SELECT COUNT(*) FROM best) < $2 "
    "AND place + 0 > (SELECT coalesce(MAX(place), 0) FROM best) ORDER BY place + 0 LIMIT $2) "
    "SELECT " COLUMNS " FROM (SELECT * FROM best UNION ALL SELECT * FROM others) AS fitting "
    "ORDER BY place LIMIT $2";
static const char few_sql[] = "SELECT " COLUMNS " " BY_INDEX "ORDER BY place + 0 LIMIT $2";
static const char count_sql[] = "SELECT COUNT(*) FROM (SELECT 1 " BY_INDEX "LIMIT $2) AS matches";

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
    .few = few_sql,
    .count = count_sql,
    .query = query,
};
