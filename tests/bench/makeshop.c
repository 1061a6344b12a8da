/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a shop of the corpus, and the same customers as text: makeshop CUSTOMERS SHOP TEXT. */
#include "data/customer/factkind.h"
#include "data/lookup/index.h"
#include "data/shop.h"
#include "tests/bench/figures.h"
#include "tests/bench/fill.h"
#include "tests/bench/seed.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* So many customers come in one deed; after each the progress is told on a terminal. The last ones
 * come one by one, as in a shop that goes on working after a list was taken over. */
enum { AT_ONCE = 5000, ONE_BY_ONE = 200 };

static void need(bool done, const GError *error)
{
    figures_need(done, "makeshop", error);
}

static void show_progress(guint done, guint count)
{
    if (isatty(STDERR_FILENO)) {
        fprintf(stderr, done < count ? "\r%u of %u customers" : "\r\033[K", done, count);
    }
}

static void add_all(Db *db, const Corpus *corpus, guint count, GError **error)
{
    g_autoptr(GPtrArray) kinds = fact_kind_list(db, error);
    need(kinds != NULL, *error);
    guint bulk = count - MIN(ONE_BY_ONE, count / 5);
    for (guint i = 0; i < bulk; i += AT_ONCE) {
        need(fill_some(db, corpus, kinds, i, MIN(i + AT_ONCE, bulk), error), *error);
        show_progress(MIN(i + AT_ONCE, bulk), count);
    }
    need(index_settle(db, error), *error);
    for (guint i = bulk; i < count; i++) {
        need(fill_some(db, corpus, kinds, i, i + 1, error), *error);
    }
    show_progress(count, count);
}

static void make_shop(const Corpus *corpus, guint count, const char *path)
{
    static const ShopPlan plan = {
        .name = "Konditorei Emma", .country_code = "49", .currency = "EUR"};
    g_autoptr(GError) error = NULL;
    g_unlink(path);
    need(shop_build(path, &plan, fill_now, &error), error);
    g_autoptr(Shop) shop = shop_open(path, DB_READ_WRITE, NULL, fill_now, &error);
    need(shop != NULL, error);
    add_all(shop->db, corpus, count, &error);
}

static void make_text(const Corpus *corpus, guint count, const char *path)
{
    FILE *file = fopen(path, "w");
    need(file != NULL, NULL);
    for (guint i = 0; i < count; i++) {
        g_autoptr(CorpusPerson) person = corpus_person(corpus, i);
        g_autofree char *line = corpus_line(person);
        fprintf(file, "%s\n", line);
    }
    need(fclose(file) == 0, NULL);
}

/* Built beside its place and moved there, so that a broken off run leaves nothing that looks like a
 * shop. */
int main(int argc, char **argv)
{
    if (argc != 4) {
        fputs("usage: makeshop CUSTOMERS SHOP TEXT\n", stderr);
        return EXIT_FAILURE;
    }
    guint count = (guint)strtoul(argv[1], NULL, 10);
    g_autofree char *passing = g_strconcat(argv[2], ".new", NULL);
    g_autoptr(Corpus) corpus = corpus_new(BENCH_SEED);
    make_text(corpus, count, argv[3]);
    double begin = figures_now();
    make_shop(corpus, count, passing);
    need(g_rename(passing, argv[2]) == 0, NULL);
    figures_tell("build.seconds", (figures_now() - begin) / 1e3);
    return EXIT_SUCCESS;
}
