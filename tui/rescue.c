/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signal handlers can reach nothing but static data, so this file has some. */
#include "tui/rescue.h"

#include <glib.h>
#include <signal.h>
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

static const int fatal_signals[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE,
                                    SIGILL,  SIGTRAP, SIGSYS, SIGQUIT};

/* Only calls that are allowed in signal handlers. */
static void give_back(void)
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
}

static void on_fatal(int signal_number)
{
    give_back();
    /* The default action is set again by SA_RESETHAND: die of the same cause. */
    raise(signal_number);
}

static void install(int signal_number)
{
    struct sigaction old;
    if (sigaction(signal_number, NULL, &old) != 0 || old.sa_handler != SIG_DFL) {
        return;
    }
    struct sigaction action = {.sa_handler = on_fatal,
                               .sa_flags = SA_RESETHAND | SA_NODEFER | SA_ONSTACK};
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
        atexit(give_back);
        for (gsize i = 0; i < G_N_ELEMENTS(fatal_signals); i++) {
            install(fatal_signals[i]);
        }
    }
    rescue.armed = 1;
}

void rescue_disarm(void)
{
    rescue.armed = 0;
}
