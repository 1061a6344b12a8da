/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leaving something to the Tresen that runs on this desktop, or starting one. */
#include "notify/handover.h"

#include "data/base/i18n.h"

#include <unistd.h>

/* So long, in seconds, a bus or a program may take to answer. */
enum { PATIENCE = 5 };

/* One call, shared by the caller and its thread: whoever is last frees it. */
typedef struct {
    const NotifyDriver *driver;
    char *address, *name, *method, *argument;
    GAsyncQueue *answers; /* the call itself when it was taken, else its queue */
} Call;

static void call_clear(gpointer data)
{
    const Call *call = data;
    g_free(call->address);
    g_free(call->name);
    g_free(call->method);
    g_free(call->argument);
    g_async_queue_unref(call->answers);
}

static void release(Call *call)
{
    g_atomic_rc_box_release_full(call, call_clear);
}

static gpointer work(gpointer data)
{
    Call *call = data;
    gpointer line = call->driver->line_new(call->address, NULL);
    bool ok = line != NULL &&
              call->driver->call(line, call->name, call->method, call->argument, PATIENCE * 1000);
    if (line != NULL) {
        call->driver->line_free(line);
    }
    g_async_queue_push(call->answers, ok ? data : call->answers);
    release(call);
    return NULL;
}

bool handover_call(const char *where, const char *method, const char *argument)
{
    g_autofree char *address = notify_bus();
    const NotifyDriver *driver = address != NULL ? notify_load(NULL) : NULL;
    if (driver == NULL) {
        return false;
    }
    Call *call = g_atomic_rc_box_new0(Call);
    *call = (Call){.driver = driver,
                   .address = g_steal_pointer(&address),
                   .name = notify_name(where),
                   .method = g_strdup(method),
                   .argument = g_strdup(argument),
                   .answers = g_async_queue_new()};
    /* A bus that does not answer holds up its line without end. */
    g_thread_unref(g_thread_new("bus", work, g_atomic_rc_box_acquire(call)));
    guint64 patience = ((guint64)PATIENCE + 1) * G_USEC_PER_SEC;
    bool ok = g_async_queue_timeout_pop(call->answers, patience) == call;
    release(call);
    return ok;
}

/* Programs that open a terminal window, the person's own choice first, and the word after which the
 * command stands; NULL: it needs none. */
static const struct {
    const char *program, *before;
} terminals[] = {
    {"xdg-terminal-exec", NULL},
    {"x-terminal-emulator", "-e"},
    {"gnome-terminal", "--"},
    {"konsole", "-e"},
    {"xfce4-terminal", "-x"},
    {"foot", NULL},
    {"kitty", NULL},
    {"alacritty", "-e"},
    {"xterm", "-e"},
};

/* The command line that opens a window; NULL when there is no program for it. */
static GPtrArray *window_command(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(terminals); i++) {
        char *path = g_find_program_in_path(terminals[i].program);
        if (path != NULL) {
            GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
            g_ptr_array_add(words, path);
            if (terminals[i].before != NULL) {
                g_ptr_array_add(words, g_strdup(terminals[i].before));
            }
            return words;
        }
    }
    return NULL;
}

/* What ends the waiting program does not end the window. */
static void stand_alone(gpointer data)
{
    (void)data;
    setsid();
}

bool handover_start(const char *shop, const char *number, GError **error)
{
    g_autoptr(GPtrArray) words = window_command();
    char *program = g_file_read_link("/proc/self/exe", NULL);
    if (words == NULL || program == NULL) {
        g_free(program);
        g_set_error_literal(error, FAULT, FAULT_MISSING,
                            _("No program for terminal windows was found to start Tresen in. Open "
                              "one yourself and type: tresen"));
        return false;
    }
    g_ptr_array_add(words, program);
    if (shop != NULL) {
        g_ptr_array_add(words, g_strdup("--shop"));
        g_ptr_array_add(words, g_strdup(shop));
    }
    if (*number != '\0') {
        g_ptr_array_add(words, g_strconcat("--open=", number, NULL));
    }
    g_ptr_array_add(words, NULL);
    g_autoptr(GError) reason = NULL;
    if (!g_spawn_async(NULL, (char **)words->pdata, NULL,
                       G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, stand_alone, NULL,
                       NULL, &reason)) {
        g_debug("terminal: %s", reason->message);
        g_set_error(error, FAULT, FAULT_MISSING,
                    _("No terminal window could be opened with %s. Open one yourself and type: "
                      "tresen"),
                    (const char *)g_ptr_array_index(words, 0));
        return false;
    }
    return true;
}
