/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the timeline and the dashboard take in a shop with many visits, and a scan over these:
 * past read SHOP. How long taking back its last deed takes: past undo SHOP. */
#include "data/diary/timeline.h"
#include "data/shop.h"
#include "tests/bench/corpus.h"
#include "tests/bench/figures.h"
#include "tui/screens/dashboardmodel.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RUNS = 21, PAGE = 30, MOST_PAGES = 40, LOYAL = 20 };

static const char now[] = "2026-03-02T08:00:00Z";
static const char most_loyal[] =
    "SELECT customer_id FROM visit_sum ORDER BY visits DESC, customer_id LIMIT $1";
/* What somebody would ask who has no sums: visits and turnover of a month and who came. */
static const char scan[] = "SELECT count(*), sum(amount), count(DISTINCT customer_id) FROM visit "
                           "WHERE minute IS NOT NULL AND day || '' >= '2026-02-01'";
static const char newest[] = "SELECT day, minute, amount FROM visit WHERE customer_id + 0 = $1 "
                             "ORDER BY day DESC LIMIT 30";

static void need(bool done, const GError *error)
{
    figures_need(done, "past", error);
}

/* Milliseconds. */
static double ask(Db *db, const char *sql, const DbValue *values, guint count)
{
    g_autoptr(GError) error = NULL;
    double begin = figures_now();
    g_autoptr(Rows) rows = db_query(db, sql, values, count, &error);
    need(rows != NULL, error);
    while (rows_next(rows, &error)) {
    }
    need(error == NULL, error);
    return figures_now() - begin;
}

/* The timeline of CUSTOMER page by page: FIRST gets the time of the first, DEEP that of the last.
 */
static void page_through(Db *db, gint64 customer, GArray *first, GArray *deep)
{
    TimelinePlace place = {0};
    double took = 0;
    for (guint i = 0; i < MOST_PAGES; i++) {
        g_autoptr(GError) error = NULL;
        double begin = figures_now();
        g_autoptr(GPtrArray) page =
            timeline_page(db, customer, TIMELINE_ALL, 0, &place, PAGE, &error);
        took = figures_now() - begin;
        need(page != NULL, error);
        if (i == 0) {
            figures_add(first, took);
        }
        if (page->len < PAGE) {
            break;
        }
    }
    figures_add(deep, took);
}

static void time_timeline(Db *db)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) first = figures_new(), deep = figures_new(), scans = figures_new();
    g_autoptr(GArray) loyal = db_get_ids(db, most_loyal, DB_VALUES(db_int(LOYAL)), &error);
    need(loyal != NULL && loyal->len > 0, error);
    for (guint i = 0; i < loyal->len; i++) {
        gint64 customer = g_array_index(loyal, gint64, i);
        page_through(db, customer, first, deep);
        if (i < 3) {
            figures_add(scans, ask(db, newest, DB_VALUES(db_int(customer))));
        }
    }
    figures_tell_all("timeline.first", first);
    figures_tell_all("timeline.deep", deep);
    figures_tell("timeline.scan", figures_at(scans, 0.5));
}

static void time_dashboard(Shop *shop)
{
    g_autoptr(GArray) loads = figures_new(), scans = figures_new();
    const DashboardAsk asked = {.today = corpus_today};
    for (guint i = 0; i < RUNS; i++) {
        g_autoptr(GError) error = NULL;
        double begin = figures_now();
        gpointer model = dashboard_model_load(shop, &asked, &error);
        figures_add(loads, figures_now() - begin);
        need(model != NULL, error);
        dashboard_model_free(model);
    }
    for (guint i = 0; i < 3; i++) {
        figures_add(scans, ask(shop->db, scan, DB_NO_VALUES));
    }
    figures_tell_all("dashboard", loads);
    figures_tell("dashboard.scan", figures_at(scans, 0.5));
}

static void time_undo(Db *db)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    const char *verb = NULL;
    Who nobody = {0};
    g_strlcpy(nobody.at, now, sizeof nobody.at);
    need(deed_last(db, 0, &id, &verb, &error) && id != 0, error);
    double begin = figures_now();
    need(deed_undo(db, &nobody, id, NULL, &error), error);
    figures_tell("undo", figures_now() - begin);
}

int main(int argc, char **argv)
{
    bool is_undo = argc == 3 && strcmp(argv[1], "undo") == 0;
    if (argc != 3 || (!is_undo && strcmp(argv[1], "read") != 0)) {
        fputs("usage: past read|undo SHOP\n", stderr);
        return EXIT_FAILURE;
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(Shop) shop = shop_open(argv[2], DB_READ_WRITE, NULL, now, &error);
    need(shop != NULL, error);
    if (is_undo) {
        time_undo(shop->db);
    } else {
        time_timeline(shop->db);
        time_dashboard(shop);
    }
    return EXIT_SUCCESS;
}
