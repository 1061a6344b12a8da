/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PostgreSQL's SQLSTATE codes as sentences for people. */
#include "data/base/i18n.h"
#include "data/db/postgres/link.h"

#include <string.h>

/* Codes that begin with START, the most exact first; see PostgreSQL's manual, appendix A. */
typedef struct {
    const char *start;
    Fault fault;
    const char *sentence; /* %s is the place */
} Meaning;

static const Meaning meanings[] = {
    {"23505", FAULT_TAKEN,
     N_("This value is in use already and may be there only once. Choose another one.")},
    {"23503", FAULT_TIED,
     N_("Something this hangs on was removed in the meantime, or something else hangs on it by "
        "now. "
        "Nothing was changed: look at it again.")},
    {"23", FAULT_REFUSED,
     N_("This entry does not fit the rules of the shop, so it was not saved. Check what you "
        "typed.")},
    {"22", FAULT_REFUSED,
     N_("This entry does not fit the rules of the shop, so it was not saved. Check what you "
        "typed.")},
    {"54", FAULT_REFUSED, N_("This entry is too long to be saved. Shorten it and try again.")},
    {"40", FAULT_CONFLICT,
     N_("Somebody else changed the same thing at the same moment. Nothing was lost: try again.")},
    {"53100", FAULT_FULL,
     N_("The disk of the server is full. Nothing was lost: ask for space there and try again.")},
    {"53300", FAULT_LINE_DOWN,
     N_("The server of %s has too many visitors just now. Try again in a moment.")},
    {"53", FAULT_FULL,
     N_("The server of %s has not enough room for this. Nothing was changed; ask the person who "
        "looks after the server.")},
    {"XX001", FAULT_DAMAGED,
     N_("The server of %s says that something in its data is damaged. Stop here, and ask the "
        "person "
        "who looks after the server.")},
    {"XX002", FAULT_DAMAGED,
     N_("The server of %s says that something in its data is damaged. Stop here, and ask the "
        "person "
        "who looks after the server.")},
    {"58", FAULT_DAMAGED,
     N_("The server of %s has trouble with its disk, and nothing was changed. Ask the person who "
        "looks after the server.")},
    {"25006", FAULT_READ_ONLY, N_("The shop %s can only be read here, so nothing can be changed.")},
    {"42501", FAULT_READ_ONLY,
     N_("The server does not allow this here with %s. Ask the person who looks after the server.")},
    {"55P03", FAULT_BUSY,
     N_("Another program is writing to the shop %s just now. Nothing was changed; try again in a "
        "moment.")},
    {"57014", FAULT_BUSY,
     N_("The server of %s took too long for this and broke it off. Nothing was changed; try again "
        "when less is going on there.")},
    {"25P03", FAULT_LINE_DOWN,
     N_("The server of %s has ended the connection. Nothing half saved is left there; try again in "
        "a moment.")},
    {"57P", FAULT_LINE_DOWN,
     N_("The server of %s has ended the connection. Nothing half saved is left there; try again in "
        "a moment.")},
    {"08P", FAULT_INTERNAL,
     N_("Something went wrong inside Tresen, and nothing was changed. Please report this as a "
        "defect.")},
    {"08", FAULT_LINE_DOWN,
     N_("The server of %s has ended the connection. Nothing half saved is left there; try again in "
        "a moment.")},
    {"", FAULT_INTERNAL,
     N_("Something went wrong inside Tresen, and nothing was changed. Please report this as a "
        "defect.")},
};

/* Without a code the server did not answer, or memory ran out on this side. */
static const char *state_of(const Link *link, const PGresult *result)
{
    const char *state = result != NULL ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : NULL;

    if (state != NULL) {
        return state;
    }
    return PQstatus(link->connection) == CONNECTION_BAD ? "08006" : "";
}

void link_fault(GError **error, const Link *link, const PGresult *result)
{
    const char *state = state_of(link, result);
    const Meaning *meaning = meanings;

    if (link->is_broken_off && strcmp(state, "57014") == 0) {
        g_set_error_literal(error, FAULT, FAULT_CANCELLED,
                            _("This was cancelled; nothing was changed."));
        return;
    }
    while (!g_str_has_prefix(state, meaning->start)) {
        meaning++;
    }
    g_debug("postgresql %s: %s", state, PQerrorMessage(link->connection));
    g_auto(GStrv) parts = g_strsplit(_(meaning->sentence), "%s", 2);
    g_autofree char *whole = g_strjoinv(link->address->words, parts);
    g_set_error_literal(error, FAULT, (gint)meaning->fault, whole);
}
