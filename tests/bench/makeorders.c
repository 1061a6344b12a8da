/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a list of orders of the corpus's customers: makeorders CUSTOMERS LINES SEED FILE. */
#include "tests/bench/corpus.h"
#include "tests/bench/figures.h"
#include "tests/bench/seed.h"
#include "tests/bench/zipf.h"

#include <stdio.h>
#include <stdlib.h>

/* Orders of one to three lines, over so many days up to the corpus's today, of so many articles. */
enum { DAYS = 3 * 365, ARTICLES = 400, OPENS = 8 * 60, CLOSES = 18 * 60, MOST_LINES = 3 };

/* How customers are named in the list. */
static GPtrArray *numbers_of(guint customers)
{
    g_autoptr(Corpus) corpus = corpus_new(BENCH_SEED);
    GPtrArray *numbers = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < customers; i++) {
        g_autoptr(CorpusPerson) person = corpus_person(corpus, i);
        g_ptr_array_add(numbers, g_strdup(person->number));
    }
    return numbers;
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        fputs("usage: makeorders CUSTOMERS LINES SEED FILE\n", stderr);
        return EXIT_FAILURE;
    }
    guint customers = (guint)strtoul(argv[1], NULL, 10);
    guint64 lines = strtoul(argv[2], NULL, 10), order = 0;
    Chance chance = {BENCH_SEED + strtoul(argv[3], NULL, 10)};
    g_autoptr(GPtrArray) numbers = numbers_of(customers);
    Zipf *who = zipf_new(customers, 0.7, 20), *what = zipf_new(ARTICLES, 1, 3);
    FILE *file = fopen(argv[4], "w");
    figures_need(file != NULL, "makeorders", NULL);
    fputs("order;date;customer;article;quantity;amount\n", file);
    for (guint64 i = 0; i < lines; order++) {
        Day day = day_plus(corpus_today, (int)(i * DAYS / lines) - DAYS);
        g_autofree char *text = day_to_text(day);
        const char *number = g_ptr_array_index(numbers, zipf_draw(who, &chance));
        int minute = chance_between(&chance, OPENS, CLOSES - 1);
        for (int k = chance_between(&chance, 1, MOST_LINES); k > 0 && i < lines; k--, i++) {
            guint cents = 45 + chance_below(&chance, 4000);
            fprintf(file, "%s-%" G_GUINT64_FORMAT ";%s %02d:%02d;%s;Ware %u;%d;%u,%02u\n", argv[3],
                    order, text, minute / 60, minute % 60, number, zipf_draw(what, &chance) + 1,
                    chance_between(&chance, 1, 3), cents / 100, cents % 100);
        }
    }
    zipf_free(who);
    zipf_free(what);
    figures_need(fclose(file) == 0, "makeorders", NULL);
    return EXIT_SUCCESS;
}
