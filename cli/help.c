/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers to --help. */
#include "cli/help.h"

#include "cli/print.h"
#include "data/base/i18n.h"

#include <stdio.h>

/* Options that go with every command. */
static const CommandOption everywhere[] = {
    {"shop", N_("PLACE"), N_("use the shop in this file or on this server, postgresql://…")},
    {"help", NULL, N_("explain the command, or all of them")},
    {"version", NULL, N_("say which version this is")},
    {NULL, NULL, NULL},
};

enum { INDENT = 2, WIDEST_NAME = 24 };

static void add_row(GPtrArray *rows, char *name, const char *text)
{
    char **row = g_new0(char *, 3);
    row[0] = name;
    row[1] = g_strdup(text);
    g_ptr_array_add(rows, row);
}

static void print_rows(const GPtrArray *rows)
{
    static const int most[] = {WIDEST_NAME};
    print_table(rows, most, G_N_ELEMENTS(most) + 1, INDENT);
}

/* "find WORDS…" */
static char *command_call(const Command *command)
{
    return command->arguments != NULL
               ? g_strdup_printf("%s %s", command->name, _(command->arguments))
               : g_strdup(command->name);
}

static void print_options(const CommandOption *options)
{
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    for (; options != NULL && options->name != NULL; options++) {
        char *name = options->value != NULL
                         ? g_strdup_printf("--%s %s", options->name, _(options->value))
                         : g_strdup_printf("--%s", options->name);
        add_row(rows, name, _(options->help));
    }
    print_rows(rows);
}

void help_print_overview(void)
{
    print_line(_("Tresen remembers what a shop knows of its customers."));
    g_autofree char *call =
        g_strdup_printf("tresen [--shop %s] [--open %s]", _("PLACE"), _("NUMBER"));
    print_heading(call);
    print_wrapped("  ", _("fills the terminal: type a few letters, press Enter, and the customer's "
                          "card is open. With "
                          "a number it is open from the beginning."));
    print_heading("tresen --reset-terminal");
    print_wrapped("  ",
                  _("puts a terminal window right that a killed program has left in disorder."));
    print_heading(_("Commands for scripts:"));
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    for (guint i = 0; commands[i] != NULL; i++) {
        add_row(rows, command_call(commands[i]), _(commands[i]->summary));
    }
    print_rows(rows);
    print_heading(_("Options, in any position:"));
    print_options(everywhere);
    putchar('\n');
    print_wrapped(
        "", _("“tresen COMMAND --help” explains a command; “man tresen” explains everything."));
}

void help_print_command(const Command *command)
{
    g_autofree char *call = command_call(command);
    g_autofree char *line = g_strdup_printf("tresen %s", call);
    print_line(line);
    putchar('\n');
    print_wrapped("", _(command->help));
    if (command->options != NULL) {
        print_heading(_("Options:"));
        print_options(command->options);
    }
    print_heading(_("Options of every command:"));
    print_options(everywhere);
}
