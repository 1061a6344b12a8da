/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of the commands. */
#include "cli/command.h"

#include <string.h>

const Command *const commands[] = {
#define COMMAND(name) &command_##name,
#include "cli/commands.def"
#undef COMMAND
    NULL,
};

const Command *command_named(const char *name)
{
    for (guint i = 0; commands[i] != NULL; i++) {
        if (strcmp(commands[i]->name, name) == 0) {
            return commands[i];
        }
    }
    return NULL;
}

const CommandOption *command_option(const Command *command, const char *name)
{
    for (const CommandOption *option = command->options; option != NULL && option->name != NULL;
         option++) {
        if (strcmp(option->name, name) == 0) {
            return option;
        }
    }
    return NULL;
}
