/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the home screen takes where all customers stand in a communication plan, and what the
 * plan costs: planned SHOP. It changes SHOP: it is to be a copy. */
#include "data/agenda/care.h"
#include "data/agenda/interaction.h"
#include "data/shop.h"
#include "tests/bench/corpus.h"
#include "tests/bench/figures.h"
#include "tui/screens/homemodel.h"

#include <stdio.h>
#include <stdlib.h>

enum { RUNS = 21, NOW = 9 * 60, ROWS = 5 };

static const char now[] = "2026-03-02T08:00:00Z";
static const char first_day[] = "2025-11-01"; /* so that about half of all are due by now */

#define HEAD "version, created_at, updated_at"
#define HEAD_VALUES "1, '2025-11-01T08:00:00Z', '2025-11-01T08:00:00Z'"

/* Of each ten customers one is in class A, three in B, the others in C; most may be called; half
 * were contacted twice; there are reminders of a hundred days, and some do not want to be bothered
 * at lunch. */
static const char *const furnish[] = {
    "UPDATE customer SET class = CASE WHEN id % 10 = 0 THEN 'A' WHEN id % 10 < 4 THEN 'B' "
    "ELSE 'C' END",
    "DELETE FROM consent WHERE purpose LIKE 'news%'",
    "INSERT INTO consent (" HEAD ", customer_id, purpose, state) SELECT " HEAD_VALUES
    ", id, 'news_phone', 'given' FROM customer WHERE id % 7 <> 0",
    "INSERT INTO interaction (" HEAD ", customer_id, day, direction, channel) SELECT " HEAD_VALUES
    ", id, '2025-' || (10 + id % 3) || '-' || (10 + id % 19), 'out', 'phone' FROM customer "
    "WHERE id % 2 = 0",
    "INSERT INTO interaction (" HEAD ", customer_id, day, direction, channel) SELECT " HEAD_VALUES
    ", id, '2026-02-' || (10 + id % 19), 'in', 'counter' FROM customer WHERE id % 4 = 0",
    "INSERT INTO quiet (" HEAD
    ", customer_id, weekdays, from_minute, to_minute) SELECT " HEAD_VALUES
    ", id, 31, 660, 840 FROM customer WHERE id % 9 = 0",
    "INSERT INTO reminder (" HEAD
    ", customer_id, words, due_day, day, minute, step, state) SELECT " HEAD_VALUES
    ", id, 'call', '2026-0' || (2 + id % 7) || '-' || (10 + id % 19), "
    "'2026-0' || (2 + id % 7) || '-' || (10 + id % 19), 600 + id % 300, 1, 'open' FROM customer "
    "WHERE id % 5 = 0",
};

/* What somebody would ask who keeps nothing that follows from the plan: whom of class A nobody has
 * talked to for three months, the longest first. */
static const char scan[] =
    "SELECT customer.id, (SELECT MAX(day) FROM interaction WHERE interaction.customer_id = "
    "customer.id AND " INTERACTION_COUNTS ") AS last FROM customer WHERE class IS NOT NULL AND "
    "EXISTS (SELECT 1 FROM consent WHERE consent.customer_id = customer.id AND purpose = "
    "'news_phone' AND state = 'given') AND NOT EXISTS (SELECT 1 FROM loss WHERE loss.customer_id = "
    "customer.id AND back_day IS NULL) AND coalesce((SELECT MAX(day) FROM interaction WHERE "
    "interaction.customer_id = customer.id AND " INTERACTION_COUNTS "), '') < '2025-12-01' "
    "ORDER BY class, last, customer.id LIMIT 5";

typedef struct {
    const char *class, *channel, *unit;
    int every;
} Line;

static const Line lines[] = {
    {"A", "phone", "month", 3}, {"B", NULL, "month", 6}, {"C", "post", "year", 1}};

static void need(bool done, const GError *error)
{
    figures_need(done, "planned", error);
}

static Deed *begin(Db *db)
{
    g_autoptr(GError) error = NULL;
    Who nobody = {0};
    g_strlcpy(nobody.at, now, sizeof nobody.at);
    Deed *deed = deed_begin(db, &nobody, "a measurement", &error);
    need(deed != NULL, error);
    return deed;
}

