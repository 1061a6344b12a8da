/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a connection string says, as far as Tresen decides about it: which hosts, in which order,
 * how carefully, for how long. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* One of the hosts. */
typedef struct {
    char *name;   /* a name, a folder of sockets ("/…"), or NULL: the usual socket */
    char *number; /* the network address when the string says it, else NULL */
    char *port;   /* NULL: the usual one */
} AddressHost;

/* Which of several hosts is wanted. */
typedef enum {
    ADDRESS_ANY,            /* libpq itself sees to what the string wants */
    ADDRESS_PREFER_MAIN,    /* the first that can be written, else any */
    ADDRESS_PREFER_STANDBY, /* the first copy, else any */
} AddressWish;

/* Shared and counted. Never changed after it was made. */
typedef struct {
    char *where; /* the string, the password included; for libpq only */
    char *place; /* without the secrets */
    char *words; /* the place in few words, for sentences */
    char *user;  /* NULL: as the person is called on this machine */
    AddressHost *hosts;
    guint count;
    AddressWish wish;
    guint seconds;        /* for each network address */
    bool checks_server;   /* the string says nothing of TLS: verify-full */
    char *authorities;    /* a file of certificates to trust; NULL: libpq's own choice, or none */
    char *open_passwords; /* the file of passwords, when others can read it; NULL: it is fine */
} Address;

/* Reads WHERE, a libpq connection string, with the service it names and the environment; asks
 * nobody, and connects to nothing. NULL with FAULT_REFUSED where it cannot be understood. Free with
 * address_unref. */
Address *address_new(const char *where, GError **error);
Address *address_ref(Address *address);
void address_unref(Address *address);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Address, address_unref)

/* Whether HOST is a socket on this machine. */
bool address_is_local(const AddressHost *host);
