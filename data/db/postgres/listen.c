/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line on which a PostgreSQL server tells of changes. */
#include "data/db/postgres/dial.h"
#include "data/db/postgres/link.h"

#include <poll.h>

/* So many milliseconds may go by until the server has said that it will tell. */
enum { ANSWER_MS = 5000 };

typedef struct {
    Address *address;
    Beacon *beacon;
    PGconn *connection;
} Listener;

gpointer listener_new(gpointer data)
{
    const Link *link = data;
    Listener *listener = g_new0(Listener, 1);
    listener->address = address_ref(link->address);
    listener->beacon = g_atomic_rc_box_acquire(link->beacon);
    g_atomic_int_set(&listener->beacon->listens, 1);
    return listener;
}

void listener_free(gpointer data)
{
    Listener *listener = data;
    g_atomic_int_set(&listener->beacon->listens, 0);
    PQfinish(listener->connection);
    address_unref(listener->address);
    g_atomic_rc_box_release(listener->beacon);
    g_free(listener);
}

/* Whether the server has said yes to what was sent. */
static bool is_granted(PGconn *connection, int over_file)
{
    bool is_there = true;
    while (is_there && PQisBusy(connection) != 0) {
        struct pollfd files[] = {{.fd = PQsocket(connection), .events = POLLIN},
                                 {.fd = over_file, .events = POLLIN}};
        is_there = poll(files, G_N_ELEMENTS(files), ANSWER_MS) > 0 && files[1].revents == 0 &&
                   PQconsumeInput(connection) != 0;
    }
    PGresult *result = is_there ? PQgetResult(connection) : NULL;
    bool is_granted = PQresultStatus(result) == PGRES_COMMAND_OK;
    PQclear(result);
    return is_granted;
}

bool listener_connect(gpointer data, int over_file)
{
    Listener *listener = data;
    g_autoptr(GError) fault = NULL;
    const Dial how = {.address = listener->address, .only_main = true, .over_file = over_file};
    g_atomic_int_set(&listener->beacon->main_answers, 0);
    PQfinish(listener->connection);
    listener->connection = dial(&how, &fault);
    bool is_done = PQsendQuery(listener->connection, "LISTEN " LINK_CHANNEL) != 0 &&
                   is_granted(listener->connection, over_file);
    g_atomic_int_set(&listener->beacon->main_answers, is_done ? 1 : 0);
    return is_done;
}

/* Whether there was news, which are read to the end. */
static bool read_news(PGconn *connection)
{
    bool any = false;
    for (PGnotify *news = PQnotifies(connection); news != NULL; news = PQnotifies(connection)) {
        PQfreemem(news);
        any = true;
    }
    return any;
}

int listener_wait(gpointer data, int over_file)
{
    const Listener *listener = data;
    while (!read_news(listener->connection)) {
        struct pollfd files[] = {{.fd = PQsocket(listener->connection), .events = POLLIN},
                                 {.fd = over_file, .events = POLLIN}};
        poll(files, G_N_ELEMENTS(files), -1);
        if (files[1].revents != 0) {
            return 0;
        }
        if (PQconsumeInput(listener->connection) == 0) {
            g_atomic_int_set(&listener->beacon->main_answers, 0);
            return -1;
        }
    }
    return 1;
}
