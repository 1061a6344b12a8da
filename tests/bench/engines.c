/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long finding and saving take on a server, beside the same shop in a file, in turns: engines
 * FILE SERVER CUSTOMERS COUNT for what clerks type after each of COUNT keys. */
#include "data/lookup/lookup.h"
#include "data/shop.h"
#include "tests/bench/figures.h"
#include "tests/bench/fill.h"
#include "tests/bench/typing.h"

#include <stdio.h>
#include <stdlib.h>

/* As many as fit on a screen of 80x24; each text is asked PASSES times of either engine. */
enum { LISTED = 20, PASSES = 3, SAVES = 101 };

/* One of the two shops, and what was measured of it. */
typedef struct {
    const char *name;
    Shop *shop;
    GArray *finds, *best, *saves;  /* milliseconds */
    GArray *find_ways, *save_ways; /* requests */
} Side;

static void need(bool done, const GError *error)
{
    figures_need(done, "engines", error);
}

static Side side_open(const char *name, const char *where)
{
    g_autoptr(GError) error = NULL;
    Side side = {.name = name,
                 .shop = shop_open(where, DB_READ_WRITE, NULL, fill_now, &error),
                 .finds = figures_new(),
                 .best = figures_new(),
                 .saves = figures_new(),
                 .find_ways = figures_new(),
                 .save_ways = figures_new()};
    need(side.shop != NULL, error);
    return side;
}

static void tell(const char *side, const char *what, GArray *numbers)
{
    g_autofree char *name = g_strdup_printf("%s.%s", side, what);
    figures_tell_all(name, numbers);
    g_array_unref(numbers);
}

static void side_tell(Side *side)
{
    tell(side->name, "find", side->finds);
    tell(side->name, "best", side->best);
    tell(side->name, "save", side->saves);
    tell(side->name, "find.ways", side->find_ways);
    tell(side->name, "save.ways", side->save_ways);
    shop_close(side->shop);
}

/* Asks for the text at PLACE of the list. */
static Found *ask(Side *side, const Vocabulary *vocabulary, const char *text, guint place)
{
    g_autoptr(GError) error = NULL;
    guint64 ways = db_requests(side->shop->db);
    double begin = figures_now();
    Found *found = lookup_find(side->shop->db, vocabulary, text, LISTED, &error);
    double took = figures_now() - begin;
    need(found != NULL, error);
    figures_add(side->finds, took);
    figures_lower(side->best, place, took);
    figures_add(side->find_ways, (double)(db_requests(side->shop->db) - ways));
    return found;
}

static bool is_same(const Found *a, const Found *b)
{
    bool same = a->matches->len == b->matches->len && a->total == b->total;
    for (guint i = 0; same && i < a->matches->len; i++) {
        const Match *one = g_ptr_array_index(a->matches, i);
        const Match *other = g_ptr_array_index(b->matches, i);
        same = one->customer_id == other->customer_id;
    }
    return same;
}

/* Both in turns, so that what else the machine does meets both. */
static void find_all(Side sides[2], const GPtrArray *texts)
{
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    guint differing = 0;
    for (guint i = 0; i < PASSES * texts->len; i++) {
        guint place = i % texts->len;
        const char *text = g_ptr_array_index(texts, place);
        g_autoptr(Found) here = ask(&sides[0], vocabulary, text, place);
        g_autoptr(Found) there = ask(&sides[1], vocabulary, text, place);
        differing += !is_same(here, there);
    }
    for (guint i = 0; i < texts->len && g_getenv("BENCH_SHOW") != NULL; i++) {
        fprintf(stderr, "%8.2f %8.2f %4.0f “%s”\n", g_array_index(sides[1].best, double, i),
                g_array_index(sides[0].best, double, i),
                g_array_index(sides[1].find_ways, double, i + 2 * texts->len),
                (const char *)g_ptr_array_index(texts, i));
    }
    figures_tell("differing", differing);
}

/* What a clerk does who adds a word to a card: from reading it to the disk. */
static void save(Side *side, gint64 customer, guint round)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *words = g_strdup_printf("Bergmannsweg %u", round);
    Who who = {.clerk_id = 0};
    g_strlcpy(who.at, fill_now, sizeof who.at);
    guint64 ways = db_requests(side->shop->db);
    double begin = figures_now();
    g_autoptr(Deed) deed = deed_begin(side->shop->db, &who, "editing a customer", &error);
    need(deed != NULL, error);
    g_autoptr(Sheet) sheet = sheet_load(side->shop->db, customer, &error);
    need(sheet != NULL, error);
    record_set_text(&sheet->customer->description, words);
    need(sheet_save(deed, sheet, &error), error);
    need(deed_commit(deed, NULL, &error), error);
    figures_add(side->saves, figures_now() - begin);
    figures_add(side->save_ways, (double)(db_requests(side->shop->db) - ways));
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        fputs("usage: engines FILE SERVER CUSTOMERS COUNT\n", stderr);
        return EXIT_FAILURE;
    }
    guint customers = (guint)strtoul(argv[3], NULL, 10), count = (guint)strtoul(argv[4], NULL, 10);
    g_autoptr(GPtrArray) texts = typing_texts(customers, count);
    Side sides[] = {side_open("file", argv[1]), side_open("server", argv[2])};
    find_all(sides, texts);
    for (guint i = 0; i < SAVES; i++) {
        gint64 customer = 1 + i * (customers / SAVES);
        save(&sides[0], customer, i);
        save(&sides[1], customer, i);
    }
    side_tell(&sides[0]);
    side_tell(&sides[1]);
    return EXIT_SUCCESS;
}
