/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is only alike: misheard, mistyped, inside a word. */
#include "data/lookup/dictionary.h"
#include "data/lookup/sought.h"
#include "data/lookup/sound.h"
#include "data/lookup/typo.h"
#include "data/lookup/words.h"

#include <string.h>

enum {
    MOST_ALIKE = 12, /* words of a class and a kind of nearness */
    MOST_BEGUN = 3,  /* beginnings of words among them: each costs as much as many words */
    MOST_APART = 8
};

/* How many letters a word has at least of which something is alike: among who somebody is, and
 * among the rest, where every second note has a short word that is like another. */
static const glong shortest[NEAR_COUNT][2] = {
    [NEAR_SOUND] = {3, 5},
    [NEAR_TYPO] = {4, 5},
    [NEAR_TYPOS] = {6, 6},
    [NEAR_INSIDE] = {3, 3},
};

/* Whether TOKEN counts already, by a variant that is nearer. */
static bool is_known(const Sought *sought, const char *token)
{
    for (guint i = 0; i < sought->variants->len; i++) {
        const Variant *variant = g_ptr_array_index(sought->variants, i);
        if (variant->fit == FIT_BEGINS ? g_str_has_prefix(token, variant->token)
                                       : strcmp(token, variant->token) == 0) {
            return true;
        }
    }
    return false;
}

/* Whether nobody would have heard the word where TOKEN was said, though both have the same code: of
 * a name both its letters and its vowels are others (Mayr and Maurer), of the rest, where every
 * second note has such a word, either of them. APART: by how many letters. */
static bool is_unheard(const Sought *sought, const char *token, guint apart)
{
    const Term *term = sought->term;
    glong length = g_utf8_strlen(term->word, -1);
    bool is_who = token[0] == CLASS_WHO, is_spelled_so = 2 * (glong)apart <= 1 + length;
    if (is_who && is_spelled_so) {
        return false;
    }
    if (!is_who && !is_spelled_so) {
        return true;
    }
    g_autofree char *typed = sound_with_vowels(term->word);
    g_autofree char *said = sound_with_vowels(token + 1);
    guint vowels = sound_apart(typed, said, is_who && term->is_unfinished);
    return (glong)vowels > (is_who ? 1 + length / 8 : length / 6);
}

/* TOKEN counts as the word, as it begins unless IS_WHOLE. */
static bool add_token(Db *db, Sought *sought, const char *token, bool is_whole, Nearness nearness,
                      GError **error)
{
    if (is_known(sought, token)) {
        return true;
    }
    guint apart = typo_errors(sought->term->word, token + 1, MOST_APART);
    if (nearness == NEAR_SOUND && is_unheard(sought, token, apart)) {
        return true;
    }
    Variant *variant =
        sought_add(sought, token[0], token + 1, is_whole ? FIT_EQUAL : FIT_BEGINS, nearness);
    variant->apart = apart;
    return sought_ask(db, variant, error);
}

static bool add_tokens(Db *db, Sought *sought, const GPtrArray *tokens, Nearness nearness,
                       GError **error)
{
    for (guint i = 0; tokens != NULL && i < tokens->len; i++) {
        if (!add_token(db, sought, g_ptr_array_index(tokens, i), true, nearness, error)) {
            return false;
        }
    }
    return tokens != NULL;
}

static bool add_typos(Db *db, Sought *sought, char class, Nearness nearness, GError **error)
{
    const Term *term = sought->term;
    bool is_unfinished = term->is_unfinished && class == CLASS_WHO;
    guint begun = 0;
    g_autoptr(GPtrArray) hits = dictionary_by_typo(
        db, class, term->word, nearness == NEAR_TYPO ? 1 : 2, is_unfinished, MOST_ALIKE, error);
    for (guint i = 0; hits != NULL && i < hits->len; i++) {
        const TypoHit *hit = g_ptr_array_index(hits, i);
        Nearness near = hit->errors > 1 ? NEAR_TYPOS : NEAR_TYPO;
        if ((hit->is_whole || begun++ < MOST_BEGUN) &&
            !add_token(db, sought, hit->word, hit->is_whole, near, error)) {
            return false;
        }
    }
    return hits != NULL;
}

static bool add_of_class(Db *db, Sought *sought, char class, Nearness nearness, GError **error)
{
    const Term *term = sought->term;
    bool is_who = class == CLASS_WHO;
    if (g_utf8_strlen(term->word, -1) < shortest[nearness][is_who ? 0 : 1]) {
        return true;
    }
    if (nearness == NEAR_TYPO || nearness == NEAR_TYPOS) {
        return add_typos(db, sought, class, nearness, error);
    }
    g_autoptr(GPtrArray) tokens =
        nearness == NEAR_SOUND
            ? dictionary_by_sound(db, class, term->word, term->is_unfinished && is_who, MOST_ALIKE,
                                  error)
            : dictionary_by_part(db, class, term->word, MOST_ALIKE, error);
    return add_tokens(db, sought, tokens, nearness, error);
}

bool sought_may_be_alike(const Sought *sought)
{
    const Term *term = sought->term;
    return term->kind == TERM_WORD && !term->is_idle && strpbrk(term->word, "0123456789") == NULL;
}

/* Two errors are costly to look for: among the rest only where who they are has none. */
bool sought_add_alike(Db *db, Sought *sought, Nearness nearness, GError **error)
{
    if (!sought_may_be_alike(sought)) {
        return true;
    }
    guint before = sought->variants->len;
    return add_of_class(db, sought, CLASS_WHO, nearness, error) &&
           ((nearness == NEAR_TYPOS && sought->variants->len > before) ||
            add_of_class(db, sought, CLASS_REST, nearness, error));
}

bool sought_add_heard(Db *db, Sought *sought, GError **error)
{
    return add_of_class(db, sought, CLASS_WHO, NEAR_SOUND, error);
}
