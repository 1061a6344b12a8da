/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which engine serves a place, and the loading of the module for PostgreSQL. */
#include "data/db/db_private.h"

#include "data/base/i18n.h"
#include "data/base/module.h"

#include <string.h>

#define MODULE_NAME "tresen-postgresql.so"

/* The words a connection string is made of, as the versions of libpq know them. */
static const char *const words[] = {
    "application_name",
    "channel_binding",
    "client_encoding",
    "connect_timeout",
    "dbname",
    "fallback_application_name",
    "gssdelegation",
    "gssencmode",
    "gsslib",
    "host",
    "hostaddr",
    "keepalives",
    "keepalives_count",
    "keepalives_idle",
    "keepalives_interval",
    "krbsrvname",
    "load_balance_hosts",
    "options",
    "passfile",
    "password",
    "port",
    "replication",
    "require_auth",
    "requirepeer",
    "requiressl",
    "service",
    "ssl_max_protocol_version",
    "ssl_min_protocol_version",
    "sslcert",
    "sslcertmode",
    "sslcompression",
    "sslcrl",
    "sslcrldir",
    "sslkey",
    "sslmode",
    "sslnegotiation",
    "sslpassword",
    "sslrootcert",
    "sslsni",
    "target_session_attrs",
    "tcp_user_timeout",
    "user",
    NULL,
};

bool db_is_server(const char *where)
{
    static const char blanks[] = " \t\n\v\f\r";
    where += strspn(where, blanks);
    gsize length = strspn(where, "abcdefghijklmnopqrstuvwxyz_ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    g_autofree char *word = g_strndup(where, length);
    where += length;
    /* A scheme that is misspelt is no file, either: a password may stand behind it. */
    if (length > 0 && g_str_has_prefix(where, "://")) {
        return strcmp(word, "file") != 0;
    }
    return where[strspn(where, blanks)] == '=' && g_strv_contains(words, word);
}

/* The driver of the module at PATH, unless that was made with another version of DbDriver. */
static const DbDriver *check_driver(const DbDriver *driver, const char *path, GError **error)
{
    if (driver->size == sizeof(DbDriver)) {
        return driver;
    }
    g_set_error(error, FAULT, FAULT_MISSING,
                _("The part for PostgreSQL, %s, belongs to another version of Tresen. Install the "
                  "same version of both."),
                path);
    return NULL;
}

static const DbDriver *load_module(GError **error)
{
    static const Module module = {
        .file = MODULE_NAME,
        .symbol = DB_DRIVER_SYMBOL,
        .absent = N_("This Tresen was installed without its part for PostgreSQL. Install "
                     "that part, or build Tresen with the library libpq (Debian: "
                     "libpq-dev) and without --without-postgresql."),
        .broken = N_("The part for PostgreSQL, %s, cannot be loaded. Install the library libpq "
                     "(Debian: libpq5) and try again.")};
    g_autofree char *path = NULL;
    /* ISO C has no cast between pointers to objects and to functions. */
    union {
        gpointer address;
        DbDriverEntry entry;
    } found = {.address = module_need(&module, &path, error)};
    return found.address != NULL ? check_driver(found.entry(), path, error) : NULL;
}

const DbDriver *engine_driver(const char *where, GError **error)
{
    return db_is_server(where) ? load_module(error) : &db_driver_sqlite;
}
