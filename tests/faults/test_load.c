/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Four programs on one shop for half an hour: nobody reads that it is busy, and a save is quick. */
#include "data/base/fault.h"
#include "data/diary/visit.h"
#include "data/list/export.h"
#include "data/lookup/lookup.h"
#include "data/report/report.h"
#include "tests/data/crowd.h"
#include "tests/data/place.h"
#include "tests/faults/scale.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { CUSTOMERS = 300, QUICK_SECONDS = 3, SECONDS = 30 * 60 };

/* Milliseconds in which 99 of 100 saves are done. On a machine that does much else at the same time
 * nothing can be said of it: only in the long run, which has the machine for itself. */
enum { MOST_P99 = 200 };

/* What a program saw. */
typedef struct {
    guint saves, looks, failed;
    guint told;           /* how often somebody would have read that another program is writing */
    guint32 took[100001]; /* saves by tenths of milliseconds; the last: longer */
} Seen;

typedef struct {
    Db *db;
    GRand *chance;
    const char *folder;
    guint number, step;
    Seen *seen;
} Counter;

/* What a program does, one time; false on a fault. */
typedef bool (*Role)(Counter *counter, GError **error);

static gint64 any_customer(Counter *counter)
{
    return g_rand_int_range(counter->chance, 1, CUSTOMERS + 1);
}

static bool note_waiting(guint seconds, gpointer data)
{
    Seen *seen = data;
    seen->told += seconds > 0;
    return true;
}

static void note_time(Seen *seen, gint64 began)
{
    gint64 tenths = (g_get_monotonic_time() - began) / 100;
    seen->took[MIN(tenths, (gint64)G_N_ELEMENTS(seen->took) - 1)]++;
    seen->saves++;
}

static Deed *begin(Counter *counter, GError **error)
{
    Who nobody = people_who(0);
    return deed_begin(counter->db, &nobody, "a test", error);
}

/* The form of a customer, saved; another counter's change in between is told, which is no fault. */
static bool change_customer(Counter *counter, GError **error)
{
    GError *fault = NULL;
    g_autoptr(Sheet) sheet = sheet_load(counter->db, any_customer(counter), error);
    if (sheet == NULL) {
        return false;
    }
    g_autofree char *words = g_strdup_printf("mag Torte %u %u", counter->number, counter->step);
    record_set_text(&sheet->customer->description, words);
    gint64 began = g_get_monotonic_time();
    g_autoptr(Deed) deed = begin(counter, error);
    if (deed == NULL) {
        return false;
    }
    if (!sheet_save(deed, sheet, &fault) || !deed_commit(deed, NULL, &fault)) {
        bool is_conflict = g_error_matches(fault, FAULT, FAULT_CONFLICT);
        g_propagate_error(error, fault);
        if (is_conflict) {
            g_clear_error(error);
        }
        return is_conflict;
    }
    note_time(counter->seen, began);
    return true;
}

static bool sell(Counter *counter, GError **error)
{
    const OrderItem items[] = {{.name = "Brezel", .quantity = 2, .amount = RECORD_NONE}};
    VisitOrder order = visit_order(any_customer(counter), "2026-03-01");
    gint64 id = 0, began = g_get_monotonic_time();
    order.amount = 350;
    order.items = items;
    order.items_count = G_N_ELEMENTS(items);
    g_autoptr(Deed) deed = begin(counter, error);
    bool done =
        deed != NULL && visit_add(deed, &order, &id, NULL, error) && deed_commit(deed, NULL, error);
    if (done) {
        note_time(counter->seen, began);
    }
    return done;
}

static bool look(Counter *counter, GError **error)
{
    g_autofree char *query = crowd_query(counter->chance);
    g_autoptr(Found) found = lookup_find(counter->db, NULL, query, 20, error);
    counter->seen->looks++;
    return found != NULL;
}

/* A counter with customers in front of it. */
static bool serve(Counter *counter, GError **error)
{
    Role role = counter->step % 3 == 0 ? change_customer : counter->step % 3 == 1 ? sell : look;
    g_usleep(20000);
    return role(counter, error);
}

/* The office: figures of all visits, and the list of all customers in a file. */
static bool count(Counter *counter, GError **error)
{
    static const ReportSpan span = {.from = {2026, 1, 1}, .to = {2026, 3, 31}};
    g_autofree char *path = g_build_filename(counter->folder, "list.csv", NULL);
    g_autoptr(Report) report = report_load(counter->db, &report_visits, &span, NULL, error);
    counter->seen->looks++;
    g_usleep(100000);
    return report != NULL && export_csv(counter->db, path, NULL, error);
}

