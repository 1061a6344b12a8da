/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waiting for other programs that hold the shop: patient, fair, and never silent for more than a
 * second. */
#include "data/db/sqlite_private.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

enum {
    FIRST_NAP = 500, /* microseconds */
    LONGEST_NAP = 50000,
    NAP_SHARE = 10, /* a nap is a tenth of the wait so far */
    TURNSTILE_NAP =
        1500, /* microseconds for a newcomer; half of it for who has waited this long: */
    TURNSTILE_HALF = 5000,
    TURNSTILE_LEAST = 150,
    TURNSTILE_CROWD = 500000, /* beyond this it is no crowd but one program that holds the shop */
    TURNSTILE_CALM_NAP = 5000,
    TURNSTILE_PATIENCE = 3 /* seconds, against a program that was stopped in it */
};

void wait_init(Wait *wait, const char *folder)
{
    *wait =
        (Wait){.chance = g_rand_new(), .folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
}

void wait_clear(Wait *wait)
{
    if (wait->folder >= 0) {
        close(wait->folder);
    }
    g_rand_free(wait->chance);
}

void wait_start(Wait *wait)
{
    g_atomic_int_set(&wait->interrupted, 0);
    wait->gave_up = false;
}

void wait_end(Wait *wait)
{
    if (wait->told > 0 && wait->waiting != NULL) {
        wait->waiting(0, wait->data);
    }
    wait->began = 0;
    wait->told = 0;
}

/* Microseconds waited so far, or -1 when the waiting has to stop. */
static gint64 go_on(Wait *wait)
{
    if (wait->began == 0) {
        wait->began = g_get_monotonic_time();
    }
    gint64 waited = g_get_monotonic_time() - wait->began;
    guint seconds = (guint)(waited / G_USEC_PER_SEC);

    if (g_atomic_int_get(&wait->interrupted) != 0) {
        return -1;
    }
    if (wait->limit > 0 && seconds >= wait->limit) {
        wait->gave_up = true;
    }
    /* Who gives up soon need not be told that it waits. */
    if (seconds > wait->told && wait->limit == 0) {
        wait->told = seconds;
        if (wait->waiting != NULL && !wait->waiting(seconds, wait->data)) {
            wait->gave_up = true;
        }
    }
    return wait->gave_up ? -1 : waited;
}

/* Sleeps for LENGTH microseconds, half more or less, so that those who wait do not march in
 * step. */
static void nap(Wait *wait, gint64 length)
{
    g_usleep((gulong)((double)length * g_rand_double_range(wait->chance, 0.5, 1.5)));
}

/* Who waits longer knocks more often and so comes first. */
static gint64 turnstile_nap(gint64 waited)
{
    if (waited > TURNSTILE_CROWD) {
        return TURNSTILE_CALM_NAP;
    }
    return MAX((gint64)TURNSTILE_NAP * TURNSTILE_HALF / (TURNSTILE_HALF + waited), TURNSTILE_LEAST);
}

int wait_busy(void *data, int tries)
{
    Wait *wait = data;
    (void)tries;

    gint64 waited = go_on(wait);
    if (waited < 0) {
        return 0;
    }
    nap(wait, CLAMP(waited / NAP_SHARE, FIRST_NAP, LONGEST_NAP));
    return 1;
}

bool wait_turnstile_enter(Wait *wait)
{
    if (wait->folder < 0) {
        return true;
    }
    while (flock(wait->folder, LOCK_EX | LOCK_NB) != 0) {
        gint64 waited = go_on(wait);
        if (waited < 0) {
            return false;
        }
        if (waited > TURNSTILE_PATIENCE * G_USEC_PER_SEC) {
            return true;
        }
        nap(wait, turnstile_nap(waited));
    }
    return true;
}

void wait_turnstile_leave(Wait *wait)
{
    if (wait->folder >= 0) {
        flock(wait->folder, LOCK_UN);
    }
}
