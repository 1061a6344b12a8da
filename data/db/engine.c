/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which engine serves a place, and the loading of the module for PostgreSQL. */
#include "data/db/db_private.h"

#include "data/base/i18n.h"
#include "data/base/module.h"

#define MODULE_NAME "tresen-postgresql.so"

bool db_is_server(const char *where)
{
    static const char *const starts[] = {
        "postgresql://", "postgres://", "service=", "host=", "hostaddr=", "dbname="};

    for (guint i = 0; i < G_N_ELEMENTS(starts); i++) {
        if (g_str_has_prefix(where, starts[i])) {
            return true;
        }
    }
    return false;
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
