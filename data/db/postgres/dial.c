/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Connecting, one host after the other. */
#include "data/db/postgres/dial.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/db/postgres/resolve.h"

#include <locale.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <string.h>

/* What was sent and not taken by the other side for so many milliseconds: the line is down. */
static const char SEND_TIMEOUT[] = "10000";

/* Room for all the parameters of a connection. */
enum { MAX_PARAMETERS = 20 };

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PGconn, PQfinish)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SSL, SSL_free)

/* A dial on its way. */
typedef struct {
    const Dial *how;
    gint64 began; /* monotonic microseconds */
    guint told;   /* the seconds last told */
    bool is_off;  /* somebody broke it off */
    locale_t plain;
    PGconn *spare; /* will do when nothing better comes */
    GError *fault; /* the best there is to tell */
} Try;

static void keep_quiet(void *data, const char *notice)
{
    (void)data;
    g_debug("postgresql: %s", notice);
}

static bool is_on(const PGconn *connection, const char *parameter)
{
    return g_strcmp0(PQparameterStatus(connection, parameter), "on") == 0;
}

/* Whether the server of CONNECTION is a copy of another one. */
static bool met_standby(const PGconn *connection)
{
    return is_on(connection, "in_hot_standby");
}

bool dial_met_read_only(const PGconn *connection)
{
    return met_standby(connection) || is_on(connection, "default_transaction_read_only");
}

/* Waits until FILE can be read, or written to as EVENTS say, or the monotonic time UNTIL. False
 * when it cannot, and nobody waits for it any more. */
static bool wait_for(Try *try, int file, short events, gint64 until)
{
    for (gint64 now = g_get_monotonic_time(); now < until && !try->is_off;
         now = g_get_monotonic_time()) {
        gint64 next = MIN(until, try->began + (gint64)(try->told + 1) * G_USEC_PER_SEC);
        struct pollfd files[] = {{.fd = file, .events = events},
                                 {.fd = try->how->over_file, .events = POLLIN}};
        poll(files, G_N_ELEMENTS(files), (int)(MAX(next - now, 0) / 1000) + 1);
        if (files[1].revents != 0) {
            try->is_off = true;
        } else if (files[0].revents != 0) {
            return true;
        }
        guint seconds = (guint)((g_get_monotonic_time() - try->began) / G_USEC_PER_SEC);
        if (seconds > try->told) {
            try->told = seconds;
            try->is_off |= try->how->wait != NULL && !try->how->wait(seconds, try->how->data);
        }
    }
    return false;
}

static gint64 deadline(const Try *try)
{
    return g_get_monotonic_time() + (gint64)try->how->address->seconds * G_USEC_PER_SEC;
}

/* Begins to connect to HOST at its address NUMBER. */
static PGconn *start(const Try *try, const AddressHost *host, const char *number)
{
    const Address *address = try->how->address;
    /* Later entries win over earlier ones; "dbname" stands for all that the string says. */
    const struct {
        const char *name, *value;
    } all[] = {
        {"tcp_user_timeout", SEND_TIMEOUT},
        {"keepalives_idle", "15"},
        {"keepalives_interval", "5"},
        {"keepalives_count", "3"},
        {"fallback_application_name", "tresen"},
        {"sslmode", address->checks_server ? "verify-full" : NULL},
        {"sslrootcert", address->authorities},
        {"dbname", address->where},
        {"host", host->name},
        {"hostaddr", number},
        {"port", host->port},
        {"target_session_attrs", address->wish != ADDRESS_ANY ? "any" : NULL},
        {"passfile", address->open_passwords != NULL ? "/dev/null/none" : NULL},
        {"client_encoding", "UTF8"},
    };
    G_STATIC_ASSERT(G_N_ELEMENTS(all) < MAX_PARAMETERS);
    const char *names[MAX_PARAMETERS] = {NULL}, *values[MAX_PARAMETERS] = {NULL};
    for (guint i = 0; i < G_N_ELEMENTS(all); i++) {
        names[i] = all[i].name;
        values[i] = all[i].value;
    }
    PGconn *connection = PQconnectStartParams(names, values, 1);
    PQsetNoticeProcessor(connection, keep_quiet, NULL);
    /* The code of a refusal is told in its text, and nowhere else. */
    PQsetErrorVerbosity(connection, PQERRORS_VERBOSE);
    return connection;
}

/* The next step of libpq, which speaks English meanwhile: refusal.c reads what it says. */
static PostgresPollingStatusType take_step(const Try *try, PGconn *connection)
{
    locale_t usual = uselocale(try->plain);
    PostgresPollingStatusType status = PQconnectPoll(connection);
    uselocale(usual);
    return status;
}

