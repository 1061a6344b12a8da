/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Eight counters that change the same twenty customers all at once: nothing is lost, nothing is
 * there twice, conflicts are shown where there are some and nowhere else. */
#include "tests/data/counter.h"
#include "tests/data/place.h"

#include "data/customer/fact.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A few in the suite; TRESEN_TEST_EDITS=10000 for a long run. */
enum { COUNTERS = 8, EDITS = 800 };

/* The last value of a field, by the version of the customer it came with. */
typedef struct {
    gint64 version;
    char *value;
} Last;

/* What all counters wrote down. */
typedef struct {
    CounterFigures counts;
    Last last[COUNTER_CUSTOMERS][COUNTER_FIELDS];
    GHashTable *versions[COUNTER_CUSTOMERS]; /* those some counter made */
    gint64 visits[COUNTER_CUSTOMERS], amounts[COUNTER_CUSTOMERS];
    GPtrArray *facts, *newcomers; /* the words, the names */
} Told;

static Told *told_new(void)
{
    Told *told = g_new0(Told, 1);
    for (guint i = 0; i < COUNTER_CUSTOMERS; i++) {
        told->versions[i] = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    }
    told->facts = g_ptr_array_new_with_free_func(g_free);
    told->newcomers = g_ptr_array_new_with_free_func(g_free);
    return told;
}

static void told_free(Told *told)
{
    for (guint i = 0; i < COUNTER_CUSTOMERS; i++) {
        g_hash_table_unref(told->versions[i]);
        for (guint field = 0; field < COUNTER_FIELDS; field++) {
            g_free(told->last[i][field].value);
        }
    }
    g_ptr_array_unref(told->facts);
    g_ptr_array_unref(told->newcomers);
    g_free(told);
}

static void take_field(Told *told, char **words)
{
    gint64 customer = g_ascii_strtoll(words[1], NULL, 10) - 1;
    gint64 field = g_ascii_strtoll(words[2], NULL, 10);
    gint64 version = g_ascii_strtoll(words[3], NULL, 10);
    assert_true(customer >= 0 && customer < COUNTER_CUSTOMERS && field >= 0 &&
                field < COUNTER_FIELDS);
    Last *last = &told->last[customer][field];
    if (!g_hash_table_add(told->versions[customer], g_memdup2(&version, sizeof version))) {
        fail_msg("Two saves made version %d of customer %d.", (int)version, (int)customer + 1);
    }
    if (version > last->version) {
        g_free(last->value);
        *last = (Last){version, g_strdup(words[4])};
    }
}

/* A line of a journal: see counter.h. */
static void take_line(Told *told, const char *line)
{
    g_auto(GStrv) words = g_strsplit(line, " ", 5);
    if (strcmp(words[0], "field") == 0) {
        take_field(told, words);
    } else if (strcmp(words[0], "visit") == 0) {
        gint64 customer = g_ascii_strtoll(words[1], NULL, 10) - 1;
        told->visits[customer]++;
        told->amounts[customer] += g_ascii_strtoll(words[2], NULL, 10);
    } else if (strcmp(words[0], "fact") == 0) {
        g_ptr_array_add(told->facts, g_strdup(strchr(strchr(line, ' ') + 1, ' ') + 1));
    } else {
        g_ptr_array_add(told->newcomers, g_strdup(strchr(line, ' ') + 1));
    }
}

static void take_journal(Told *told, const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *text = NULL;
    CounterFigures one = {0};
    expect_done(g_file_get_contents(path, &text, NULL, &error), error);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    assert_int_equal(sscanf(lines[0], "%u %u %u %u %u", &one.edits, &one.injected, &one.shown,
                            &one.met, &one.false_alarms),
                     5);
    told->counts.edits += one.edits;
    told->counts.injected += one.injected;
    told->counts.shown += one.shown;
    told->counts.met += one.met;
    told->counts.false_alarms += one.false_alarms;
    for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++) {
        take_line(told, lines[i]);
    }
}

static char *journal_of(const Fixture *fixture, guint counter)
{
    g_autofree char *name = g_strdup_printf("counter-%u", counter);
    return g_build_filename(fixture->folder, name, NULL);
}

/* Lets COUNTERS work at once until they have made EDITS edits together; what they tell. */
static Told *work(Fixture *fixture, guint counters, guint edits)
{
    g_autofree pid_t *children = g_new0(pid_t, counters);
    /* No connection may cross a fork. */
    g_clear_pointer(&fixture->db, db_close);
    for (guint i = 0; i < counters; i++) {
        children[i] = place_fork();
        if (children[i] == 0) {
            g_autofree char *journal = journal_of(fixture, i);
            place_leave(counter_work(fixture->where, i, edits / counters, journal));
        }
    }
    bool ok = true;
    for (guint i = 0; i < counters; i++) {
        ok = place_ended_well(children[i]) && ok;
    }
    assert_true(ok);
    g_autoptr(GError) error = NULL;
    fixture->db = db_open(fixture->where, DB_READ_WRITE, &error);
    expect_done(fixture->db != NULL, error);
    Told *told = told_new();
    for (guint i = 0; i < counters; i++) {
        g_autofree char *journal = journal_of(fixture, i);
        take_journal(told, journal);
    }
    return told;
}

