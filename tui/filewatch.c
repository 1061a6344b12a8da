/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notices when a file changes: inotify on its folder, so that a new file of the same name counts,
 * too. (GIO's monitor would have the whole of GIO loaded at every start.) */
#include "tui/filewatch.h"

#include <glib-unix.h>
#include <stdbool.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

struct FileWatch {
    int descriptor;
    guint source_id;
    char *name; /* of the file in its folder */
    void (*changed)(gpointer data);
    gpointer data;
};

/* Many reports at once, aligned as one. */
typedef union {
    struct inotify_event first;
    char bytes[4096];
} Reports;

/* Whether one of the reports in LENGTH bytes is about the file, or some were lost. */
static bool is_about(const FileWatch *watch, const Reports *reports, size_t length)
{
    struct inotify_event report;
    for (size_t at = 0; at + sizeof report <= length; at += sizeof report + report.len) {
        memcpy(&report, reports->bytes + at, sizeof report);
        const char *name = report.len > 0 ? reports->bytes + at + sizeof report : "";
        if ((report.mask & IN_Q_OVERFLOW) || strcmp(name, watch->name) == 0) {
            return true;
        }
    }
    return false;
}

static gboolean reports_ready(gint descriptor, GIOCondition condition, gpointer data)
{
    (void)condition;
    const FileWatch *watch = data;
    bool is_news = false;
    Reports reports;
    for (ssize_t length; (length = read(descriptor, &reports, sizeof reports)) > 0;) {
        is_news = is_news || is_about(watch, &reports, (size_t)length);
    }
    if (is_news) {
        watch->changed(watch->data);
    }
    return G_SOURCE_CONTINUE;
}

FileWatch *file_watch_new(const char *path, void (*changed)(gpointer data), gpointer data)
{
    int descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    g_autofree char *folder = g_path_get_dirname(path);
    if (descriptor < 0 || inotify_add_watch(descriptor, folder,
                                            IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                                IN_MOVED_TO | IN_ONLYDIR) < 0) {
        if (descriptor >= 0) {
            close(descriptor);
        }
        return NULL;
    }
    FileWatch *watch = g_new0(FileWatch, 1);
    watch->descriptor = descriptor;
    watch->name = g_path_get_basename(path);
    watch->changed = changed;
    watch->data = data;
    watch->source_id = g_unix_fd_add(descriptor, G_IO_IN, reports_ready, watch);
    return watch;
}

void file_watch_free(FileWatch *watch)
{
    if (watch != NULL) {
        g_source_remove(watch->source_id);
        close(watch->descriptor);
        g_free(watch->name);
        g_free(watch);
    }
}
