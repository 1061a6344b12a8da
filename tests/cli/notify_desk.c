/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desktop's notification service for tests: notify_desk FILE [mute]. Writes the first
 * notification (title, a line break, body) to FILE and ends; makes FILE.ready when it is on the
 * bus. With "mute" it never answers. */
#include <gio/gio.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static const char interface[] =
    "<node><interface name='org.freedesktop.Notifications'>"
    "<method name='GetCapabilities'><arg type='as' direction='out'/></method>"
    "<method name='GetServerInformation'><arg type='s' direction='out'/><arg type='s' "
    "direction='out'/>"
    "<arg type='s' direction='out'/><arg type='s' direction='out'/></method>"
    "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg "
    "type='s' direction='in'/>"
    "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>"
    "<arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' "
    "direction='out'/></method>"
    "</interface></node>";

typedef struct {
    const char *file;
    bool mute;
    GMainLoop *loop;
} Desk;

static void called(GDBusConnection *bus, const char *sender, const char *path,
                   const char *interface_name, const char *method, GVariant *parameters,
                   GDBusMethodInvocation *invocation, gpointer data)
{
    Desk *desk = data;
    (void)sender, (void)path, (void)interface_name;

    if (desk->mute) {
        return;
    }
    if (strcmp(method, "GetCapabilities") == 0) {
        static const char *const abilities[] = {"body", "body-markup", NULL};
        g_dbus_method_invocation_return_value(invocation, g_variant_new("(^as)", abilities));
    } else if (strcmp(method, "GetServerInformation") == 0) {
        g_dbus_method_invocation_return_value(
            invocation, g_variant_new("(ssss)", "desk", "Tresen", "1", "1.2"));
    } else {
        const char *title, *body;
        g_variant_get(parameters, "(&su&s&s&sasa{sv}i)", NULL, NULL, NULL, &title, &body, NULL,
                      NULL, NULL);
        g_autofree char *text = g_strdup_printf("%s\n%s\n", title, body);
        g_file_set_contents(desk->file, text, -1, NULL);
        g_dbus_method_invocation_return_value(invocation, g_variant_new("(u)", 1));
        g_dbus_connection_flush_sync(bus, NULL, NULL);
        g_main_loop_quit(desk->loop);
    }
}

static void named(GDBusConnection *bus, const char *name, gpointer data)
{
    const Desk *desk = data;
    (void)bus, (void)name;
    g_autofree char *ready = g_strconcat(desk->file, ".ready", NULL);
    g_file_set_contents(ready, "", 0, NULL);
}

static void met(GDBusConnection *bus, const char *name, gpointer data)
{
    static const GDBusInterfaceVTable table = {.method_call = called};
    (void)name;
    g_autoptr(GDBusNodeInfo) info = g_dbus_node_info_new_for_xml(interface, NULL);
    g_dbus_connection_register_object(bus, "/org/freedesktop/Notifications", info->interfaces[0],
                                      &table, data, NULL, NULL);
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        return EXIT_FAILURE;
    }
    Desk desk = {.file = argv[1], .mute = argc > 2, .loop = g_main_loop_new(NULL, FALSE)};
    guint owner = g_bus_own_name(G_BUS_TYPE_SESSION, "org.freedesktop.Notifications",
                                 G_BUS_NAME_OWNER_FLAGS_NONE, met, named, NULL, &desk, NULL);
    g_main_loop_run(desk.loop);
    g_bus_unown_name(owner);
    g_main_loop_unref(desk.loop);
    return EXIT_SUCCESS;
}