/* ---- what is there in the end ---- */

static void expect_customer(Db *db, const Told *told, guint index)
{
    g_autoptr(GError) error = NULL;
    gint64 id = (gint64)index + 1;
    Customer *customer = record_load(db, &customer_type, id, &error);
    expect_done(customer != NULL, error);
    /* The first version is that of the adding. */
    assert_int_equal(customer->head.version, g_hash_table_size(told->versions[index]) + 1);
    for (guint field = 0; field < COUNTER_FIELDS; field++) {
        const Last *last = &told->last[index][field];
        if (last->value != NULL) {
            assert_string_equal(*counter_field(customer, field), last->value);
        }
    }
    record_free(customer);
    assert_int_equal(people_number(db, "SELECT count(*) FROM visit WHERE customer_id = $1",
                                   DB_VALUES(db_int(id))),
                     told->visits[index]);
    assert_int_equal(people_number(db,
                                   "SELECT coalesce(sum(amount), 0) FROM visit_sum "
                                   "WHERE customer_id = $1",
                                   DB_VALUES(db_int(id))),
                     told->amounts[index]);
}

/* Each of WANTED is found once by SQL, and nothing else by ALL. */
static void expect_each_once(Db *db, const GPtrArray *wanted, const char *sql, const char *all)
{
    for (guint i = 0; i < wanted->len; i++) {
        const char *words = g_ptr_array_index(wanted, i);
        gint64 times = people_number(db, sql, DB_VALUES(db_text(words)));
        if (times != 1) {
            fail_msg("“%s” is there %d times.", words, (int)times);
        }
    }
    assert_int_equal(people_number(db, all, DB_NO_VALUES), wanted->len);
}

/* How often the server had to break up a knot of those who wait for each other. */
static gint64 deadlocks(Db *db)
{
    return db_engine(db) == DB_SQLITE ? 0
                                      : people_number(db,
                                                      "SELECT deadlocks FROM pg_stat_database "
                                                      "WHERE datname = current_database()",
                                                      DB_NO_VALUES);
}

static void print_figures(const Fixture *fixture, const Told *told, gint64 knots, double seconds)
{
    const CounterFigures *counts = &told->counts;
    printf("%s: %u edits in %.1f s; %u conflicts injected, %u shown; %u met; %d deadlocks\n",
           fixture->schema == NULL ? "SQLite" : "PostgreSQL", counts->edits, seconds,
           counts->injected, counts->shown, counts->met, (int)knots);
}

static void expect_all(Db *db, const Told *told)
{
    assert_int_equal(told->counts.injected, told->counts.shown);
    assert_int_equal(told->counts.false_alarms, 0);
    for (guint i = 0; i < COUNTER_CUSTOMERS; i++) {
        expect_customer(db, told, i);
    }
    expect_each_once(db, told->facts, "SELECT count(*) FROM fact WHERE words = $1",
                     "SELECT count(*) FROM fact");
    expect_each_once(db, told->newcomers, "SELECT count(*) FROM customer WHERE family_name = $1",
                     "SELECT count(*) - 20 FROM customer");
    assert_int_equal(
        people_number(db, "SELECT count(*) - count(DISTINCT name) FROM article", DB_NO_VALUES), 0);
    people_expect_sound(db);
}

static guint edits_wanted(void)
{
    const char *told = g_getenv("TRESEN_TEST_EDITS");
    return told != NULL ? (guint)atoi(told) : EDITS;
}

static void deed__loses_and_doubles_nothing__among_eight_counters(void **state)
{
    Fixture *fixture = *state;
    guint edits = edits_wanted();
    people_furnish(fixture->db);
    for (guint i = 0; i < COUNTER_CUSTOMERS; i++) {
        people_add(fixture->db, &(Person){.family = "Anfang"});
    }
    gint64 knots = deadlocks(fixture->db), began = g_get_monotonic_time();
    Told *told = work(fixture, COUNTERS, edits);
    double seconds = (double)(g_get_monotonic_time() - began) / G_USEC_PER_SEC;
    knots = deadlocks(fixture->db) - knots;
    print_figures(fixture, told, knots, seconds);
    assert_true(told->counts.edits >= edits / COUNTERS * COUNTERS && told->counts.injected > 0);
    expect_all(fixture->db, told);
    assert_int_equal(knots, 0);
    told_free(told);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deed__loses_and_doubles_nothing__among_eight_counters),
    };
    return fixture_for_each_engine("many clients", tests, G_N_ELEMENTS(tests));
}
