/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dictionary of the words of all customers, on both engines. */
#include "tests/data/fixture.h"

#include "data/lookup/dictionary.h"
#include "data/lookup/typo.h"

#include <string.h>

/* The last two do not belong into it. */
static const char *const tokens[] = {
    "wmeier",   "wmaier",       "wmayr",    "wmeyerhof", "wmohr",      "wmauer",   "wschmidt",
    "wschmitt", "wschmied",     "wschmitz", "wheyer",    "rmeier",     "rschmidt", "wzimmermann",
    "wbehm",    "wzimmererr",   "wjan",     "wyann",     "wklingmann", "wmann",    "wmannheim",
    "wbohm",    "wbananananas", "wжуков",   "wжкуова",   "n0421",      "wxy",      NULL,
};

static void learn(Db *db)
{
    g_autoptr(GError) error = NULL;
    expect_done(db_begin(db, &error), error);
    expect_done(dictionary_learn(db, tokens, &error), error);
    expect_done(dictionary_learn(db, tokens, &error), error);
    expect_done(db_commit(db, &error), error);
}

static gint64 count(Db *db, const char *sql)
{
    g_autoptr(GError) error = NULL;
    gint64 rows = -1;
    expect_done(db_get_int(db, sql, DB_NO_VALUES, &rows, NULL, &error), error);
    return rows;
}

static gint64 count_words(Db *db)
{
    return count(db, "SELECT COUNT(*) FROM lookup_word");
}

static gint64 count_parts(Db *db)
{
    return count(db, "SELECT COUNT(*) FROM lookup_part");
}

static char *joined(GPtrArray *list)
{
    g_ptr_array_add(list, NULL);
    char *text = g_strjoinv(" ", (char **)list->pdata);
    g_ptr_array_unref(list);
    return text;
}

static void expect_sound(Db *db, const char *word, bool unfinished, guint most, const char *right)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *list = dictionary_by_sound(db, 'w', word, unfinished, most, &error);
    expect_done(list != NULL, error);
    g_autofree char *found = joined(list);
    if (strcmp(found, right) != 0) {
        fail_msg("“%s” sounds as “%s”, not “%s”", word, found, right);
    }
}

static void expect_part(Db *db, const char *part, guint most, const char *right)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *list = dictionary_by_part(db, 'w', part, most, &error);
    expect_done(list != NULL, error);
    g_autofree char *found = joined(list);
    if (strcmp(found, right) != 0) {
        fail_msg("“%s” is inside “%s”, not “%s”", part, found, right);
    }
}

static void expect_typo(Db *db, const char *word, guint errors, bool unfinished, const char *right)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) found = g_string_new(NULL);
    g_autoptr(GPtrArray) hits = dictionary_by_typo(db, 'w', word, errors, unfinished, 20, &error);
    expect_done(hits != NULL, error);
    for (guint i = 0; i < hits->len; i++) {
        const TypoHit *hit = hits->pdata[i];
        g_string_append_printf(found, "%s%s%s%u", i > 0 ? " " : "", hit->word,
                               hit->is_whole ? "=" : "*", hit->errors);
    }
    if (strcmp(found->str, right) != 0) {
        fail_msg("“%s” is nearly “%s”, not “%s”", word, found->str, right);
    }
}

static void dictionary_takes__only_words(void **state)
{
    (void)state;
    g_autofree char *longest = g_strdup_printf("w%040d", 0);
    g_autofree char *too_long = g_strdup_printf("w%041d", 0);
    longest[1] = too_long[1] = 'a';
    assert_true(dictionary_takes("wott"));
    assert_true(dictionary_takes("wanna2"));
    assert_true(dictionary_takes("rжук"));
    assert_true(dictionary_takes(longest));
    assert_false(dictionary_takes(too_long));
    assert_false(dictionary_takes("wot"));
    assert_false(dictionary_takes("w"));
    assert_false(dictionary_takes(""));
    assert_false(dictionary_takes("w12345"));
    assert_false(dictionary_takes("eott"));
    assert_false(dictionary_takes("!"));
    assert_false(dictionary_takes("0421"));
}

