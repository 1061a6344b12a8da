/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing errors: counting them, and that the walk finds what a look at every word finds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/base/fault.h"
#include "data/lookup/typo.h"

#include <string.h>

enum { WORDS = 2000, QUERIES = 600, ALL = 100000 };

/* A sorted dictionary in memory that counts how often it is asked. */
typedef struct {
    GPtrArray *words;
    guint looks;
    guint breaks_at; /* fails when asked so often; 0: never */
} Shelf;

static gint compare_words(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *seek(gpointer data, const char *from, GError **error)
{
    Shelf *shelf = data;
    if (++shelf->looks == shelf->breaks_at) {
        g_set_error_literal(error, FAULT, FAULT_BUSY, "The shelf is away.");
        return NULL;
    }
    guint low = 0;
    guint high = shelf->words->len;
    while (low < high) {
        guint middle = (low + high) / 2;
        if (strcmp(shelf->words->pdata[middle], from) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < shelf->words->len ? shelf->words->pdata[low] : NULL;
}

/* The words of LIST, parted by blanks. */
static Shelf *shelf_of(const char *list)
{
    Shelf *shelf = g_new0(Shelf, 1);
    g_auto(GStrv) words = g_strsplit(list, " ", -1);
    shelf->words = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; words[i] != NULL; i++) {
        g_ptr_array_add(shelf->words, g_strdup(words[i]));
    }
    g_ptr_array_sort(shelf->words, compare_words);
    return shelf;
}

static void shelf_free(Shelf *shelf)
{
    g_ptr_array_unref(shelf->words);
    g_free(shelf);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Shelf, shelf_free)

/* The hits as "word 1, beginning* 2". */
static char *told(const GPtrArray *hits)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < hits->len; i++) {
        const TypoHit *hit = hits->pdata[i];
        g_string_append_printf(text, "%s%s%s %u", i > 0 ? ", " : "", hit->word,
                               hit->is_whole ? "" : "*", hit->errors);
    }
    return g_string_free(text, FALSE);
}

static char *walked(Shelf *shelf, const char *begin, const char *word, guint errors,
                    bool with_beginnings, guint most)
{
    g_autoptr(GError) error = NULL;
    const TypoSource source = {seek, shelf};
    const TypoQuestion question = {
        .begin = begin, .word = word, .errors = errors, .with_beginnings = with_beginnings};
    g_autoptr(GPtrArray) hits = typo_walk(&source, &question, ALL, &error);
    assert_non_null(hits);
    assert_null(error);
    typo_settle(hits, most);
    return told(hits);
}

static void typo_errors__counts_each_kind_once(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        guint most, errors;
    } cases[] = {
        {"", "", 2, 0},
        {"schmidt", "schmidt", 2, 0},
        {"schmidt", "schmitd", 2, 1},  /* swapped at the end */
        {"schmidt", "cshmidt", 2, 1},  /* at the beginning */
        {"schmidt", "schmdt", 2, 1},   /* one missing */
        {"schmidt", "sschmidt", 2, 1}, /* one too many */
        {"schmidt", "schmibt", 2, 1},  /* another one */
        {"schmidt", "cshmitd", 2, 2},  /* two swaps */
        {"schmidt", "meier", 2, 3},
        {"schmidt", "meier", 9, 6},
        {"a", "", 2, 1},
        {"", "abc", 2, 3},
        {"ca", "abc", 3, 3}, /* what is swapped is not changed again */
        {"жук", "жку", 2, 1},
        {"жук", "жк", 2, 1},
        {"おとうと", "おとうど", 1, 1},
        {"abcdef", "badcfe", 2, 3},
        {"abcdef", "badcfe", 3, 3},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        guint there = typo_errors(cases[i].a, cases[i].b, cases[i].most);
        guint back = typo_errors(cases[i].b, cases[i].a, cases[i].most);
        if (there != cases[i].errors || back != cases[i].errors) {
            fail_msg("%s and %s: %u and %u, not %u", cases[i].a, cases[i].b, there, back,
                     cases[i].errors);
        }
    }
}

