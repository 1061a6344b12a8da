/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desk as the program sees it: orders go to its thread, what comes of them comes back. */
#include "notify/module.h"

/* Shared by the program, the thread, and each message between them: whoever is last frees it. */
struct NotifyDesk {
    NotifyHeard heard;
    gpointer data;
    GMainContext *home; /* of the program */
    GMainContext *away; /* of the thread */
    NotifyStand *stand; /* the thread's */
    bool is_left;       /* the program's: it wants to hear nothing more */
    GMutex lock;
    GCond ending;
    bool has_to_end, has_ended; /* under the lock */
};

/* An order on its way to the thread, or an event on its way back. */
typedef struct {
    NotifyDesk *desk;
    char *id, *title, *body, *open, *done;
    NotifyEvent event;
} Message;

static void desk_clear(gpointer data)
{
    NotifyDesk *desk = data;
    g_main_context_unref(desk->home);
    g_main_context_unref(desk->away);
    g_mutex_clear(&desk->lock);
    g_cond_clear(&desk->ending);
}

static void release(NotifyDesk *desk)
{
    g_atomic_rc_box_release_full(desk, desk_clear);
}

static Message *message_new(NotifyDesk *desk, const char *id)
{
    Message *message = g_new0(Message, 1);
    message->desk = g_atomic_rc_box_acquire(desk);
    message->id = g_strdup(id);
    return message;
}

static void message_free(gpointer data)
{
    Message *message = data;
    release(message->desk);
    g_free(message->id);
    g_free(message->title);
    g_free(message->body);
    g_free(message->open);
    g_free(message->done);
    g_free(message);
}

/* Has RUN called with MESSAGE, which it takes over, in CONTEXT. */
static void post(GMainContext *context, GSourceFunc run, Message *message)
{
    GSource *source = g_idle_source_new();
    g_source_set_priority(source, G_PRIORITY_DEFAULT);
    g_source_set_callback(source, run, message, message_free);
    g_source_attach(source, context);
    g_source_unref(source);
}

static gboolean arrive(gpointer data)
{
    const Message *message = data;
    if (!message->desk->is_left) {
        message->desk->heard(message->id, message->event, message->desk->data);
    }
    return G_SOURCE_REMOVE;
}

/* On the thread. */
static void tell(const char *id, NotifyEvent event, gpointer desk)
{
    Message *message = message_new(desk, id);
    message->event = event;
    post(((NotifyDesk *)desk)->home, arrive, message);
}

static gboolean show(gpointer data)
{
    const Message *message = data;
    const NotifyOrder order = {.id = message->id,
                               .title = message->title,
                               .body = message->body,
                               .open = message->open,
                               .done = message->done};
    stand_show(message->desk->stand, &order);
    return G_SOURCE_REMOVE;
}

static bool has_to_end(NotifyDesk *desk)
{
    g_mutex_lock(&desk->lock);
    bool answer = desk->has_to_end;
    g_mutex_unlock(&desk->lock);
    return answer;
}

static gpointer work(gpointer data)
{
    NotifyDesk *desk = data;
    g_main_context_push_thread_default(desk->away);
    desk->stand = stand_new(tell, desk);
    while (!has_to_end(desk)) {
        g_main_context_iteration(desk->away, TRUE);
    }
    stand_free(desk->stand);
    /* What GLib frees behind it. */
    while (g_main_context_iteration(desk->away, FALSE)) {
    }
    g_main_context_pop_thread_default(desk->away);
    g_mutex_lock(&desk->lock);
    desk->has_ended = true;
    g_cond_signal(&desk->ending);
    g_mutex_unlock(&desk->lock);
    release(desk);
    return NULL;
}

NotifyDesk *module_desk_new(NotifyHeard heard, gpointer data)
{
    NotifyDesk *desk = g_atomic_rc_box_new0(NotifyDesk);
    desk->heard = heard;
    desk->data = data;
    desk->home = g_main_context_ref_thread_default();
    desk->away = g_main_context_new();
    g_mutex_init(&desk->lock);
    g_cond_init(&desk->ending);
    g_thread_unref(g_thread_new("notify", work, g_atomic_rc_box_acquire(desk)));
    return desk;
}

void module_desk_show(NotifyDesk *desk, const NotifyOrder *order)
{
    Message *message = message_new(desk, order->id);
    message->title = g_strdup(order->title);
    message->body = g_strdup(order->body);
    message->open = g_strdup(order->open);
    message->done = g_strdup(order->done);
    post(desk->away, show, message);
}

void module_desk_free(NotifyDesk *desk, guint milliseconds)
{
    desk->is_left = true;
    gint64 until = g_get_monotonic_time() + (gint64)milliseconds * 1000;
    g_mutex_lock(&desk->lock);
    desk->has_to_end = true;
    g_main_context_wakeup(desk->away);
    while (!desk->has_ended && g_cond_wait_until(&desk->ending, &desk->lock, until)) {
    }
    g_mutex_unlock(&desk->lock);
    release(desk);
}