/* Keeps what OpenSSL knows of CONNECTION: libpq throws it away when it fails. */
static void keep_tls(SSL **tls, PGconn *connection)
{
    SSL *now = PQsslStruct(connection, "OpenSSL");
    if (now != NULL && now != *tls) {
        SSL_free(*tls);
        SSL_up_ref(now);
        *tls = now;
    }
}

/* Notes that HOST does not let us in, unless something more telling is known already. */
static void note_refusal(Try *try, const Refusal *refusal)
{
    GError *fault = refusal_tell(refusal);
    if (try->fault == NULL ||
        (try->fault->code == FAULT_LINE_DOWN && fault->code == FAULT_REFUSED)) {
        g_clear_error(&try->fault);
        try->fault = fault;
    } else {
        g_error_free(fault);
    }
}

/* Whether CONNECTION is the one that is wanted; one that will do is kept. */
static bool will_do(Try *try, PGconn *connection)
{
    bool is_standby = met_standby(connection), is_best = true;
    if (try->how->only_main && is_standby) {
        PQfinish(connection);
        return false;
    }
    if (try->how->address->wish == ADDRESS_PREFER_MAIN) {
        is_best = !dial_met_read_only(connection);
    } else if (try->how->address->wish == ADDRESS_PREFER_STANDBY && !try->how->only_main) {
        is_best = is_standby;
    }
    if (is_best || try->spare == NULL) {
        PQfinish(try->spare);
        try->spare = connection;
    } else {
        PQfinish(connection);
    }
    return is_best;
}

/* Connects to HOST at NUMBER. Whether no other one is needed. */
static bool reach(Try *try, const AddressHost *host, const char *number)
{
    gint64 until = deadline(try);
    g_autoptr(SSL) tls = NULL;
    g_autoptr(PGconn) connection = start(try, host, number);
    PostgresPollingStatusType status =
        PQstatus(connection) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;
    while (status == PGRES_POLLING_READING || status == PGRES_POLLING_WRITING) {
        short events = status == PGRES_POLLING_READING ? POLLIN : POLLOUT;
        if (!wait_for(try, PQsocket(connection), events, until)) {
            break;
        }
        status = take_step(try, connection);
        keep_tls(&tls, connection);
    }
    if (status == PGRES_POLLING_OK) {
        return will_do(try, g_steal_pointer(&connection));
    }
    const Refusal refusal = {.address = try->how->address,
                             .host = host,
                             .connection = connection,
                             .verified = tls != NULL ? SSL_get_verify_result(tls) : X509_V_OK};
    note_refusal(try, &refusal);
    return false;
}

/* Tries all addresses of HOST. Whether no other one is needed. */
static bool reach_host(Try *try, const AddressHost *host)
{
    if (address_is_local(host) || host->number != NULL) {
        return reach(try, host, host->number);
    }
    g_autoptr(Resolve) resolve = resolve_new(host->name);
    bool is_found = wait_for(try, resolve_file(resolve), POLLIN, deadline(try));
    g_auto(GStrv) numbers = is_found ? resolve_take(resolve) : NULL;
    if (numbers == NULL || numbers[0] == NULL) {
        const Refusal refusal = {.address = try->how->address, .host = host};
        note_refusal(try, &refusal);
        return false;
    }
    bool is_done = false;
    for (guint i = 0; numbers[i] != NULL && !is_done && !try->is_off; i++) {
        is_done = reach(try, host, numbers[i]);
    }
    return is_done;
}

PGconn *dial(const Dial *how, GError **error)
{
    Try try = {.how = how,
               .began = g_get_monotonic_time(),
               .plain = newlocale(LC_ALL_MASK, "C", (locale_t)0)};
    bool is_done = false;
    for (guint i = 0; i < how->address->count && !is_done && !try.is_off; i++) {
        is_done = reach_host(&try, &how->address->hosts[i]);
    }
    freelocale(try.plain);
    if (try.told > 0 && how->wait != NULL) {
        how->wait(0, how->data);
    }
    if (try.spare == NULL && try.is_off) {
        g_set_error_literal(error, FAULT, FAULT_CANCELLED,
                            _("This was cancelled; nothing was changed."));
    } else if (try.spare == NULL && try.fault != NULL) {
        g_propagate_error(error, g_steal_pointer(&try.fault));
    } else if (try.spare == NULL) {
        g_set_error(error, FAULT, FAULT_LINE_DOWN,
                    _("Only a copy of the server of %s answers, and the server itself does not."),
                    how->address->words);
    }
    g_clear_error(&try.fault);
    return try.spare;
}
