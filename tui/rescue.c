/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signal handlers can reach nothing but static data, so this file has some. */
#include "tui/rescue.h"

#include <fcntl.h>
#include <glib.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    volatile sig_atomic_t armed;
    int input, output;
    struct termios modes;
    char reset[512];
    gsize length;
    bool at_exit_is_set;
} Rescue;

static Rescue rescue;
/* The thread that ends the program; 0: none yet. */
static atomic_int ending;

/* All that end the program unless somebody else has taken them. */
static const int fatal_signals[] = {SIGSEGV, SIGABRT,   SIGBUS,  SIGFPE,  SIGILL,   SIGTRAP,
                                    SIGSYS,  SIGQUIT,   SIGXCPU, SIGUSR1, SIGUSR2,  SIGALRM,
                                    SIGIO,   SIGVTALRM, SIGPROF, SIGPWR,  SIGSTKFLT};

/* Only calls that are allowed in signal handlers. */
void rescue_now(void)
{
    if (!rescue.armed) {
        return;
    }
    rescue.armed = 0;
    /* Output that nobody reads would block the write: a stopped terminal is started first. */
    tcflow(rescue.output, TCOON);
    tcsetattr(rescue.input, TCSANOW, &rescue.modes);
    gsize done = 0;
    while (done < rescue.length) {
        ssize_t written = write(rescue.output, rescue.reset + done, rescue.length - done);
        if (written <= 0) {
            break;
        }
        done += (gsize)written;
    }
    /* Another thread may just have been setting its own. */
    tcsetattr(rescue.input, TCSANOW, &rescue.modes);
}

/* What other threads draw from now on goes nowhere: one may be in the middle of a picture. */
static void keep_terminal(void)
{
    int own = dup(rescue.output), nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (own >= 0 && nowhere >= 0 && dup2(nowhere, rescue.output) >= 0) {
        rescue.output = own;
    }
}

void rescue_claim(void)
{
    int nobody = 0, self = gettid();
    if (atomic_compare_exchange_strong(&ending, &nobody, self)) {
        if (rescue.armed) {
            keep_terminal();
        }
        return;
    }
    while (nobody != self) {
        pause();
    }
}

void rescue_die(int signal_number)
{
    rescue_claim();
    rescue_now();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static void on_fatal(int signal_number, siginfo_t *info, void *context)
{
    (void)info, (void)context;
    rescue_die(signal_number);
}

void rescue_lend_stack(void *stack, gsize size)
{
    stack_t present;
    const stack_t spare = {.ss_sp = stack, .ss_size = size};
    if (sigaltstack(NULL, &present) == 0 && (present.ss_flags & SS_DISABLE)) {
        sigaltstack(&spare, NULL);
    }
}

void rescue_catch(int signal_number, RescueHandler handler)
{
    struct sigaction old;
    if (sigaction(signal_number, NULL, &old) != 0 || old.sa_handler != SIG_DFL) {
        return;
    }
    struct sigaction action = {.sa_sigaction = handler,
                               .sa_flags = SA_SIGINFO | SA_NODEFER | SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    sigaction(signal_number, &action, NULL);
}

void rescue_arm(int input, int output, const struct termios *modes, const char *reset)
{
    rescue.input = input;
    rescue.output = output;
    rescue.modes = *modes;
    rescue.length = MIN(strlen(reset), sizeof rescue.reset);
    memcpy(rescue.reset, reset, rescue.length);
    if (!rescue.at_exit_is_set) {
        rescue.at_exit_is_set = true;
        atexit(rescue_now);
        for (gsize i = 0; i < G_N_ELEMENTS(fatal_signals); i++) {
            rescue_catch(fatal_signals[i], on_fatal);
        }
    }
    rescue.armed = 1;
}

void rescue_disarm(void)
{
    rescue.armed = 0;
}
