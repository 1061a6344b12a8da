/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed into the search box. */
#include "tests/fuzz/fuzz.h"

#include "data/lookup/fold.h"
#include "data/lookup/query.h"
#include "data/lookup/queryspan.h"

#include <string.h>

static void expect_query(const Query *query)
{
    fuzz_expect(query->terms->len <= 16, "%u terms", query->terms->len);
    for (guint i = 0; i < query->terms->len; i++) {
        const Term *term = g_ptr_array_index(query->terms, i);
        fuzz_expect_text(term->word);
        fuzz_expect(strlen(term->word) <= 60, "a word of %zu bytes", strlen(term->word));
        fuzz_expect((term->kind == TERM_DAY) == (*term->word == '\0'), "a term of nothing");
        fuzz_expect(strchr(term->word, '"') == NULL && strchr(term->word, '*') == NULL,
                    "a mark of the index: %s", term->word);
        Day day = {term->year, term->month, term->day};
        fuzz_expect_day(day);
        fuzz_expect(term->kind != TERM_DAY || (term->day != 0 && term->month != 0), "half a day");
        fuzz_expect(!term->is_unfinished || i + 1 == query->terms->len, "unfinished in the middle");
        fuzz_expect(term->same != NULL, "no list");
        for (char **same = term->same; *same != NULL; same++) {
            fuzz_expect_text(*same);
        }
    }
}

void fuzz_query(const guint8 *bytes, gsize length)
{
    static Vocabulary *vocabulary;
    if (vocabulary == NULL) {
        vocabulary = vocabulary_new();
    }
    g_autofree char *text = fuzz_bytes(bytes, length);
    g_autofree char *folded = fold_text(text);
    g_autofree char *spelled = fold_spelled(text);
    fuzz_expect_text(folded);
    fuzz_expect_text(spelled);
    for (Reading reading = READ_WHOLE; reading < READ_COUNT; reading++) {
        g_autoptr(Query) query = query_read(text, "49", vocabulary, reading);
        g_autoptr(Query) again = query_read(text, "49", vocabulary, reading);
        expect_query(query);
        fuzz_expect(query_equal(query, again), "read twice, and not the same");
        g_autoptr(Query) plain = query_read(text, "49", NULL, reading);
        expect_query(plain);
    }
}
