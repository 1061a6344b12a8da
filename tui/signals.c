/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The handler only notes the signal and writes a byte into a pipe; all else happens in the main
 * loop. */
#include "tui/signals.h"

#include <errno.h>
#include <glib-unix.h>
#include <signal.h>
#include <unistd.h>

typedef struct {
    GSource base;
    const SignalDeed *deeds;
    guint count;
    gpointer data;
    int ends[2]; /* of the pipe; -1: there is none */
} Signals;

/* What the handler can reach: which signals came, and where it writes to. */
static volatile sig_atomic_t has_come[NSIG], pipe_end = -1;

static void on_signal(int number)
{
    int kept = errno;
    has_come[number] = 1;
    /* A full pipe is news enough. */
    ssize_t written = write(pipe_end, "", 1);
    (void)written;
    errno = kept;
}

static void set_handlers(const Signals *signals, void (*handler)(int))
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    for (guint i = 0; i < signals->count; i++) {
        sigaction(signals->deeds[i].number, &action, NULL);
    }
}

static gboolean dispatch(GSource *source, GSourceFunc callback, gpointer unused)
{
    (void)callback;
    (void)unused;
    const Signals *signals = (const Signals *)source;
    char bytes[32];
    while (read(signals->ends[0], bytes, sizeof bytes) > 0) {
    }
    for (guint i = 0; i < signals->count && !g_source_is_destroyed(source); i++) {
        int number = signals->deeds[i].number;
        if (has_come[number]) {
            has_come[number] = 0;
            signals->deeds[i].came(signals->data);
        }
    }
    return G_SOURCE_CONTINUE;
}

static void finalize(GSource *source)
{
    const Signals *signals = (const Signals *)source;
    if (signals->ends[0] >= 0) {
        set_handlers(signals, SIG_DFL);
        pipe_end = -1;
        close(signals->ends[0]);
        close(signals->ends[1]);
    }
}

static GSourceFuncs funcs = {.dispatch = dispatch, .finalize = finalize};

GSource *signals_source(const SignalDeed *deeds, guint count, gpointer data)
{
    GSource *source = g_source_new(&funcs, sizeof(Signals));
    Signals *signals = (Signals *)source;
    signals->deeds = deeds;
    signals->count = count;
    signals->data = data;
    if (g_unix_open_pipe(signals->ends, FD_CLOEXEC, NULL)) {
        g_unix_set_fd_nonblocking(signals->ends[0], TRUE, NULL);
        g_unix_set_fd_nonblocking(signals->ends[1], TRUE, NULL);
        g_source_add_unix_fd(source, signals->ends[0], G_IO_IN);
        pipe_end = signals->ends[1];
        set_handlers(signals, on_signal);
    } else {
        signals->ends[0] = signals->ends[1] = -1;
    }
    g_source_attach(source, NULL);
    return source;
}
