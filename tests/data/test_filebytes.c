/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes that come and go in pieces, while signals break calls off, and files that refuse. */
#include "tests/data/fixture.h"

#include "data/base/filebytes.h"
#include "tests/data/place.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

/* More than a pipe holds; PAUSE is between signals, in microseconds. */
enum { LENGTH = 1 << 20, PIECE = 7919, PAUSE = 300 };

static void on_alarm(int signal_number)
{
    (void)signal_number;
}

/* Signals that break calls off, every so many microseconds; 0: none any more. */
static void set_alarms(int every)
{
    const struct sigaction action = {.sa_handler = on_alarm};
    const struct itimerval often = {{0, every}, {0, every}};
    assert_int_equal(sigaction(SIGALRM, &action, NULL), 0);
    assert_int_equal(setitimer(ITIMER_REAL, &often, NULL), 0);
}

static void fill(guint8 *bytes)
{
    for (gsize i = 0; i < LENGTH; i++) {
        bytes[i] = (guint8)(i * 31 + i / 256);
    }
}

static void file_read_full__gets_all_that_was_written__whatever_signals_come(void **state)
{
    (void)state;
    g_autofree guint8 *sent = g_malloc(LENGTH), *got = g_malloc(LENGTH + PIECE);
    int line[2];
    fill(sent);
    assert_int_equal(pipe(line), 0);
    pid_t writer = place_fork();
    if (writer == 0) {
        set_alarms(PAUSE);
        gsize done = 0;
        while (done < LENGTH && file_write_all(line[1], sent + done, MIN(PIECE, LENGTH - done))) {
            done += PIECE;
        }
        set_alarms(0);
        place_leave(done >= LENGTH);
    }
    close(line[1]);
    set_alarms(PAUSE);
    gssize length = file_read_full(line[0], got, LENGTH + PIECE);
    set_alarms(0);
    assert_true(place_ended_well(writer));
    assert_int_equal(length, LENGTH);
    assert_memory_equal(got, sent, LENGTH);
    assert_int_equal(file_read(line[0], got, 1), 0);
    close(line[0]);
}

static void bytes__of_a_file_that_refuses__are_a_fault(void **state)
{
    (void)state;
    char byte = 0;
    int folder = open("/", O_RDONLY | O_DIRECTORY);
    assert_true(folder >= 0);
    assert_int_equal(file_read(folder, &byte, 1), -1);
    assert_int_equal(errno, EISDIR);
    errno = 0;
    assert_int_equal(file_read_full(folder, &byte, 1), -1);
    assert_int_equal(errno, EISDIR);
    assert_false(file_write_all(folder, "x", 1));
    assert_int_equal(errno, EBADF);
    assert_true(file_write_all(folder, "", 0));
    close(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(file_read_full__gets_all_that_was_written__whatever_signals_come),
        cmocka_unit_test(bytes__of_a_file_that_refuses__are_a_fault),
    };
    return cmocka_run_group_tests_name("bytes of files", tests, NULL, NULL);
}
