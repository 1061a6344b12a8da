/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of servers to network addresses. */
#include "data/db/postgres/resolve.h"

#include <netdb.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

/* Shared by the owner and the thread: whoever is last frees it. */
struct Resolve {
    char *name;
    int file;
    GMutex lock;
    char **found; /* guarded */
};

static void clear(gpointer data)
{
    Resolve *resolve = data;
    g_free(resolve->name);
    g_strfreev(resolve->found);
    g_mutex_clear(&resolve->lock);
    if (resolve->file >= 0) {
        close(resolve->file);
    }
}

void resolve_free(Resolve *resolve)
{
    if (resolve != NULL) {
        g_atomic_rc_box_release_full(resolve, clear);
    }
}

static char **numbers_of(const struct addrinfo *found)
{
    g_autoptr(GStrvBuilder) numbers = g_strv_builder_new();
    for (; found != NULL; found = found->ai_next) {
        char number[NI_MAXHOST];
        if (getnameinfo(found->ai_addr, found->ai_addrlen, number, sizeof number, NULL, 0,
                        NI_NUMERICHOST) == 0) {
            g_strv_builder_add(numbers, number);
        }
    }
    return g_strv_builder_end(numbers);
}

static gpointer work(gpointer data)
{
    Resolve *resolve = data;
    const struct addrinfo hints = {.ai_socktype = SOCK_STREAM};
    struct addrinfo *found = NULL;
    guint64 one = 1;
    if (getaddrinfo(resolve->name, NULL, &hints, &found) == 0) {
        g_mutex_lock(&resolve->lock);
        resolve->found = numbers_of(found);
        g_mutex_unlock(&resolve->lock);
        freeaddrinfo(found);
    }
    if (write(resolve->file, &one, sizeof one) < 0) {
        g_debug("the end of looking for %s could not be told", resolve->name);
    }
    resolve_free(resolve);
    return NULL;
}

Resolve *resolve_new(const char *name)
{
    Resolve *resolve = g_atomic_rc_box_new0(Resolve);
    resolve->name = g_strdup(name);
    resolve->file = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    g_mutex_init(&resolve->lock);
    g_thread_unref(g_thread_new("resolve", work, g_atomic_rc_box_acquire(resolve)));
    return resolve;
}

int resolve_file(const Resolve *resolve)
{
    return resolve->file;
}

char **resolve_take(Resolve *resolve)
{
    g_mutex_lock(&resolve->lock);
    char **found = g_steal_pointer(&resolve->found);
    g_mutex_unlock(&resolve->lock);
    return found;
}
