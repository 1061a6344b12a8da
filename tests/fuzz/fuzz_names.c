/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of people, and remarks about them. */
#include "tests/fuzz/fuzz.h"

#include "data/customer/factguess.h"
#include "data/list/personname.h"

static void read_name(const char *text, bool family_first)
{
    g_auto(PersonName) name = {0};
    person_name_read(text, family_first, &name);
    fuzz_expect_text(name.salutation);
    fuzz_expect_text(name.title);
    fuzz_expect_text(name.given_name);
    fuzz_expect_text(name.family_name);
    fuzz_expect_text(name.company);
}

void fuzz_names(const guint8 *bytes, gsize length)
{
    g_autofree char *text = fuzz_text(bytes, length);
    g_autofree char *line = g_strdelimit(g_strdup(text), "\n\r", ' ');
    read_name(line, false);
    read_name(line, true);
    g_autofree char *cased = person_name_case(line);
    g_autofree char *twice = person_name_case(cased);
    fuzz_expect_text(cased);
    fuzz_expect_same(cased, twice);
    g_autofree char *salutation = NULL;
    g_autofree char *title = NULL;
    g_autofree char *rest = person_titles_cut(line, &salutation, &title);
    fuzz_expect_text(rest);
    g_auto(GStrv) thoughts = fact_split(text);
    for (char **thought = thoughts; *thought != NULL; thought++) {
        FactGuess guess = fact_guess(*thought, fuzz_today);
        fuzz_expect(guess.kind != NULL, "no kind at all");
        fuzz_expect_day(guess.day);
    }
}