/* Somebody who puts the list of a fair in order: many in one deed. */
static bool take_over(Counter *counter, GError **error)
{
    g_autoptr(Deed) deed = begin(counter, error);
    bool done = deed != NULL;
    for (guint i = 0; done && i < 20; i++) {
        VisitOrder order = visit_order(any_customer(counter), "2026-02-01");
        gint64 id = 0;
        done = visit_add(deed, &order, &id, NULL, error);
    }
    done = done && deed_commit(deed, NULL, error);
    counter->seen->looks++;
    g_usleep(500000);
    return done;
}

static const Role roles[] = {serve, serve, count, take_over};

/* The life of the process NUMBER. Never returns. */
static void be(const Fixture *fixture, const char *place, guint number, guint seconds)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *report = g_strdup_printf("%s/seen-%u", place, number);
    g_random_set_seed(number + 1);
    Db *db = db_open(fixture->where, DB_READ_WRITE, &error);
    Seen *seen = g_new0(Seen, 1);
    Counter counter = {.db = db,
                       .chance = g_rand_new_with_seed(scale_seed() + number),
                       .folder = place,
                       .number = number,
                       .seen = seen};
    gint64 end = g_get_monotonic_time() + (gint64)seconds * G_USEC_PER_SEC;
    if (db == NULL) {
        place_leave(false);
    }
    db_set_waiting(db, note_waiting, seen);
    for (; g_get_monotonic_time() < end; counter.step++) {
        if (!roles[number](&counter, &error)) {
            fprintf(stderr, "program %u: %s\n", number, error->message);
            g_clear_error(&error);
            seen->failed++;
        }
    }
    db_close(db);
    place_write(report, seen, sizeof *seen);
    place_leave(true);
}

static void add_up(Seen *all, const char *place, guint number)
{
    g_autofree char *path = g_strdup_printf("%s/seen-%u", place, number);
    gsize length = 0;
    g_autofree guint8 *bytes = place_read(path, &length);
    g_autofree Seen *one = g_new0(Seen, 1);
    assert_int_equal(length, sizeof *one);
    memcpy(one, bytes, sizeof *one);
    all->saves += one->saves;
    all->looks += one->looks;
    all->failed += one->failed;
    all->told += one->told;
    for (guint i = 0; i < G_N_ELEMENTS(all->took); i++) {
        all->took[i] += one->took[i];
    }
}

/* Milliseconds in which so many of a thousand saves were done. */
static double quantile(const Seen *all, guint thousandths)
{
    guint64 wanted = (guint64)all->saves * thousandths / 1000, counted = 0;
    guint i = 0;
    for (; i < G_N_ELEMENTS(all->took) - 1; i++) {
        counted += all->took[i];
        if (counted >= wanted) {
            break;
        }
    }
    return i / 10.0;
}

static void four_programs__never_read_that_it_is_busy__under_load(void **state)
{
    Fixture *fixture = *state;
    guint seconds = scale(QUICK_SECONDS, SECONDS);
    pid_t children[G_N_ELEMENTS(roles)];
    g_autofree Seen *all = g_new0(Seen, 1);
    char *place = fixture_folder();
    people_furnish(fixture->db);
    crowd_add(fixture->db, scale_seed(), CUSTOMERS);
    g_clear_pointer(&fixture->db, db_close);
    for (guint i = 0; i < G_N_ELEMENTS(roles); i++) {
        children[i] = place_fork();
        if (children[i] == 0) {
            be(fixture, place, i, seconds);
        }
    }
    for (guint i = 0; i < G_N_ELEMENTS(roles); i++) {
        assert_true(place_ended_well(children[i]));
        add_up(all, place, i);
    }
    fixture_remove_folder(place);
    g_autoptr(GError) error = NULL;
    fixture->db = db_open(fixture->where, DB_READ_WRITE, &error);
    expect_done(fixture->db != NULL, error);
    people_expect_sound(fixture->db);
    assert_int_equal(all->failed, 0);
    assert_true(all->saves >= seconds && all->looks >= seconds);
    if (scale_is_full()) {
        assert_int_equal(all->told, 0);
        assert_true(quantile(all, 990) < MOST_P99);
    }
    scale_tell(8,
               "4 programs for %u s on %s: %u saves, %u looks; told to wait: %u, busy: %u; a "
               "save took %.1f ms (half), %.1f ms (99 of 100), %.1f ms (999 of 1000)",
               seconds, fixture->schema == NULL ? "SQLite" : "PostgreSQL", all->saves, all->looks,
               all->told, all->failed, quantile(all, 500), quantile(all, 990), quantile(all, 999));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_programs__never_read_that_it_is_busy__under_load),
    };
    return fixture_for_each_engine("load", tests, G_N_ELEMENTS(tests));
}
