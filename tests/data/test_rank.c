/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of matches. */
#include "tests/data/fixture.h"

#include "data/lookup/place.h"
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
    candidate->place = place_of(id, someone->visits, someone->last_visit);
    candidate->words = g_strdup(someone->words);
    candidate->visits = someone->visits;
    candidate->last_visit = g_strdup(someone->last_visit);
    return candidate;
}

/* "die anna 12" as it is read. */
typedef struct {
    Query query;
    Term terms[3];
    GPtrArray *sought;
} Asked;

static void ask(Asked *asked)
{
    static char die[] = "die", anna[] = "anna", twelve[] = "12";
    static char *none[] = {NULL};
    asked->terms[0] = (Term){.kind = TERM_WORD, .word = die, .same = none, .is_idle = true};
    asked->terms[1] = (Term){.kind = TERM_WORD, .word = anna, .same = none};
    asked->terms[2] = (Term){.kind = TERM_DIGITS, .word = twelve, .same = none};
    asked->query.terms = g_ptr_array_new();
    for (guint i = 0; i < G_N_ELEMENTS(asked->terms); i++) {
        g_ptr_array_add(asked->query.terms, &asked->terms[i]);
    }
    asked->sought = sought_new(NULL, &asked->query, NULL);
}

static void asked_clear(Asked *asked)
{
    g_ptr_array_unref(asked->sought);
    g_ptr_array_unref(asked->query.terms);
}

static void rank_candidates__puts_the_better_first__in_every_respect(void **state)
{
    /* The first comes before the second for the words "die anna 12". */
    static const struct {
        Someone first, second;
        gint64 exact;
    } cases[] = {
        {{.words = "wanna ! ! w12 ! ! ! ! ! !"}, {.words = "wannas ! ! w12 ! ! ! ! ! !"}, 0},
        {{.words = "wanna ! ! w12 ! ! ! ! ! !"}, {.words = "wanna ! ! w123 ! ! ! ! ! !"}, 0},
        {{.words = "wanna ! ! w12 ! ! ! ! ! !"}, {.words = "! ! w12 ! ! ! ranna ! ! !"}, 0},
        {{.words = "wanna ! ! w12 ! ! ! ! ! !"}, {.words = "wanna ! ! ! ! ! ! ! r12 !"}, 0},
        {{.words = "wanna ! ! w12 ! ! ! ! ! !"}, {.words = "wanna ! ! ! ! e12 ! ! ! !"}, 0},
        {{.words = "! wanna ! w12 ! ! ! ! ! !"}, {.words = "! ! w12 ! ! ranna ! ! ! !"}, 0},
        {{.words = "wanna ! ! w12 ! ! ! ! ! !", .visits = 2},
         {.words = "wanna ! ! w12 ! ! ! ! ! !", .visits = 1},
         0},
        {{.words = "wanna ! ! w12 ! ! ! ! ! !"},
         {.words = "wannas ! ! w12 ! ! ! ! ! !", .visits = 99},
         0},
        {{.words = "wanna ! ! w12 ! ! ! ! ! !", .last_visit = "2026-01-02"},
         {.words = "wanna ! ! w12 ! ! ! ! ! !", .last_visit = "2026-01-01"},
         0},
        {{.words = "wanna ! ! w12 ! ! ! ! ! !", .last_visit = "2026-01-02"},
         {.words = "wanna ! ! w12 ! ! ! ! ! !"},
         0},
        {{.words = "wanna wdie ! ! w12 ! ! ! ! ! !"},
         {.words = "wanna wdas ! ! w12 ! ! ! ! ! !", .visits = 5},
         0},
        {{.words = "wanna wbert ! ! w12 ! ! ! ! ! !"},
         {.words = "wbert wanna ! ! w12 ! ! ! ! ! !"},
         0},
        {{.words = "wanna ! ! w12 ! ! ! ! ! !"}, {.words = "wanna wbert ! ! w12 ! ! ! ! ! !"}, 0},
        {{.words = "wanna ! ! w12 ! ! ! ! ! !"}, {.words = "wanna ! ! w12 ! ! ! ! ! !"}, 0},
        {{.words = "wx ! ! wy ! ! ! ! ! !"},
         {.words = "wanna ! ! w12 ! ! ! ! ! !", .visits = 9},
         1},
    };
    (void)state;
    Asked asked;
    ask(&asked);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        for (guint swapped = 0; swapped < 2; swapped++) {
            g_autoptr(GPtrArray) candidates = g_ptr_array_new_with_free_func(candidate_free);
            g_ptr_array_add(candidates, candidate_new(1, &cases[i].first));
            g_ptr_array_insert(candidates, swapped == 1 ? 0 : -1,
                               candidate_new(2, &cases[i].second));
            g_ptr_array_add(candidates, candidate_new(1, &cases[i].first));
            g_autoptr(GArray) ranked = rank_candidates(candidates, asked.sought, cases[i].exact);
            assert_int_equal(ranked->len, 2);
            if (g_array_index(ranked, Ranked, 0).candidate->customer_id != 1) {
                fail_msg("“%s” does not come first", cases[i].first.words);
            }
            assert_int_equal(g_array_index(ranked, Ranked, 1).candidate->customer_id, 2);
        }
    }
    asked_clear(&asked);
}

