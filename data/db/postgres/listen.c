/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line on which a PostgreSQL server tells of changes. */
#include "data/db/postgres/link.h"

#include <poll.h>

typedef struct {
    char *where;
    PGconn *connection;
} Listener;

gpointer listener_new(gpointer data)
{
    const Link *link = data;
    Listener *listener = g_new0(Listener, 1);
    listener->where = g_strdup(link->where);
    return listener;
}

void listener_free(gpointer data)
{
    Listener *listener = data;
    PQfinish(listener->connection);
    g_free(listener->where);
    g_free(listener);
}

bool listener_connect(gpointer data)
{
    Listener *listener = data;
    PQfinish(listener->connection);
    listener->connection = link_dial(listener->where);
    PGresult *result = PQexec(listener->connection, "LISTEN " LINK_CHANNEL);
    bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
    PQclear(result);
    return done;
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
            return -1;
        }
    }
    return 1;
}
