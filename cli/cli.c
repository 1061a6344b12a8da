/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands for scripts. */
#include "cli/cli.h"

#include "cli/call.h"
#include "cli/help.h"
#include "cli/print.h"
#include "data/backup/list.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/shopknown.h"

#include <stdio.h>

bool cli_has_work(const Line *line)
{
    return line->command != NULL || line->help || line->version;
}

/* Where ERROR may mean that what was saved is gone: that it is kept elsewhere. */
static void tell_backups(const Call *call, const GError *error)
{
    static const int codes[] = {FAULT_MISSING, FAULT_NO_SHOP, FAULT_FOREIGN, FAULT_DAMAGED};
    bool is_lost = false;
    for (gsize i = 0; i < G_N_ELEMENTS(codes); i++) {
        is_lost = is_lost || g_error_matches(error, FAULT, codes[i]);
    }
    if (!is_lost || db_is_server(call->where)) {
        return;
    }
    const BackupPlace place = {.folder = call->world->backup_folder,
                               .second = call->world->second_place};
    const BackupHealth health = backup_health(&place, call->where, call->at);
    if (health.count > 0) {
        g_autofree char *sentence =
            g_strdup_printf(ngettext("There is %u backup of it: “tresen restore” brings it back, "
                                     "after showing what is in it.",
                                     "There are %u backups of it: “tresen restore” brings one "
                                     "back, after showing what is in it.",
                                     health.count),
                            health.count);
        print_sentence(sentence);
    }
}

static CliStatus run_command(const Line *line, const CliWorld *world, char **screen_on)
{
    Call call = {
        .command = line->command,
        .world = world,
        .where = line->shop != NULL ? line->shop : world->usual_shop,
        .is_usual_place = line->shop == NULL,
        .words = (char **)line->words->pdata,
        .options = line->options,
        .today = instant_day(world->now),
        .screen_on = screen_on,
    };
    instant_write(world->now, call.at);
    if (call.command->needs == SHOP_OWN) {
        return call.command->run(&call);
    }

    g_autoptr(GError) error = NULL;
    bool is_gone = shop_known_gone(world->spare_folder, call.where, &error);
    g_autoptr(Shop) shop = is_gone ? NULL : call_open_shop(&call, call.where, &error);
    if (shop == NULL) {
        CliStatus status = call_refused(error);
        tell_backups(&call, error);
        if (call.is_usual_place && world->shop_is_chosen) {
            print_sentence(call_chosen_place());
        }
        return status;
    }
    call.shop = shop;
    return call.command->run(&call);
}

CliEnd cli_run(const Line *line, const CliWorld *world)
{
    CliEnd end = {.status = CLI_DONE};
    if (line->help && line->command != NULL) {
        help_print_command(line->command);
    } else if (line->help) {
        help_print_overview();
    } else if (line->version) {
        printf("tresen %s\n", TRESEN_VERSION);
    } else {
        end.status = run_command(line, world, &end.screen_on);
    }
    if (!print_end()) {
        end.status = CLI_NOTHING;
    }
    return end;
}
