/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short forms, words that mean the same, words that say nothing: those the program brings, and an
 * owner's own lines. */
#include "tests/data/fixture.h"

#include "data/lookup/builtinwords.h"
#include "data/lookup/vocabulary.h"
#include "data/lookup/wordline.h"

#include <glib/gstdio.h>
#include <string.h>

static bool means(const Vocabulary *vocabulary, const char *word, const char *other)
{
    return g_strv_contains(vocabulary_same(vocabulary, word), other);
}

static void expect_means(const Vocabulary *vocabulary, const char *word, const char *other)
{
    if (!means(vocabulary, word, other)) {
        fail_msg("“%s” should find “%s”", word, other);
    }
}

static void expect_not(const Vocabulary *vocabulary, const char *word, const char *other)
{
    if (means(vocabulary, word, other)) {
        fail_msg("“%s” should not find “%s”", word, other);
    }
}

/* The built-in words and TEXT, which is in order. */
static Vocabulary *with(const char *text)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    Vocabulary *vocabulary = vocabulary_new();
    vocabulary_read(vocabulary, text, "words", faults);
    if (faults->len > 0) {
        fail_msg("%s", (const char *)faults->pdata[0]);
    }
    return vocabulary;
}

static void vocabulary__knows_short_forms__both_ways(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"sepp", "josef"},      {"jupp", "joseph"},    {"uschi", "ursula"},
        {"kathi", "katharina"}, {"hanne", "johanna"},  {"schorsch", "georg"},
        {"wastl", "sebastian"}, {"hias", "matthias"},  {"vroni", "veronika"},
        {"fiete", "friedrich"}, {"kalle", "karl"},     {"gerd", "gerhard"},
        {"bill", "william"},    {"peggy", "margaret"}, {"sascha", "alexander"},
        {"kasia", "katarzyna"}, {"ibo", "ibrahim"},    {"rudi", "rudolf"},
        {"beppe", "giuseppe"},
    };
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
        expect_means(vocabulary, pairs[i][0], pairs[i][1]);
        expect_means(vocabulary, pairs[i][1], pairs[i][0]);
    }
}

static void vocabulary__takes_one_step__and_not_two(void **state)
{
    (void)state;
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    expect_not(vocabulary, "sepp", "jupp");
    expect_not(vocabulary, "sepp", "hans");
    expect_not(vocabulary, "josef", "johannes");
    static const char *const names[] = {"josef", "johannes", "johanna", "joachim"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        expect_means(vocabulary, "jo", names[i]);
        expect_means(vocabulary, names[i], "jo");
    }
    expect_not(vocabulary, "josef", "josef");
}

static void vocabulary__knows_the_words_of_a_shop(void **state)
{
    (void)state;
    static const char *const lines[][3] = {
        {"brotchen", "semmel", "schrippe"},
        {"karotte", "mohren", "rubli"},
        {"sahne", "obers", "rahm"},
        {"aprikose", "marille", "marillen"},
        {"fahrrad", "rad", "velo"},
        {"dackel", "teckel", "dachshund"},
        {"krapfen", "berliner", "pfannkuchen"},
        {"quark", "topfen", "weisskase"},
        {"tomate", "paradeiser", "tomaten"},
        {"kartoffel", "erdapfel", "grumbeere"},
    };
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        for (guint one = 0; one < 3; one++) {
            for (guint other = 0; other < 3; other++) {
                if (one != other) {
                    expect_means(vocabulary, lines[i][one], lines[i][other]);
                }
            }
        }
    }
    expect_means(vocabulary, "str", "strasse");
    expect_means(vocabulary, "st", "sankt");
    expect_means(vocabulary, "dr", "doktor");
}

