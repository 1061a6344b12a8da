/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of servers to network addresses, on a thread of its own: nobody can break off the library
 * that asks for them. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct Resolve Resolve;

/* Begins to look for NAME. Free with resolve_free, whether or not it has come to an end. */
Resolve *resolve_new(const char *name);
void resolve_free(Resolve *resolve);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Resolve, resolve_free)

/* Can be read when it has come to an end. Belongs to RESOLVE. */
int resolve_file(const Resolve *resolve);
/* The addresses as numbers, in the order in which to try them; NULL when it has not come to an end
 * or there are none. Free with g_strfreev. */
char **resolve_take(Resolve *resolve);
