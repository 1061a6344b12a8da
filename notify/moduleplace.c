/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's name on the bus, and calling the program that has it. */
#include "notify/module.h"

#include "data/base/i18n.h"

#include <gio/gio.h>
#include <string.h>

/* Both sides know it: what a running Tresen can be asked. */
#define OBJECT "/de/tresen/Shop"
#define INTERFACE "de.tresen.Shop"

static const char description[] =
    "<node><interface name='" INTERFACE "'>"
    "<method name='Open'><arg type='s' name='number' direction='in'/></method>"
    "<method name='Morning'/>"
    "</interface></node>";

#define BUS "org.freedesktop.DBus"
#define BUS_OBJECT "/org/freedesktop/DBus"
/* The bus's answer to RequestName for who comes later: the name is another's, who leaves it in the
 * end. */
enum { IN_LINE = 2 };

struct NotifyPlace {
    GDBusConnection *line;
    GCancellable *leaving;
    const NotifyAsked *asked;
    gpointer data;
    guint object, gained, taken;
    gulong closed;
    bool is_behind;
};

gpointer module_line_new(const char *address, GError **error)
{
    g_autoptr(GError) reason = NULL;
    /* Not the line libnotify uses, which everybody in the process shares. */
    GDBusConnection *line =
        g_dbus_connection_new_for_address_sync(address,
                                               G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                   G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                               NULL, NULL, &reason);
    if (line == NULL) {
        g_debug("bus: %s", reason->message);
        g_set_error_literal(error, FAULT, FAULT_MISSING,
                            _("The desktop session does not answer. Start this from within the "
                              "desktop."));
    }
    return line;
}

void module_line_free(gpointer line)
{
    g_object_unref(line);
}

static void called(GDBusConnection *line, const char *sender, const char *object,
                   const char *interface, const char *method, GVariant *parameters,
                   GDBusMethodInvocation *invocation, gpointer data)
{
    const NotifyPlace *place = data;
    (void)line, (void)sender, (void)object, (void)interface;
    g_autofree char *number = NULL;
    bool is_open = strcmp(method, "Open") == 0;
    if (is_open) {
        g_variant_get(parameters, "(s)", &number);
    }
    g_dbus_method_invocation_return_value(invocation, NULL);
    if (is_open) {
        place->asked->open(number, place->data);
    } else {
        place->asked->morning(place->data);
    }
}

static void requested(GObject *line, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GVariant) answer =
        g_dbus_connection_call_finish(G_DBUS_CONNECTION(line), result, &error);
    /* After place_free DATA is gone. */
    if (answer != NULL) {
        guint32 code = 0;
        g_variant_get(answer, "(u)", &code);
        NotifyPlace *place = data;
        place->is_behind = code == IN_LINE;
    }
}

static void name_moved(GDBusConnection *line, const char *sender, const char *object,
                       const char *interface, const char *signal, GVariant *parameters,
                       gpointer data)
{
    (void)line, (void)sender, (void)object, (void)interface, (void)parameters;
    ((NotifyPlace *)data)->is_behind = strcmp(signal, "NameLost") == 0;
}

static void closed(GDBusConnection *line, gboolean is_vanished, const GError *error, gpointer data)
{
    NotifyPlace *place = data;
    (void)line, (void)is_vanished, (void)error;
    place->asked->lost(place->data);
}

static guint hear(NotifyPlace *place, const char *signal, const char *name)
{
    return g_dbus_connection_signal_subscribe(place->line, BUS, BUS, signal, BUS_OBJECT, name,
                                              G_DBUS_SIGNAL_FLAGS_NONE, name_moved, place, NULL);
}

NotifyPlace *module_place_new(gpointer line, const char *name, const NotifyAsked *asked,
                              gpointer data)
{
    static const GDBusInterfaceVTable table = {.method_call = called};
    g_autoptr(GDBusNodeInfo) info = g_dbus_node_info_new_for_xml(description, NULL);
    NotifyPlace *place = g_new0(NotifyPlace, 1);
    place->line = line;
    place->leaving = g_cancellable_new();
    place->asked = asked;
    place->data = data;
    place->object = g_dbus_connection_register_object(line, OBJECT, info->interfaces[0], &table,
                                                      place, NULL, NULL);
    place->gained = hear(place, "NameAcquired", name);
    place->taken = hear(place, "NameLost", name);
    place->closed = g_signal_connect(line, "closed", G_CALLBACK(closed), place);
    g_dbus_connection_call(line, BUS, BUS_OBJECT, BUS, "RequestName",
                           g_variant_new("(su)", name, 0), G_VARIANT_TYPE("(u)"),
                           G_DBUS_CALL_FLAGS_NONE, -1, place->leaving, requested, place);
    return place;
}

void module_place_free(NotifyPlace *place)
{
    g_cancellable_cancel(place->leaving);
    g_object_unref(place->leaving);
    g_signal_handler_disconnect(place->line, place->closed);
    g_dbus_connection_signal_unsubscribe(place->line, place->gained);
    g_dbus_connection_signal_unsubscribe(place->line, place->taken);
    g_dbus_connection_unregister_object(place->line, place->object);
    /* The bus gives the name to the next in line as soon as the line is closed. */
    g_dbus_connection_close(place->line, NULL, NULL, NULL);
    g_object_unref(place->line);
    g_free(place);
}

bool module_place_is_behind(const NotifyPlace *place)
{
    return place->is_behind;
}

bool module_call(gpointer line, const char *name, const char *method, const char *argument,
                 int milliseconds)
{
    g_autoptr(GError) error = NULL;
    GVariant *arguments = argument != NULL ? g_variant_new("(s)", argument) : NULL;
    g_autoptr(GVariant) answer =
        g_dbus_connection_call_sync(line, name, OBJECT, INTERFACE, method, arguments, NULL,
                                    G_DBUS_CALL_FLAGS_NO_AUTO_START, milliseconds, NULL, &error);
    if (answer == NULL) {
        g_debug("bus: %s", error->message);
    }
    return answer != NULL;
}
