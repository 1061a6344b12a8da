/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why somebody stands among the matches. */
#include "tui/screens/matchwhy.h"

#include "data/base/i18n.h"
#include "data/lookup/fold.h"
#include "tui/marks.h"

#include <string.h>

enum { MOST_WORDS = 16 };

char **match_why_words(const char *typed, const Vocabulary *vocabulary)
{
    g_autoptr(GStrvBuilder) known = g_strv_builder_new();
    g_auto(GStrv) words = vocabulary != NULL ? fold_words(typed) : NULL;
    for (guint i = 0; words != NULL && words[i] != NULL && i < MOST_WORDS; i++) {
        if (*vocabulary_same(vocabulary, words[i]) != NULL) {
            g_strv_builder_add(known, words[i]);
        }
    }
    return g_strv_builder_end(known);
}

/* The words of TEXT (may be NULL) that begin with the folded WORD, as they are written there; NULL
 * when there is none. */
static char *written_in(const char *text, const char *word)
{
    g_autofree char *copy = g_strdup(word);
    char *const marks[] = {copy, NULL};
    Span span;
    bool has = text != NULL && marks_find(text, marks, &span, 1) > 0;
    return has ? g_strndup(text + span.start, span.length) : NULL;
}

/* The folded WORD as it is written in who MATCH is; NULL where it is not there. */
static char *written(const Match *match, const char *word)
{
    const Customer *customer = match->sheet->customer;
    const char *const texts[] = {customer->given_name, customer->family_name, customer->company,
                                 customer->description};
    char *found = NULL;
    for (guint i = 0; i < G_N_ELEMENTS(texts) && found == NULL; i++) {
        found = written_in(texts[i], word);
    }
    return found;
}

/* HERE with its first letter as large as that of THERE. */
static char *as_large(const char *here, const char *there)
{
    bool is_large = g_unichar_isupper(g_utf8_get_char(there));
    gunichar first = g_utf8_get_char(here);
    char letter[8] = "";
    g_unichar_to_utf8(is_large ? g_unichar_totitle(first) : first, letter);
    return g_strconcat(letter, g_utf8_find_next_char(here, NULL), NULL);
}

/* Adds with which of their words, OTHER, MATCH has WORD of TYPED. */
static void tell(GString *told, const Match *match, const char *typed, const char *word,
                 const char *other)
{
    g_autofree char *here = written_in(typed, word);
    g_autofree char *name = written(match, other);
    g_autofree char *note = name == NULL ? written_in(match->hit_words, other) : NULL;
    if (here == NULL || (name == NULL && note == NULL)) {
        return;
    }
    g_autofree char *large = as_large(here, name != NULL ? name : note);
    /* TRANSLATORS: a word that was typed, and the one of the customer that means the same: "Sepp =
     * Josef". The other stands behind a note in which the customer's word is marked: "six rolls  =
     * Baps". */
    g_autofree char *pair = name != NULL ? g_strdup_printf(_("%s = %s"), large, name)
                                         : g_strdup_printf(_("= %s"), large);
    g_string_append_printf(told, "%s%s", told->len > 0 ? ", " : "", pair);
}

/* The one of MARKS that means the same as WORD, which is none of them; NULL when there is none. */
static const char *other_of(char *const *marks, const char *word, const Vocabulary *vocabulary)
{
    const char *const *same = vocabulary_same(vocabulary, word);
    if (g_strv_contains((const char *const *)marks, word)) {
        return NULL;
    }
    for (guint i = 0; marks[i] != NULL; i++) {
        if (g_strv_contains(same, marks[i])) {
            bool is_plain = g_str_has_prefix(marks[i], word) || g_str_has_prefix(word, marks[i]);
            return is_plain ? NULL : marks[i];
        }
    }
    return NULL;
}

char *match_why(const Match *match, const char *typed, char *const *words,
                const Vocabulary *vocabulary)
{
    const char *alike = nearness_words(match->nearness);
    if (alike != NULL) {
        return g_strdup(alike);
    }
    GString *told = g_string_new(NULL);
    for (guint i = 0; words[i] != NULL; i++) {
        const char *other = other_of(match->marks, words[i], vocabulary);
        if (other != NULL) {
            tell(told, match, typed, words[i], other);
        }
    }
    return g_string_free(told, told->len == 0);
}
