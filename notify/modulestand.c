/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notifications that stand on the desktop, on the thread that may wait for it. */
#include "notify/module.h"

#include <libnotify/notify.h>
#include <string.h>

/* More than that nobody looks through: the oldest one goes. */
enum { STAND_MOST = 12 };

struct NotifyStand {
    NotifyHeard tell;
    gpointer data;
    GDBusConnection *bus; /* the one libnotify uses; NULL: none yet */
    guint watch;          /* of the desktop's service */
    bool is_there;        /* it has been seen on the bus */
    bool is_known;        /* what it can do is known */
    bool takes_markup, takes_actions;
    guint quiet;     /* the handler of the library's warnings */
    GQueue standing; /* Paper, the oldest first */
};

/* One notification. */
typedef struct {
    NotifyStand *stand;
    char *id;
    NotifyNotification *paper;
} Paper;

/* What the library grumbles about is told in a sentence of our own. */
static void drop(const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
    (void)domain, (void)level, (void)message, (void)data;
}

static void paper_free(gpointer data)
{
    Paper *paper = data;
    g_signal_handlers_disconnect_by_data(paper->paper, paper);
    g_object_unref(paper->paper);
    g_free(paper->id);
    g_free(paper);
}

/* Nothing more comes of PAPER. */
static void end(Paper *paper)
{
    NotifyStand *stand = paper->stand;
    if (g_queue_remove(&stand->standing, paper)) {
        stand->tell(paper->id, NOTIFY_CLOSED, stand->data);
        paper_free(paper);
    }
}

static void end_all(NotifyStand *stand)
{
    while (!g_queue_is_empty(&stand->standing)) {
        end(g_queue_peek_head(&stand->standing));
    }
}

/* The service is gone, and what it showed with it. */
static void service_gone(GDBusConnection *bus, const char *name, gpointer data)
{
    NotifyStand *stand = data;
    (void)bus, (void)name;
    if (stand->is_there) {
        stand->is_there = stand->is_known = false;
        end_all(stand);
    }
}

static void service_there(GDBusConnection *bus, const char *name, const char *owner, gpointer data)
{
    (void)bus, (void)name, (void)owner;
    ((NotifyStand *)data)->is_there = true;
}

/* Lets go of the bus; the library has its own hold on it until it is put away. */
static void let_go(NotifyStand *stand)
{
    end_all(stand);
    g_clear_handle_id(&stand->watch, g_bus_unwatch_name);
    g_clear_object(&stand->bus);
    stand->is_there = stand->is_known = false;
    if (notify_is_initted()) {
        notify_uninit();
    }
}

/* The bus the library will use, which must not end the program when it closes. */
static bool has_bus(NotifyStand *stand)
{
    if (stand->bus != NULL && g_dbus_connection_is_closed(stand->bus)) {
        let_go(stand);
    }
    if (stand->bus == NULL) {
        stand->bus = g_bus_get_sync(G_BUS_TYPE_SESSION, NULL, NULL);
        if (stand->bus == NULL) {
            return false;
        }
        g_dbus_connection_set_exit_on_close(stand->bus, FALSE);
        stand->watch = g_bus_watch_name_on_connection(stand->bus, "org.freedesktop.Notifications",
                                                      G_BUS_NAME_WATCHER_FLAGS_NONE, service_there,
                                                      service_gone, stand, NULL);
    }
    return notify_is_initted() || notify_init("Tresen");
}

static bool has(GList *abilities, const char *name)
{
    return g_list_find_custom(abilities, name, (GCompareFunc)strcmp) != NULL;
}

/* Asks the service what it can do; one that does not answer would hold up the rest as long again.
 */
static bool ask_service(NotifyStand *stand)
{
    if (!stand->is_known && notify_get_server_info(NULL, NULL, NULL, NULL)) {
        GList *abilities = notify_get_server_caps();
        stand->takes_markup = has(abilities, "body-markup");
        stand->takes_actions = has(abilities, "actions");
        stand->is_known = true;
        g_list_free_full(abilities, g_free);
    }
    return stand->is_known;
}

