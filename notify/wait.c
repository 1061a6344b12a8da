/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Showing notifications from a command, which waits for what is pressed on them. */
#include "notify/wait.h"

#include "data/base/i18n.h"

#include <glib-unix.h>
#include <signal.h>

/* A desktop that does not answer would hold up libnotify for 25 seconds. */
enum { PATIENCE = 5, LAST_PATIENCE_MS = 1000 };

typedef struct {
    const NotifyDriver *driver;
    NotifyDesk *desk;
    const GPtrArray *list;
    const WaitDeeds *deeds;
    gpointer data;
    GMainLoop *loop;
    guint unanswered, standing;
    guint patience_id;
    GError *error;
} Wait;

static const Notice *find(const Wait *wait, const char *id)
{
    for (guint i = 0; i < wait->list->len; i++) {
        const Notice *notice = g_ptr_array_index(wait->list, i);
        if (g_str_equal(notice->id, id)) {
            return notice;
        }
    }
    return NULL;
}

static void fail(Wait *wait, Fault code, const char *sentence)
{
    if (wait->error == NULL) {
        g_set_error_literal(&wait->error, FAULT, (int)code, sentence);
    }
    g_main_loop_quit(wait->loop);
}

/* Tells what went wrong where somebody looks: on the desktop. */
static void tell(Wait *wait, const GError *error)
{
    wait->unanswered++;
    /* TRANSLATORS: the title of a notification that tells what could not be done, and why. */
    const NotifyOrder order = {.id = "trouble", .title = _("Not done"), .body = error->message};
    wait->driver->desk_show(wait->desk, &order);
}

static void obey(Wait *wait, const Notice *notice, bool is_done)
{
    g_autoptr(GError) error = NULL;
    bool ok = is_done ? wait->deeds->done(notice->id, wait->data, &error)
                      : wait->deeds->open(notice->number, wait->data, &error);
    if (!ok) {
        tell(wait, error);
    }
}

static void answered(Wait *wait)
{
    if (wait->unanswered > 0 && --wait->unanswered == 0) {
        g_clear_handle_id(&wait->patience_id, g_source_remove);
    }
}

static void heard(const char *id, NotifyEvent event, gpointer data)
{
    Wait *wait = data;
    const Notice *notice = find(wait, id);
    switch (event) {
    case NOTIFY_SHOWN:
        wait->standing++;
        answered(wait);
        break;
    case NOTIFY_REFUSED:
        answered(wait);
        if (notice != NULL) {
            fail(wait, FAULT_REFUSED,
                 _("The desktop did not take the notification. Is a notification service "
                   "running?"));
        }
        break;
    case NOTIFY_CLOSED:
        wait->standing--;
        break;
    case NOTIFY_OPEN:
    case NOTIFY_DONE:
        if (notice != NULL) {
            obey(wait, notice, event == NOTIFY_DONE);
        }
        break;
    }
    if (wait->standing == 0 && wait->unanswered == 0) {
        g_main_loop_quit(wait->loop);
    }
}

static gboolean patience_over(gpointer data)
{
    Wait *wait = data;
    wait->patience_id = 0;
    fail(wait, FAULT_BUSY,
         _("The desktop does not answer, so nothing was shown. Try again in a moment."));
    return G_SOURCE_REMOVE;
}

static gboolean time_over(gpointer loop)
{
    g_main_loop_quit(loop);
    return G_SOURCE_CONTINUE;
}

static void wait_for_all(Wait *wait, guint minutes)
{
    guint ends[] = {
        g_timeout_add_seconds(minutes * 60, time_over, wait->loop),
        g_unix_signal_add(SIGINT, time_over, wait->loop),
        g_unix_signal_add(SIGTERM, time_over, wait->loop),
        g_unix_signal_add(SIGHUP, time_over, wait->loop),
    };
    wait->patience_id = g_timeout_add_seconds(PATIENCE, patience_over, wait);
    for (guint i = 0; i < wait->list->len; i++) {
        const NotifyOrder order = notify_order(g_ptr_array_index(wait->list, i));
        wait->driver->desk_show(wait->desk, &order);
    }
    g_main_loop_run(wait->loop);
    g_clear_handle_id(&wait->patience_id, g_source_remove);
    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_source_remove(ends[i]);
    }
}

bool notify_wait(const GPtrArray *list, guint minutes, const WaitDeeds *deeds, gpointer data,
                 GError **error)
{
    g_autofree char *bus = notify_bus();
    if (bus == NULL) {
        g_set_error_literal(error, FAULT, FAULT_MISSING,
                            _("There is no desktop session here to show a notification. Start this "
                              "from within the desktop."));
        return false;
    }
    Wait wait = {.driver = notify_load(error),
                 .list = list,
                 .deeds = deeds,
                 .data = data,
                 .unanswered = list->len};
    if (wait.driver == NULL || list->len == 0) {
        return wait.driver != NULL;
    }
    wait.loop = g_main_loop_new(NULL, FALSE);
    wait.desk = wait.driver->desk_new(heard, &wait);
    wait_for_all(&wait, minutes);
    wait.driver->desk_free(wait.desk, wait.error == NULL ? LAST_PATIENCE_MS : 0);
    g_main_loop_unref(wait.loop);
    if (wait.error != NULL) {
        g_propagate_error(error, wait.error);
        return false;
    }
    return true;
}
