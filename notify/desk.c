/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desktop as a running Tresen has it. */
#include "notify/desk.h"

/* So long, in milliseconds, the end of the program waits for the desktop to take notifications
 * away. */
enum { LAST_PATIENCE = 300 };

/* A look for the bus on its thread. */
typedef struct {
    Desk *desk; /* read and written on the main thread only; NULL: nobody waits any more */
    GMainContext *home;
    char *address;
    const NotifyDriver *driver; /* NULL: there is no module */
    gpointer line;              /* NULL: nobody answers there */
} Look;

struct Desk {
    char *name;
    const DeskAsked *asked;
    gpointer data;
    const NotifyDriver *driver; /* NULL: not loaded yet */
    bool is_hopeless;           /* there is no module to load */
    Look *look;                 /* the one on its way */
    NotifyPlace *place;         /* NULL: no bus */
    NotifyDesk *papers;         /* made with the first notification */
};

static void open_asked(const char *number, gpointer data)
{
    const Desk *desk = data;
    desk->asked->open(number, desk->data);
}

static void morning_asked(gpointer data)
{
    const Desk *desk = data;
    desk->asked->morning(desk->data);
}

static void bus_lost(gpointer data)
{
    Desk *desk = data;
    desk->driver->place_free(g_steal_pointer(&desk->place));
}

static const NotifyAsked asked = {.open = open_asked, .morning = morning_asked, .lost = bus_lost};

static void look_free(gpointer data)
{
    Look *look = data;
    if (look->line != NULL) {
        look->driver->line_free(look->line);
    }
    g_main_context_unref(look->home);
    g_free(look->address);
    g_free(look);
}

static gboolean look_over(gpointer data)
{
    Look *look = data;
    Desk *desk = look->desk;
    if (desk == NULL) {
        return G_SOURCE_REMOVE;
    }
    desk->look = NULL;
    desk->driver = look->driver;
    desk->is_hopeless = look->driver == NULL;
    if (look->line != NULL) {
        desk->place =
            desk->driver->place_new(g_steal_pointer(&look->line), desk->name, &asked, desk);
    }
    return G_SOURCE_REMOVE;
}

static gpointer look_for_bus(gpointer data)
{
    Look *look = data;
    look->driver = notify_load(NULL);
    look->line = look->driver != NULL ? look->driver->line_new(look->address, NULL) : NULL;
    GSource *source = g_idle_source_new();
    g_source_set_priority(source, G_PRIORITY_DEFAULT);
    g_source_set_callback(source, look_over, look, look_free);
    g_source_attach(source, look->home);
    g_source_unref(source);
    return NULL;
}

Desk *desk_new(const char *where, const DeskAsked *others, gpointer data)
{
    Desk *desk = g_new0(Desk, 1);
    desk->name = notify_name(where);
    desk->asked = others;
    desk->data = data;
    return desk;
}

void desk_look(Desk *desk)
{
    if (desk->is_hopeless || desk->place != NULL || desk->look != NULL) {
        return;
    }
    g_autofree char *address = notify_bus();
    if (address != NULL) {
        desk->look = g_new0(Look, 1);
        desk->look->desk = desk;
        desk->look->home = g_main_context_ref_thread_default();
        desk->look->address = g_steal_pointer(&address);
        g_thread_unref(g_thread_new("bus", look_for_bus, desk->look));
    }
}

bool desk_is_there(const Desk *desk)
{
    return desk->place != NULL;
}

bool desk_is_behind(const Desk *desk)
{
    return desk->place != NULL && desk->driver->place_is_behind(desk->place);
}

bool desk_show(Desk *desk, const Notice *notice, bool may_do)
{
    if (!desk_is_there(desk)) {
        return false;
    }
    if (desk->papers == NULL) {
        desk->papers = desk->driver->desk_new(desk->asked->heard, desk->data);
    }
    NotifyOrder order = notify_order(notice);
    order.done = may_do ? order.done : NULL;
    desk->driver->desk_show(desk->papers, &order);
    return true;
}

void desk_free(Desk *desk)
{
    if (desk == NULL) {
        return;
    }
    if (desk->look != NULL) {
        desk->look->desk = NULL;
    }
    if (desk->papers != NULL) {
        desk->driver->desk_free(desk->papers, LAST_PATIENCE);
    }
    if (desk->place != NULL) {
        desk->driver->place_free(desk->place);
    }
    g_free(desk->name);
    g_free(desk);
}
