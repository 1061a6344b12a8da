/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen move: carries the shop from a file to a server, or back. */
#include "data/move.h"

#include "cli/call.h"
#include "cli/interrupt.h"
#include "cli/print.h"
#include "cli/progress.h"
#include "data/base/i18n.h"

#include <inttypes.h>

/* What has to go on while it is carried. */
typedef struct {
    Progress progress;
    Interrupt interrupt;
    int step; /* MoveStep; -1: none yet */
} Watch;

static void tell_step(MoveStep step)
{
    static const char *const words[] = {
        [MOVE_COPIES] = N_("Copying …"),
        [MOVE_COMPARES] = N_("Comparing what arrived …"),
        [MOVE_INDEXES] = N_("Making sums and the search index there …"),
    };
    g_printerr("%s\n", _(words[step]));
}

static bool watch_progress(MoveStep step, guint done, guint total, gpointer data)
{
    Watch *watch = data;
    if (watch->progress.visible && watch->step != (int)step) {
        progress_end(&watch->progress);
        tell_step(step);
        watch->progress = progress_begin();
    }
    watch->step = (int)step;
    progress_show(&watch->progress, done, total, done);
    return !interrupt_came(&watch->interrupt);
}

static void tell_moved(const Moved *moved)
{
    g_autofree char *customers =
        g_strdup_printf(ngettext("Moved the shop with its %" PRId64 " customer: %" PRId64
                                 " rows in %" PRId64 " tables, all of them compared.",
                                 "Moved the shop with its %" PRId64 " customers: %" PRId64
                                 " rows in %" PRId64 " tables, all of them compared.",
                                 (gulong)moved->customers),
                        moved->customers, moved->rows, moved->tables);
    g_autofree char *place = g_shell_quote(moved->place);
    g_autofree char *next = g_strdup_printf(
        _("“tresen --shop %s” opens it from now on. What is left behind can only be read."), place);
    print_line(customers);
    print_line(moved->hash);
    print_sentence(next);
}

static CliStatus run(const Call *call)
{
    const char *to = call_option(call, "to");
    if (to == NULL || *to == '\0') {
        print_sentence(_("Please say where to: “tresen move --to postgresql://…” for a server, or "
                         "“--to FILE”."));
        return CLI_WRONG;
    }
    g_autoptr(GError) error = NULL;
    Moved moved;
    Watch watch = {.interrupt = interrupt_begin(), .progress = progress_begin(), .step = -1};
    bool ok = shop_move(call->shop, to, call->at, watch_progress, &watch, &moved, &error);
    progress_end(&watch.progress);
    interrupt_end(&watch.interrupt);
    if (!ok) {
        return call_refused(error);
    }
    tell_moved(&moved);
    g_free(moved.place);
    g_free(moved.hash);
    return CLI_DONE;
}

static const CommandOption options[] = {
    {"to", N_("PLACE"), N_("where the shop is to be: a server, or a file that is not there yet")},
    {NULL, NULL, NULL},
};

const Command command_move = {
    .name = "move",
    .summary = N_("carry the shop to a server, or back to a file"),
    .help = N_("Carries everything in the shop to another place and compares it there, all or "
               "nothing. “--to postgresql://…” is a server with an empty database, for several "
               "counters; “--shop postgresql://… move --to FILE” brings it back. Nobody can write "
               "meanwhile. The old place stays as it is, but can only be read afterwards."),
    .options = options,
    .needs = SHOP_READ,
    .run = run,
};
