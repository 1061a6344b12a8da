/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Connecting to a PostgreSQL server. */
#include "data/db/postgres/link.h"

#include "data/base/i18n.h"

#include <poll.h>
#include <string.h>

/* Seconds for each host: to connect, unless the connection string says otherwise, and to find out
 * whether a server that did not let us in is there at all. */
static const char CONNECT_TIMEOUT[] = "3";
static const char PING_TIMEOUT[] = "2";
/* What was sent and not taken by the other side for so many milliseconds: the line is down. */
static const char SEND_TIMEOUT[] = "10000";

static void keep_quiet(void *data, const char *notice)
{
    (void)data;
    g_debug("postgresql: %s", notice);
}

static const char *option(const PQconninfoOption *options, const char *name)
{
    for (; options->keyword != NULL; options++) {
        if (strcmp(options->keyword, name) == 0) {
            return options->val;
        }
    }
    return NULL;
}

/* WHERE without its password. NULL when it is no connection string. */
static char *place_of(const char *where)
{
    PQconninfoOption *options = PQconninfoParse(where, NULL);
    if (options == NULL) {
        return NULL;
    }

    char *place = NULL;
    if (option(options, "password") == NULL && option(options, "sslpassword") == NULL) {
        place = g_strdup(where);
    } else {
        const char *user = option(options, "user");
        const char *host = option(options, "host");
        const char *port = option(options, "port");
        const char *name = option(options, "dbname");
        place = g_strconcat("postgresql://", user != NULL ? user : "", user != NULL ? "@" : "",
                            host != NULL ? host : "", port != NULL ? ":" : "",
                            port != NULL ? port : "", "/", name != NULL ? name : "", NULL);
    }
    PQconninfoFree(options);
    return place;
}

PGconn *link_dial(const char *where)
{
    /* Later entries win over earlier ones; "dbname" stands for all that is in WHERE. */
    const char *const names[] = {"connect_timeout",
                                 "tcp_user_timeout",
                                 "keepalives_idle",
                                 "keepalives_interval",
                                 "keepalives_count",
                                 "fallback_application_name",
                                 "dbname",
                                 "client_encoding",
                                 NULL};
    const char *const values[] = {CONNECT_TIMEOUT, SEND_TIMEOUT, "30",   "5", "3",
                                  "tresen",        where,        "UTF8", NULL};
    PGconn *connection = PQconnectdbParams(names, values, 1);

    PQsetNoticeProcessor(connection, keep_quiet, NULL);
    return connection;
}

static void refuse_string(GError **error)
{
    g_set_error_literal(error, FAULT, FAULT_REFUSED,
                        _("The name of the server's database cannot be understood. Write it like "
                          "postgresql://user@server/database."));
}

/* The sentence for a connection that did not come about: no server, or a server that says no. */
static void refuse_connection(GError **error, const Link *link, const char *where)
{
    const char *const names[] = {"dbname", "connect_timeout", NULL};
    const char *const values[] = {where, PING_TIMEOUT, NULL};

    g_debug("postgresql: %s", PQerrorMessage(link->connection));
    switch (PQpingParams(names, values, 1)) {
    case PQPING_OK:
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("The server of %s is there but does not let Tresen in. Check the user name, "
                      "the password and the name of the database."),
                    link->place);
        break;
    case PQPING_NO_ATTEMPT:
        refuse_string(error);
        break;
    case PQPING_REJECT:
    case PQPING_NO_RESPONSE:
    default:
        g_set_error(error, FAULT, FAULT_LINE_DOWN,
                    _("The server of %s cannot be reached. Check the network and whether the "
                      "server is switched on."),
                    link->place);
    }
}

/* Tells who is told about waiting that SECONDS have gone by, 0: that it is over. */
static void tell_waiting(Link *link, guint seconds)
{
    char reason[256];
    if (link->waiting != NULL && !link->waiting(seconds, link->waiting_data) && seconds > 0 &&
        link->cancel != NULL) {
        PQcancel(link->cancel, reason, sizeof reason);
    }
}

