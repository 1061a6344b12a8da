/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ends the program in order when there is no memory left. Signal handlers can reach nothing but
 * static data, so this file has some. */
#include "memory.h"

#include "data/base/i18n.h"
#include "tui/rescue.h"

#include <dlfcn.h>
#include <errno.h>
#include <glib.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* For the handlers: the stack may be what has run out. */
enum { SPARE_STACK = 64 * 1024 };

static struct {
    char sentence[512]; /* with a line break; nothing can be translated when it is needed */
    volatile sig_atomic_t is_quiet;
    char stack[SPARE_STACK];
} guard;

void memory_translate(void)
{
    const char *sentence =
        _("The computer has run out of memory, so Tresen has ended. Nothing that "
          "was saved is lost: close other programs and start it again.");
    g_snprintf(guard.sentence, sizeof guard.sentence, "%s\n", sentence);
}

/* What it comes to when there is no memory. */
static const int fatal[] = {SIGABRT, SIGTRAP, SIGSEGV};

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

/* ---- threads ---- */

typedef gpointer (*ThreadRun)(gpointer);
typedef int (*ThreadCreate)(pthread_t *, const pthread_attr_t *, ThreadRun, gpointer);

typedef struct {
    ThreadRun run;
    gpointer arg;
} ThreadStart;

static gpointer run_thread(gpointer data)
{
    ThreadStart start = *(ThreadStart *)data;
    char spare[SPARE_STACK];
    sigset_t signals;
    sigemptyset(&signals);
    for (gsize i = 0; i < G_N_ELEMENTS(fatal); i++) {
        sigaddset(&signals, fatal[i]);
    }
    /* GLib's own thread has all of them blocked, and would die without a handler. */
    pthread_sigmask(SIG_UNBLOCK, &signals, NULL);
    free(data);
    rescue_lend_stack(spare, sizeof spare);
    return start.run(start.arg);
}

/* In place of the C library's, also for the threads that libraries begin: each is lent a stack. */
int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, ThreadRun run, gpointer arg)
{
    void *found = dlsym(RTLD_NEXT, "pthread_create");
    ThreadStart *start = malloc(sizeof *start);
    if (found == NULL || start == NULL) {
        free(start);
        return EAGAIN;
    }
    ThreadCreate create;
    memcpy(&create, &found, sizeof create);
    *start = (ThreadStart){run, arg};
    int failed = create(thread, attributes, run_thread, start);
    if (failed != 0) {
        free(start);
    }
    return failed;
}

void memory_guard(void)
{
    memory_translate();
    g_log_set_writer_func(write_log, NULL, NULL);
    rescue_lend_stack(guard.stack, SPARE_STACK);
    for (gsize i = 0; i < G_N_ELEMENTS(fatal); i++) {
        rescue_catch(fatal[i], on_fatal);
    }
}
