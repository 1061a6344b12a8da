/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The handlers only write a byte into a pipe; all else happens in the main loop. */
#include "tui/jobcontrol.h"

#include <errno.h>
#include <glib-unix.h>
#include <signal.h>
#include <unistd.h>

typedef struct {
    GSource base;
    int ends[2];
    gpointer tag;
    void (*leave)(gpointer data);
    void (*come_back)(gpointer data);
    gpointer data;
} JobControl;

/* Where handlers write to; they can reach nothing but static data. */
static volatile sig_atomic_t pipe_end = -1;

static void on_signal(int number)
{
    int kept = errno;
    char byte = number == SIGTSTP ? 's' : 'c';
    /* A full pipe is news enough. */
    ssize_t written = write(pipe_end, &byte, 1);
    (void)written;
    errno = kept;
}

static void set_handler(int number, void (*handler)(int))
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

static gboolean dispatch(GSource *source, GSourceFunc callback, gpointer unused)
{
    (void)callback;
    (void)unused;
    JobControl *control = (JobControl *)source;
    char bytes[32];
    ssize_t count = read(control->ends[0], bytes, sizeof bytes);
    for (ssize_t i = 0; i < count; i++) {
        if (bytes[i] == 's') {
            control->leave(control->data);
            raise(SIGSTOP);
        }
        control->come_back(control->data);
    }
    return G_SOURCE_CONTINUE;
}

static void finalize(GSource *source)
{
    const JobControl *control = (const JobControl *)source;
    set_handler(SIGTSTP, SIG_DFL);
    set_handler(SIGCONT, SIG_DFL);
    pipe_end = -1;
    if (control->tag) {
        close(control->ends[0]);
        close(control->ends[1]);
    }
}

static GSourceFuncs funcs = {.dispatch = dispatch, .finalize = finalize};

GSource *job_control_source(void (*leave)(gpointer data), void (*come_back)(gpointer data),
                            gpointer data)
{
    GSource *source = g_source_new(&funcs, sizeof(JobControl));
    JobControl *control = (JobControl *)source;
    control->leave = leave;
    control->come_back = come_back;
    control->data = data;
    if (g_unix_open_pipe(control->ends, FD_CLOEXEC, NULL)) {
        g_unix_set_fd_nonblocking(control->ends[0], TRUE, NULL);
        g_unix_set_fd_nonblocking(control->ends[1], TRUE, NULL);
        control->tag = g_source_add_unix_fd(source, control->ends[0], G_IO_IN);
        pipe_end = control->ends[1];
        set_handler(SIGTSTP, on_signal);
        set_handler(SIGCONT, on_signal);
    }
    g_source_attach(source, NULL);
    return source;
}
