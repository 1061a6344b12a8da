/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands for scripts. */
#include "cli/cli.h"

#include "cli/call.h"
#include "cli/help.h"
#include "cli/print.h"
#include "data/base/instant.h"

#include <stdio.h>

bool cli_has_work(const Line *line)
{
    return line->command != NULL || line->help || line->version;
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
    g_autoptr(Shop) shop = call_open_shop(&call, call.where, &error);
    if (shop == NULL) {
        CliStatus status = call_refused(error);
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
