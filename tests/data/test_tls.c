/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A server has to show who it is before a password goes there: six that are not what they seem. */
#include "data/base/fault.h"
#include "tests/data/cluster.h"
#include "tests/data/fixture.h"

#include <stdio.h>
#include <string.h>

/* Two authorities, and what they have signed. */
static const char make_certificates[] =
    "umask 077\n"
    "authority() {\n"
    "    openssl req -x509 -newkey rsa:2048 -nodes -keyout $1.key -out $1.crt -subj /CN=$1 -days "
    "2\n"
    "}\n"
    "server() { # NAME HOST AUTHORITY DAYS\n"
    "    openssl req -newkey rsa:2048 -nodes -keyout $1.key -out $1.csr -subj /CN=$2\n"
    "    echo subjectAltName=DNS:$2 >$1.ext\n"
    "    openssl x509 -req -in $1.csr -CA $3.crt -CAkey $3.key -set_serial $serial -days $4 "
    "-extfile $1.ext -out $1.crt\n"
    "    serial=$((serial + 1))\n"
    "}\n"
    "serial=10\n"
    "authority ours\n"
    "authority theirs\n"
    "server right localhost ours 2\n"
    "server foreign localhost theirs 2\n"
    "server elsewhere shop.example ours 2\n"
    "server late localhost ours -1\n"
    "server revoked localhost ours 2\n"
    "openssl req -x509 -newkey rsa:2048 -nodes -keyout itself.key -out itself.crt "
    "-subj /CN=localhost -addext subjectAltName=DNS:localhost -days 2\n"
    "printf '[ca]\\ndefault_ca=a\\n[a]\\ndatabase=index\\ndefault_md=sha256\\n"
    "default_crl_days=2\\n' >authority.conf\n"
    ": >index\n"
    "openssl ca -config authority.conf -keyfile ours.key -cert ours.crt -revoke revoked.crt\n"
    "openssl ca -config authority.conf -keyfile ours.key -cert ours.crt -gencrl -out ours.crl\n";

static int set_up(void **state)
{
    Cluster *cluster = cluster_new();
    cluster_run(cluster, make_certificates);
    *state = cluster;
    return 0;
}

static int tear_down(void **state)
{
    cluster_free(*state);
    return 0;
}

/* Lets the server show the certificate NAME; NULL: none. */
static void show(const Cluster *cluster, const char *name)
{
    g_autofree char *script =
        g_strdup_printf("cp %s.crt data/server.crt\ncp %s.key data/server.key", name, name);
    if (name != NULL) {
        cluster_run(cluster, script);
    }
    cluster_set(cluster, name != NULL ? "ssl = on" : "ssl = off");
}

/* Opens the database there as a new shop; TLS is what the string says of it. */
static Db *open_there(const Cluster *cluster, const char *tls, GError **error)
{
    g_autofree char *where = g_strdup_printf(
        "host=localhost port=%d user=tresen dbname=postgres sslrootcert=%s/ours.crt %s",
        cluster->port, cluster->folder, tls);
    return db_open(where, DB_BUILD, error);
}

/* A server reads its settings a moment after it was told to: until SENTENCE comes, or nothing. */
static void expect_answer(const Cluster *cluster, const char *tls, const char *sentence)
{
    g_autoptr(GError) error = NULL;
    bool is_met = false;
    for (guint i = 0; i < 50 && !is_met; i++) {
        g_clear_error(&error);
        g_autoptr(Db) db = open_there(cluster, tls, &error);
        is_met =
            sentence == NULL ? db != NULL : db == NULL && strstr(error->message, sentence) != NULL;
        if (!is_met) {
            g_usleep(G_USEC_PER_SEC / 10);
        }
    }
    if (!is_met) {
        fail_msg("Not \"%s\" but: %s", sentence, error != NULL ? error->message : "it was let in");
    }
    if (sentence != NULL) {
        expect_fault(error, FAULT_REFUSED);
    }
}

static void db_open__of_a_server_that_is_not_what_it_seems__says_why(void **state)
{
    static const struct {
        const char *certificate, *sentence;
    } cases[] = {
        {"right", NULL},
        {"foreign", "signed by somebody this machine does not know"},
        {"elsewhere", "belongs to another name than localhost"},
        {"late", "has run out"},
        {"itself", "has signed its certificate itself"},
        {NULL, "offers no protected connection"},
        {"right", NULL},
    };
    const Cluster *cluster = *state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        show(cluster, cases[i].certificate);
        expect_answer(cluster, "", cases[i].sentence);
    }
}

static void db_open__with_a_revoked_certificate__says_so(void **state)
{
    const Cluster *cluster = *state;
    g_autofree char *list = g_strdup_printf("sslcrl=%s/ours.crl", cluster->folder);
    show(cluster, "revoked");
    expect_answer(cluster, "", NULL);
    expect_answer(cluster, list, "was revoked");
    show(cluster, "right");
    expect_answer(cluster, list, NULL);
}

static void db_open__where_the_string_says_otherwise__does_as_it_says(void **state)
{
    const Cluster *cluster = *state;
    show(cluster, NULL);
    expect_answer(cluster, "sslmode=prefer", NULL);
    expect_answer(cluster, "sslmode=require", "offers no protected connection");
    show(cluster, "right");
    expect_answer(cluster, "sslmode=require", NULL);
    /* Over a socket of this machine nobody can listen. */
    g_autofree char *where = g_strdup_printf("host=%s port=%d user=tresen dbname=postgres",
                                             cluster->folder, cluster->port);
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) db = db_open(where, DB_BUILD, &error);
    expect_done(db != NULL, error);
}

/* libpq looks at the certificate as soon as it is given authorities, whatever the mode: with those
 * of the system "require" would let nobody in, and "prefer" would do without any protection. */
static void db_open__of_an_unknown_server__is_protected_where_the_string_asks_no_more(void **state)
{
    static const char *const modes[] = {"require", "prefer"};
    const Cluster *cluster = *state;
    show(cluster, "itself");
    expect_answer(cluster, "", "has signed its certificate itself");
    for (guint i = 0; i < G_N_ELEMENTS(modes); i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *where =
            g_strdup_printf("host=localhost port=%d user=tresen dbname=postgres sslmode=%s",
                            cluster->port, modes[i]);
        g_autoptr(Db) db = db_open(where, DB_BUILD, &error);
        gint64 is_protected = 0;
        expect_done(db != NULL, error);
        expect_done(db_get_int(db, "SELECT ssl::int FROM pg_stat_ssl WHERE pid = pg_backend_pid()",
                               DB_NO_VALUES, &is_protected, NULL, &error),
                    error);
        assert_int_equal(is_protected, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(db_open__of_a_server_that_is_not_what_it_seems__says_why),
        cmocka_unit_test(db_open__with_a_revoked_certificate__says_so),
        cmocka_unit_test(db_open__where_the_string_says_otherwise__does_as_it_says),
        cmocka_unit_test(db_open__of_an_unknown_server__is_protected_where_the_string_asks_no_more),
    };
    const char *server = g_getenv("TRESEN_TEST_PG");

    if (server == NULL || *server == '\0') {
        printf("TLS: left out, TRESEN_TEST_PG names no server.\n");
        return 0;
    }
    return cmocka_run_group_tests_name("TLS", tests, set_up, tear_down);
}
