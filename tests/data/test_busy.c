/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several programs on one shop: everybody gets a turn, nobody fails, and waiting is reported. */
#include "tests/data/fixture.h"

#include "data/base/fault.h"
#include "tests/data/place.h"

#include <glib-unix.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* A few in the suite; "test_busy 8 200" for a long run that prints its figures. */
enum { WRITERS = 4, WRITES = 100 };

/* Microseconds a write takes at least, as on a disk: in memory the scheduler alone would decide who
 * comes when. */
enum { WRITE_TIME = 1000 };

static const char INSERT[] =
    "INSERT INTO branch (version, created_at, updated_at, name) VALUES (1, '', '', $1)";

/* What a writer tells at the end. */
typedef struct {
    gint64 longest; /* microseconds from db_begin to the end of db_commit */
    gint64 total;
} Report;

static bool write_once(Db *db, const char *name, GError **error)
{
    if (!db_begin(db, error) || !db_run(db, INSERT, DB_VALUES(db_text(name)), NULL, error)) {
        return false;
    }
    g_usleep(WRITE_TIME);
    return db_commit(db, error);
}

/* The life of a writing process: says + when it has opened the shop; once the gate is closed,
 * writes one after another without a pause. Never returns. */
static void be_writer(const char *where, guint number, guint writes, int gate, int out)
{
    g_autoptr(GError) error = NULL;
    Db *db = db_open(where, DB_READ_WRITE, &error);
    g_autofree char *name = g_strdup_printf("%u", number);
    Report report = {0, 0};
    char byte;

    if (write(out, db != NULL ? "+" : "-", 1) != 1 || read(gate, &byte, 1) != 0 || db == NULL) {
        place_leave(false);
    }
    for (guint i = 0; i < writes; i++) {
        gint64 began = g_get_monotonic_time();
        if (!write_once(db, name, &error)) {
            break;
        }
        gint64 took = g_get_monotonic_time() - began;
        report.longest = MAX(report.longest, took);
        report.total += took;
    }
    if (error != NULL) {
        fprintf(stderr, "writer %u: %s\n", number, error->message);
        place_leave(false);
    }
    db_close(db);
    place_leave(write(out, &report, sizeof(report)) == sizeof(report));
}

/* Reads all the while, until its input ends. */
static void be_reader(const char *where, int in)
{
    g_autoptr(GError) error = NULL;
    Db *db = db_open(where, DB_READ_ONLY, &error);
    gint64 last = 0, count = 0, longest = 0, reads = 0;
    char byte;

    if (db == NULL || !g_unix_set_fd_nonblocking(in, TRUE, NULL)) {
        place_leave(false);
    }
    while (read(in, &byte, 1) != 0) {
        gint64 began = g_get_monotonic_time();
        if (!db_get_int(db, "SELECT count(*) FROM branch", DB_NO_VALUES, &count, NULL, &error) ||
            count < last) {
            place_leave(false);
        }
        longest = MAX(longest, g_get_monotonic_time() - began);
        last = count;
        reads++;
        g_usleep(1000);
    }
    db_close(db);
    printf("one reader: %d reads, the longest took %.1f ms\n", (int)reads, (double)longest / 1000);
    place_leave(reads > 0);
}

/* The most writes of others that a writer had to let pass before one of its own. */
static guint longest_queue(Db *db, guint writers)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Rows) rows =
        db_query(db, "SELECT name FROM branch ORDER BY id", DB_NO_VALUES, &error);
    g_autofree guint *last = g_new0(guint, writers);
    guint longest = 0;

    for (guint turn = 1; rows_next(rows, &error); turn++) {
        guint writer = (guint)atoi(rows_text(rows, 0));
        longest = MAX(longest, turn - last[writer] - 1);
        last[writer] = turn;
    }
    assert_null(error);
    return longest;
}

