/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the desktop's bus, and the module. */
#include "notify/notify.h"

#include "data/base/i18n.h"
#include "data/base/module.h"
#include "data/db/db.h"

#include <stdlib.h>

char *notify_bus(void)
{
    const char *address = g_getenv("DBUS_SESSION_BUS_ADDRESS");
    if (address != NULL && *address != '\0') {
        bool is_there =
            !g_str_has_prefix(address, "autolaunch:") && !g_str_has_prefix(address, "disabled:");
        return is_there ? g_strdup(address) : NULL;
    }
    g_autofree char *socket = g_build_filename(g_get_user_runtime_dir(), "bus", NULL);
    if (!g_file_test(socket, G_FILE_TEST_EXISTS)) {
        return NULL;
    }
    /* Addresses keep the characters of paths but for some, and those they escape likewise. */
    g_autofree char *path = g_uri_escape_string(socket, "/", FALSE);
    return g_strconcat("unix:path=", path, NULL);
}

const NotifyDriver *notify_load(GError **error)
{
    static const Module module = {
        .file = "tresen-notify.so",
        .symbol = NOTIFY_DRIVER_SYMBOL,
        .absent = N_(
            "This Tresen was installed without its part for notifications. Install that package, "
            "or build Tresen with "
            "the library libnotify (Debian: libnotify-dev) and without --without-libnotify."),
        .broken = N_("The part for notifications, %s, cannot be loaded. Install the library "
                     "libnotify (Debian: libnotify4) and try again.")};
    /* ISO C has no cast between pointers to objects and to functions. */
    union {
        gpointer address;
        NotifyDriverEntry entry;
    } found = {.address = module_need(&module, NULL, error)};
    return found.address != NULL ? found.entry() : NULL;
}

NotifyOrder notify_order(const Notice *notice)
{
    return (NotifyOrder){.id = notice->id,
                         .title = notice->title,
                         .body = notice->body,
                         /* TRANSLATORS: a button of a notification: shows the customer's card. */
                         .open = _("Open"),
                         /* TRANSLATORS: a button of a notification: this has been done. */
                         .done = notice->can_be_done ? _("Done") : NULL};
}

char *notify_name(const char *where)
{
    char *real = db_is_server(where) ? NULL : realpath(where, NULL);
    g_autofree char *hash =
        g_compute_checksum_for_string(G_CHECKSUM_SHA256, real != NULL ? real : where, -1);
    free(real);
    return g_strdup_printf("de.tresen.Shop.s%.16s", hash);
}