static void vocabulary__knows_ends_of_words(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"hauptstr", "hauptstrasse"}, {"hauptstrasse", "hauptstr"},
        {"marktpl", "marktplatz"},    {"str", NULL},
        {"strasser", NULL},           {"muller", NULL},
    };
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
        vocabulary_respell(vocabulary, cases[i][0], builder);
        g_auto(GStrv) words = g_strv_builder_end(builder);
        assert_int_equal(g_strv_length(words), cases[i][1] != NULL);
        assert_true(cases[i][1] == NULL || strcmp(words[0], cases[i][1]) == 0);
    }
    g_autoptr(Vocabulary) own = with("*gasse = *g\n- *str = *strasse\n");
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    vocabulary_respell(own, "hauptstr", builder);
    vocabulary_respell(own, "ringgasse", builder);
    g_auto(GStrv) words = g_strv_builder_end(builder);
    assert_int_equal(g_strv_length(words), 1);
    assert_string_equal(words[0], "ringg");
}

static void vocabulary__knows_words_that_say_nothing(void **state)
{
    (void)state;
    static const char *const idle[] = {"der", "mit", "dem", "von", "van", "frau", "the", "with"};
    static const char *const telling[] = {"dackel", "sepp", "skip", "", "muller"};
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    for (guint i = 0; i < G_N_ELEMENTS(idle); i++) {
        assert_true(vocabulary_is_idle(vocabulary, idle[i]));
    }
    for (guint i = 0; i < G_N_ELEMENTS(telling); i++) {
        assert_false(vocabulary_is_idle(vocabulary, telling[i]));
    }
    assert_null(vocabulary_same(vocabulary, "")[0]);
    assert_null(vocabulary_same(vocabulary, "gibtesnicht")[0]);
}

static void vocabulary_read__adds_own_lines(void **state)
{
    (void)state;
    g_autoptr(Vocabulary) vocabulary = with("\xEF\xBB\xBF# Emma's words\r\n"
                                            "\r\n"
                                            "Mürbchen = KRÖSCHEN, Knispel # ours\r\n"
                                            "Leberecht = Lebrecht: Lebi,\n"
                                            "skip: bitte, Süße\n");
    expect_means(vocabulary, "murbchen", "kroschen");
    expect_means(vocabulary, "knispel", "kroschen");
    expect_not(vocabulary, "knispel", "ours");
    expect_means(vocabulary, "lebi", "lebrecht");
    expect_means(vocabulary, "leberecht", "lebrecht");
    assert_true(vocabulary_is_idle(vocabulary, "susse"));
    /* What was there stays. */
    expect_means(vocabulary, "sepp", "josef");
}

static void vocabulary_read__takes_out_what_is_built_in(void **state)
{
    (void)state;
    g_autoptr(Vocabulary) vocabulary = with("- Josef = Joseph: Jupp\n"
                                            "- Dackel = Teckel\n"
                                            "- skip: von, van\n"
                                            "- Berliner\n");
    expect_not(vocabulary, "josef", "jupp");
    expect_not(vocabulary, "jupp", "joseph");
    expect_means(vocabulary, "josef", "joseph");
    expect_means(vocabulary, "josef", "sepp");
    expect_not(vocabulary, "dackel", "teckel");
    expect_not(vocabulary, "teckel", "dackel");
    expect_means(vocabulary, "dackel", "dachshund");
    expect_means(vocabulary, "teckel", "dachshund");
    assert_false(vocabulary_is_idle(vocabulary, "von"));
    assert_true(vocabulary_is_idle(vocabulary, "der"));
    assert_null(vocabulary_same(vocabulary, "berliner")[0]);
    expect_not(vocabulary, "krapfen", "berliner");
    expect_means(vocabulary, "krapfen", "pfannkuchen");
}

static void vocabulary_read__lets_the_later_line_count(void **state)
{
    (void)state;
    g_autoptr(Vocabulary) vocabulary = with("Aa = Bb\n- Aa\nAa = Cc\n- skip: der\nskip: der\n");
    expect_not(vocabulary, "aa", "bb");
    expect_not(vocabulary, "bb", "aa");
    expect_means(vocabulary, "aa", "cc");
    assert_true(vocabulary_is_idle(vocabulary, "der"));
}