/* Runs the crowd and returns the longest queue. */
static guint write_together(Fixture *fixture, guint writers, guint writes)
{
    int reports[2], gate[2], reading[2];
    g_autofree pid_t *children = g_new0(pid_t, writers);
    g_autoptr(GError) error = NULL;
    gint64 count = 0;

    /* No connection may cross a fork. */
    g_clear_pointer(&fixture->db, db_close);
    assert_true(pipe(reports) == 0 && pipe(reading) == 0);
    pid_t reader = place_fork();
    if (reader == 0) {
        close(reading[1]);
        be_reader(fixture->where, reading[0]);
    }
    close(reading[0]);
    assert_true(pipe(gate) == 0);
    for (guint i = 0; i < writers; i++) {
        children[i] = place_fork();
        if (children[i] == 0) {
            close(gate[1]);
            be_writer(fixture->where, i, writes, gate[0], reports[1]);
        }
    }
    close(gate[0]);
    /* Nobody begins before all are there: who comes late would have waited for nobody's turn. */
    for (guint i = 0; i < writers; i++) {
        char opened = 0;
        assert_true(read(reports[0], &opened, 1) == 1 && opened == '+');
    }
    close(gate[1]);
    for (guint i = 0; i < writers; i++) {
        Report report;
        assert_true(read(reports[0], &report, sizeof(report)) == sizeof(report));
        printf("a writer: %u writes, %.1f ms each, the longest %.1f ms\n", writes,
               (double)report.total / writes / 1000, (double)report.longest / 1000);
    }
    for (guint i = 0; i < writers; i++) {
        assert_true(place_ended_well(children[i]));
    }
    close(reading[1]);
    assert_true(place_ended_well(reader));
    close(reports[0]);
    close(reports[1]);

    fixture->db = db_open(fixture->where, DB_READ_WRITE, &error);
    expect_done(fixture->db != NULL, error);
    expect_done(
        db_get_int(fixture->db, "SELECT count(*) FROM branch", DB_NO_VALUES, &count, NULL, &error),
        error);
    assert_true(count == (gint64)writers * writes);
    return longest_queue(fixture->db, writers);
}

static void db_begin__with_many_writers__gives_each_a_turn(void **state)
{
    guint queue = write_together(*state, WRITERS, WRITES);

    printf("at most %u writes of others in between\n", queue);
    /* Without fairness one writer goes on until it is done, and the others wait for all of its
     * writes. */
    assert_true(queue < WRITES);
}

/* A process that holds the shop's write lock until its input ends. *INPUT is the other end. */
static pid_t hold_lock(const char *where, int *input)
{
    int hold[2], ready[2];
    char byte = 0;

    assert_true(pipe(hold) == 0 && pipe(ready) == 0);
    pid_t child = place_fork();
    if (child == 0) {
        close(hold[1]);
        Db *db = db_open(where, DB_READ_WRITE, NULL);
        bool held = db != NULL && db_begin(db, NULL) && write(ready[1], "x", 1) == 1 &&
                    read(hold[0], &byte, 1) == 0;
        db_close(db);
        place_leave(held);
    }
    assert_true(read(ready[0], &byte, 1) == 1);
    close(hold[0]);
    close(ready[0]);
    close(ready[1]);
    *input = hold[1];
    return child;
}

typedef struct {
    Db *db;
    int input;    /* closed to let the lock go */
    guint let_go; /* in this second */
    guint give_up;
    guint interrupt;
    GArray *seconds; /* guint, as they were reported */
} Listener;

static bool listen(guint seconds, gpointer data)
{
    Listener *listener = data;

    g_array_append_val(listener->seconds, seconds);
    if (seconds == 0) {
        return true;
    }
    if (seconds == listener->let_go) {
        close(listener->input);
    }
    if (seconds == listener->interrupt) {
        db_interrupt(listener->db);
    }
    return seconds != listener->give_up;
}

