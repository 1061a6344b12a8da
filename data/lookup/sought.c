/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From terms to the words of the index. */
#include "data/lookup/sought.h"

#include "data/lookup/dictionary.h"
#include "data/lookup/words.h"

#include <string.h>

enum {
    SHORTEST_PIECE = 3, /* digits of a phone number that are looked for */
    MOST_PIECES = 8,    /* of a number are asked for; the others are compared */
    MOST_BEGUN = 64,    /* words that begin so are asked for one by one, the first of them */
    MOST_CLAUSES = 4    /* more narrow nothing and cost as much as all before */
};

static void variant_free(gpointer data)
{
    Variant *variant = data;
    g_ptr_array_unref(variant->asked);
    g_free(variant->token);
    g_free(variant);
}

static void sought_free(gpointer data)
{
    Sought *sought = data;
    g_ptr_array_unref(sought->variants);
    g_free(sought);
}

Variant *sought_add(Sought *sought, char class, const char *word, Fit fit, Nearness nearness)
{
    Variant *variant = g_new0(Variant, 1);
    variant->token = g_strdup_printf("%c%s", class, word);
    variant->length = strlen(variant->token);
    variant->asked = g_ptr_array_new_with_free_func(index_word_free);
    variant->fit = fit;
    variant->nearness = nearness;
    g_ptr_array_add(sought->variants, variant);
    return variant;
}

static void ask(Variant *variant, const char *token, bool begins)
{
    g_ptr_array_add(variant->asked, index_word_of(token, begins));
}

/* The engines are quick with the beginnings they have an index of; for longer ones they would merge
 * all words that begin so. The dictionary knows these words, but for those of numbers and the very
 * long: where it knows none, there is little to merge. */
bool sought_ask(Db *db, Variant *variant, GError **error)
{
    bool is_long = g_utf8_strlen(variant->token, -1) > 1 + WORD_BEGIN;
    if (variant->fit != FIT_BEGINS || !is_long || !dictionary_takes(variant->token)) {
        ask(variant, variant->token, variant->fit == FIT_BEGINS);
        return true;
    }
    g_autoptr(GPtrArray) begun = dictionary_by_begin(db, variant->token, MOST_BEGUN, error);
    if (begun == NULL) {
        return false;
    }
    if (begun->len == 0) {
        ask(variant, variant->token, true);
    }
    for (guint i = 0; i < begun->len; i++) {
        ask(variant, g_ptr_array_index(begun, i), false);
    }
    return true;
}

static void add_mail(Sought *sought, const char *word)
{
    Variant *variant = sought_add(sought, CLASS_MAIL, word, FIT_BEGINS, NEAR_BEGIN);
    ask(variant, variant->token, true);
}

/* Adds the variant for a phone number with DIGITS in it, for which the index is asked by WORD,
 * which it takes. */
static void add_phone(Sought *sought, const char *digits, IndexWord *word)
{
    Variant *variant = sought_add(sought, CLASS_PHONE, digits, FIT_HOLDS, NEAR_BEGIN);
    g_ptr_array_add(variant->asked, word);
}

static bool add_begin(Db *db, Sought *sought, char class, const char *word, GError **error)
{
    return sought_ask(db, sought_add(sought, class, word, FIT_BEGINS, NEAR_BEGIN), error);
}

static bool add_digits(Db *db, Sought *sought, const char *digits, GError **error)
{
    size_t length = strlen(digits);
    if (!add_begin(db, sought, CLASS_WHO, digits, error) ||
        !add_begin(db, sought, CLASS_REST, digits, error)) {
        return false;
    }
    add_mail(sought, digits);
    if (length >= SHORTEST_PIECE) {
        g_autofree char *end = word_of_end(digits);
        g_autofree char *piece = g_strdup_printf("%c%s", CLASS_PIECE, digits);
        add_phone(sought, digits, index_word_of(end, true));
        add_phone(sought, digits,
                  length < WORD_PIECE
                      ? index_word_of(piece, true)
                      : index_word_new(words_of_pieces(digits, MOST_PIECES), false));
    }
    return true;
}

static void add_day(Sought *sought, const Term *term)
{
    g_autofree char *day = word_of_day(term->month, term->day, term->year);
    Variant *variant = sought_add(sought, CLASS_DAY, day + 1, FIT_EQUAL, NEAR_WHOLE);
    ask(variant, day, false);
}

/* Most words that mean the same are nobody's: these are not asked for again and again. */
static bool add_same(Db *db, Sought *sought, char class, const char *word, GError **error)
{
    g_autofree char *token = g_strdup_printf("%c%s", class, word);
    bool has = true;
    if (dictionary_takes(token) && !dictionary_has(db, token, &has, error)) {
        return false;
    }
    if (has) {
        Variant *variant = sought_add(sought, class, word, FIT_EQUAL, NEAR_WHOLE);
        ask(variant, token, false);
    }
    return true;
}

static bool add_word(Db *db, Sought *sought, const Term *term, GError **error)
{
    static const char classes[] = {CLASS_WHO, CLASS_REST};
    for (guint i = 0; i < G_N_ELEMENTS(classes); i++) {
        if (!add_begin(db, sought, classes[i], term->word, error)) {
            return false;
        }
        for (guint same = 0; term->same[same] != NULL; same++) {
            if (!add_same(db, sought, classes[i], term->same[same], error)) {
                return false;
            }
        }
    }
    add_mail(sought, term->word);
    return true;
}

