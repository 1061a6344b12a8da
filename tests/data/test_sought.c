/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the index is asked for. */
#include "tests/data/people.h"

#include "data/lookup/sought.h"

#include <string.h>

static gint compare(gconstpointer left, gconstpointer right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* "wanna" for a whole word, "wann*" for a beginning, "g0421+g4218" for several together. */
static char *word_text(const IndexWord *word)
{
    g_autofree char *tokens = g_strjoinv("+", word->tokens);
    return g_strconcat(tokens, word->begins ? "*" : "", NULL);
}

/* The words of CLAUSE in the order of the alphabet, with blanks between them. */
static char *clause_text(const GPtrArray *clause)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < clause->len; i++) {
        g_ptr_array_add(words, word_text(g_ptr_array_index(clause, i)));
    }
    g_ptr_array_sort(words, compare);
    g_ptr_array_add(words, NULL);
    return g_strjoinv(" ", (char **)words->pdata);
}

/* The clauses with " & " between them. */
static char *clauses_text(const GPtrArray *clauses)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < clauses->len; i++) {
        g_autofree char *clause = clause_text(g_ptr_array_index(clauses, i));
        g_string_append_printf(text, "%s%s", i > 0 ? " & " : "", clause);
    }
    return g_string_free(text, FALSE);
}

typedef struct {
    const char *typed;
    Scope scope;
    bool whole;
    const char *asked;
} Case;

static void expect_asked(Db *db, const Case *cases, gsize count)
{
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    for (gsize i = 0; i < count; i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Query) query = query_read(cases[i].typed, "49", vocabulary, READ_WHOLE);
        g_autoptr(GPtrArray) sought = sought_new(db, query, &error);
        expect_done(sought != NULL, error);
        g_autoptr(GPtrArray) clauses = sought_clauses(sought, cases[i].scope, cases[i].whole);
        g_autofree char *asked = clauses_text(clauses);
        if (strcmp(asked, cases[i].asked) != 0) {
            fail_msg("“%s” asks for “%s” and not “%s”.", cases[i].typed, asked, cases[i].asked);
        }
    }
}

static void sought_clauses__ask_for_a_beginning__and_not_for_what_begins_so(void **state)
{
    static const Case cases[] = {
        /* Jo is Johanna and Josef, too; as whole words they are asked for. */
        {"jo", SCOPE_WHO, false, "wjo*"},
        {"jo", SCOPE_WHO, true, "wjo wjohanna wjosef"},
        /* Sepp is Josef, which does not begin so. */
        {"sepp", SCOPE_WHO, false, "wjosef wsepp*"},
        {"sepp", SCOPE_WHO, true, "wjosef wsepp"},
        {"josef", SCOPE_WHO, false, "wjo wjosef* wsepp wseppi"},
        /* Each class for itself. */
        {"jo", SCOPE_SAID, false, "rjo* wjo*"},
        {"sepp", SCOPE_ALL, false, "esepp* rsepp* wjosef wsepp*"},
        /* Words of the dictionary for a beginning without an index, and each once. */
        {"schokoladen", SCOPE_SAID, false, "rschokoladentorte wschokoladen*"},
    };
    Db *db = ((Fixture *)*state)->db;
    people_furnish(db);
    people_add(db, &(Person){.given = "Johanna", .facts = "likes: Schokoladentorte"});
    people_add(db, &(Person){.given = "Josef", .family = "Seppi"});
    people_add(db, &(Person){.given = "Sepp"});
    expect_asked(db, cases, G_N_ELEMENTS(cases));
}

static void sought_clauses__ask_for_addresses__as_whole_words(void **state)
{
    static const Case cases[] = {
        {"anna.ott@gmx", SCOPE_ALL, false, "eanna ranna & eott rott & egmx* rgmx*"},
        {"anna.ott@gmx ", SCOPE_ALL, false, "eanna ranna & eott rott & egmx rgmx"},
        {"anna.ott@gmx", SCOPE_ALL, true, "eanna ranna & eott rott & egmx rgmx"},
        {"anna.0421@", SCOPE_SAID, false, "ranna & r0421"},
        {"anna@", SCOPE_WHO, false, ""},
    };
    expect_asked(((Fixture *)*state)->db, cases, G_N_ELEMENTS(cases));
}

static void sought_clauses__ask_for_pieces__of_numbers(void **state)
{
    static const Case cases[] = {
        {"421", SCOPE_ALL, false, "e421* g421* l124* r421* w421*"},
        {"04218", SCOPE_ALL, false, "e04218* g0421+g4218 l81240* r04218* w04218*"},
    };
    expect_asked(((Fixture *)*state)->db, cases, G_N_ELEMENTS(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sought_clauses__ask_for_a_beginning__and_not_for_what_begins_so),
        cmocka_unit_test(sought_clauses__ask_for_addresses__as_whole_words),
        cmocka_unit_test(sought_clauses__ask_for_pieces__of_numbers),
    };
    return fixture_for_each_engine("sought", tests, G_N_ELEMENTS(tests));
}
