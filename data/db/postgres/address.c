/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a connection string says. */
#include "data/db/postgres/address.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"

#include <libpq-fe.h>
#include <string.h>
#include <sys/stat.h>

/* Seconds for each address, unless the connection string says otherwise, and for one that says 0:
 * as long as it takes. libpq takes less than two for two. */
enum { CONNECT_SECONDS = 3, LEAST_SECONDS = 2, MOST_SECONDS = 3600 };

static const char USUAL_PORT[] = "5432";

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PQconninfoOption, PQconninfoFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PGconn, PQfinish)

/* The value of NAME; NULL when there is none or it is empty. */
static const char *value_of(const PQconninfoOption *options, const char *name)
{
    for (; options->keyword != NULL; options++) {
        if (strcmp(options->keyword, name) == 0) {
            return options->val != NULL && *options->val != '\0' ? options->val : NULL;
        }
    }
    return NULL;
}

/* All that holds for WHERE, the service and the environment included. libpq puts that together only
 * when it connects; a word it does not know stops it right before. No password is looked for. */
static PQconninfoOption *look_up(const char *where)
{
    const char *const names[] = {"dbname", "password", "channel_binding", NULL};
    const char *const values[] = {where, "-", "-", NULL};
    g_autoptr(PGconn) connection = PQconnectStartParams(names, values, 1);
    return PQconninfo(connection);
}

static void refuse_string(GError **error)
{
    g_set_error_literal(error, FAULT, FAULT_REFUSED,
                        _("The name of the server's database cannot be understood. Write it like "
                          "postgresql://user@server/database."));
}

/* The entry of LIST for host number AT of COUNT, where one entry stands for all; NULL for none.
 * Free with g_free. */
static char *entry(char **list, guint at)
{
    guint count = g_strv_length(list);
    const char *text = count == 0 ? "" : list[count == 1 ? 0 : at];
    return *text != '\0' ? g_strdup(text) : NULL;
}

static char **list_of(const PQconninfoOption *options, const char *name)
{
    const char *value = value_of(options, name);
    return g_strsplit(value != NULL ? value : "", ",", -1);
}

bool address_is_local(const AddressHost *host)
{
    return host->number == NULL && (host->name == NULL || *host->name == '/' || *host->name == '@');
}

/* Whether HOST can be one. Where a password has an "@" or a "/" in it, libpq takes a part of it for
 * the name or the port, and those are told to people. */
static bool is_possible(const AddressHost *host)
{
    bool is_name = host->name == NULL || address_is_local(host) || strchr(host->name, '@') == NULL;
    return is_name && (host->port == NULL ||
                       g_ascii_string_to_unsigned(host->port, 10, 1, G_MAXUINT16, NULL, NULL));
}

/* False when the lists do not fit each other, or one of the hosts cannot be one. */
static bool read_hosts(Address *address, const PQconninfoOption *options)
{
    g_auto(GStrv) names = list_of(options, "host");
    g_auto(GStrv) numbers = list_of(options, "hostaddr");
    g_auto(GStrv) ports = list_of(options, "port");
    guint name_count = g_strv_length(names), number_count = g_strv_length(numbers),
          port_count = g_strv_length(ports);
    guint count = MAX(number_count > 0 ? number_count : name_count, 1);
    if ((name_count > 0 && name_count != count) || (port_count > 1 && port_count != count)) {
        return false;
    }
    address->hosts = g_new0(AddressHost, count);
    address->count = count;
    for (guint i = 0; i < count; i++) {
        address->hosts[i] = (AddressHost){
            .name = name_count > 0 ? entry(names, i) : NULL,
            .number = number_count > 0 ? entry(numbers, i) : NULL,
            .port = entry(ports, i),
        };
        if (!is_possible(&address->hosts[i])) {
            return false;
        }
    }
    return true;
}

/* The name of HOST as it stands in an address: an IPv6 number in brackets. */
static void append_host(GString *place, const AddressHost *host)
{
    const char *name = host->name != NULL ? host->name : host->number;
    if (name != NULL && strchr(name, ':') != NULL) {
        g_string_append_printf(place, "[%s]", name);
    } else if (name != NULL && *name == '/') {
        g_string_append_uri_escaped(place, name, NULL, FALSE);
    } else if (name != NULL) {
        g_string_append(place, name);
    }
    if (host->port != NULL) {
        g_string_append_printf(place, ":%s", host->port);
    }
}

/* Without the secrets: WHERE itself when there are none in it. GIVEN is what it says itself. */
static char *place_of(const Address *address, const PQconninfoOption *given)
{
    if (value_of(given, "password") == NULL && value_of(given, "sslpassword") == NULL) {
        return g_strdup(address->where);
    }
    const char *user = value_of(given, "user"), *name = value_of(given, "dbname");
    GString *place = g_string_new("postgresql://");
    if (user != NULL) {
        g_string_append_uri_escaped(place, user, NULL, FALSE);
        g_string_append_c(place, '@');
    }
    for (guint i = 0; i < address->count; i++) {
        g_string_append(place, i > 0 ? "," : "");
        append_host(place, &address->hosts[i]);
    }
    g_string_append_c(place, '/');
    if (name != NULL) {
        g_string_append_uri_escaped(place, name, NULL, FALSE);
    }
    return g_string_free(place, FALSE);
}

/* "laden.example/emma": a port only where it is not the usual one, a socket not at all. ALL is what
 * holds in the end. */
