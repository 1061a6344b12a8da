/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program in a terminal of its own. */
#include "tests/bench/pty.h"

#include "tests/bench/figures.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

enum { AT_ONCE = 65536, NO_PROGRAM = 127 };

Pty *pty_start(char *const argv[], guint rows, guint cols)
{
    const struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
    Pty *pty = g_new0(Pty, 1);
    pty->started = figures_now();
    pty->pid = forkpty(&pty->fd, NULL, NULL, &size);
    if (pty->pid == 0) {
        execv(argv[0], argv);
        _exit(NO_PROGRAM);
    }
    if (pty->pid < 0) {
        g_free(pty);
        return NULL;
    }
    pty->screen = term_new(rows, cols);
    return pty;
}

void pty_free(Pty *pty)
{
    if (pty == NULL) {
        return;
    }
    close(pty->fd);
    kill(pty->pid, SIGTERM);
    while (waitpid(pty->pid, NULL, 0) < 0 && errno == EINTR) {
    }
    term_free(pty->screen);
    g_free(pty);
}

bool pty_send(Pty *pty, const char *bytes, gsize length)
{
    pty->last = 0;
    while (length > 0) {
        gssize written = write(pty->fd, bytes, length);
        if (written < 0 && errno != EINTR) {
            return false;
        }
        bytes += MAX(written, 0);
        length -= (gsize)MAX(written, 0);
    }
    return true;
}

/* Waits at most WAIT milliseconds for output and takes it; the screen is brought up to date only
 * then, so that the moment is that of the byte. */
static void take(Pty *pty, double wait)
{
    char bytes[AT_ONCE];
    struct pollfd what = {.fd = pty->fd, .events = POLLIN};
    const struct timespec limit = {.tv_sec = (time_t)(wait / 1e3),
                                   .tv_nsec = (long)((gint64)(wait * 1e6) % 1000000000)};
    if (ppoll(&what, 1, &limit, NULL) <= 0) {
        return;
    }
    gssize length = read(pty->fd, bytes, sizeof bytes);
    if (length > 0) {
        pty->last = figures_now();
        term_feed(pty->screen, bytes, (gsize)length);
    } else if (length == 0 || errno != EINTR) {
        pty->is_over = true;
    }
}

bool pty_settle(Pty *pty, double quiet, double most, PtyGoal goal, gconstpointer data)
{
    double begin = figures_now();
    for (double now = begin; !pty->is_over && now - begin < most; now = figures_now()) {
        double since = now - MAX(pty->last, begin);
        if (since >= quiet && (goal == NULL || goal(pty->screen, data))) {
            return true;
        }
        take(pty, since < quiet ? quiet - since : 1);
    }
    return false;
}
