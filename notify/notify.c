/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notifications on the desktop. */
#include "notify/notify.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/module.h"
#include "notify/driver.h"

/* A desktop that does not answer would hold up libnotify for 25 seconds. */
enum { PATIENCE = 5 };

/* One call of the module, shared by the caller and its thread: whoever is last frees it. */
typedef struct {
    const NotifyDriver *driver;
    char *title, *body;
    GAsyncQueue *answers; /* GError *, or the job itself when it went well */
} Job;

static void job_clear(gpointer data)
{
    Job *job = data;
    /* An answer that came too late. */
    gpointer late = g_async_queue_try_pop(job->answers);
    if (late != NULL && late != job) {
        g_error_free(late);
    }
    g_free(job->title);
    g_free(job->body);
    g_async_queue_unref(job->answers);
}

static void release(gpointer job)
{
    g_atomic_rc_box_release_full(job, job_clear);
}

/* Whether a session bus can be had without starting one. */
static bool has_bus(void)
{
    const char *address = g_getenv("DBUS_SESSION_BUS_ADDRESS");
    if (address != NULL && *address != '\0') {
        return !g_str_has_prefix(address, "autolaunch:") && !g_str_has_prefix(address, "disabled:");
    }
    g_autofree char *socket = g_build_filename(g_get_user_runtime_dir(), "bus", NULL);
    return g_file_test(socket, G_FILE_TEST_EXISTS);
}

static const NotifyDriver *load(GError **error)
{
    gpointer address = NULL;
    g_autofree char *path = NULL;
    switch (module_open("tresen-notify.so", NOTIFY_DRIVER_SYMBOL, &address, &path)) {
    case MODULE_ABSENT:
        g_set_error_literal(
            error, FAULT, FAULT_MISSING,
            _("This Tresen was installed without its part for notifications. Install that package, "
              "or build Tresen with "
              "the library libnotify (Debian: libnotify-dev) and without --without-libnotify."));
        return NULL;
    case MODULE_BROKEN:
        g_set_error(error, FAULT, FAULT_MISSING,
                    _("The part for notifications, %s, cannot be loaded. Install the library "
                      "libnotify (Debian: libnotify4) and try again."),
                    path);
        return NULL;
    case MODULE_OPEN:
        break;
    }
    /* ISO C has no cast between pointers to objects and to functions. */
    union {
        gpointer address;
        NotifyDriverEntry entry;
    } found = {.address = address};
    return found.entry();
}

static gpointer work(gpointer data)
{
    Job *job = data;
    GError *error = NULL;
    bool ok = job->driver->show(job->title, job->body, &error);
    g_async_queue_push(job->answers, ok ? data : (gpointer)error);
    release(job);
    return NULL;
}

static bool show(const char *title, const char *body, GError **error)
{
    if (!has_bus()) {
        g_set_error_literal(error, FAULT, FAULT_MISSING,
                            _("There is no desktop session here to show a notification. Start this "
                              "from within the desktop."));
        return false;
    }
    const NotifyDriver *driver = load(error);
    if (driver == NULL) {
        return false;
    }

    Job *job = g_atomic_rc_box_new0(Job);
    *job = (Job){driver, g_strdup(title), g_strdup(body), g_async_queue_new()};
    g_thread_unref(g_thread_new("notify", work, g_atomic_rc_box_acquire(job)));
    gpointer answer = g_async_queue_timeout_pop(job->answers, (guint64)PATIENCE * G_USEC_PER_SEC);
    bool ok = answer == job;
    if (answer == NULL) {
        g_set_error_literal(
            error, FAULT, FAULT_BUSY,
            _("The desktop does not answer, so nothing was shown. Try again in a moment."));
    } else if (!ok) {
        g_propagate_error(error, answer);
    }
    release(job);
    return ok;
}

static char *line_for(const Due *due)
{
    g_autofree char *call = due_call(due, NAME_SPOKEN);
    /* TRANSLATORS: a name and an age. */
    return due->turns > 0 ? g_strdup_printf(_("%s turns %d"), call, due->turns)
                          : g_steal_pointer(&call);
}

char *notify_words(const Today *today, char **body)
{
    GString *lines = g_string_new(NULL);
    guint count = 0;
    for (guint i = 0; i < today->due->len; i++) {
        const Due *due = g_ptr_array_index(today->due, i);
        if (!due_is_birthday(due)) {
            continue;
        }
        if (count++ < NOTIFY_NAMES) {
            g_autofree char *line = line_for(due);
            g_string_append_printf(lines, "%s%s", lines->len > 0 ? "\n" : "", line);
        }
    }
    if (count > NOTIFY_NAMES) {
        guint more = count - NOTIFY_NAMES;
        g_string_append_c(lines, '\n');
        g_string_append_printf(lines, ngettext("and %u more", "and %u more", more), more);
    }
    *body = g_string_free(lines, FALSE);
    if (count == 0) {
        g_clear_pointer(body, g_free);
    }
    return count > 0
               ? g_strdup_printf(ngettext("%u birthday today", "%u birthdays today", count), count)
               : NULL;
}

bool notify_morning(const Today *today, GError **error)
{
    g_autofree char *body = NULL;
    g_autofree char *title = notify_words(today, &body);
    return title == NULL || show(title, body, error);
}
