/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The module tresen-notify.so: the only part of the program that knows libnotify. */
#include "notify/driver.h"

#include "data/base/i18n.h"

#include <libnotify/notify.h>
#include <string.h>

static bool takes_markup(void)
{
    GList *abilities = notify_get_server_caps();
    bool found = g_list_find_custom(abilities, "body-markup", (GCompareFunc)strcmp) != NULL;
    g_list_free_full(abilities, g_free);
    return found;
}

/* What the library grumbles about is told in a sentence of our own. */
static void drop(const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
    (void)domain, (void)level, (void)message, (void)data;
}

static bool deliver(const char *title, const char *body, GError **error)
{
    GError *reason = NULL;
    if (!notify_init("Tresen")) {
        g_set_error_literal(
            error, FAULT, FAULT_REFUSED,
            _("The desktop takes no notifications just now. Try again in a moment."));
        return false;
    }
    g_autofree char *text = takes_markup() ? g_markup_escape_text(body, -1) : g_strdup(body);
    NotifyNotification *notification = notify_notification_new(title, text, "x-office-calendar");
    bool ok = notify_notification_show(notification, &reason);
    if (!ok) {
        g_debug("libnotify: %s", reason != NULL ? reason->message : "no reason given");
        g_set_error_literal(
            error, FAULT, FAULT_REFUSED,
            _("The desktop did not take the notification. Is a notification service running?"));
        g_clear_error(&reason);
    }
    g_object_unref(notification);
    notify_uninit();
    return ok;
}

static bool show(const char *title, const char *body, GError **error)
{
    guint quiet = g_log_set_handler("libnotify", G_LOG_LEVEL_WARNING, drop, NULL);
    bool ok = deliver(title, body, error);
    g_log_remove_handler("libnotify", quiet);
    return ok;
}

const NotifyDriver *tresen_notify_driver(void)
{
    static const NotifyDriver driver = {.show = show};
    return &driver;
}