static void closed(NotifyNotification *notification, gpointer paper)
{
    (void)notification;
    end(paper);
}

/* An action has been taken. The desktop may leave the notification standing; the deed is done. */
static void acted(NotifyNotification *notification, char *action, gpointer data)
{
    Paper *paper = data;
    NotifyEvent event = strcmp(action, "done") == 0 ? NOTIFY_DONE : NOTIFY_OPEN;
    paper->stand->tell(paper->id, event, paper->stand->data);
    notify_notification_close(notification, NULL);
}

static void add_actions(Paper *paper, const NotifyOrder *order)
{
    if (order->open != NULL) {
        notify_notification_add_action(paper->paper, "default", order->open, acted, paper, NULL);
        notify_notification_add_action(paper->paper, "open", order->open, acted, paper, NULL);
    }
    if (order->done != NULL) {
        notify_notification_add_action(paper->paper, "done", order->done, acted, paper, NULL);
    }
}

static Paper *find(NotifyStand *stand, const char *id)
{
    for (GList *at = stand->standing.head; at != NULL; at = at->next) {
        if (strcmp(((const Paper *)at->data)->id, id) == 0) {
            return at->data;
        }
    }
    return NULL;
}

/* The one that stands under the id of ORDER with its words, or a new one. */
static Paper *paper_for(NotifyStand *stand, const NotifyOrder *order)
{
    g_autofree char *body =
        stand->takes_markup ? g_markup_escape_text(order->body, -1) : g_strdup(order->body);
    Paper *paper = find(stand, order->id);
    if (paper != NULL) {
        notify_notification_update(paper->paper, order->title, body, "x-office-calendar");
        notify_notification_clear_actions(paper->paper);
        return paper;
    }
    paper = g_new0(Paper, 1);
    paper->stand = stand;
    paper->id = g_strdup(order->id);
    paper->paper = notify_notification_new(order->title, body, "x-office-calendar");
    /* What is due stays until somebody has seen it. */
    notify_notification_set_timeout(paper->paper, NOTIFY_EXPIRES_NEVER);
    g_signal_connect(paper->paper, "closed", G_CALLBACK(closed), paper);
    g_queue_push_tail(&stand->standing, paper);
    return paper;
}

static bool deliver(NotifyStand *stand, const NotifyOrder *order)
{
    if (!has_bus(stand) || !ask_service(stand)) {
        return false;
    }
    Paper *paper = paper_for(stand, order);
    if (stand->takes_actions) {
        add_actions(paper, order);
    }
    g_autoptr(GError) reason = NULL;
    bool ok = notify_notification_show(paper->paper, &reason);
    if (!ok) {
        g_debug("libnotify: %s", reason != NULL ? reason->message : "no reason given");
        g_queue_remove(&stand->standing, paper);
        paper_free(paper);
    }
    return ok;
}

NotifyStand *stand_new(NotifyHeard tell, gpointer data)
{
    NotifyStand *stand = g_new0(NotifyStand, 1);
    stand->tell = tell;
    stand->data = data;
    stand->quiet = g_log_set_handler("libnotify", G_LOG_LEVEL_WARNING, drop, NULL);
    g_queue_init(&stand->standing);
    return stand;
}

void stand_show(NotifyStand *stand, const NotifyOrder *order)
{
    bool ok = deliver(stand, order);
    stand->tell(order->id, ok ? NOTIFY_SHOWN : NOTIFY_REFUSED, stand->data);
    if (ok && stand->standing.length > STAND_MOST) {
        Paper *oldest = g_queue_peek_head(&stand->standing);
        notify_notification_close(oldest->paper, NULL);
        end(oldest);
    }
}

void stand_free(NotifyStand *stand)
{
    for (GList *at = stand->standing.head; at != NULL; at = at->next) {
        notify_notification_close(((const Paper *)at->data)->paper, NULL);
    }
    let_go(stand);
    g_log_remove_handler("libnotify", stand->quiet);
    g_free(stand);
}
