/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text for people: cleaned, measured, set in columns. */
#include "tests/data/fixture.h"

#include "cli/print.h"
#include "cli/progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void print__cleans__what_steers_a_terminal(void **state)
{
    static const struct {
        const char *text, *shown;
        int width;
    } cases[] = {
        {"Hilde", "Hilde", 5},
        {"", "", 0},
        {NULL, "", 0},
        {"a\nb\tc\r\nd", "a b c  d", 8},
        {"\033[2J", "\357\277\275[2J", 4},
        {"\302\233x", "\357\277\275x", 2},
        {"\342\200\256x", "\357\277\275x", 2},
        {"a\342\200\250b", "a b", 3},
        {"\177", "\357\277\275", 1},
        {"b\303\266se", "b\303\266se", 4},
        {"bo\314\210se", "bo\314\210se", 4},
        {"\346\227\245\346\234\254", "\346\227\245\346\234\254", 4},
        {"\377x", "\357\277\275x", 2},
        {"\303", "\357\277\275", 1},
    };
    (void)state;

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *shown = print_clean(cases[i].text);
        assert_string_equal(shown, cases[i].shown);
        assert_int_equal(print_width(shown), cases[i].width);
        g_autofree char *again = print_clean(shown);
        assert_string_equal(again, shown);
    }
}

/* What PRINT writes to standard output. Free with g_free. */
static char *printed(void (*print)(gconstpointer data), gconstpointer data)
{
    fflush(stdout);
    FILE *file = tmpfile();
    assert_non_null(file);
    int saved = dup(STDOUT_FILENO);
    dup2(fileno(file), STDOUT_FILENO);
    print(data);
    fflush(stdout);
    dup2(saved, STDOUT_FILENO);
    close(saved);

    rewind(file);
    char *text = g_malloc0(8192);
    size_t length = fread(text, 1, 8191, file);
    assert_true(length < 8191);
    fclose(file);
    return text;
}

static void set_table(gconstpointer data)
{
    static const int most[] = {10, 6};
    print_table(data, most, 3, 2);
}

static char *table(const char *const *cells, guint count)
{
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    for (guint i = 0; i < count; i++) {
        g_ptr_array_add(rows, g_strsplit(cells[i], "|", -1));
    }
    return printed(set_table, rows);
}

static void print__sets__columns(void **state)
{
    static const char *const plain[] = {"a|bb|ccc", "aaaa|b|", "日本|b|x"};
    static const char *const holes[] = {"a||c", "aa|", "b||cc"};
    static const char *const broad[] = {"ein sehr langer Name|123456789|x"};
    (void)state;

    g_autofree char *first = table(plain, G_N_ELEMENTS(plain));
    assert_string_equal(first, "  a     bb  ccc\n  aaaa  b\n  日本  b   x\n");
    g_autofree char *second = table(holes, G_N_ELEMENTS(holes));
    assert_string_equal(second, "  a   c\n  aa\n  b   cc\n");
    g_autofree char *third = table(broad, G_N_ELEMENTS(broad));
    assert_string_equal(third, "  ein sehr…   12345…  x\n");
    g_autofree char *none = table(NULL, 0);
    assert_string_equal(none, "");
}

static void print__never_cuts__the_last_column(void **state)
{
    static const char *const rows[] = {
        "a|b|eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
        "fünfzehn sechzehn",
    };
    (void)state;
    g_autofree char *text = table(rows, 1);
    assert_string_equal(
        text, "  a  b  eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn\n"
              "        vierzehn fünfzehn sechzehn\n");
}

static void set_field(gconstpointer data)
{
    print_field("Label", data);
}

/* Whatever the text: no line is wider than the columns, and nothing but blanks is lost. */
static void print__breaks__any_text(void **state)
{
    static const char *const words[] = {
        "a",      "Kuchen",
        "日本語", "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverkäuferin",
        "😀",      "ö"};
    GRand *chance = g_rand_new_with_seed(1);
    (void)state;

    for (int round = 0; round < 200; round++) {
        GString *text = g_string_new(NULL);
        for (gint32 i = g_rand_int_range(chance, 1, 40); i > 0; i--) {
            g_string_append_printf(text, "%s%s",
                                   words[g_rand_int_range(chance, 0, G_N_ELEMENTS(words))],
                                   g_rand_boolean(chance) ? " " : "");
        }
        g_autofree char *output = printed(set_field, text->str);
        g_auto(GStrv) lines = g_strsplit(output, "\n", -1);
        GString *back = g_string_new(NULL);
        for (guint i = 0; lines[i] != NULL; i++) {
            assert_true(print_width(lines[i]) <= PRINT_COLUMNS);
            assert_false(g_str_has_suffix(lines[i], " "));
            g_string_append(back, i == 0 ? lines[i] + strlen("Label") : lines[i]);
        }
        g_string_replace(back, " ", "", 0);
        g_string_replace(text, " ", "", 0);
        assert_string_equal(back->str, text->str);
        g_string_free(back, TRUE);
        g_string_free(text, TRUE);
    }
    g_rand_free(chance);
}

static void progress__tells__rate_and_time_left(void **state)
{
    static const struct {
        guint64 done, total;
        guint count;
        double seconds;
        const char *words;
    } cases[] = {
        {0, 100, 0, 0.0, "0 records, 0 %"},
        {50, 100, 1000, 0.5, "1000 records, 50 %"},
        {50, 100, 1000, 2.0, "1000 records, 50 %, 500 a second, 0:02 left"},
        {25, 100, 900, 90.0, "900 records, 25 %, 10 a second, 4:30 left"},
        {100, 100, 1000, 2.0, "1000 records, 100 %, 500 a second, 0:00 left"},
        {200, 100, 1000, 2.0, "1000 records, 100 %, 500 a second, 0:00 left"},
        {5, 0, 10, 2.0, "10 records, 0 %"},
    };
    (void)state;

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *words =
            progress_words(cases[i].done, cases[i].total, cases[i].count, cases[i].seconds);
        assert_string_equal(words, cases[i].words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(print__cleans__what_steers_a_terminal),
        cmocka_unit_test(print__sets__columns),
        cmocka_unit_test(print__never_cuts__the_last_column),
        cmocka_unit_test(print__breaks__any_text),
        cmocka_unit_test(progress__tells__rate_and_time_left),
    };
    return cmocka_run_group_tests_name("print", tests, NULL, NULL);
}