static void typo_walk__finds_words_with_errors__best_first(void **state)
{
    (void)state;
    static const struct {
        const char *begin, *word;
        guint errors;
        bool with_beginnings;
        guint most;
        const char *found;
    } cases[] = {
        {"w", "schmidt", 1, false, 9, "wschmid 1, wschmitt 1"},
        {"w", "schmidt", 2, false, 1, "wschmid 1"},
        {"w", "cshmitt", 1, false, 9, "wschmitt 1"},
        {"w", "schmitb", 1, true, 9, "wschmitt 1, wschmidb* 1"},
        {"w", "schmibd", 1, true, 9, "wschmid 1, wschmid* 1"},
        {"w", "zimemr", 1, true, 9, "wzimmer 1, wzimmer* 1"},
        {"w", "zimmre", 1, true, 9, "wzimmer 1, wzimme* 1"},
        {"w", "zimmre", 1, false, 9, "wzimmer 1"},
        {"w", "zimmer", 2, true, 9, ""},
        {"w", "zimmerx", 1, true, 9, "wzimmer 1"},
        {"w", "xzimmer", 1, true, 9, "wzimmer 1, wzimmer* 1"},
        {"w", "шук", 1, true, 9, "wжук 1"},
        {"r", "schmid", 2, false, 9, "rschmitz 2"},
        {"q", "schmid", 2, true, 9, ""},
    };
    g_autoptr(Shelf) shelf = shelf_of("rschmitz wschied wschmid wschmidberger wschmidt wschmitt "
                                      "wzimmer wzimmermann wжук xschmidb");
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *found = walked(shelf, cases[i].begin, cases[i].word, cases[i].errors,
                                        cases[i].with_beginnings, cases[i].most);
        if (strcmp(found, cases[i].found) != 0) {
            fail_msg("“%s” found “%s” and not “%s”", cases[i].word, found, cases[i].found);
        }
    }
}

/* Whether BEGINNING ends as WORD does, or in its last two letters swapped. */
static bool ends_as_typed(const char *beginning, const char *word, guint errors)
{
    glong length = g_utf8_strlen(word, -1);
    glong letters = g_utf8_strlen(beginning, -1);
    g_autofree char *tail = g_utf8_substring(word, length - 1, length);
    if (g_str_has_suffix(beginning, tail)) {
        return true;
    }
    if (length < 2 || letters < 2) {
        return false;
    }
    g_autofree char *before = g_utf8_substring(word, length - 2, length - 1);
    g_autofree char *turned = g_strconcat(tail, before, NULL);
    g_autofree char *word_rest = g_utf8_substring(word, 0, length - 2);
    g_autofree char *rest = g_utf8_substring(beginning, 0, letters - 2);
    return g_str_has_suffix(beginning, turned) && typo_errors(rest, word_rest, 9) + 1 == errors;
}

static void remember(GHashTable *seen, GPtrArray *hits, const char *word, guint errors,
                     bool is_whole)
{
    g_autofree char *key = g_strdup_printf("%s%s", word, is_whole ? "" : "*");
    if (g_hash_table_add(seen, g_steal_pointer(&key))) {
        TypoHit *hit = g_new0(TypoHit, 1);
        hit->word = g_strdup(word);
        hit->errors = errors;
        hit->is_whole = is_whole;
        g_ptr_array_add(hits, hit);
    }
}

static void hit_free(gpointer data)
{
    TypoHit *hit = data;
    g_free(hit->word);
    g_free(hit);
}

static gint compare_hits(gconstpointer a, gconstpointer b)
{
    const TypoHit *const *first = a;
    const TypoHit *const *second = b;
    guint low = (*first)->errors * 2 + ((*first)->is_whole ? 0 : 1);
    guint high = (*second)->errors * 2 + ((*second)->is_whole ? 0 : 1);
    return low != high ? (low < high ? -1 : 1) : strcmp((*first)->word, (*second)->word);
}

/* One word of the dictionary, looked at letter by letter as the header tells it. */
static void look_at(GHashTable *seen, GPtrArray *hits, const char *entry, const char *word,
                    guint errors, bool with_beginnings)
{
    glong length = g_utf8_strlen(entry, -1);
    glong least = g_utf8_strlen(word, -1) - 1;
    guint known = errors + 1; /* the errors of the best beginning so far */
    for (glong letters = 1; with_beginnings && letters < length && known > 0; letters++) {
        g_autofree char *beginning = g_utf8_substring(entry, 0, letters);
        guint wrong = typo_errors(beginning, word, errors);
        if (wrong == 0) {
            known = 0;
        } else if (wrong < known && letters >= least && ends_as_typed(beginning, word, wrong)) {
            remember(seen, hits, beginning, wrong, false);
            known = wrong;
        }
    }
    guint wrong = typo_errors(entry, word, errors);
    if (wrong > 0 && wrong <= MIN(known, errors)) {
        remember(seen, hits, entry, wrong, true);
    }
}

