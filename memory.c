/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ends the program in order when there is no memory left. Signal handlers can reach nothing but
 * static data, so this file has some. */
#include "memory.h"

#include "data/base/i18n.h"
#include "tui/rescue.h"

#include <errno.h>
#include <glib.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct {
    char sentence[512]; /* with a line break; nothing can be translated when it is needed */
    volatile sig_atomic_t is_quiet;
    char stack[64 * 1024]; /* for the handlers: the stack may be what has run out */
} guard;

void memory_translate(void)
{
    const char *sentence =
        _("The computer has run out of memory, so Tresen has ended. Nothing that "
          "was saved is lost: close other programs and start it again.");
    g_snprintf(guard.sentence, sizeof guard.sentence, "%s\n", sentence);
}

/* Only calls that are allowed in signal handlers. */
static void end_in_order(void)
{
    rescue_claim();
    rescue_now();
    if (write(STDERR_FILENO, guard.sentence, strlen(guard.sentence)) < 0) {
        /* Nobody can be told. */
    }
    _exit(EXIT_FAILURE);
}

/* GLib aborts in several ways, or goes round in circles until the stack is full; the C library has
 * said before that there was no memory. Who sends a signal from outside gets what they asked for.
 */
static void on_fatal(int signal_number, siginfo_t *info, void *context)
{
    (void)context;
    if (errno == ENOMEM && info->si_code != SI_USER) {
        end_in_order();
    }
    rescue_die(signal_number);
}

/* A GLogWriterFunc. */
static GLogWriterOutput write_log(GLogLevelFlags level, const GLogField *fields, gsize count,
                                  gpointer data)
{
    if ((level & G_LOG_LEVEL_ERROR) != 0 && errno == ENOMEM) {
        end_in_order();
    }
    return guard.is_quiet ? G_LOG_WRITER_HANDLED : g_log_writer_default(level, fields, count, data);
}

void memory_keep_quiet(void)
{
    guard.is_quiet = 1;
}

void memory_guard(void)
{
    static const int fatal[] = {SIGABRT, SIGTRAP, SIGSEGV};
    memory_translate();
    g_log_set_writer_func(write_log, NULL, NULL);
    rescue_lend_stack(guard.stack, sizeof guard.stack);
    for (gsize i = 0; i < G_N_ELEMENTS(fatal); i++) {
        rescue_catch(fatal[i], on_fatal);
    }
}
