/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Connecting, one host after the other, without ever waiting where nobody can say stop. */
#pragma once

#include "data/db/postgres/address.h"

#include <libpq-fe.h>

/* How to connect. */
typedef struct {
    const Address *address;
    bool only_main; /* a copy of the server will not do */
    int over_file;  /* once it can be read, connecting is broken off */
    /* Told after each second, and 0 once when that is over; false breaks off. NULL: nobody. */
    bool (*wait)(guint seconds, gpointer data);
    gpointer data;
} Dial;

/* Connects to the first host of the address that will do. For PQfinish. NULL on a fault:
 * FAULT_LINE_DOWN when none can be reached, FAULT_REFUSED when one is there and does not let us in,
 * or is not the one it says it is; FAULT_CANCELLED when it was broken off. */
PGconn *dial(const Dial *how, GError **error);

/* Whether the server of CONNECTION can only be read. Asks nobody: a server says so by itself, from
 * version 14. */
bool dial_met_read_only(const PGconn *connection);

/* A host that does not let us in. */
typedef struct {
    const Address *address;
    const AddressHost *host;
    const PGconn *connection; /* which failed; NULL: HOST has no address */
    long verified;            /* what OpenSSL said of the certificate; X509_V_OK: nothing bad */
} Refusal;

/* The sentence for it; FAULT_LINE_DOWN or FAULT_REFUSED. Free with g_error_free. */
GError *refusal_tell(const Refusal *refusal);
