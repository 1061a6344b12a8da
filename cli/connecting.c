/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says that a server is taking its time. */
#include "cli/connecting.h"

#include "cli/print.h"
#include "data/base/i18n.h"
#include "data/db/db.h"

struct Connecting {
    GThread *thread;
    GMutex lock;
    GCond ended;
    bool is_over; /* under the lock */
};

static gpointer watch(gpointer data)
{
    Connecting *connecting = data;
    gint64 until = g_get_monotonic_time() + G_USEC_PER_SEC;
    bool is_late = false;
    g_mutex_lock(&connecting->lock);
    while (!connecting->is_over && !is_late) {
        is_late = !g_cond_wait_until(&connecting->ended, &connecting->lock, until);
    }
    is_late = is_late && !connecting->is_over;
    g_mutex_unlock(&connecting->lock);
    if (is_late) {
        print_sentence(_("Waiting for the server … Ctrl-C stops."));
    }
    return NULL;
}

Connecting *connecting_begin(const char *where)
{
    if (!db_is_server(where)) {
        return NULL;
    }
    Connecting *connecting = g_new0(Connecting, 1);
    g_mutex_init(&connecting->lock);
    g_cond_init(&connecting->ended);
    connecting->thread = g_thread_new("connecting", watch, connecting);
    return connecting;
}

void connecting_end(Connecting *connecting)
{
    if (connecting == NULL) {
        return;
    }
    g_mutex_lock(&connecting->lock);
    connecting->is_over = true;
    g_cond_signal(&connecting->ended);
    g_mutex_unlock(&connecting->lock);
    g_thread_join(connecting->thread);
    g_mutex_clear(&connecting->lock);
    g_cond_clear(&connecting->ended);
    g_free(connecting);
}
