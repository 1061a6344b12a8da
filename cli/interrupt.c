/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl-C and its like during long work. */
#include "cli/interrupt.h"

#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <sys/signalfd.h>
#include <unistd.h>

static sigset_t the_signals(void)
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGHUP);
    return signals;
}

Interrupt interrupt_begin(void)
{
    sigset_t signals = the_signals();
    Interrupt interrupt = {.file = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK)};
    if (interrupt.file >= 0) {
        sigprocmask(SIG_BLOCK, &signals, NULL);
    }
    return interrupt;
}

bool interrupt_came(Interrupt *interrupt)
{
    /* The signal is left in the file: asking again gives the same answer. */
    struct pollfd look = {.fd = interrupt->file, .events = POLLIN};
    return interrupt->file >= 0 && poll(&look, 1, 0) == 1;
}

void interrupt_end(Interrupt *interrupt)
{
    if (interrupt->file < 0) {
        return;
    }
    sigset_t signals = the_signals();
    struct signalfd_siginfo came;
    while (read(interrupt->file, &came, sizeof came) == (ssize_t)sizeof came) {
        continue;
    }
    sigprocmask(SIG_UNBLOCK, &signals, NULL);
    close(interrupt->file);
    interrupt->file = -1;
}
