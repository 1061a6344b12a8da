/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long finding takes inside the program, without a terminal and without the start of a process:
 * query SHOP CUSTOMERS COUNT [TEXT…] for what clerks type after each of COUNT keys, and for each
 * TEXT. */
#include "data/lookup/lookup.h"
#include "tests/bench/figures.h"
#include "tests/bench/typing.h"

#include <stdio.h>
#include <stdlib.h>

/* As many as fit on a screen of 80x24. */
enum { LISTED = 20, RUNS = 21, PASSES = 3 };

typedef struct {
    Db *db;
    const Vocabulary *vocabulary;
} Run;

/* Milliseconds. */
static double ask(const Run *run, const char *text)
{
    g_autoptr(GError) error = NULL;
    double begin = figures_now();
    g_autoptr(Found) found = lookup_find(run->db, run->vocabulary, text, LISTED, &error);
    double took = figures_now() - begin;
    figures_need(found != NULL, "query", error);
    return took;
}

/* Asks for all of TEXTS, PASSES times over. */
static void ask_all(const Run *run, const GPtrArray *texts)
{
    g_autoptr(GArray) times = figures_new(), best = figures_new();
    for (guint i = 0; i < PASSES * texts->len; i++) {
        double took = ask(run, g_ptr_array_index(texts, i % texts->len));
        figures_add(times, took);
        figures_lower(best, i % texts->len, took);
    }
    for (guint i = 0; i < texts->len && g_getenv("BENCH_SHOW") != NULL; i++) {
        fprintf(stderr, "%8.2f “%s”\n", g_array_index(best, double, i),
                (const char *)g_ptr_array_index(texts, i));
    }
    figures_tell_all("query", times);
    figures_tell_all("query.best", best);
}

static void ask_text(const Run *run, const char *name, const char *text)
{
    g_autoptr(GArray) times = figures_new();
    for (guint i = 0; i < RUNS; i++) {
        figures_add(times, ask(run, text));
    }
    figures_tell(name, figures_at(times, 0.5));
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    if (argc < 4) {
        fputs("usage: query SHOP CUSTOMERS COUNT [TEXT…]\n", stderr);
        return EXIT_FAILURE;
    }
    guint customers = (guint)strtoul(argv[2], NULL, 10), count = (guint)strtoul(argv[3], NULL, 10);
    g_autoptr(Db) db = db_open(argv[1], DB_READ_ONLY, &error);
    figures_need(db != NULL, "query", error);
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    g_autoptr(GPtrArray) texts = typing_texts(customers, count);
    const Run run = {.db = db, .vocabulary = vocabulary};
    ask_all(&run, texts);
    for (int i = 4; i < argc; i++) {
        g_autofree char *name = g_strdup_printf("text.%d", i - 3);
        ask_text(&run, name, argv[i]);
    }
    return EXIT_SUCCESS;
}
