/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PostgreSQL servers of a test's own. */
#include "tests/data/cluster.h"

#include "tests/data/fixture.h"

#include <arpa/inet.h>
#include <grp.h>
#include <netinet/in.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

/* Who runs a server when root runs the test: a server refuses to be root. */
static const struct passwd *other_user(void)
{
    return geteuid() == 0 ? getpwnam("postgres") : NULL;
}

static void become_other(gpointer data)
{
    const struct passwd *user = data;
    if (user != NULL &&
        (setgroups(0, NULL) != 0 || setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0)) {
        _exit(EXIT_FAILURE);
    }
}

/* The folder of the server's programs; it is not in everybody's PATH. */
static char *programs(void)
{
    g_autofree char *found = NULL;
    g_spawn_command_line_sync("sh -c 'ls -d /usr/lib/postgresql/15/bin /usr/lib/postgresql/*/bin "
                              "2>/dev/null | head -n 1'",
                              &found, NULL, NULL, NULL);
    return g_strdup(found != NULL ? g_strchomp(found) : "");
}

void cluster_run(const Cluster *cluster, const char *script)
{
    g_autofree char *folder = programs(), *words = NULL, *faults = NULL;
    g_autofree char *path = g_strconcat(folder, ":", g_getenv("PATH"), NULL);
    g_auto(GStrv) environment = g_environ_setenv(g_get_environ(), "PATH", path, TRUE);
    environment = g_environ_setenv(environment, "LC_ALL", "C.UTF-8", TRUE);
    const char *const command[] = {"sh", "-e", "-c", script, NULL};
    g_autoptr(GError) error = NULL;
    g_autofree char **arguments = g_memdup2(command, sizeof command);
    int status = 0;
    /* spawn takes the user's record through a pointer that is not const. */
    g_autofree struct passwd *user =
        other_user() != NULL ? g_memdup2(other_user(), sizeof(struct passwd)) : NULL;
    bool ran = g_spawn_sync(cluster->folder, arguments, environment, G_SPAWN_SEARCH_PATH,
                            become_other, user, &words, &faults, &status, &error);
    if (!ran || !g_spawn_check_wait_status(status, &error)) {
        fprintf(stderr, "The server for the test: %s\n%s\n%s%s", error->message, script, words,
                faults);
        exit(EXIT_FAILURE);
    }
}

static int free_port(void)
{
    struct sockaddr_in place = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof place;
    int file = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (bind(file, (struct sockaddr *)&place, size) != 0 ||
        getsockname(file, (struct sockaddr *)&place, &size) != 0) {
        abort();
    }
    close(file);
    return ntohs(place.sin_port);
}

static Cluster *prepare(void)
{
    Cluster *cluster = g_new0(Cluster, 1);
    const struct passwd *user = other_user();
    cluster->folder = fixture_folder();
    cluster->port = free_port();
    if (user != NULL && chown(cluster->folder, user->pw_uid, user->pw_gid) != 0) {
        abort();
    }
    return cluster;
}

void cluster_start(Cluster *cluster)
{
    g_autofree char *script = g_strdup_printf("pg_ctl -D data -s -w -l log -o '-p %d -k %s' start",
                                              cluster->port, cluster->folder);
    cluster_run(cluster, script);
    cluster->runs = true;
}

void cluster_stop(Cluster *cluster)
{
    if (cluster->runs) {
        cluster_run(cluster, "pg_ctl -D data -s -m immediate stop");
        cluster->runs = false;
    }
}

Cluster *cluster_new(void)
{
    Cluster *cluster = prepare();
    cluster_run(cluster, "initdb -D data -U tresen -A trust -E UTF8 --locale=C.UTF-8 -N\n"
                         "echo \"fsync = off\nlisten_addresses = 'localhost'\" "
                         ">>data/postgresql.conf");
    cluster_start(cluster);
    return cluster;
}

Cluster *cluster_new_standby(const Cluster *main)
{
    Cluster *cluster = prepare();
    g_autofree char *script =
        g_strdup_printf("pg_basebackup -h %s -p %d -U tresen -D data -R -X stream -c fast -N",
                        main->folder, main->port);
    g_autofree char *open = g_strdup_printf("chmod 711 %s", main->folder);
    cluster_run(main, open);
    cluster_run(cluster, script);
    cluster_start(cluster);
    return cluster;
}

void cluster_free(Cluster *cluster)
{
    if (cluster != NULL) {
        cluster_stop(cluster);
        fixture_remove_folder(cluster->folder);
        g_free(cluster);
    }
}

void cluster_promote(const Cluster *cluster)
{
    cluster_run(cluster, "pg_ctl -D data -s -w promote");
}

void cluster_set(const Cluster *cluster, const char *line)
{
    g_autofree char *quoted = g_shell_quote(line);
    g_autofree char *script =
        g_strdup_printf("echo %s >>data/postgresql.conf\npg_ctl -D data -s reload", quoted);
    cluster_run(cluster, script);
}
