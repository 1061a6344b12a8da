/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding step by step, for any script. */
#include "data/lookup/foldslow.h"

#include "data/lookup/foldwriter.h"

#include <string.h>

/* Letters without a decomposition, after case folding. The readings are those of passports (ICAO
 * Doc 9303 part 3, section 6) as far as they are one plain letter. */
static const struct {
    gunichar letter;
    const char *plain;
} plain_letters[] = {
    {0x00DF, "ss"}, {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"}, {0x00FE, "th"}, {0x0111, "d"},
    {0x0127, "h"},  {0x0131, "i"},  {0x0138, "q"}, {0x0142, "l"}, {0x014B, "n"},  {0x0153, "oe"},
    {0x0167, "t"},  {0x0180, "b"},  {0x0253, "b"}, {0x0256, "d"}, {0x0257, "d"},  {0x0259, "e"},
    {0x01DD, "e"},  {0x01E5, "g"},  {0x0268, "i"}, {0x0289, "u"}, {0x01B6, "z"},  {0x0192, "f"},
};

static bool is_apostrophe(gunichar c)
{
    static const gunichar all[] = {
        '\'', '`', 0xB4, 0x2B9, 0x2BB, 0x2BC, 0x2BD, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++) {
        if (all[i] == c) {
            return true;
        }
    }
    return false;
}

/* TEXT decomposed, marks and format characters dropped; case as it was. */
static char *decomposed(const char *text)
{
    GString *out = g_string_sized_new(strlen(text) + 16);
    const char *end = text + strlen(text);
    while (text < end) {
        gunichar c = g_utf8_get_char_validated(text, end - text);
        if (c == (gunichar)-1 || c == (gunichar)-2) {
            g_string_append_c(out, ' ');
            text++;
            continue;
        }
        text = g_utf8_find_next_char(text, NULL);
        if (is_apostrophe(c)) {
            g_string_append_c(out, '\'');
            continue;
        }
        gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
        gsize count = g_unichar_fully_decompose(c, TRUE, parts, G_N_ELEMENTS(parts));
        for (gsize i = 0; i < count; i++) {
            if (!g_unichar_ismark(parts[i]) && g_unichar_type(parts[i]) != G_UNICODE_FORMAT) {
                g_string_append_unichar(out, parts[i]);
            }
        }
    }
    return g_string_free(out, FALSE);
}

static void write_letter(FoldWriter *writer, gunichar c)
{
    if (c < 0x80) {
        fold_writer_plain(writer, (char)c);
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(plain_letters); i++) {
        if (plain_letters[i].letter != c) {
            continue;
        }
        for (const char *at = plain_letters[i].plain; *at != '\0'; at++) {
            fold_writer_plain(writer, *at);
        }
        return;
    }
    fold_writer_other(writer, c);
}

char *fold_text_slow(const char *text, bool spelled)
{
    g_autofree char *apart = decomposed(text);
    g_autofree char *lower = g_utf8_casefold(apart, -1);
    FoldWriter writer = {.out = g_string_sized_new(strlen(lower)), .spelled = spelled};
    for (const char *at = lower; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
        gunichar c = g_utf8_get_char(at);
        if (g_unichar_isalnum(c) && !is_apostrophe(c)) {
            write_letter(&writer, c);
        } else if (is_apostrophe(c)) {
            fold_writer_apostrophe(&writer);
        } else if (!g_unichar_ismark(c)) {
            fold_writer_separate(&writer);
        }
    }
    return g_string_free(writer.out, FALSE);
}
