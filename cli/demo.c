/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen demo: the demo shop to look around in. */
#include "data/demo/demo.h"

#include "cli/call.h"
#include "cli/interrupt.h"
#include "cli/print.h"
#include "cli/progress.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"

#include <unistd.h>

/* What has to go on while it is made. */
typedef struct {
    Progress progress;
    Interrupt interrupt;
} Watch;

static bool watch_progress(guint done, guint total, gpointer data)
{
    Watch *watch = data;
    progress_show(&watch->progress, done, total, done);
    return !interrupt_came(&watch->interrupt);
}

/* 0 when nothing was said. */
static bool read_customers(const Call *call, guint *customers)
{
    const char *text = call_option(call, "customers");
    guint64 number = 0;
    *customers = 0;
    if (text == NULL) {
        return true;
    }
    if (g_ascii_string_to_unsigned(text, 10, DEMO_LEAST, DEMO_MOST, &number, NULL)) {
        *customers = (guint)number;
        return true;
    }
    g_autofree char *sentence = g_strdup_printf(
        _("“%s” after --customers is not a number from %d to %d. 250 is like a real shop."), text,
        DEMO_LEAST, DEMO_MOST);
    print_sentence(sentence);
    return false;
}

/* A named file's folder has to be there already; the usual one is made. */
static bool see_to_folder(const char *file, const char *path, GError **error)
{
    if (file != NULL) {
        return call_has_folder(path, error);
    }
    g_autofree char *folder = g_path_get_dirname(path);
    if (g_mkdir_with_parents(folder, 0700) != 0) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("The folder %s cannot be made. Choose another place with --file."), folder);
        return false;
    }
    return true;
}

static bool provide(const char *path, guint customers, Day today, bool *cancelled, GError **error)
{
    Watch watch = {.interrupt = interrupt_begin(), .progress = progress_begin()};
    bool ok = demo_provide(path, customers, today, watch_progress, &watch, error);
    progress_end(&watch.progress);
    *cancelled = interrupt_came(&watch.interrupt);
    interrupt_end(&watch.interrupt);
    return ok;
}

/* Says where it is and how to open it; in a terminal the usual one opens by itself. */
static void hand_over(const Call *call, const char *file, const char *path)
{
    g_autofree char *shown = g_filename_display_name(path);
    g_autofree char *sentence = NULL;
    if (file != NULL) {
        g_autofree char *quoted = g_shell_quote(file);
        sentence = g_strdup_printf(_("The demo shop is at %s. “tresen --shop %s” opens it."), shown,
                                   quoted);
    } else if (isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1) {
        *call->screen_on = g_strdup(path);
        return;
    } else {
        sentence = g_strdup_printf(
            _("The demo shop is at %s. “tresen demo” opens it in a terminal."), shown);
    }
    print_line(sentence);
}

static CliStatus run(const Call *call)
{
    const char *file = call_option(call, "file");
    const char *path = file != NULL ? file : call->world->demo_shop;
    guint customers = 0;
    bool cancelled = false;
    g_autoptr(GError) error = NULL;

    if (file != NULL && *file == '\0') {
        print_sentence(_("--file needs the name of a file after it."));
        return CLI_WRONG;
    }
    if (!read_customers(call, &customers)) {
        return CLI_WRONG;
    }
    if (!see_to_folder(file, path, &error) ||
        !provide(path, customers, call->today, &cancelled, &error)) {
        if (cancelled) {
            print_sentence(_("Cancelled. No demo shop was made."));
            return CLI_NOTHING;
        }
        return call_refused(error);
    }
    hand_over(call, file, path);
    return CLI_DONE;
}

static const CommandOption options[] = {
    {"file", N_("FILE"), N_("put it there, and do not open it")},
    {"customers", N_("N"), N_("how many customers, from 10 to 1000000 (250)")},
    {NULL, NULL, NULL},
};

const Command command_demo = {
    .name = "demo",
    .summary = N_("look around in a demo shop"),
    .help = N_("Makes Emma's cake shop, with three branches and a year behind it, and opens it. "
               "It lies in a file of its own, apart from your shop, and says at the top of the "
               "screen what it is. Its birthdays are made for today: a demo shop of another day, "
               "or with another number of customers, is made anew, and what you tried in it is "
               "gone."),
    .options = options,
    .needs = SHOP_OWN,
    .run = run,
};
