/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways to type a name letter by letter, and how few keys could do at best. */
#include "tests/bench/needed.h"

#include "data/lookup/fold.h"
#include "data/lookup/place.h"

/* Nobody types more letters of a given name than this before looking up. */
enum { MOST_KEYS = 40 };

const TypingWay typing_ways[] = {
    {"whole-family-name", G_MAXUINT, 1}, {"four-letters-of-it", 4, 1},
    {"three-letters-of-it", 3, 1},       {"two-letters-of-it", 2, 1},
    {"the-quickest-split", 0, 5},        {NULL, 0, 0},
};

/* FAMILY letters of the one name, a blank and GIVEN letters of the other, unless there are not so
 * many. */
static void add_split(GPtrArray *texts, const char *family, const char *given, glong letters,
                      glong more)
{
    if (letters > g_utf8_strlen(family, -1) || more > g_utf8_strlen(given, -1)) {
        return;
    }
    g_autofree char *first = g_utf8_substring(family, 0, letters);
    g_autofree char *second = g_utf8_substring(given, 0, more);
    g_ptr_array_add(texts, g_strconcat(first, " ", second, NULL));
}

GPtrArray *needed_texts(const TypingWay *way, const CorpusPerson *person, guint keys)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
    if (person->family == NULL) {
        return texts;
    }
    g_autofree char *family = fold_text(person->family);
    g_autofree char *given = fold_text(person->given != NULL ? person->given : "");
    glong length = g_utf8_strlen(family, -1), typed = keys;
    glong turn = way->letters == 0 ? length : MIN(length, (glong)way->letters);
    if (typed <= turn) {
        g_ptr_array_add(texts, g_utf8_substring(family, 0, typed));
    } else if (way->letters != 0) {
        add_split(texts, family, given, turn, typed - turn - 1);
    }
    for (glong letters = 1; way->letters == 0 && letters + 2 <= typed; letters++) {
        add_split(texts, family, given, letters, typed - letters - 1);
    }
    return texts;
}

/* A customer and their place in the order of finding. */
typedef struct {
    gint64 rank;
    guint place;
} Seat;

static int compare_seats(gconstpointer a, gconstpointer b)
{
    const Seat *left = a, *right = b;
    return (left->rank > right->rank) - (left->rank < right->rank);
}

static GArray *best_first(const Corpus *corpus, guint customers)
{
    GArray *seats = g_array_sized_new(FALSE, FALSE, sizeof(Seat), customers);
    for (guint i = 0; i < customers; i++) {
        g_autoptr(CorpusPerson) person = corpus_person(corpus, i);
        const Seat seat = {place_of(i + 1, person->visits, person->last_visit), i};
        g_array_append_val(seats, seat);
    }
    g_array_sort(seats, compare_seats);
    return seats;
}

/* All texts that are typed for those at PLACES, each with 0: nobody was counted yet. */
static GHashTable *texts_of(const Corpus *corpus, const TypingWay *way, const GArray *places)
{
    GHashTable *counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < places->len; i++) {
        g_autoptr(CorpusPerson) person = corpus_person(corpus, g_array_index(places, guint, i));
        for (guint keys = 1; keys <= MOST_KEYS; keys++) {
            g_autoptr(GPtrArray) texts = needed_texts(way, person, keys);
            for (guint k = 0; k < texts->len; k++) {
                g_hash_table_insert(counts, g_strdup(g_ptr_array_index(texts, k)),
                                    GUINT_TO_POINTER(0));
            }
        }
    }
    return counts;
}

/* Counts PERSON under each text. Returns after how many keys fewer than NEEDED_TOP others came
 * before. */
static guint count_person(GHashTable *counts, const TypingWay *way, const CorpusPerson *person)
{
    guint needed = NEEDED_NEVER;
    for (guint keys = 1; keys <= MOST_KEYS; keys++) {
        g_autoptr(GPtrArray) texts = needed_texts(way, person, keys);
        for (guint i = 0; i < texts->len; i++) {
            gpointer text, count;
            if (!g_hash_table_lookup_extended(counts, g_ptr_array_index(texts, i), &text, &count)) {
                continue;
            }
            if (needed == NEEDED_NEVER && GPOINTER_TO_UINT(count) < NEEDED_TOP) {
                needed = keys;
            }
            g_hash_table_insert(counts, g_strdup(text),
                                GUINT_TO_POINTER(GPOINTER_TO_UINT(count) + 1));
        }
    }
    return needed;
}

GHashTable *needed_at_best(const Corpus *corpus, guint customers, const TypingWay *way,
                           const GArray *places)
{
    GHashTable *needed = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) counts = texts_of(corpus, way, places);
    g_autoptr(GArray) seats = best_first(corpus, customers);
    for (guint i = 0; i < places->len; i++) {
        g_hash_table_add(needed, GUINT_TO_POINTER(g_array_index(places, guint, i)));
    }
    for (guint i = 0; i < seats->len; i++) {
        gpointer place = GUINT_TO_POINTER(g_array_index(seats, Seat, i).place);
        g_autoptr(CorpusPerson) person = corpus_person(corpus, GPOINTER_TO_UINT(place));
        guint keys = count_person(counts, way, person);
        if (g_hash_table_contains(needed, place)) {
            g_hash_table_insert(needed, place, GUINT_TO_POINTER(keys));
        }
    }
    return needed;
}
