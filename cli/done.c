/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tresen done ID: does something that is due. */
#include "cli/call.h"
#include "cli/print.h"
#include "data/agenda/todo.h"
#include "data/base/i18n.h"

static bool store(const Call *call, TodoKind kind, gint64 id, gint64 branch_id, GError **error)
{
    const Who who = call_who(call, branch_id);
    g_autoptr(Deed) deed = deed_begin(call->shop->db, &who, todo_done_verb(kind), error);
    return deed != NULL &&
           todo_done(deed, kind, id, moment_of(call->world->now), branch_id, error) &&
           deed_commit(deed, NULL, error);
}

static CliStatus run(const Call *call)
{
    g_autoptr(GError) error = NULL;
    TodoKind kind;
    gint64 id = 0, branch_id = 0;
    const char *typed = call->words[0];
    if (!todo_of_id(typed, &kind, &id)) {
        g_autofree char *sentence = g_strdup_printf(
            _("“%s” is not something that is due. “tresen due” shows them: r12, k7."), typed);
        print_sentence(sentence);
        return CLI_WRONG;
    }
    if (!call_branch(call, "branch", &branch_id)) {
        return CLI_NOTHING;
    }
    if (!store(call, kind, id, branch_id, &error)) {
        return call_refused(error);
    }
    g_autofree char *name = todo_id(kind, id);
    g_autofree char *line = g_strdup_printf(_("Done: %s"), name);
    print_line(line);
    return CLI_DONE;
}

static const CommandOption options[] = {
    {"branch", N_("NAME"), N_("where: the name of a branch")},
    {NULL, NULL, NULL},
};

const Command command_done = {
    .name = "done",
    .arguments = N_("ID"),
    .summary = N_("say that something due is done"),
    .help = N_("Does what “tresen due” shows under this id: a reminder is done, a contact made, a "
               "promise kept, an order handed over, a day congratulated on."),
    .options = options,
    .least = 1,
    .most = 1,
    .missing = N_("Say what is done: “tresen done r12”. “tresen due” shows what is due."),
    .needs = SHOP_READ,
    .run = run,
};