static void vocabulary_read__understands_an_older_character_set(void **state)
{
    (void)state;
    g_autoptr(Vocabulary) vocabulary = with("M\xfcrbchen = Kr\xf6schen\n");
    expect_means(vocabulary, "murbchen", "kroschen");
}

typedef struct {
    const char *text, *fault;
} FaultCase;

static const FaultCase fault_cases[] = {
    {"Semmel", "This line has neither “=” nor “:”."},
    {"Semmel, Schrippe", "This line has neither “=” nor “:”."},
    {"Semmel =", "Here a word is missing."},
    {"= , =", "Here a word is missing."},
    {"- ", "Here a word is missing."},
    {"Josef:", "Here a word is missing."},
    {": Sepp", "Here a word is missing."},
    {"skip:", "Here a word is missing."},
    {"Josef: Sepp = Seppi", "Behind the “:” stand words with commas between them"},
    {"Josef: Sepp: Seppi", "Behind the “:” stand words with commas between them"},
    {"Semmel = kleines Brot", "“kleines Brot” is more than one word."},
    {"Karl-Heinz: Kalle", "“Karl-Heinz” is more than one word."},
    {"*str = Strasse", "A * stands before each word of a line or before none."},
    {"- *str", "A * stands before each word of a line or before none."},
    {"*ef: Sepp", "A * has no place in a line with “:”."},
};

static void vocabulary_read__leaves_out_a_line__and_says_why(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(fault_cases); i++) {
        g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
        g_autoptr(Vocabulary) vocabulary = vocabulary_new();
        g_autofree char *text = g_strdup_printf("Aa = Bb\n\n%s\nCc = Dd", fault_cases[i].text);
        g_autofree char *sentence = g_strdup_printf("words, line 3: %s", fault_cases[i].fault);
        vocabulary_read(vocabulary, text, "words", faults);
        if (faults->len != 1 || !g_str_has_prefix(faults->pdata[0], sentence)) {
            fail_msg("“%s”: %u faults, the first is “%s”", fault_cases[i].text, faults->len,
                     faults->len > 0 ? (const char *)faults->pdata[0] : "");
        }
        /* The rest holds. */
        expect_means(vocabulary, "aa", "bb");
        expect_means(vocabulary, "cc", "dd");
        expect_means(vocabulary, "semmel", "schrippe");
    }
}

static void vocabulary_read_file__tells_what_cannot_be_read(void **state)
{
    (void)state;
    char *folder = fixture_folder();
    g_autofree char *path = g_build_filename(folder, "words", NULL);
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    vocabulary_read_file(vocabulary, path, faults);
    assert_int_equal(faults->len, 0);

    g_autofree char *large = g_strnfill(65 * 1024, '#');
    assert_true(g_file_set_contents(path, large, -1, NULL));
    vocabulary_read_file(vocabulary, path, faults);
    assert_int_equal(faults->len, 1);
    g_autofree char *begin = g_strdup_printf("The file %s cannot be read: ", path);
    assert_true(g_str_has_prefix(faults->pdata[0], begin));

    assert_true(g_file_set_contents(path, "Aa = Bb\nCc\n", -1, NULL));
    vocabulary_read_file(vocabulary, path, faults);
    assert_int_equal(faults->len, 2);
    assert_true(g_str_has_prefix(faults->pdata[1], "words, line 2: "));
    expect_means(vocabulary, "aa", "bb");
    fixture_remove_folder(folder);
}

/* ---- the files the program brings ---- */

/* Calls CHECK with each line of them that says something. */
static void for_each_line(void (*check)(const WordLine *line, const char *where, gpointer data),
                          gpointer data)
{
    for (unsigned i = 0; i < builtin_words_count; i++) {
        g_auto(GStrv) lines = g_strsplit(builtin_words[i].text, "\n", -1);
        for (guint number = 0; lines[number] != NULL; number++) {
            g_auto(WordLine) line = {0};
            g_autofree char *fault = NULL;
            g_autofree char *where =
                g_strdup_printf("%s, line %u", builtin_words[i].name, number + 1);
            if (!word_line_read(lines[number], &line, &fault)) {
                fail_msg("%s: %s", where, fault);
            }
            if (line.kind != LINE_EMPTY) {
                check(&line, where, data);
            }
        }
    }
}