static char *words_of(const Address *address, const PQconninfoOption *all)
{
    const char *name = value_of(all, "dbname");
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < address->count; i++) {
        AddressHost host = address->hosts[i];
        host.port = g_strcmp0(host.port, USUAL_PORT) == 0 ? NULL : host.port;
        if (!address_is_local(&host)) {
            g_string_append(words, words->len > 0 ? "," : "");
            append_host(words, &host);
        }
    }
    if (name != NULL) {
        g_string_append(words, words->len > 0 ? "/" : "");
        g_string_append(words, name);
    }
    return g_string_free(words, FALSE);
}

static AddressWish wish_of(const Address *address, const PQconninfoOption *given,
                           const PQconninfoOption *all)
{
    const char *wanted = value_of(all, "target_session_attrs");
    if (g_strcmp0(wanted, "prefer-standby") == 0) {
        return ADDRESS_PREFER_STANDBY;
    }
    bool is_open = value_of(given, "target_session_attrs") == NULL &&
                   (wanted == NULL || strcmp(wanted, "any") == 0);
    return is_open && address->count > 1 ? ADDRESS_PREFER_MAIN : ADDRESS_ANY;
}

/* Where nothing names the authorities to trust, libpq wants a file of the person's own; without
 * one, those that the system trusts. Not where the server need not show who it is: libpq would look
 * at its certificate all the same, as soon as it knows authorities. */
static char *authorities(const Address *address, const PQconninfoOption *all)
{
    static const char *const files[] = {"/etc/ssl/certs/ca-certificates.crt",
                                        "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"};
    const char *mode = value_of(all, "sslmode");
    g_autofree char *own = g_build_filename(g_get_home_dir(), ".postgresql", "root.crt", NULL);
    if ((!address->checks_server && !g_str_has_prefix(mode, "verify-")) ||
        value_of(all, "sslrootcert") != NULL || g_file_test(own, G_FILE_TEST_EXISTS)) {
        return NULL;
    }
    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        if (g_file_test(files[i], G_FILE_TEST_EXISTS)) {
            return g_strdup(files[i]);
        }
    }
    return NULL;
}

/* libpq does not use such a file, and says so on a terminal that is not its own. */
static char *open_passwords(const PQconninfoOption *all)
{
    const char *named = value_of(all, "passfile");
    g_autofree char *file =
        named != NULL ? g_strdup(named) : g_build_filename(g_get_home_dir(), ".pgpass", NULL);
    struct stat found;
    bool is_open = stat(file, &found) == 0 && S_ISREG(found.st_mode) &&
                   (found.st_mode & (S_IRWXG | S_IRWXO)) != 0;
    return is_open ? g_steal_pointer(&file) : NULL;
}

static guint seconds_of(const PQconninfoOption *all)
{
    const char *wanted = value_of(all, "connect_timeout");
    gint64 seconds = wanted != NULL ? g_ascii_strtoll(wanted, NULL, 10) : CONNECT_SECONDS;
    return seconds > 0 ? (guint)CLAMP(seconds, LEAST_SECONDS, MOST_SECONDS) : MOST_SECONDS;
}

/* Whether the string or the service says how carefully the server is looked at. Of a service
 * "prefer" cannot be told from silence. */
static bool says_tls(const PQconninfoOption *given, const PQconninfoOption *all)
{
    const char *mode = value_of(all, "sslmode");
    bool has_service = value_of(given, "service") != NULL || g_getenv("PGSERVICE") != NULL;
    return value_of(given, "sslmode") != NULL || value_of(given, "requiressl") != NULL ||
           (has_service && g_strcmp0(mode, "prefer") != 0);
}

Address *address_new(const char *where, GError **error)
{
    g_autoptr(PQconninfoOption) given = PQconninfoParse(where, NULL);
    if (given == NULL) {
        refuse_string(error);
        return NULL;
    }
    g_autoptr(PQconninfoOption) all = look_up(where);
    const char *service = value_of(given, "service");
    if (all == NULL || value_of(all, "sslmode") == NULL) {
        if (service != NULL) {
            g_set_error(error, FAULT, FAULT_REFUSED,
                        _("There is no service called %s on this machine. Its hosts and database "
                          "belong into the file ~/.pg_service.conf."),
                        service);
        } else {
            refuse_string(error);
        }
        return NULL;
    }
    g_autoptr(Address) address = g_atomic_rc_box_new0(Address);
    address->where = g_strdup(where);
    if (!read_hosts(address, all)) {
        refuse_string(error);
        return NULL;
    }
    address->place = place_of(address, given);
    address->words = words_of(address, all);
    address->user = g_strdup(value_of(all, "user"));
    address->wish = wish_of(address, given, all);
    address->seconds = seconds_of(all);
    address->checks_server = !says_tls(given, all);
    address->authorities = authorities(address, all);
    address->open_passwords = open_passwords(all);
    return g_steal_pointer(&address);
}

Address *address_ref(Address *address)
{
    return g_atomic_rc_box_acquire(address);
}

static void clear(gpointer data)
{
    Address *address = data;
    for (guint i = 0; i < address->count; i++) {
        g_free(address->hosts[i].name);
        g_free(address->hosts[i].number);
        g_free(address->hosts[i].port);
    }
    g_free(address->hosts);
    g_free(address->where);
    g_free(address->place);
    g_free(address->words);
    g_free(address->user);
    g_free(address->authorities);
    g_free(address->open_passwords);
}

void address_unref(Address *address)
{
    if (address != NULL) {
        g_atomic_rc_box_release_full(address, clear);
    }
}
