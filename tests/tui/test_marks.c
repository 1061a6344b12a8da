/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is emphasised in a text for what was typed. */
/* cmocka wants these four before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/lookup/words.h"
#include "tui/marks.h"

#include <string.h>

enum { MOST = 8 };

/* TEXT with brackets around the spans. */
static char *bracketed(const char *text, const Span *spans, guint count)
{
    GString *out = g_string_new(NULL);
    gsize done = 0;
    for (guint i = 0; i < count; i++) {
        assert_true(spans[i].start >= done && spans[i].start + spans[i].length <= strlen(text));
        g_string_append_len(out, text + done, (gssize)(spans[i].start - done));
        g_string_append_c(out, '[');
        g_string_append_len(out, text + spans[i].start, (gssize)spans[i].length);
        g_string_append_c(out, ']');
        done = spans[i].start + spans[i].length;
    }
    g_string_append(out, text + done);
    return g_string_free(out, FALSE);
}

static void marks_find__marks_what_the_search_found(void **state)
{
    (void)state;
    static const struct {
        const char *query, *text, *marked;
    } cases[] = {
        {"mül", "Müller, Jürgen", "[Mül]ler, Jürgen"},
        {"mueller", "Müller, Jürgen", "[Müller], Jürgen"},
        {"MULLER j", "Müller, Jürgen", "[Müller], [J]ürgen"},
        {"gross", "Groß, Anna", "[Groß], Anna"},
        {"gros", "Groß, Anna", "[Groß], Anna"},
        {"ller", "Müller", "Müller"},
        {"dackel schoko", "hat einen Dackel namens Schoko", "hat einen [Dackel] namens [Schoko]"},
        {"ohara", "O'Hara, Kim", "[O'Hara], Kim"},
        {"84220", "0421 84220", "0421 [84220]"},
        {"042184", "0421/84220", "[0421/84]220"},
        {"2345", "0171 12345678", "0171 1[2345]678"},
        {"rene", "Rene\u0301 Kim", "[Rene\u0301] Kim"},
        {"x", "", ""},
        {"anna anna", "Anna", "[Anna]"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(GStrv) terms = words_of_query(cases[i].query, "49", true);
        Span spans[MOST];
        guint count = marks_find(cases[i].text, terms, spans, MOST);
        g_autofree char *marked = bracketed(cases[i].text, spans, count);
        assert_string_equal(marked, cases[i].marked);
    }
}

static void marks_find__marks_nothing__without_terms(void **state)
{
    (void)state;
    Span spans[MOST];
    assert_int_equal(marks_find("Müller", NULL, spans, MOST), 0);
}

static void marks_find__stops__when_there_is_no_room(void **state)
{
    (void)state;
    char *terms[] = {(char[]){"a"}, NULL};
    Span spans[2];
    assert_int_equal(marks_find("a a a a", terms, spans, 2), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_find__marks_what_the_search_found),
        cmocka_unit_test(marks_find__marks_nothing__without_terms),
        cmocka_unit_test(marks_find__stops__when_there_is_no_room),
    };
    return cmocka_run_group_tests_name("marks", tests, NULL, NULL);
}