static char *looked_through(const GPtrArray *words, const char *word, guint errors,
                            bool with_beginnings)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func(hit_free);
    for (guint i = 0; i < words->len; i++) {
        look_at(seen, hits, words->pdata[i], word, errors, with_beginnings);
    }
    g_ptr_array_sort(hits, compare_hits);
    return told(hits);
}

/* A word of few different letters, so that many are alike. */
static char *random_word(GRand *chance)
{
    static const char *const letters[] = {"a", "b", "e", "z", "é", "ж", "龍", "😀"};
    GString *word = g_string_new(NULL);
    gint length = g_rand_int_range(chance, 1, 8);
    gint kinds = g_rand_boolean(chance) ? 3 : (gint)G_N_ELEMENTS(letters);
    for (gint i = 0; i < length; i++) {
        g_string_append(word, letters[g_rand_int_range(chance, 0, kinds)]);
    }
    return g_string_free(word, FALSE);
}

/* A shelf of random words. */
static Shelf *random_shelf(GRand *chance)
{
    g_autoptr(GHashTable) words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < WORDS; i++) {
        g_hash_table_add(words, random_word(chance));
    }
    Shelf *shelf = shelf_of("");
    g_ptr_array_set_size(shelf->words, 0);
    GHashTableIter iter;
    gpointer key = NULL;
    g_hash_table_iter_init(&iter, words);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        g_ptr_array_add(shelf->words, g_strdup(key));
    }
    g_ptr_array_sort(shelf->words, compare_words);
    return shelf;
}

static void typo_walk__finds_what_a_look_at_every_word_finds(void **state)
{
    (void)state;
    g_autoptr(GRand) chance = g_rand_new_with_seed(1969);
    g_autoptr(Shelf) shelf = random_shelf(chance);
    guint found = 0;
    for (guint i = 0; i < QUERIES; i++) {
        g_autofree char *word = random_word(chance);
        guint errors = 1 + i % 2;
        bool with_beginnings = i % 4 < 2;
        g_autofree char *right = looked_through(shelf->words, word, errors, with_beginnings);
        g_autofree char *answer = walked(shelf, "", word, errors, with_beginnings, ALL);
        if (strcmp(answer, right) != 0) {
            fail_msg("“%s” with %u errors%s found\n%s\nand not\n%s", word, errors,
                     with_beginnings ? " and beginnings" : "", answer, right);
        }
        found += *answer != '\0';
    }
    assert_true(found > QUERIES / 2);
}

/* What a walk that is sure of some letters finds, with what is added to it. */
static char *walked_and_added(Shelf *shelf, const TypoQuestion *question, guint *added)
{
    g_autoptr(GError) error = NULL;
    const TypoSource source = {seek, shelf};
    g_autoptr(GPtrArray) hits = typo_walk(&source, question, ALL, &error);
    assert_non_null(hits);
    guint before = hits->len;
    for (guint i = 0; i < shelf->words->len; i++) {
        if (g_str_has_prefix(shelf->words->pdata[i], question->begin)) {
            typo_add(hits, question, shelf->words->pdata[i]);
        }
    }
    *added += hits->len - before;
    typo_settle(hits, ALL);
    return told(hits);
}

