/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PostgreSQL servers of a test's own, which may be stopped, copied and made main. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct {
    char *folder; /* belongs to the user the server runs as; also of its socket */
    int port;
    bool runs;
} Cluster;

/* Makes a server with the superuser "tresen" and starts it. It takes anybody from this machine
 * without a password, over the socket in its folder and over TCP. Ends the program when it cannot.
 * Free with cluster_free. */
Cluster *cluster_new(void);
/* A copy of MAIN that follows it and can be read; running. Likewise. */
Cluster *cluster_new_standby(const Cluster *main);
/* Stops and removes it. */
void cluster_free(Cluster *cluster);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Cluster, cluster_free)

void cluster_start(Cluster *cluster);
/* Stops it at once, as if the power went. */
void cluster_stop(Cluster *cluster);
/* Makes a copy the main server. */
void cluster_promote(const Cluster *cluster);
/* Adds LINE to its settings and lets it read them. */
void cluster_set(const Cluster *cluster, const char *line);
/* Runs the shell's SCRIPT in the folder, as the user of the server. */
void cluster_run(const Cluster *cluster, const char *script);
