/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a search finds, as text for comparing. */
#include "tests/data/foundtext.h"

#include "tests/data/fixture.h"

#include <string.h>

enum { LIMIT = 20 };

char *found_text(const Found *found)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < found->matches->len; i++) {
        const Match *match = g_ptr_array_index(found->matches, i);
        g_string_append_printf(text, "%s%s%s", i > 0 ? " " : "", i == found->alike_from ? "~ " : "",
                               match->sheet->customer->number);
    }
    return g_string_free(text, FALSE);
}

Found *found_by(Db *db, const Vocabulary *vocabulary, const char *query, guint limit)
{
    g_autoptr(GError) error = NULL;
    Found *found = lookup_find(db, vocabulary, query, limit, &error);
    expect_done(found != NULL, error);
    return found;
}

void expect_found(Db *db, const Vocabulary *vocabulary, const char *query, const char *numbers)
{
    g_autoptr(Found) found = found_by(db, vocabulary, query, LIMIT);
    g_autofree char *got = found_text(found);
    if (strcmp(got, numbers) != 0) {
        fail_msg("“%s” found “%s” and not “%s”.", query, got, numbers);
    }
}