static void commit(Deed *deed)
{
    g_autoptr(GError) error = NULL;
    bool done = deed_commit(deed, NULL, &error);
    deed_free(deed);
    need(done, error);
}

static void furnish_shop(Db *db)
{
    g_autoptr(GError) error = NULL;
    need(db_begin(db, &error), error);
    for (guint i = 0; i < G_N_ELEMENTS(furnish); i++) {
        need(db_run(db, furnish[i], DB_NO_VALUES, NULL, &error), error);
    }
    need(db_commit(db, &error), error);
}

static void add_line(Deed *deed, const Line *line)
{
    g_autoptr(GError) error = NULL;
    CarePlan *plan = record_new(&care_plan_type);
    record_set_text(&plan->class, line->class);
    record_set_text(&plan->channel, line->channel);
    record_set_text(&plan->unit, line->unit);
    record_set_text(&plan->from_day, first_day);
    plan->every = line->every;
    need(care_plan_save(deed, plan, &error), error);
    record_free(plan);
}

/* Three lines for all customers, and taking them back. */
static void time_plan(Db *db)
{
    g_autoptr(GError) error = NULL;
    double start = figures_now();
    Deed *deed = begin(db);
    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        add_line(deed, &lines[i]);
    }
    commit(deed);
    figures_tell("plan.set", figures_now() - start);
    gint64 rows = 0;
    need(db_get_int(db, "SELECT COUNT(*) FROM care", DB_NO_VALUES, &rows, NULL, &error), error);
    figures_tell("plan.rows", (double)rows);
}

/* A contact noted, as a deed of its own. */
static void time_deeds(Db *db)
{
    g_autoptr(GArray) deeds = figures_new();
    for (gint64 id = 10; id < 10 + RUNS; id++) {
        g_autoptr(GError) error = NULL;
        double start = figures_now();
        Deed *deed = begin(db);
        Interaction *contact = record_new(&interaction_type);
        contact->customer_id = id;
        record_set_text(&contact->day, "2026-03-02");
        record_set_text(&contact->direction, "out");
        record_set_text(&contact->channel, "phone");
        need(interaction_save(deed, contact, &error), error);
        record_free(contact);
        commit(deed);
        figures_add(deeds, figures_now() - start);
    }
    figures_tell_all("deed", deeds);
}

static void time_home(Shop *shop)
{
    g_autoptr(GArray) homes = figures_new();
    for (guint i = 0; i < RUNS; i++) {
        g_autoptr(GError) error = NULL;
        HomeAsk *ask = home_ask_new("", (Moment){corpus_today, NOW});
        double start = figures_now();
        gpointer model = home_model_load(shop, ask, &error);
        figures_add(homes, figures_now() - start);
        need(model != NULL, error);
        home_model_free(model);
        home_ask_free(ask);
    }
    figures_tell_all("home", homes);
}

static void time_list(Db *db)
{
    g_autoptr(GArray) lists = figures_new(), scans = figures_new();
    const ReminderFor everybody = {0};
    for (guint i = 0; i < RUNS; i++) {
        g_autoptr(GError) error = NULL;
        gint64 more = 0;
        double start = figures_now();
        g_autoptr(GPtrArray) list =
            care_list_due(db, (Moment){corpus_today, NOW}, &everybody, ROWS, &more, &error);
        figures_add(lists, figures_now() - start);
        need(list != NULL && list->len == ROWS, error);
    }
    for (guint i = 0; i < 3; i++) {
        g_autoptr(GError) error = NULL;
        double start = figures_now();
        g_autoptr(GArray) ids = db_get_ids(db, scan, DB_NO_VALUES, &error);
        need(ids != NULL, error);
        figures_add(scans, figures_now() - start);
    }
    figures_tell_all("list", lists);
    figures_tell("list.scan", figures_at(scans, 0.5));
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fputs("usage: planned SHOP\n", stderr);
        return EXIT_FAILURE;
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(Shop) shop = shop_open(argv[1], DB_READ_WRITE, NULL, now, &error);
    need(shop != NULL, error);
    furnish_shop(shop->db);
    time_plan(shop->db);
    time_deeds(shop->db);
    time_home(shop);
    time_list(shop->db);
    return EXIT_SUCCESS;
}
