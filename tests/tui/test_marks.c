/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is emphasised in a text for what was typed. */
/* cmocka wants these four before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

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
        const char *marks, *text, *marked;
    } cases[] = {
        {"mul", "Müller, Jürgen", "[Mül]ler, Jürgen"},
        {"muller", "Müller, Jürgen", "[Müller], Jürgen"},
        {"muller j", "Müller, Jürgen", "[Müller], [J]ürgen"},
        {"gross", "Groß, Anna", "[Groß], Anna"},
        {"gros", "Groß, Anna", "[Groß], Anna"},
        {"ller", "Müller", "Müller"},
        /* What was misheard or mistyped is marked as it is written here. */
        {"meier", "Meyer, Maier, Meier", "Meyer, Maier, [Meier]"},
        {"erdbeertorte", "mag Erdbeertorte", "mag [Erdbeertorte]"},
        {"dackel schoko", "hat einen Dackel namens Schoko", "hat einen [Dackel] namens [Schoko]"},
        {"ohara", "O'Hara, Kim", "[O'Hara], Kim"},
        {"84220", "0421 84220", "0421 [84220]"},
        {"042184", "0421/84220", "[0421/84]220"},
        {"2345", "0171 12345678", "0171 1[2345]678"},
        {"rene", "Rene\u0301 Kim", "[Rene\u0301] Kim"},
        {"ольг", "Ольга, Anna", "[Ольг]а, Anna"},
        /* Several words that were typed as one. */
        {"karlheinz", "Ott, Karl-Heinz", "Ott, [Karl-Heinz]"},
        {"karlhei", "Ott, Karl-Heinz", "Ott, [Karl-Hei]nz"},
        {"vonthalheim", "von Thalheim, Elisabeth", "[von Thalheim], Elisabeth"},
        {"grossestrasse", "Große Straße 5", "[Große Straße] 5"},
        {"karlheinz", "Karl, Heinz", "Karl, Heinz"},
        {"karlheinz", "Karl-", "Karl-"},
        {"karl", "Karl-Heinz", "[Karl]-Heinz"},
        {"x", "", ""},
        {"anna anna", "Anna", "[Anna]"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(GStrv) marks = g_strsplit(cases[i].marks, " ", -1);
        Span spans[MOST];
        guint count = marks_find(cases[i].text, marks, spans, MOST);
        g_autofree char *marked = bracketed(cases[i].text, spans, count);
        assert_string_equal(marked, cases[i].marked);
    }
}

static void marks_find__marks_nothing__without_marks(void **state)
{
    (void)state;
    Span spans[MOST];
    assert_int_equal(marks_find("Müller", NULL, spans, MOST), 0);
}

static void marks_find__stops__when_there_is_no_room(void **state)
{
    (void)state;
    char *marks[] = {(char[]){"a"}, NULL};
    Span spans[2];
    assert_int_equal(marks_find("a a a a", marks, spans, 2), 2);
}

static void marks_excerpt__keeps_what_fits_in_sight(void **state)
{
    (void)state;
    static const struct {
        const char *text, *mark, *excerpt;
        int width;
    } cases[] = {
        {"hat einen Dackel namens Schoko", "dackel", "hat einen Dackel namens Schoko", 17},
        {"hat einen Dackel namens Schoko", "dackel", "…einen Dackel namens Schoko", 16},
        {"hat einen Dackel namens Schoko", "dackel", "…Dackel namens Schoko", 12},
        {"hat einen Dackel namens Schoko", "dackel", "…Dackel namens Schoko", 3},
        {"hat einen Dackel namens Schoko", "katze", "hat einen Dackel namens Schoko", 3},
        {"Nr. 0421/84220", "84220", "…84220", 8},
        {"0421 84220", "84220", "0421 84220", 10},
        {"", "dackel", "", 0},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(GStrv) marks = g_strsplit(cases[i].mark, " ", -1);
        g_autofree char *excerpt = marks_excerpt(cases[i].text, marks, cases[i].width);
        assert_string_equal(excerpt, cases[i].excerpt);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_find__marks_what_the_search_found),
        cmocka_unit_test(marks_find__marks_nothing__without_marks),
        cmocka_unit_test(marks_find__stops__when_there_is_no_room),
        cmocka_unit_test(marks_excerpt__keeps_what_fits_in_sight),
    };
    return cmocka_run_group_tests_name("marks", tests, NULL, NULL);
}
