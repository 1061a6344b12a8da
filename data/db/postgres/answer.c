/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waiting for the answer of a PostgreSQL server, which may never come. */
#include "data/db/postgres/link.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

/* A server that does not say within so many seconds that it has broken something off is given up:
 * its line is cut. */
enum { GIVE_UP = 3 };

/* Asking a server to break something off takes a line of its own, which may hang as well. */
static gpointer work(gpointer data)
{
    PGcancel *cancel = data;
    char reason[256];
    if (PQcancel(cancel, reason, sizeof reason) == 0) {
        g_debug("postgresql: %s", reason);
    }
    PQfreeCancel(cancel);
    return NULL;
}

/* A wait for an answer. */
typedef struct {
    Link *link;
    gint64 began, broken; /* monotonic microseconds; 0: not broken off */
    guint told;           /* the seconds last told */
} Wait;

/* Asks the server, once, to break off what it is waited for. */
static void break_off(Wait *wait)
{
    Link *link = wait->link;
    if (wait->broken != 0) {
        return;
    }
    PGcancel *cancel = PQgetCancel(link->connection);
    wait->broken = g_get_monotonic_time();
    link->is_broken_off = true;
    if (cancel != NULL) {
        g_thread_unref(g_thread_new("cancel", work, cancel));
    }
}

static void tell(Wait *wait)
{
    Link *link = wait->link;
    guint seconds = (guint)((g_get_monotonic_time() - wait->began) / G_USEC_PER_SEC);
    if (seconds <= wait->told) {
        return;
    }
    wait->told = seconds;
    if (link->waiting != NULL && !link->waiting(seconds, link->waiting_data)) {
        break_off(wait);
    }
    if (wait->broken != 0 && g_get_monotonic_time() - wait->broken > GIVE_UP * G_USEC_PER_SEC) {
        shutdown(PQsocket(link->connection), SHUT_RDWR);
    }
}

/* Waits until something can be read, or sent where something IS_LEFT, or there is something to
 * tell. */
static void rest(Wait *wait, bool is_left)
{
    Link *link = wait->link;
    short events = is_left ? POLLIN | POLLOUT : POLLIN;
    gint64 next = wait->began + (gint64)(wait->told + 1) * G_USEC_PER_SEC;
    gint64 left = MAX(next - g_get_monotonic_time(), 0);
    struct pollfd files[] = {{.fd = PQsocket(link->connection), .events = events},
                             {.fd = link->over_file, .events = POLLIN}};
    poll(files, G_N_ELEMENTS(files), (int)(left / 1000) + 1);
    guint64 count = 0;
    if (files[1].revents != 0 && read(link->over_file, &count, sizeof count) > 0) {
        break_off(wait);
    }
}

/* Sends what is still to be sent, and reads until there is a result. */
static void wait_for_result(Wait *wait)
{
    PGconn *connection = wait->link->connection;
    int left = PQflush(connection);
    while (left >= 0 && PQisBusy(connection) != 0) {
        rest(wait, left > 0);
        left = PQconsumeInput(connection) != 0 ? PQflush(connection) : -1;
        tell(wait);
    }
}

PGresult *link_answer(Link *link)
{
    PGresult *last = NULL, *next = NULL;
    Wait wait = {.link = link, .began = g_get_monotonic_time()};
    link->is_broken_off = false;
    link_forget_interruption(link);
    do {
        wait_for_result(&wait);
        next = PQgetResult(link->connection);
        if (next != NULL) {
            PQclear(last);
            last = next;
        }
    } while (next != NULL);
    if (wait.told > 0 && link->waiting != NULL) {
        link->waiting(0, link->waiting_data);
    }
    return last;
}
