/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed behind "tresen": the command, its arguments, the options. */
#pragma once

#include "cli/command.h"

typedef struct {
    const Command *command; /* NULL: none was named */
    const char *shop;       /* --shop; NULL: the usual one */
    const char *open;       /* --open, for the full screen; NULL: home */
    bool help, version;
    bool reset_terminal; /* --reset-terminal, without a command */
    GHashTable *options; /* of the command: name to a GPtrArray of its values as they came (char *,
                            "" for a switch) */
    GPtrArray *words;    /* char *: the arguments, and a NULL at the end */
} Line;

/* Understands the ARGC words at ARGV (ARGV[0] is the program). Options may stand in any position,
 * also before the command; "--" ends them; "--name VALUE" and "--name=VALUE" are the same; a name
 * may be shortened as long as it stays clear. Everything is checked that can be without looking at
 * values: that command and options exist and belong together, how many arguments there are; with
 * --help or --version only that they exist. NULL with FAULT_REFUSED and a sentence. The result
 * borrows from ARGV; free with line_free. */
Line *line_read(int argc, char **argv, GError **error);
void line_free(Line *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Line, line_free)