static void check_short(const WordLine *line, const char *where, gpointer vocabulary)
{
    char *const *const lists[] = {line->left, line->right};
    for (guint i = 0; i < 2 && line->kind == LINE_SHORT; i++) {
        for (char *const *word = lists[i]; *word != NULL; word++) {
            if (vocabulary_is_idle(vocabulary, *word)) {
                fail_msg("%s: “%s” says nothing and is a name", where, *word);
            }
        }
    }
}

/* A word that stands for very many makes a search slow and its matches useless. */
static void check_count(const WordLine *line, const char *where, gpointer vocabulary)
{
    char *const *const lists[] = {line->left, line->right};
    for (guint i = 0; i < 2; i++) {
        for (char *const *word = lists[i]; *word != NULL; word++) {
            const char *const *same = vocabulary_same(vocabulary, *word);
            guint count = 0;
            while (same[count] != NULL) {
                count++;
            }
            if (count > 32 || line->is_out) {
                fail_msg("%s: “%s” means %u others", where, *word, count);
            }
        }
    }
}

static void builtin_words__are_in_order(void **state)
{
    (void)state;
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    assert_true(builtin_words_count >= 2);
    for_each_line(check_short, vocabulary);
    for_each_line(check_count, vocabulary);
}

static void count_kind(const WordLine *line, const char *where, gpointer data)
{
    (void)where;
    ((guint *)data)[line->kind]++;
}

static void builtin_words__are_many(void **state)
{
    (void)state;
    guint counts[LINE_WORD + 1] = {0};
    for_each_line(count_kind, counts);
    assert_true(counts[LINE_SHORT] >= 400);
    assert_true(counts[LINE_SAME] >= 200);
    assert_true(counts[LINE_IDLE] >= 5);
}

static gpointer ask_often(gpointer vocabulary)
{
    guint found = 0;
    for (guint i = 0; i < 200; i++) {
        found += means(vocabulary, i % 2 == 0 ? "sepp" : "semmel", i % 2 == 0 ? "josef" : "weck");
    }
    return GUINT_TO_POINTER(found);
}

static void vocabulary__can_be_asked_by_several_threads(void **state)
{
    (void)state;
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    GThread *threads[4];
    for (guint i = 0; i < G_N_ELEMENTS(threads); i++) {
        threads[i] = g_thread_new("ask", ask_often, vocabulary);
    }
    for (guint i = 0; i < G_N_ELEMENTS(threads); i++) {
        gpointer found = g_thread_join(threads[i]);
        assert_int_equal(GPOINTER_TO_UINT(found), 200);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vocabulary__knows_short_forms__both_ways),
        cmocka_unit_test(vocabulary__takes_one_step__and_not_two),
        cmocka_unit_test(vocabulary__knows_the_words_of_a_shop),
        cmocka_unit_test(vocabulary__knows_ends_of_words),
        cmocka_unit_test(vocabulary__knows_words_that_say_nothing),
        cmocka_unit_test(vocabulary_read__adds_own_lines),
        cmocka_unit_test(vocabulary_read__takes_out_what_is_built_in),
        cmocka_unit_test(vocabulary_read__lets_the_later_line_count),
        cmocka_unit_test(vocabulary_read__understands_an_older_character_set),
        cmocka_unit_test(vocabulary_read__leaves_out_a_line__and_says_why),
        cmocka_unit_test(vocabulary_read_file__tells_what_cannot_be_read),
        cmocka_unit_test(builtin_words__are_in_order),
        cmocka_unit_test(builtin_words__are_many),
        cmocka_unit_test(vocabulary__can_be_asked_by_several_threads),
    };
    return cmocka_run_group_tests_name("vocabulary", tests, NULL, NULL);
}
