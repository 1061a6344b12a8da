/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The connection string of a server. */
#include "tests/fuzz/fuzz.h"

#include "data/db/serverstring.h"

#include <string.h>

void fuzz_server(const guint8 *bytes, gsize length)
{
    g_autofree char *text = fuzz_text(bytes, length);
    g_autofree char *password = NULL;
    g_autofree char *bare = server_string_strip(text, &password);
    g_autofree char *twice = server_string_strip(bare, NULL);
    fuzz_expect_text(bare);
    fuzz_expect_same(bare, twice);
    fuzz_expect(!server_string_has_password(bare), "a password is left in “%s”", bare);
    fuzz_expect(password == NULL || server_string_has_password(text), "a password out of nothing");
    g_autofree char *name = server_string_name(text);
    g_autofree char *brief = server_string_brief(text);
    fuzz_expect_text(name);
    fuzz_expect_text(brief);
    g_autofree char *word = g_strdup(text);
    gsize before = strlen(word);
    bool blotted = server_string_blot(word);
    fuzz_expect(strlen(word) <= before, "a word that grew");
    fuzz_expect(blotted || strcmp(word, text) == 0, "touched, and not said");
    fuzz_expect(blotted || !server_string_has_password(text), "a password to be seen by others");
}
