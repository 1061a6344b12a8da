/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line to a PostgreSQL server: it stands up again by itself. */
#include "data/db/postgres/link.h"

#include "data/base/i18n.h"
#include "data/db/postgres/dial.h"

#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

/* So many seconds go by before the main server is looked for again while a copy answers: when
 * somebody listens, who knows that it is there, and when nobody does. */
enum { LOOK_AGAIN = 2, LOOK_AGAIN_ALONE = 10 };

void link_forget_interruption(const Link *link)
{
    guint64 count = 0;
    if (read(link->over_file, &count, sizeof count) > 0) {
        g_debug("postgresql: nothing ran that could be broken off");
    }
}

static bool tell_waiting(guint seconds, gpointer data)
{
    const Link *link = data;
    return link->waiting == NULL || link->waiting(seconds, link->waiting_data);
}

static PGconn *call(Link *link, bool only_main, GError **error)
{
    const Dial how = {.address = link->address,
                      .only_main = only_main,
                      .over_file = link->over_file,
                      .wait = tell_waiting,
                      .data = link};
    link_forget_interruption(link);
    return dial(&how, error);
}

/* Goes over to CONNECTION, which is LINK's from now on. */
static bool go_over(Link *link, PGconn *connection, GError **error)
{
    PQfinish(link->connection);
    link->connection = connection;
    g_string_truncate(link->doomed, 0);
    link->connections++;
    if (connection == NULL) {
        return false;
    }
    if (session_begin(link, error)) {
        return true;
    }
    g_clear_pointer(&link->connection, PQfinish);
    return false;
}

Link *link_open(const char *where, DbMode mode, GError **error)
{
    g_autoptr(Address) address = address_new(where, error);
    if (address == NULL) {
        return NULL;
    }
    Link *link = g_new0(Link, 1);
    link->address = g_steal_pointer(&address);
    link->mode = mode;
    link->over_file = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    link->beacon = g_atomic_rc_box_new0(Beacon);
    link->doomed = g_string_new(NULL);
    link->looked = g_get_monotonic_time();
    if (go_over(link, call(link, false, error), error)) {
        return link;
    }
    link_close(link);
    return NULL;
}

void link_close(Link *link)
{
    PQfinish(link->connection);
    g_string_free(link->doomed, TRUE);
    g_atomic_rc_box_release(link->beacon);
    address_unref(link->address);
    if (link->over_file >= 0) {
        close(link->over_file);
    }
    g_free(link);
}

bool link_stands(const Link *link)
{
    return PQstatus(link->connection) == CONNECTION_OK;
}

void link_interrupt(Link *link)
{
    guint64 one = 1;
    if (write(link->over_file, &one, sizeof one) < 0) {
        g_debug("postgresql: the interruption could not be told");
    }
}

/* What it means that nobody let us in, for somebody who was in before: no server means to come back
 * later, and what was broken off half way does, too. */
static void tell_down(GError **error, const Link *link, GError *fault)
{
    if (fault != NULL && fault->code != FAULT_LINE_DOWN) {
        g_propagate_error(error, fault);
        return;
    }
    g_clear_error(&fault);
    g_set_error(error, FAULT, FAULT_LINE_DOWN,
                _("The server of %s cannot be reached just now. Tresen keeps trying by itself."),
                link->address->words);
}

/* Whether the time has come to look for the main server, while a copy answers. */
static bool is_time_to_look(const Link *link)
{
    gint64 since = g_get_monotonic_time() - link->looked;
    if (link->address->wish != ADDRESS_PREFER_MAIN || link->line.kind != DB_LINE_STANDBY ||
        link->is_at_work) {
        return false;
    }
    return g_atomic_int_get(&link->beacon->listens) != 0
               ? g_atomic_int_get(&link->beacon->main_answers) != 0 &&
                     since > LOOK_AGAIN * G_USEC_PER_SEC
               : since > LOOK_AGAIN_ALONE * G_USEC_PER_SEC;
}

/* Goes back to the main server, if it is there. */
static void look_for_main(Link *link)
{
    g_autoptr(GError) fault = NULL;
    PGconn *found = call(link, true, &fault);
    if (found != NULL) {
        go_over(link, found, &fault);
    }
    link->looked = g_get_monotonic_time();
    if (fault != NULL) {
        g_debug("postgresql: %s", fault->message);
    }
}

bool link_stand_up(Link *link, GError **error)
{
    if (link_stands(link) && is_time_to_look(link)) {
        look_for_main(link);
    }
    if (link_stands(link)) {
        return true;
    }
    if (link->is_at_work) {
        link_fault(error, link, NULL);
        link_note(link);
        return false;
    }
    GError *fault = NULL;
    if (go_over(link, call(link, false, &fault), &fault)) {
        link->looked = g_get_monotonic_time();
        return true;
    }
    /* Nobody knows what the server will be like that comes back. */
    link->read_only = link->mode == DB_READ_ONLY;
    link_note(link);
    tell_down(error, link, fault);
    return false;
}

static void refuse_change(GError **error, const Link *link)
{
    if (link->line.kind == DB_LINE_STANDBY) {
        g_set_error(error, FAULT, FAULT_READ_ONLY,
                    _("Only a copy of the server of %s answers just now, and in a copy nothing can "
                      "be changed. Try again when the server is back."),
                    link->address->words);
    } else {
        g_set_error(error, FAULT, FAULT_READ_ONLY,
                    _("%s can only be read here, so nothing can be changed. Nothing was lost."),
                    link->address->words);
    }
}

bool link_can_write(Link *link, GError **error)
{
    /* A copy may have become the main server meanwhile. */
    if (!link_stand_up(link, error) || (link->read_only && !session_ask_age(link, error))) {
        return false;
    }
    if (link->read_only) {
        refuse_change(error, link);
    }
    return !link->read_only;
}

bool link_is_done(const PGresult *result)
{
    ExecStatusType status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

bool link_script(Link *link, const char *script, GError **error)
{
    PQsendQuery(link->connection, script);
    PGresult *result = link_answer(link);
    bool done = link_is_done(result);

    if (!done) {
        link_fault(error, link, result);
    }
    PQclear(result);
    return done;
}