/* Waits behind another process and returns whether db_begin came through. */
static bool wait_behind(Fixture *fixture, Listener *listener, GError **error)
{
    g_clear_pointer(&fixture->db, db_close);
    pid_t child = hold_lock(fixture->where, &listener->input);
    fixture->db = db_open(fixture->where, DB_READ_WRITE, error);
    assert_non_null(fixture->db);
    listener->db = fixture->db;
    listener->seconds = g_array_new(FALSE, FALSE, sizeof(guint));
    db_set_waiting(fixture->db, listen, listener);
    bool begun = db_begin(fixture->db, error);
    db_set_waiting(fixture->db, NULL, NULL);
    if (listener->let_go == 0) {
        close(listener->input);
    }
    assert_true(place_ended_well(child));
    return begun;
}

static void expect_seconds(Listener *listener, const guint *seconds, guint count)
{
    assert_int_equal(listener->seconds->len, count);
    assert_memory_equal(listener->seconds->data, seconds, count * sizeof(guint));
    g_array_unref(listener->seconds);
}

static void db_begin__behind_another_program__tells_each_second_and_comes_through(void **state)
{
    Fixture *fixture = *state;
    Listener listener = {.let_go = 2};
    g_autoptr(GError) error = NULL;

    expect_done(wait_behind(fixture, &listener, &error), error);
    expect_seconds(&listener, (const guint[]){1, 2, 0}, 3);
    expect_done(db_commit(fixture->db, &error), error);
}

static void db_begin__when_nobody_wants_to_wait__is_busy(void **state)
{
    Fixture *fixture = *state;
    Listener listener = {.give_up = 1};
    g_autoptr(GError) error = NULL;

    assert_false(wait_behind(fixture, &listener, &error));
    expect_fault(error, fixture->schema == NULL ? FAULT_BUSY : FAULT_CANCELLED);
    expect_seconds(&listener, (const guint[]){1, 0}, 2);
    g_clear_error(&error);
    expect_done(write_once(fixture->db, "later", &error), error);
}

static void db_interrupt__while_waiting__cancels(void **state)
{
    Fixture *fixture = *state;
    Listener listener = {.interrupt = 1};
    g_autoptr(GError) error = NULL;

    assert_false(wait_behind(fixture, &listener, &error));
    expect_fault(error, FAULT_CANCELLED);
    expect_seconds(&listener, (const guint[]){1, 0}, 2);
}

/* The same for a statement that writes by itself; on a server it only waits for those who write the
 * same row. */
static void db_run__behind_another_program__waits(void **state)
{
    Fixture *fixture = *state;
    if (fixture->schema != NULL) {
        skip();
    }
    Listener listener = {.let_go = 1, .seconds = g_array_new(FALSE, FALSE, sizeof(guint))};
    g_autoptr(GError) error = NULL;

    g_clear_pointer(&fixture->db, db_close);
    pid_t child = hold_lock(fixture->where, &listener.input);
    fixture->db = db_open(fixture->where, DB_READ_WRITE, &error);
    expect_done(fixture->db != NULL, error);
    db_set_waiting(fixture->db, listen, &listener);
    expect_done(db_run(fixture->db, INSERT, DB_VALUES(db_text("a")), NULL, &error), error);
    assert_true(place_ended_well(child));
    expect_seconds(&listener, (const guint[]){1, 0}, 2);
}

int main(int count, char **words)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(db_begin__with_many_writers__gives_each_a_turn),
        cmocka_unit_test(db_begin__behind_another_program__tells_each_second_and_comes_through),
        cmocka_unit_test(db_begin__when_nobody_wants_to_wait__is_busy),
        cmocka_unit_test(db_interrupt__while_waiting__cancels),
        cmocka_unit_test(db_run__behind_another_program__waits),
    };

    if (count == 3) {
        g_autoptr(Fixture) fixture = fixture_sqlite();
        printf("at most %u writes of others in between\n",
               write_together(fixture, (guint)atoi(words[1]), (guint)atoi(words[2])));
        return 0;
    }
    return fixture_for_each_engine("busy", tests, G_N_ELEMENTS(tests));
}