static void dictionary_learn__keeps_each_word_once__and_forget_takes_it_out(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(GError) error = NULL;
    learn(fixture->db);
    assert_int_equal(count_words(fixture->db), G_N_ELEMENTS(tokens) - 3);
    gint64 parts = count_parts(fixture->db);

    const char *const gone[] = {"wmeier", "wnobody", "n0421", NULL};
    expect_done(dictionary_forget(fixture->db, gone, &error), error);
    expect_done(dictionary_forget(fixture->db, gone, &error), error);
    assert_int_equal(count_words(fixture->db), G_N_ELEMENTS(tokens) - 4);
    assert_int_equal(count_parts(fixture->db), parts - 2); /* eier, ier */
    expect_part(fixture->db, "eier", 20, "");

    const char *const back[] = {"wmeier", NULL};
    expect_done(dictionary_learn(fixture->db, back, &error), error);
    expect_part(fixture->db, "eier", 20, "wmeier");
    assert_int_equal(count_parts(fixture->db), parts);
    expect_done(dictionary_clear(fixture->db, &error), error);
    assert_int_equal(count_words(fixture->db) + count_parts(fixture->db), 0);
    expect_sound(fixture->db, "meier", true, 20, "");
    expect_typo(fixture->db, "meire", 2, true, "");
}

static void dictionary_by_sound__puts_the_likelier_first(void **state)
{
    const Fixture *fixture = *state;
    learn(fixture->db);
    expect_sound(fixture->db, "meier", false, 20, "wmaier wmayr");
    expect_sound(fixture->db, "mayer", false, 20, "wmaier wmeier wmayr");
    expect_sound(fixture->db, "mayer", true, 20, "wmaier wmeier wmayr");
    expect_sound(fixture->db, "mayer", false, 1, "wmaier");
    expect_sound(fixture->db, "mohr", false, 20, "");
    expect_sound(fixture->db, "moor", false, 20, "wmohr");
    expect_sound(fixture->db, "jann", false, 20, "wjan wyann");
    expect_sound(fixture->db, "bohm", false, 20, "wbehm");
    expect_sound(fixture->db, "schmit", false, 20, "wschmidt wschmitt wschmied");
    expect_sound(fixture->db, "cimmer", true, 20, "wzimmererr wzimmermann");
    expect_sound(fixture->db, "cimmer", false, 20, "");
    expect_sound(fixture->db, "жуков", true, 20, "");
    expect_sound(fixture->db, "", true, 20, "");
}

static void dictionary_by_typo__finds_words_and_beginnings(void **state)
{
    const Fixture *fixture = *state;
    learn(fixture->db);
    expect_typo(fixture->db, "zimmremann", 1, false, "wzimmermann=1");
    expect_typo(fixture->db, "zimmremann", 2, false, "wzimmermann=1");
    expect_typo(fixture->db, "izmmermann", 1, false, "wzimmermann=1");
    expect_typo(fixture->db, "zimmermnan", 1, false, "wzimmermann=1");
    expect_typo(fixture->db, "zimemr", 1, true, "wzimmer*1");
    expect_typo(fixture->db, "zimemr", 1, false, "");
    expect_typo(fixture->db, "schmidt", 1, false, "wschmitt=1");
    expect_typo(fixture->db, "жкуов", 1, false, "wжкуова=1 wжуков=1");
    expect_typo(fixture->db, "жкуов", 2, true, "wжуков=1");
    expect_typo(fixture->db, "quark", 2, true, "");
    expect_typo(fixture->db, "", 1, true, "");
    /* Both errors in the first half. */
    expect_typo(fixture->db, "izmemrmann", 2, false, "wzimmermann=2");
    expect_typo(fixture->db, "zxymer", 2, true, "wzimmer*2");
    expect_typo(fixture->db, "zxymer", 2, false, "");
    expect_typo(fixture->db, "xxukowa", 2, true, "");
}