PGresult *link_answer(Link *link)
{
    enum { SECOND = 1000 };
    PGresult *last = NULL, *next = NULL;
    guint seconds = 0;
    do {
        bool is_there = true;
        while (is_there && PQisBusy(link->connection) != 0) {
            struct pollfd file = {.fd = PQsocket(link->connection), .events = POLLIN};
            if (poll(&file, 1, SECOND) == 0) {
                tell_waiting(link, ++seconds);
            } else {
                is_there = PQconsumeInput(link->connection) != 0;
            }
        }
        next = PQgetResult(link->connection);
        if (next != NULL) {
            PQclear(last);
            last = next;
        }
    } while (next != NULL);
    if (seconds > 0) {
        tell_waiting(link, 0);
    }
    return last;
}

static bool speaks_utf8(const Link *link, GError **error)
{
    const char *encoding = PQparameterStatus(link->connection, "server_encoding");

    if (g_strcmp0(encoding, "UTF8") == 0) {
        return true;
    }
    g_set_error(error, FAULT, FAULT_FOREIGN,
                _("The database %s does not store text as UTF-8, so names would be lost in it. "
                  "Make a database with the encoding UTF8."),
                link->place);
    return false;
}

static bool settle(Link *link, DbMode mode, bool *read_only, GError **error)
{
    if (!speaks_utf8(link, error) ||
        !link_script(link, "SET standard_conforming_strings = on", error)) {
        return false;
    }
    if (mode == DB_READ_ONLY &&
        !link_script(link, "SET default_transaction_read_only = on", error)) {
        return false;
    }

    /* "on" on a standby server as well. */
    PQsendQuery(link->connection, "SHOW transaction_read_only");
    PGresult *result = link_answer(link);
    bool asked = PQresultStatus(result) == PGRES_TUPLES_OK;
    if (asked) {
        *read_only = strcmp(PQgetvalue(result, 0, 0), "on") == 0;
    } else {
        link_fault(error, link, result);
    }
    PQclear(result);
    return asked;
}

Link *link_open(const char *where, DbMode mode, bool *read_only, GError **error)
{
    g_autofree char *place = place_of(where);
    if (place == NULL) {
        refuse_string(error);
        return NULL;
    }

    Link *link = g_new0(Link, 1);
    g_mutex_init(&link->lock);
    link->where = g_strdup(where);
    link->mode = mode;
    link->place = g_steal_pointer(&place);
    link->doomed = g_string_new(NULL);
    link->connection = link_dial(where);
    if (!link_stands(link)) {
        refuse_connection(error, link, where);
    } else if (settle(link, mode, read_only, error)) {
        link->cancel = PQgetCancel(link->connection);
        return link;
    }
    link_close(link);
    return NULL;
}

void link_close(Link *link)
{
    PQfreeCancel(link->cancel);
    PQfinish(link->connection);
    g_string_free(link->doomed, TRUE);
    g_mutex_clear(&link->lock);
    g_free(link->where);
    g_free(link->place);
    g_free(link);
}

bool link_stands(const Link *link)
{
    return PQstatus(link->connection) == CONNECTION_OK;
}

bool link_stand_up(Link *link, GError **error)
{
    bool read_only = false;
    if (link_stands(link)) {
        return true;
    }
    if (link->is_at_work) {
        link_fault(error, link, NULL);
        return false;
    }
    g_mutex_lock(&link->lock);
    g_clear_pointer(&link->cancel, PQfreeCancel);
    g_clear_pointer(&link->connection, PQfinish);
    g_string_truncate(link->doomed, 0);
    link->connections++;
    link->connection = link_dial(link->where);
    bool ok = link_stands(link) && settle(link, link->mode, &read_only, NULL);
    link->cancel = ok ? PQgetCancel(link->connection) : NULL;
    g_mutex_unlock(&link->lock);
    /* Whoever was let in before and is not now has met the server or the line half way. */
    if (!ok) {
        g_debug("postgresql: %s", PQerrorMessage(link->connection));
        g_set_error(error, FAULT, FAULT_LINE_DOWN,
                    _("The server of %s cannot be reached just now. Tresen tries again by itself "
                      "with all you do next."),
                    link->place);
    }
    return ok;
}

bool link_script(Link *link, const char *script, GError **error)
{
    PQsendQuery(link->connection, script);
    PGresult *result = link_answer(link);
    ExecStatusType status = PQresultStatus(result);
    bool done =
        status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;

    if (!done) {
        link_fault(error, link, result);
    }
    PQclear(result);
    return done;
}
