/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same shop twice, in a file and on a server. */
#include "tests/data/twoengines.h"

#include "data/customer/factkind.h"
#include "data/move.h"
#include "tests/bench/fill.h"
#include "tests/bench/seed.h"
#include "tests/data/people.h"

#include <string.h>

enum { LISTED = 20 };

static Shop *opened(const Fixture *fixture, const char *where)
{
    g_autoptr(GError) error = NULL;
    Shop *shop = shop_open(where, DB_READ_WRITE, fixture->folder, fill_now, &error);
    expect_done(shop != NULL, error);
    return shop;
}

/* A shop of COUNT customers in the folder of FIXTURE, twice: the place of the second in *COPY. */
static Shop *filled(const Fixture *fixture, guint count, char **copy)
{
    static const ShopPlan plan = {.name = "Emma", .country_code = "49", .currency = "EUR"};
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(fixture->folder, "filled.tresen", NULL);
    g_autofree char *bytes = NULL;
    gsize length = 0;
    expect_done(shop_build(path, &plan, fill_now, &error), error);
    Shop *shop = opened(fixture, path);
    g_autoptr(GPtrArray) kinds = fact_kind_list(shop->db, &error);
    g_autoptr(Corpus) corpus = corpus_new(BENCH_SEED);
    expect_done(fill_some(shop->db, corpus, kinds, 0, count, &error), error);
    shop_close(shop);
    *copy = g_build_filename(fixture->folder, "carried.tresen", NULL);
    expect_done(g_file_get_contents(path, &bytes, &length, &error), error);
    expect_done(g_file_set_contents(*copy, bytes, (gssize)length, &error), error);
    return opened(fixture, path);
}

/* Carries the shop at PATH to the server. */
static Shop *carried(Fixture *fixture, const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *there = fixture_free_place(fixture);
    g_autoptr(Shop) from = opened(fixture, path);
    Moved moved;
    expect_done(shop_move(from, there, fill_now, NULL, NULL, &moved, &error), error);
    g_free(moved.hash);
    g_free(moved.place);
    return opened(fixture, there);
}

TwoEngines *two_engines_new(guint count)
{
    g_autofree char *copy = NULL;
    TwoEngines *engines = g_new0(TwoEngines, 1);
    engines->vocabulary = vocabulary_new();
    engines->file_fixture = fixture_sqlite();
    engines->server_fixture = fixture_postgres();
    engines->file = filled(engines->file_fixture, count, &copy);
    engines->server = carried(engines->server_fixture, copy);
    return engines;
}

void two_engines_free(TwoEngines *engines)
{
    if (engines != NULL) {
        shop_close(engines->file);
        shop_close(engines->server);
        fixture_free(engines->file_fixture);
        fixture_free(engines->server_fixture);
        vocabulary_unref(engines->vocabulary);
        g_free(engines);
    }
}

/* All that a search says, a line a match. */
static char *told(const Found *found)
{
    GString *text = g_string_new(NULL);
    g_string_append_printf(text, "%" G_GINT64_FORMAT "%s, alike from %u\n", found->total,
                           found->is_more ? " and more" : "", found->alike_from);
    for (guint i = 0; i < found->matches->len; i++) {
        const Match *match = g_ptr_array_index(found->matches, i);
        g_autofree char *marks = g_strjoinv(" ", match->marks);
        g_string_append_printf(
            text, "%" G_GINT64_FORMAT " near %d hit %d “%s” by “%s”, %" G_GINT64_FORMAT " to %s\n",
            match->customer_id, (int)match->nearness, (int)match->hit,
            match->hit_words != NULL ? match->hit_words : "", marks, match->visits,
            match->last_visit != NULL ? match->last_visit : "");
    }
    return g_string_free(text, FALSE);
}

static Found *find(const TwoEngines *engines, const Shop *shop, const char *typed)
{
    g_autoptr(GError) error = NULL;
    Found *found = lookup_find(shop->db, engines->vocabulary, typed, LISTED, &error);
    expect_done(found != NULL, error);
    return found;
}

guint two_engines_expect_same(const TwoEngines *engines, const char *typed, guint64 *requests)
{
    g_autoptr(Found) here = find(engines, engines->file, typed);
    guint64 before = db_requests(engines->server->db);
    g_autoptr(Found) there = find(engines, engines->server, typed);
    if (requests != NULL) {
        *requests = db_requests(engines->server->db) - before;
    }
    g_autofree char *one = told(here), *other = told(there);
    if (strcmp(one, other) != 0) {
        fail_msg("“%s” finds in the file\n%sand on the server\n%s", typed, one, other);
    }
    return here->matches->len;
}

static char *done_in(const Shop *shop, char *(*change)(Deed *deed, gpointer data), gpointer data)
{
    Deed *deed = people_begin(shop->db);
    char *text = change(deed, data);
    people_commit(deed);
    return text;
}

void two_engines_do(const TwoEngines *engines, char *(*change)(Deed *deed, gpointer data),
                    gpointer data)
{
    g_autofree char *here = done_in(engines->file, change, data);
    g_autofree char *there = done_in(engines->server, change, data);
    assert_int_equal(here == NULL, there == NULL);
    if (here != NULL) {
        assert_string_equal(here, there);
    }
}
