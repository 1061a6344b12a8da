/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of matches. */
#include "tests/data/fixture.h"

#include "data/lookup/rank.h"

typedef struct {
    const char *words;
    gint64 visits;
    const char *last_visit;
} Someone;

static Candidate *candidate_new(gint64 id, const Someone *someone)
{
    Candidate *candidate = g_new0(Candidate, 1);
    candidate->customer_id = id;
    candidate->words = g_strdup(someone->words);
    candidate->visits = someone->visits;
    candidate->last_visit = g_strdup(someone->last_visit);
    return candidate;
}

static void candidate_free(gpointer data)
{
    Candidate *candidate = data;
    g_free(candidate->words);
    g_free(candidate->last_visit);
    g_free(candidate);
}

static void rank_candidates__puts_the_better_first__in_every_respect(void **state)
{
    /* The first comes before the second for the words "anna 12". */
    static const struct {
        Someone first, second;
        gint64 exact;
    } cases[] = {
        {{.words = "anna ! ! 12 ! ! ! ! !"}, {.words = "annas ! ! 12 ! ! ! ! !"}, 0},
        {{.words = "anna ! ! 12 ! ! ! ! !"}, {.words = "anna ! ! 123 ! ! ! ! !"}, 0},
        {{.words = "anna ! ! 12 ! ! ! ! !"}, {.words = "! ! 12 ! ! ! anna ! !"}, 0},
        {{.words = "anna ! ! 12 ! ! ! ! !"}, {.words = "anna ! ! ! ! ! ! ! 12"}, 0},
        {{.words = "! anna ! 12 ! ! ! ! !"}, {.words = "! ! 12 ! ! anna ! ! !"}, 0},
        {{.words = "anna ! ! 12 ! ! ! ! !", .visits = 2},
         {.words = "anna ! ! 12 ! ! ! ! !", .visits = 1},
         0},
        {{.words = "anna ! ! 12 ! ! ! ! !"}, {.words = "annas ! ! 12 ! ! ! ! !", .visits = 99}, 0},
        {{.words = "anna ! ! 12 ! ! ! ! !", .last_visit = "2026-01-02"},
         {.words = "anna ! ! 12 ! ! ! ! !", .last_visit = "2026-01-01"},
         0},
        {{.words = "anna ! ! 12 ! ! ! ! !", .last_visit = "2026-01-02"},
         {.words = "anna ! ! 12 ! ! ! ! !"},
         0},
        {{.words = "anna ! ! 12 ! ! ! ! !"}, {.words = "anna bert ! ! 12 ! ! ! ! !"}, 0},
        {{.words = "anna ! ! 12 ! ! ! ! !"}, {.words = "anna ! ! 12 ! ! ! ! !"}, 0},
        {{.words = "x ! ! y ! ! ! ! !"}, {.words = "anna ! ! 12 ! ! ! ! !", .visits = 9}, 1},
    };
    char anna[] = "anna", twelve[] = "12";
    char *const terms[] = {anna, twelve, NULL};
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        for (guint swapped = 0; swapped < 2; swapped++) {
            g_autoptr(GPtrArray) candidates = g_ptr_array_new_with_free_func(candidate_free);
            g_ptr_array_add(candidates, candidate_new(1, &cases[i].first));
            g_ptr_array_insert(candidates, swapped == 1 ? 0 : -1,
                               candidate_new(2, &cases[i].second));
            g_ptr_array_add(candidates, candidate_new(1, &cases[i].first));
            g_autoptr(GArray) ranked = rank_candidates(candidates, terms, cases[i].exact);
            assert_int_equal(ranked->len, 2);
            assert_int_equal(g_array_index(ranked, Ranked, 0).candidate->customer_id, 1);
            assert_int_equal(g_array_index(ranked, Ranked, 1).candidate->customer_id, 2);
        }
    }
}

static void rank_candidates__drops__who_lacks_a_word(void **state)
{
    static const Someone people[] = {{.words = "anna ! ! 13 ! ! ! ! !"},
                                     {.words = "hanna ! ! 12 ! ! ! ! !"},
                                     {.words = "! ! ! ! ! ! !"}};
    char anna[] = "anna", twelve[] = "12";
    char *const terms[] = {anna, twelve, NULL};
    (void)state;
    g_autoptr(GPtrArray) candidates = g_ptr_array_new_with_free_func(candidate_free);
    for (guint i = 0; i < G_N_ELEMENTS(people); i++) {
        g_ptr_array_add(candidates, candidate_new(i + 1, &people[i]));
    }
    g_autoptr(GArray) ranked = rank_candidates(candidates, terms, 0);
    assert_int_equal(ranked->len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rank_candidates__puts_the_better_first__in_every_respect),
        cmocka_unit_test(rank_candidates__drops__who_lacks_a_word),
    };
    return cmocka_run_group_tests_name("rank", tests, NULL, NULL);
}