static void rank_candidates__drops__who_lacks_a_word(void **state)
{
    static const Someone people[] = {{.words = "wanna ! ! w13 ! ! ! ! ! !"},
                                     {.words = "whanna ! ! w12 ! ! ! ! ! !"},
                                     {.words = "ganna ! ! w12 ! ! ! ! ! !"},
                                     {.words = "wanna ! ! ! l12 ! ! ! ! !"},
                                     {.words = "! ! ! ! ! ! ! !"}};
    (void)state;
    Asked asked;
    ask(&asked);
    g_autoptr(GPtrArray) candidates = g_ptr_array_new_with_free_func(candidate_free);
    for (guint i = 0; i < G_N_ELEMENTS(people); i++) {
        g_ptr_array_add(candidates, candidate_new(i + 1, &people[i]));
    }
    g_autoptr(GArray) ranked = rank_candidates(candidates, asked.sought, 0);
    assert_int_equal(ranked->len, 0);
    asked_clear(&asked);
}

static void place_of__is_the_smaller__the_oftener_and_later_somebody_comes(void **state)
{
    static const Someone order[] = {
        {NULL, 1000, "2026-11-20"}, {NULL, 40, "2026-11-20"}, {NULL, 40, "2025-11-20"},
        {NULL, 2, "2026-11-20"},    {NULL, 1, "2026-11-20"},  {NULL, 2, "2026-06-01"},
        {NULL, 1, "2025-11-20"},    {NULL, 1, "1979-01-01"},  {NULL, 0, NULL},
    };
    (void)state;
    for (guint i = 0; i + 1 < G_N_ELEMENTS(order); i++) {
        gint64 place = place_of(2, order[i].visits, order[i].last_visit);
        gint64 next = place_of(1, order[i + 1].visits, order[i + 1].last_visit);
        assert_true(place > 0 && place < next);
        assert_true(place_rank(place) < place_rank(next));
        assert_int_equal(place_rank(place),
                         place_rank(place_of(99, order[i].visits, order[i].last_visit)));
    }
    assert_true(place_of(1, G_MAXINT64, "9999-12-31") > 0);
    assert_int_equal(place_of(1, 0, NULL) + 1, place_of(2, 0, NULL));
    /* Twice as often outweighs 120 days. */
    assert_int_equal(place_rank(place_of(1, 8, "2026-01-01")),
                     place_rank(place_of(1, 4, "2026-05-01")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rank_candidates__puts_the_better_first__in_every_respect),
        cmocka_unit_test(rank_candidates__drops__who_lacks_a_word),
        cmocka_unit_test(place_of__is_the_smaller__the_oftener_and_later_somebody_comes),
    };
    return cmocka_run_group_tests_name("rank", tests, NULL, NULL);
}