static void typo_add__gives_what_a_sure_walk_leaves_out(void **state)
{
    (void)state;
    g_autoptr(GRand) chance = g_rand_new_with_seed(1974);
    g_autoptr(Shelf) shelf = random_shelf(chance);
    guint added = 0, found = 0;
    for (guint i = 0; i < QUERIES; i++) {
        g_autofree char *word = random_word(chance);
        const TypoQuestion all = {.begin = i % 3 == 0 ? "a" : "",
                                  .word = word,
                                  .errors = 2 + i % 2,
                                  .with_beginnings = i % 4 < 2};
        glong letters = g_utf8_strlen(word, -1);
        TypoQuestion question = all;
        question.sure = letters > 2 ? (guint)g_rand_int_range(chance, 1, (gint32)letters - 1) : 0;
        g_autofree char *right =
            walked(shelf, all.begin, word, all.errors, all.with_beginnings, ALL);
        g_autofree char *answer = walked_and_added(shelf, &question, &added);
        if (question.sure > 0 && strcmp(answer, right) != 0) {
            fail_msg(
                "“%s” behind “%s” with %u errors%s, sure of %u letters, found\n%s\nand not\n%s",
                word, all.begin, all.errors, all.with_beginnings ? " and beginnings" : "",
                question.sure, answer, right);
        }
        found += *answer != '\0';
    }
    assert_true(added > QUERIES && found > QUERIES / 2);
}

static void typo_walk__asks_no_more_often_than_it_may(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Shelf) shelf = shelf_of("anna anne arno berta bernd carla clara dora doris emma");
    const TypoSource source = {seek, shelf};
    const TypoQuestion question = {
        .begin = "", .word = "carlo", .errors = 2, .with_beginnings = true};
    g_autoptr(GPtrArray) all = typo_walk(&source, &question, ALL, &error);
    assert_non_null(all);
    guint needed = shelf->looks;
    assert_true(needed > 3);
    for (guint most = 0; most <= needed + 1; most++) {
        shelf->looks = 0;
        g_autoptr(GPtrArray) hits = typo_walk(&source, &question, most, &error);
        assert_non_null(hits);
        assert_int_equal(shelf->looks, MIN(most, needed));
        assert_true(hits->len <= all->len);
    }
}

static void typo_walk__skips_what_cannot_fit(void **state)
{
    (void)state;
    g_autoptr(Shelf) shelf = shelf_of("");
    g_ptr_array_set_size(shelf->words, 0);
    for (guint i = 0; i < 26 * 26 * 26 * 26; i++) {
        g_ptr_array_add(shelf->words,
                        g_strdup_printf("%c%c%c%cen", (char)('a' + i / 17576),
                                        (char)('a' + i / 676 % 26), (char)('a' + i / 26 % 26),
                                        (char)('a' + i % 26)));
    }
    g_autofree char *hits = walked(shelf, "", "wxyzne", 1, false, ALL);
    assert_string_equal(hits, "wxyzen 1");
    assert_true(shelf->looks < 200);
}

static void typo_walk__hands_on_a_fault(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Shelf) shelf = shelf_of("anna anne arno");
    shelf->breaks_at = 2;
    const TypoSource source = {seek, shelf};
    const TypoQuestion question = {.begin = "", .word = "ana", .errors = 1};
    GPtrArray *hits = typo_walk(&source, &question, ALL, &error);
    assert_null(hits);
    assert_true(g_error_matches(error, FAULT, FAULT_BUSY));
}

static void typo_walk__answers__whatever_is_typed(void **state)
{
    (void)state;
    g_autoptr(Shelf) shelf = shelf_of("a ab anna \xF4\x8F\xBF\xBF \xED\x9F\xBF z");
    static const char *const words[] = {"", "a", "\xF4\x8F\xBF\xBF", "\xEE\x80\x80", "zz"};
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        for (guint errors = 0; errors <= 3; errors++) {
            g_autofree char *whole = walked(shelf, "", words[i], errors, false, ALL);
            g_autofree char *right = looked_through(shelf->words, words[i], errors, false);
            assert_string_equal(whole, right);
            g_autofree char *begun = walked(shelf, "", words[i], errors, true, ALL);
            assert_true(errors > 0 || *begun == '\0');
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typo_errors__counts_each_kind_once),
        cmocka_unit_test(typo_walk__finds_words_with_errors__best_first),
        cmocka_unit_test(typo_walk__finds_what_a_look_at_every_word_finds),
        cmocka_unit_test(typo_add__gives_what_a_sure_walk_leaves_out),
        cmocka_unit_test(typo_walk__asks_no_more_often_than_it_may),
        cmocka_unit_test(typo_walk__skips_what_cannot_fit),
        cmocka_unit_test(typo_walk__hands_on_a_fault),
        cmocka_unit_test(typo_walk__answers__whatever_is_typed),
    };
    return cmocka_run_group_tests_name("typo", tests, NULL, NULL);
}
