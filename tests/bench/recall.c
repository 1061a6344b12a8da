/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well people are found: recall SHOP CUSTOMERS SAMPLE. For a sample of customers types what a
 * clerk may type, and counts at which place the right one stands. */
#include "data/lookup/fold.h"
#include "data/lookup/lookup.h"
#include "tests/bench/figures.h"
#include "tests/bench/kinds.h"
#include "tests/bench/needed.h"
#include "tests/bench/seed.h"
#include "tests/bench/typing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LISTED = 10, TOP = NEEDED_TOP };

typedef struct {
    Db *db;
    const Vocabulary *vocabulary;
    const Corpus *corpus;
    guint customers, sample;
} Run;

/* At which place, from 1, the right one stands; 0: not among the first LISTED. */
typedef struct {
    guint own;  /* the very one */
    guint name; /* the first who bears the same name */
} Place;

typedef struct {
    guint asked;
    guint own[LISTED + 1], name[LISTED + 1]; /* how often at each place */
} Tally;

static bool same_text(const char *a, const char *b)
{
    return g_strcmp0(a, b) == 0;
}

static bool is_namesake(const Customer *customer, const CorpusPerson *person)
{
    return same_text(customer->family_name, person->family) &&
           same_text(customer->given_name, person->given) &&
           same_text(customer->company, person->company) &&
           same_text(customer->description, person->description);
}

static Place look_for(const Run *run, const CorpusPerson *person, const char *query)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Found) found = lookup_find(run->db, run->vocabulary, query, LISTED, &error);
    figures_need(found != NULL, "recall", error);
    Place place = {0};
    for (guint i = 0; i < found->matches->len; i++) {
        const Match *match = g_ptr_array_index(found->matches, i);
        if (match->customer_id == person->place + 1) {
            place.own = i + 1;
        }
        if (place.name == 0 && is_namesake(match->sheet->customer, person)) {
            place.name = i + 1;
        }
    }
    return place;
}

static double share(const guint *places, guint within, guint asked)
{
    guint sum = 0;
    for (guint i = 1; i <= within; i++) {
        sum += places[i];
    }
    return asked > 0 ? 100.0 * sum / asked : 0;
}

static void tell(const char *kind, const Tally *tally)
{
    printf("recall %s %u %.1f %.1f %.1f %.1f %.1f %.1f\n", kind, tally->asked,
           share(tally->own, 1, tally->asked), share(tally->own, TOP, tally->asked),
           share(tally->own, LISTED, tally->asked), share(tally->name, 1, tally->asked),
           share(tally->name, TOP, tally->asked), share(tally->name, LISTED, tally->asked));
    fflush(stdout);
}

static void ask_one(const Run *run, const QueryKind *kind, guint place, Tally *tally)
{
    /* The same person is drawn with the same dice in every kind, whatever the others used up. */
    Chance chance = {(guint64)place * 1000003 + BENCH_SEED};
    g_autoptr(CorpusPerson) person = corpus_person(run->corpus, place);
    g_autofree char *query = kind->make(&chance, person);
    if (query == NULL) {
        return;
    }
    Place found = look_for(run, person, query);
    tally->asked++;
    tally->own[found.own]++;
    tally->name[found.name]++;
    if (found.name == 0 && same_text(g_getenv("BENCH_SHOW"), kind->name)) {
        g_autofree char *line = corpus_line(person);
        fprintf(stderr, "%s: “%s” does not find %s\n", kind->name, query, line);
    }
}

/* How many keys of WAY it takes until PERSON stands among the first five. */
static guint keys_needed(const Run *run, const TypingWay *way, const CorpusPerson *person)
{
    for (guint keys = 1; keys < NEEDED_NEVER; keys++) {
        g_autoptr(GPtrArray) texts = needed_texts(way, person, keys);
        for (guint i = 0; i < texts->len; i++) {
            guint place = look_for(run, person, g_ptr_array_index(texts, i)).own;
            if (place >= 1 && place <= NEEDED_TOP) {
                return keys;
            }
        }
        if (texts->len == 0) {
            break;
        }
    }
    return NEEDED_NEVER;
}

/* People with a family name: anybody, or each as likely as often they come. */
static GArray *draw_named(const Run *run, bool by_visits, guint count)
{
    Chance chance = {BENCH_SEED + 3};
    GArray *places = g_array_new(FALSE, FALSE, sizeof(guint));
    while (places->len < count) {
        g_autoptr(CorpusPerson) person =
            by_visits ? typing_visitor(&chance, run->corpus, run->customers)
                      : corpus_person(run->corpus, chance_below(&chance, run->customers));
        if (person->family != NULL) {
            g_array_append_val(places, person->place);
        }
    }
    return places;
}

static void count_keys(const Run *run, const TypingWay *way, bool by_visits)
{
    g_autoptr(GArray) places = draw_named(run, by_visits, MAX(run->sample / way->thin, 1));
    g_autoptr(GHashTable) best = needed_at_best(run->corpus, run->customers, way, places);
    g_autoptr(GArray) keys = figures_new(), ideal = figures_new();
    guint never = 0;
    for (guint i = 0; i < places->len; i++) {
        guint place = g_array_index(places, guint, i);
        g_autoptr(CorpusPerson) person = corpus_person(run->corpus, place);
        guint needed = keys_needed(run, way, person);
        figures_add(keys, needed);
        gpointer least = g_hash_table_lookup(best, GUINT_TO_POINTER(place));
        figures_add(ideal, GPOINTER_TO_UINT(least));
        never += needed == NEEDED_NEVER ? 1 : 0;
    }
    printf("keys %s %s %u %.0f %.0f %.1f %.0f\n", way->name, by_visits ? "by-visits" : "anybody",
           keys->len, figures_at(keys, 0.5), figures_at(keys, 0.9), 100.0 * never / keys->len,
           figures_at(ideal, 0.5));
    fflush(stdout);
}

/* Different places below LIMIT, evenly strewn. */
static GArray *draw_sample(guint count, guint limit)
{
    Chance chance = {BENCH_SEED + 4};
    GArray *places = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    while (places->len < MIN(count, limit)) {
        guint place = chance_below(&chance, limit);
        if (g_hash_table_add(seen, GUINT_TO_POINTER(place))) {
            g_array_append_val(places, place);
        }
    }
    return places;
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    if (argc != 4) {
        fputs("usage: recall SHOP CUSTOMERS SAMPLE\n", stderr);
        return EXIT_FAILURE;
    }
    g_autoptr(Db) db = db_open(argv[1], DB_READ_ONLY, &error);
    figures_need(db != NULL, "recall", error);
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    g_autoptr(Corpus) corpus = corpus_new(BENCH_SEED);
    const Run run = {.db = db,
                     .vocabulary = vocabulary,
                     .corpus = corpus,
                     .customers = (guint)strtoul(argv[2], NULL, 10),
                     .sample = (guint)strtoul(argv[3], NULL, 10)};
    g_autoptr(GArray) places = draw_sample(run.sample, run.customers);
    for (guint k = 0; query_kinds[k].name != NULL; k++) {
        Tally tally = {0};
        for (guint i = 0; i < places->len; i++) {
            ask_one(&run, &query_kinds[k], g_array_index(places, guint, i), &tally);
        }
        tell(query_kinds[k].name, &tally);
    }
    for (guint way = 0; typing_ways[way].name != NULL; way++) {
        count_keys(&run, &typing_ways[way], false);
        count_keys(&run, &typing_ways[way], true);
    }
    return EXIT_SUCCESS;
}
