/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shop's own words. */
#include "tests/fuzz/fuzz.h"

#include "data/lookup/vocabulary.h"
#include "data/lookup/wordline.h"

static void read_line(const char *text)
{
    g_auto(WordLine) line = {0};
    g_autofree char *fault = NULL;
    if (!word_line_read(text, &line, &fault)) {
        fuzz_expect(fault != NULL, "refused without a word");
        fuzz_expect_text(fault);
        return;
    }
    fuzz_expect(line.left != NULL && line.right != NULL, "no lists");
    for (char **word = line.left; *word != NULL; word++) {
        fuzz_expect_text(*word);
        fuzz_expect(**word != '\0', "a word of nothing");
    }
}

void fuzz_words(const guint8 *bytes, gsize length)
{
    g_autofree char *text = fuzz_bytes(bytes, length);
    g_autofree char *clean = fuzz_text(bytes, length);
    g_auto(GStrv) lines = g_strsplit(clean, "\n", -1);
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    vocabulary_read(vocabulary, text, "words", faults);
    fuzz_expect_texts(faults);
    vocabulary_is_idle(vocabulary, "der");
    for (guint i = 0; lines[i] != NULL; i++) {
        read_line(lines[i]);
        for (const char *const *same = vocabulary_same(vocabulary, lines[i]); *same != NULL;
             same++) {
            fuzz_expect_text(*same);
        }
    }
}