static void dictionary_by_part__looks_inside_words(void **state)
{
    const Fixture *fixture = *state;
    learn(fixture->db);
    expect_part(fixture->db, "mann", 20, "wklingmann wzimmermann");
    expect_part(fixture->db, "mann", 1, "wklingmann");
    expect_part(fixture->db, "man", 20, "wklingmann wzimmermann");
    expect_part(fixture->db, "ana", 20, "wbananananas");
    expect_part(fixture->db, "nheim", 20, "wmannheim");
    expect_part(fixture->db, "mei", 20, "");
    expect_part(fixture->db, "уко", 20, "wжуков");
    expect_part(fixture->db, "an", 20, "");
    expect_part(fixture->db, "", 20, "");
}

/* 2,000 words, enough that no question can be answered from one page; most end in "mann", some in
 * "berg". NULL behind them. */
static GPtrArray *learn_many(Db *db)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *many = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < 2000; i++) {
        g_ptr_array_add(many,
                        g_strdup_printf("w%c%c%c%s", (char)('a' + i % 23), (char)('a' + i / 23 % 9),
                                        (char)('a' + i / 207), i % 11 == 10 ? "berg" : "mann"));
    }
    g_ptr_array_add(many, NULL);
    expect_done(db_begin(db, &error), error);
    expect_done(dictionary_learn(db, (const char *const *)many->pdata, &error), error);
    expect_done(db_commit(db, &error), error);
    return many;
}

static gint compare_texts(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* What a look at each of MANY words finds with one or two errors: "token=1 token=2 …",
 * the first twenty. */
static char *looked_through(const GPtrArray *many, const char *word)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; many->pdata[i] != NULL; i++) {
        guint errors = typo_errors(word, (const char *)many->pdata[i] + 1, 2);
        if (errors == 1 || errors == 2) {
            g_ptr_array_add(
                found, g_strdup_printf("%u%s=%u", errors, (const char *)many->pdata[i], errors));
        }
    }
    g_ptr_array_sort(found, compare_texts);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < MIN(found->len, 20); i++) {
        const char *one = found->pdata[i];
        g_string_append_printf(text, "%s%s", i > 0 ? " " : "", one + 1);
    }
    return g_string_free(text, FALSE);
}

static void dictionary_by_typo__finds_two_errors__however_many_end_alike(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GPtrArray) many = learn_many(fixture->db);
    for (guint i = 10; i < 2000; i += 131) {
        const char *token = many->pdata[i];
        g_autofree char *early = g_strdup_printf("%c%cz%s", token[2], token[1], token + 4);
        g_autofree char *late = g_strdup_printf("%c%cz%snx", token[1], token[3], token + 4);
        g_autofree char *right = looked_through(many, early);
        g_autofree char *also_right = looked_through(many, late);
        expect_typo(fixture->db, early, 2, false, right);
        expect_typo(fixture->db, late, 2, false, also_right);
        assert_non_null(strstr(right, "=2"));
    }
}

static void dictionary_by_typo__walks_from_page_to_page(void **state)
{
    const Fixture *fixture = *state;
    g_autoptr(GPtrArray) many = learn_many(fixture->db);
    for (guint i = 0; i < 2000; i += 97) {
        const char *token = many->pdata[i];
        g_autofree char *typed = g_strndup(token + 1, 3);
        g_autofree char *swapped =
            g_strconcat(typed, g_str_has_suffix(token, "mann") ? "mnan" : "breg", NULL);
        g_autofree char *right = g_strconcat(token, "=1", NULL);
        expect_typo(fixture->db, swapped, 1, false, right);
    }
    expect_part(fixture->db, "amann", 3, "waaamann wabamann wacamann");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dictionary_takes__only_words),
        cmocka_unit_test(dictionary_learn__keeps_each_word_once__and_forget_takes_it_out),
        cmocka_unit_test(dictionary_by_sound__puts_the_likelier_first),
        cmocka_unit_test(dictionary_by_typo__finds_words_and_beginnings),
        cmocka_unit_test(dictionary_by_part__looks_inside_words),
        cmocka_unit_test(dictionary_by_typo__finds_two_errors__however_many_end_alike),
        cmocka_unit_test(dictionary_by_typo__walks_from_page_to_page),
    };
    return fixture_for_each_engine("dictionary", tests, G_N_ELEMENTS(tests));
}
