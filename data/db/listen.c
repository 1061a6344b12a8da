/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hearing from a server that somebody changed something. */
#include "data/db/listen.h"

#include "data/db/db_private.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

/* How long to wait before a line that is down is tried again. */
enum { AGAIN_MS = 5000 };

/* Shared by its owner and the calls on their way: whoever is last frees it. */
struct DbListener {
    GThread *thread;
    const DbDriver *driver;
    gpointer line;      /* the driver's */
    int over_file;      /* can be read when it is over */
    gint is_over;       /* atomic */
    gint is_on_its_way; /* atomic: a call */
    void (*changed)(gpointer data);
    gpointer data;
};

static void clear(gpointer data)
{
    const DbListener *listener = data;
    close(listener->over_file);
}

static void release(gpointer listener)
{
    g_atomic_rc_box_release_full(listener, clear);
}

static gboolean call(gpointer data)
{
    DbListener *listener = data;
    g_atomic_int_set(&listener->is_on_its_way, 0);
    if (g_atomic_int_get(&listener->is_over) == 0) {
        listener->changed(listener->data);
    }
    return G_SOURCE_REMOVE;
}

/* Several changes one after the other are one call. */
static void tell(DbListener *listener)
{
    if (g_atomic_int_compare_and_exchange(&listener->is_on_its_way, 0, 1)) {
        g_idle_add_full(G_PRIORITY_DEFAULT, call, g_atomic_rc_box_acquire(listener), release);
    }
}

static void wait_a_while(const DbListener *listener)
{
    struct pollfd file = {.fd = listener->over_file, .events = POLLIN};
    poll(&file, 1, AGAIN_MS);
}

static gpointer work(gpointer data)
{
    DbListener *listener = data;
    bool was_down = false;
    while (g_atomic_int_get(&listener->is_over) == 0) {
        if (!listener->driver->listener_connect(listener->line, listener->over_file)) {
            was_down = true;
            wait_a_while(listener);
            continue;
        }
        if (was_down) {
            tell(listener);
        }
        while (listener->driver->listener_wait(listener->line, listener->over_file) > 0) {
            tell(listener);
        }
        /* Whoever is told asks the server something, and so finds out that it is away. */
        tell(listener);
        was_down = true;
    }
    listener->driver->listener_free(listener->line);
    return NULL;
}

DbListener *db_listen(const Db *db, void (*changed)(gpointer data), gpointer data)
{
    int over_file = db->driver->listener_new != NULL ? eventfd(0, EFD_CLOEXEC) : -1;
    if (over_file < 0) {
        return NULL;
    }
    DbListener *listener = g_atomic_rc_box_new0(DbListener);
    listener->driver = db->driver;
    listener->line = db->driver->listener_new(db->link);
    listener->over_file = over_file;
    listener->changed = changed;
    listener->data = data;
    listener->thread = g_thread_new("listen", work, listener);
    return listener;
}

void db_listener_free(DbListener *listener)
{
    if (listener != NULL) {
        guint64 one = 1;
        g_atomic_int_set(&listener->is_over, 1);
        if (write(listener->over_file, &one, sizeof one) < 0) {
            g_debug("the end of listening could not be told");
        }
        /* Nobody may use what protects the line when the program ends and takes it apart. */
        g_thread_join(listener->thread);
        release(listener);
    }
}