static void add_mail_word(Sought *sought, const Term *term)
{
    static const char classes[] = {CLASS_MAIL, CLASS_REST};
    for (guint i = 0; i < G_N_ELEMENTS(classes); i++) {
        Fit fit = term->is_unfinished ? FIT_BEGINS : FIT_EQUAL;
        Nearness nearness = term->is_unfinished ? NEAR_BEGIN : NEAR_WHOLE;
        Variant *variant = sought_add(sought, classes[i], term->word, fit, nearness);
        ask(variant, variant->token, term->is_unfinished);
    }
}

static bool add_term(Db *db, Sought *sought, GError **error)
{
    switch (sought->term->kind) {
    case TERM_WORD:
        return add_word(db, sought, sought->term, error);
    case TERM_DIGITS:
    case TERM_PHONE:
        return add_digits(db, sought, sought->term->word, error);
    case TERM_MAIL:
        add_mail_word(sought, sought->term);
        break;
    case TERM_DAY:
        add_day(sought, sought->term);
        break;
    }
    return true;
}

GPtrArray *sought_new(Db *db, const Query *query, GError **error)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(sought_free);
    for (guint i = 0; i < query->terms->len; i++) {
        Sought *sought = g_new0(Sought, 1);
        sought->term = g_ptr_array_index(query->terms, i);
        sought->variants = g_ptr_array_new_with_free_func(variant_free);
        g_ptr_array_add(list, sought);
        if (!add_term(db, sought, error)) {
            return NULL;
        }
    }
    return g_steal_pointer(&list);
}

/* What the index is asked for a beginning, as a whole word. NULL where that cannot be said: of
 * pieces of a phone number the whole is its end. */
static IndexWord *whole_word(const Variant *variant, const IndexWord *word)
{
    if (word->tokens[0][0] == CLASS_PIECE ||
        (variant->fit == FIT_BEGINS && strcmp(word->tokens[0], variant->token) != 0)) {
        return NULL;
    }
    IndexWord *whole = g_memdup2(word, sizeof *word);
    whole->begins = word->begins && variant->fit != FIT_BEGINS;
    return whole;
}

static bool is_in(const Variant *variant, Scope scope)
{
    char class = variant->token[0];
    return scope == SCOPE_ALL || (scope == SCOPE_WHO ? class == CLASS_WHO : class != CLASS_MAIL);
}

/* Whether all that WORD finds begins as BEGIN does, as "johanna" begins with "jo". */
static bool is_begun(const IndexWord *word, const IndexWord *begin)
{
    return begin->begins && begin->tokens[1] == NULL &&
           g_str_has_prefix(word->tokens[0], begin->tokens[0]);
}

/* Drops from WORDS those that another one finds as well. */
static void drop_begun(GPtrArray *words)
{
    for (guint i = words->len; i > 0; i--) {
        for (guint j = words->len; j > 0; j--) {
            if (j != i && is_begun(words->pdata[i - 1], words->pdata[j - 1])) {
                g_ptr_array_remove_index(words, i - 1);
                break;
            }
        }
    }
}

static GPtrArray *clause_of(const Sought *sought, Scope scope, bool whole)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < sought->variants->len; i++) {
        const Variant *variant = g_ptr_array_index(sought->variants, i);
        if (!is_in(variant, scope) || variant->nearness < sought->from) {
            continue;
        }
        for (guint j = 0; j < variant->asked->len; j++) {
            const IndexWord *word = g_ptr_array_index(variant->asked, j);
            IndexWord *asked = whole ? whole_word(variant, word) : g_memdup2(word, sizeof *word);
            if (asked != NULL) {
                g_ptr_array_add(words, asked);
            }
        }
    }
    drop_begun(words);
    return words;
}

/* Days and what has more letters narrow most. */
static gint compare_width(gconstpointer left, gconstpointer right)
{
    const Sought *a = *(const Sought *const *)left, *b = *(const Sought *const *)right;
    size_t first = a->term->kind == TERM_DAY ? G_MAXSIZE : strlen(a->term->word);
    size_t second = b->term->kind == TERM_DAY ? G_MAXSIZE : strlen(b->term->word);
    return (second > first) - (second < first);
}

GPtrArray *sought_clauses(const GPtrArray *sought, Scope scope, bool whole)
{
    GPtrArray *clauses = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    g_autoptr(GPtrArray) required = g_ptr_array_new();
    for (guint i = 0; i < sought->len; i++) {
        Sought *one = g_ptr_array_index(sought, i);
        if (!one->term->is_idle) {
            g_ptr_array_add(required, one);
        }
    }
    if (required->len > MOST_CLAUSES) {
        g_ptr_array_sort(required, compare_width);
        g_ptr_array_set_size(required, MOST_CLAUSES);
    }
    for (guint i = 0; i < required->len; i++) {
        g_ptr_array_add(clauses, clause_of(g_ptr_array_index(required, i), scope, whole));
    }
    return clauses;
}

GPtrArray *sought_clause(const Sought *sought, Scope scope)
{
    GPtrArray *clauses = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    g_ptr_array_add(clauses, clause_of(sought, scope, false));
    return clauses;
}
